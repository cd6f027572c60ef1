// Reads a config file that an author chose: selvedge.json, or a selvedge.js with a config inside.
//
// What is refused is said with where and what to do; nothing half understood gets into the draft.

import { findLater } from '../../shared/publish/find-later.ts';
import { readBundled } from '../../shared/publish/read-bundled.ts';
import { checkConfig } from '../../shared/schema/check.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Problem } from '../../shared/schema/problem.ts';
import { t } from '../../shared/words/t.ts';
import { HANDED } from './read-handed.ts';

/** Far more than any config needs, bytes. */
export const MOST_BYTES = 5_000_000;

export type Imported =
  | { kind: 'ok'; config: Config; isTrimmed: boolean }
  | { kind: 'bad'; problems: Problem[] };

const refuse = (problem: string, remedy: string): Imported => ({
  kind: 'bad',
  problems: [{ path: '', problem, remedy, severity: 'error' }],
});

/** As it is written; one that was written otherwise is refused as a config is. */
const isHanded = (text: string): boolean => text.startsWith(JSON.stringify(HANDED).slice(0, -1));

export function importConfig(text: string): Imported {
  if (!text.trim())
    return refuse(t`the file is empty`, t`Choose a selvedge.json, or a selvedge.js with a config inside.`);
  if (text.length > MOST_BYTES)
    return refuse(
      t`the file has ${Math.round(text.length / 1_000_000)} MB`,
      t`A config has a few kilobytes: choose selvedge.json.`,
    );
  const isJson = /^\s*[{[]/.test(text.replace(/^\uFEFF/, ''));
  if (!isJson) {
    const bundled = readBundled(text);
    if (bundled === undefined && findLater(text))
      return refuse(
        t`this is the first of a tag’s two files, and the config is in the other`,
        t`Choose the selvedge-later.js that lies beside it.`,
      );
    if (bundled === undefined)
      return refuse(
        t`this is neither a config nor a tag with one inside`,
        t`Choose a selvedge.json, or a bundled selvedge.js.`,
      );
    const { config, problems } = checkConfig(bundled);
    return config ? { kind: 'ok', config, isTrimmed: true } : { kind: 'bad', problems };
  }
  if (isHanded(text))
    return refuse(t`this is a draft that a colleague handed over`, t`Choose “Open a colleague’s draft”.`);
  const { config, problems } = checkConfig(text.replace(/^\uFEFF/, ''));
  return config ? { kind: 'ok', config, isTrimmed: false } : { kind: 'bad', problems };
}
