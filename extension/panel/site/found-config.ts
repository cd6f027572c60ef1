// Finds out which config the page in front works by, and whether it can be trusted to be one.
//
// The text comes from the page or from a file, so it is checked like any other (checkConfig, aside): what is not a
// config ends as a list of problems, never as something half understood. Other vendors' scripts name configs too, so
// only one that is named by a file of ours, or inside of one, counts.

import { LATER } from '../../../shared/publish/siblings.ts';
import type { Checked } from '../../../shared/schema/check.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Problem } from '../../../shared/schema/problem.ts';
import { t } from '../../../shared/words/t.ts';
import type { Read } from '../../reader/jobs.ts';
import { readAside } from '../../reader/read-aside.ts';
import { hasSite, isFirefox, isOwnAddress } from '../../wire/browser.ts';
import { callStage } from '../../wire/calls.ts';
import { fetchText } from '../../wire/fetch-text.ts';
import type { Look } from '../../wire/stage-shapes.ts';
import { sayError } from '../kit/say-error.ts';

export type FoundConfig =
  | {
      kind: 'ok';
      config: Config;
      from: 'tag' | 'beside' | 'file' | 'draft';
      name: string;
      /** a newer release made it, in words: this is what is understood of it, to be looked at only */
      newer?: string;
    }
  | { kind: 'bad'; problems: Problem[]; name: string }
  /** what could not be read, in words; `missing`: a file that the tag on the page asks for in vain */
  | { kind: 'unread'; why: string; missing?: string }
  /** the browser lets us read it only on a site that the author allowed */
  | { kind: 'locked' }
  | { kind: 'none' };

export interface Found {
  config: FoundConfig;
  /** a file of ours was read: else only the page says that the tag runs */
  isTagSeen: boolean;
}

function judge(
  { config, problems, newer }: Checked,
  from: 'tag' | 'beside' | 'file',
  name: string,
): FoundConfig {
  if (config) return { kind: 'ok', config, from, name };
  if (newer?.known) return { kind: 'ok', config: newer.known, from, name, newer: newer.why };
  return { kind: 'bad', problems, name };
}

/** A file that the author opened. */
export const judgeFile = (text: string, name: string): Promise<FoundConfig> =>
  readAside('config', text).then(
    (checked) => judge(checked, 'file', name),
    (error) => ({ kind: 'unread', why: sayError(error) }),
  );

const nameOf = (address: string | undefined): string =>
  address === undefined ? t`the script in the page` : (new URL(address).pathname.split('/').pop() ?? address);

/**
 * Firefox holds a content script to the page's policy, which may forbid to fetch (and would report the try): there
 * the panel fetches itself, on sites that the author allowed. In a page of ours no content script runs.
 */
const isHeld = ({ url }: Look): boolean => isFirefox && !isOwnAddress(url);

async function readTag(tabId: number, look: Look, index: number, what: 'script' | 'config'): Promise<string> {
  const tag = look.tags[index];
  const address = what === 'config' ? tag?.config : tag?.src;
  if (!isHeld(look) || address === undefined)
    return (await callStage(tabId, 'readTag', { index, what })).text;
  const isOwn = new URL(address).origin === new URL(look.url).origin;
  return await fetchText(address, isOwn ? 'include' : 'omit');
}

/** The file that a tag's config is in, beside the tag or, where that stands in the page, at the site's root. */
async function readLater(tabId: number, look: Look, src: string | undefined, name: string): Promise<string> {
  if (!isHeld(look))
    return (await callStage(tabId, 'readLater', { name, ...(src !== undefined && { src }) })).text;
  const { origin } = new URL(look.url);
  const address = new URL(name, src ?? origin);
  return await fetchText(address.href, address.origin === origin ? 'include' : 'omit');
}

/** @param isRunning the page says that the tag runs, so it should be here under whatever name */
export async function findConfig(tabId: number, look: Look, isRunning: boolean): Promise<Found> {
  if (isHeld(look) && look.tags.some(({ src }) => src !== undefined) && !(await hasSite(look.url)))
    return { config: { kind: 'locked' }, isTagSeen: false };
  let trouble: FoundConfig = { kind: 'none' };
  let isTagSeen = false;
  /** @returns what to go on with: nothing that failed keeps a later tag from being found */
  const attempt = async (read: () => Promise<FoundConfig | undefined>): Promise<FoundConfig | undefined> => {
    try {
      const found = await read();
      if (found?.kind !== 'bad' && found?.kind !== 'unread') return found;
      trouble = found;
    } catch (error) {
      if (trouble.kind === 'none') trouble = { kind: 'unread', why: sayError(error) };
    }
    return undefined;
  };
  /** @returns the config that a tag holds, or the file that it names; undefined when there is none */
  const judgeTag = async (
    { checked, later }: Read<'script'>,
    src: string | undefined,
    name: string,
  ): Promise<FoundConfig | undefined> => {
    if (checked) return judge(checked, 'tag', name);
    if (later === undefined) return undefined;
    if (isHeld(look) && !(await hasSite(look.url))) return { kind: 'locked' };
    try {
      const rest = await readAside('script', await readLater(tabId, look, src, later));
      if (!rest.checked) throw new Error(t`${later} holds no config`);
      return judge(rest.checked, 'tag', name);
    } catch (error) {
      return { kind: 'unread', why: sayError(error), missing: LATER.name };
    }
  };
  for (const [index, tag] of look.tags.entries()) {
    const found = await attempt(async () => {
      const text = await readTag(tabId, look, index, 'script');
      const read = await readAside('script', text);
      isTagSeen ||= read.isTag;
      if (!read.isTag) return undefined;
      const inside = await judgeTag(read, tag.src, nameOf(tag.src));
      if (inside || tag.config === undefined) return inside;
      const checked = await readAside('config', await readTag(tabId, look, index, 'config'));
      return judge(checked, 'beside', nameOf(tag.config));
    });
    if (found) return { config: found, isTagSeen };
  }
  if (isRunning && !isHeld(look)) {
    const { scripts } = await callStage(tabId, 'readScripts', {});
    for (const { src, text } of scripts) {
      const found = await attempt(async () => {
        const read = await readAside('script', text);
        isTagSeen ||= read.isTag;
        return read.isTag ? await judgeTag(read, src, t`a script of this site`) : undefined;
      });
      if (found) return { config: found, isTagSeen };
    }
  }
  return { config: trouble, isTagSeen };
}
