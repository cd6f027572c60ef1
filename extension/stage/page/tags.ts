// Finds the tag among the page's scripts, and fetches what it says. The page may lie here: all of it is data that
// the panel checks before it believes it, and shows as text.

import { t } from '../../../shared/words/t.ts';
import { fetchText, MOST_TEXT } from '../../wire/fetch-text.ts';
import type { Look } from '../../wire/stage-shapes.ts';

type Tag = Look['tags'][0];

const MOST_SCRIPTS = 30;
/** All scripts of a page together, characters. */
const MOST_IN_ALL = 2 * MOST_TEXT;

const findElements = (): HTMLScriptElement[] =>
  [...document.querySelectorAll<HTMLScriptElement>('script')]
    .filter(
      (script) =>
        script.hasAttribute('data-config') ||
        /selvedge/i.test(script.getAttribute('src') ?? '') ||
        (!script.hasAttribute('src') && isBundle(script.textContent ?? '')),
    )
    // other vendors have data-config too: what bears our name comes first
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
    .slice(0, MOST_SCRIPTS);

const isNamed = (script: HTMLScriptElement): boolean =>
  !script.hasAttribute('src') || /selvedge/i.test(script.getAttribute('src') ?? '');

/** Plain searches: a pattern would look through the rest of the text anew at each beginning. */
function isBundle(text: string): boolean {
  // the first of two files: its settings name the other (shared/publish/find-later.ts reads that)
  if (text.includes('\n:\t{') && text.includes('"later":"')) return true;
  const at = text.indexOf('"version":1,');
  return at >= 0 && text.includes('"segments":[', at) && text.includes('selvedge');
}

const resolve = (address: string): string | undefined =>
  URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : undefined;

function readAttributes(script: HTMLScriptElement): Tag {
  const [src, config] = ['src', 'data-config'].map((name) => resolve(script.getAttribute(name) ?? ''));
  const consent = script.getAttribute('data-consent');
  return {
    ...(script.hasAttribute('src') && src !== undefined && { src }),
    ...(script.hasAttribute('data-config') && config !== undefined && { config }),
    ...(consent !== null && { consent }),
  };
}

export const findTags = (): Tag[] => findElements().map(readAttributes);

/** @throws Error in plain words when it cannot be read */
export async function readTag(index: number, what: 'script' | 'config'): Promise<string> {
  const script = findElements()[index];
  if (!script) throw new Error(t`the tag is no longer on the page`);
  const { src, config } = readAttributes(script);
  if (what === 'config') {
    if (config === undefined) throw new Error(t`the tag names no config`);
    return await fetchText(config, 'same-origin');
  }
  if (src !== undefined) return await fetchText(src, 'same-origin');
  const text = script.textContent ?? '';
  if (text.length > MOST_TEXT) throw new Error(t`the script in the page is too long to be read`);
  return text;
}

const findAddresses = (): string[] =>
  [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);

/**
 * The file that a tag's config is in, from where the tag itself asks for it: its own folder, or the site's root.
 *
 * @param src of the tag
 * @param name as it asks for that
 * @throws Error in plain words when it cannot be read
 */
export async function readLater(src: string | undefined, name: string): Promise<string> {
  if (src !== undefined && !findAddresses().includes(src))
    throw new Error(t`the tag is no longer on the page`);
  return await fetchText(new URL(name, src ?? location.origin).href, 'same-origin');
}

/** The scripts of this site, for a tag that goes by another name. What cannot be fetched is left out. */
export async function readScripts(): Promise<{ src: string; text: string }[]> {
  const addresses = findAddresses()
    .filter((src) => src.startsWith(`${location.origin}/`))
    .slice(0, MOST_SCRIPTS);
  const scripts = await Promise.all(
    addresses.map(async (src) => ({ src, text: await fetchText(src, 'same-origin').catch(() => '') })),
  );
  let length = 0;
  return scripts.filter(({ text }) => {
    if (!isBundle(text) && !text.includes('selvedge:standby')) return false;
    length += text.length;
    return length <= MOST_IN_ALL;
  });
}
