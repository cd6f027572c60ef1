// Finds out which config the page in front works by, and whether it can be trusted to be one.
//
// The text comes from the page or from a file, so it is checked like any other (checkConfig): what is not a config
// ends as a list of problems, never as something half understood.

import { readBundled } from '../../../shared/publish/read-bundled.ts';
import { checkConfig } from '../../../shared/schema/check.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Problem } from '../../../shared/schema/problem.ts';
import { hasSite, isFirefox } from '../../lib/browser.ts';
import { callStage, type Look } from '../../lib/calls.ts';
import { sayError } from '../words/say-error.ts';

export type FoundConfig =
  | { kind: 'ok'; config: Config; from: 'tag' | 'beside' | 'file'; name: string }
  | { kind: 'bad'; problems: Problem[]; name: string }
  /** what could not be read, in words */
  | { kind: 'unread'; why: string }
  /** the browser lets us read it only on a site that the author allowed */
  | { kind: 'locked' }
  | { kind: 'none' };

/** @param value text, or what a bundled tag held */
export function judgeConfig(value: unknown, from: 'tag' | 'beside' | 'file', name: string): FoundConfig {
  const { config, problems } = checkConfig(value);
  return config ? { kind: 'ok', config, from, name } : { kind: 'bad', problems, name };
}

const nameOf = (address: string | undefined): string =>
  address === undefined ? 'the script in the page' : (new URL(address).pathname.split('/').pop() ?? address);

/**
 * Firefox holds a content script to the page's policy, which may forbid to fetch (and would report the try): there
 * the panel fetches itself, on sites that the author allowed.
 */
async function readTag(tabId: number, look: Look, index: number, what: 'script' | 'config'): Promise<string> {
  const tag = look.tags[index];
  const address = what === 'config' ? tag?.config : tag?.src;
  if (!isFirefox || address === undefined) return (await callStage(tabId, 'readTag', { index, what })).text;
  const isOwn = new URL(address).origin === new URL(look.url).origin;
  const answer = await fetch(address, { credentials: isOwn ? 'include' : 'omit' });
  if (!answer.ok) throw new Error(`the server answered ${answer.status} for ${address}`);
  return await answer.text();
}

/** @param isRunning the tag says that it runs, so it must be here under whatever name */
export async function findConfig(tabId: number, look: Look, isRunning: boolean): Promise<FoundConfig> {
  if (isFirefox && look.tags.some(({ src }) => src !== undefined) && !(await hasSite(look.url)))
    return { kind: 'locked' };
  let why: string | undefined;
  for (const [index, tag] of look.tags.entries()) {
    try {
      const bundled = readBundled(await readTag(tabId, look, index, 'script'));
      if (bundled !== undefined) return judgeConfig(bundled, 'tag', nameOf(tag.src));
    } catch (error) {
      why = sayError(error);
    }
    if (tag.config === undefined) continue;
    try {
      return judgeConfig(await readTag(tabId, look, index, 'config'), 'beside', nameOf(tag.config));
    } catch (error) {
      why = sayError(error);
    }
  }
  if (isRunning && !isFirefox) {
    const { texts } = await callStage(tabId, 'readScripts', {});
    for (const text of texts) {
      const bundled = readBundled(text);
      if (bundled !== undefined) return judgeConfig(bundled, 'tag', 'a script of this site');
    }
  }
  return why === undefined ? { kind: 'none' } : { kind: 'unread', why };
}
