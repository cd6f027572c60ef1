// Finds out which config the page in front works by, and whether it can be trusted to be one.
//
// The text comes from the page or from a file, so it is checked like any other (checkConfig): what is not a config
// ends as a list of problems, never as something half understood.

import { readBundled } from '../../../shared/publish/read-bundled.ts';
import { checkConfig } from '../../../shared/schema/check.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Problem } from '../../../shared/schema/problem.ts';
import { callStage, type Look } from '../../lib/calls.ts';

export type FoundConfig =
  | { kind: 'ok'; config: Config; from: 'tag' | 'beside' | 'file'; name: string }
  | { kind: 'bad'; problems: Problem[]; name: string }
  /** what could not be read, in words */
  | { kind: 'unread'; why: string }
  | { kind: 'none' };

/** @param value text, or what a bundled tag held */
export function judgeConfig(value: unknown, from: 'tag' | 'beside' | 'file', name: string): FoundConfig {
  const { config, problems } = checkConfig(value);
  return config ? { kind: 'ok', config, from, name } : { kind: 'bad', problems, name };
}

const nameOf = (address: string | undefined): string =>
  address === undefined ? 'the script in the page' : (new URL(address).pathname.split('/').pop() ?? address);

/** @param isRunning the tag says that it runs, so it must be here under whatever name */
export async function findConfig(tabId: number, look: Look, isRunning: boolean): Promise<FoundConfig> {
  let why: string | undefined;
  for (const [index, tag] of look.tags.entries()) {
    try {
      const { text } = await callStage(tabId, 'readTag', { index, what: 'script' });
      const bundled = readBundled(text);
      if (bundled !== undefined) return judgeConfig(bundled, 'tag', nameOf(tag.src));
    } catch (error) {
      why = (error as Error).message;
    }
    if (tag.config === undefined) continue;
    try {
      const { text } = await callStage(tabId, 'readTag', { index, what: 'config' });
      return judgeConfig(text, 'beside', nameOf(tag.config));
    } catch (error) {
      why = (error as Error).message;
    }
  }
  if (isRunning) {
    const { texts } = await callStage(tabId, 'readScripts', {});
    for (const text of texts) {
      const bundled = readBundled(text);
      if (bundled !== undefined) return judgeConfig(bundled, 'tag', 'a script of this site');
    }
  }
  return why === undefined ? { kind: 'none' } : { kind: 'unread', why };
}
