// Reads a draft that somebody handed over, by a link or as a file: the config under every guard of a config that a
// stranger made, and beside it what its maker says of it, which is shown as text and believed by nobody.

import { checkConfig } from '../../shared/schema/check.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Problem } from '../../shared/schema/problem.ts';
import { t } from '../../shared/words/t.ts';
import { isRecord } from '../wire/is-record.ts';

/** What marks such a file or link. */
export const HANDED = { selvedge: 'draft', version: 1 } as const;

/** More would be no name and no note. */
const MOST_LETTERS = { by: 60, note: 500, name: 200 };
const MOST_VERSIONS = 30;
/** The last instant that a date can be, ms. */
const LAST_AT = 8.64e15;

export interface HandedVersion {
  name: string;
  at: number;
  config: Config;
  by?: string;
  note?: string;
}
export interface Handed {
  /** of the site that it is for */
  origin: string;
  config: Config;
  /** when it was handed over, ms since epoch */
  at: number;
  by?: string;
  note?: string;
  /** newest first; a link holds none */
  versions: HandedVersion[];
}
export type ReadHanded = { kind: 'ok'; handed: Handed } | { kind: 'bad'; why: string; problems: Problem[] };

const refuse = (why: string, problems: Problem[] = []): ReadHanded => ({ kind: 'bad', why, problems });

/** One line of text, of at most so many characters. */
const readLine = (value: unknown, most: number): string | undefined =>
  (typeof value === 'string' &&
    value
      .replace(/\p{C}+/gu, ' ')
      .trim()
      .slice(0, most)) ||
  undefined;

const readAt = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= LAST_AT ? value : undefined;

function readSaid({ by, note }: Record<string, unknown>): { by?: string; note?: string } {
  const [name, text] = [readLine(by, MOST_LETTERS.by), readLine(note, MOST_LETTERS.note)];
  return { ...(name !== undefined && { by: name }), ...(text !== undefined && { note: text }) };
}

function readVersion(value: unknown): HandedVersion[] {
  if (!isRecord(value)) return [];
  const at = readAt(value.at);
  const name = readLine(value.name, MOST_LETTERS.name);
  const { config } = checkConfig(value.config);
  return at === undefined || name === undefined || !config ? [] : [{ name, at, config, ...readSaid(value) }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function readHanded(text: string): ReadHanded {
  const value = parse(text);
  if (!isRecord(value) || value.selvedge !== HANDED.selvedge) return refuse(t`It holds no draft.`);
  if (value.version !== HANDED.version)
    return refuse(t`A newer Selvedge made it. Update the extension, then open it again.`);
  const { origin } = value;
  if (typeof origin !== 'string' || !URL.canParse(origin) || new URL(origin).origin !== origin)
    return refuse(t`It does not say which site it is for.`);
  const at = readAt(value.at);
  if (at === undefined) return refuse(t`It does not say when it was made.`);
  const { config, problems } = checkConfig(value.config);
  if (!config) return refuse(t`What it holds cannot be published, so it is not opened.`, problems);
  const versions = Array.isArray(value.versions)
    ? value.versions.slice(0, MOST_VERSIONS).flatMap(readVersion)
    : [];
  return { kind: 'ok', handed: { origin, config, at, versions, ...readSaid(value) } };
}
