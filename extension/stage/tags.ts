// Finds the tag among the page's scripts, and fetches what it says. The page may lie here: all of it is data that
// the panel checks before it believes it, and shows as text.

import type { Look } from '../lib/calls.ts';

type Tag = Look['tags'][0];

const MOST_SCRIPTS = 30;
/** Longer than any tag with a config inside. */
const MOST_TEXT = 8_000_000;

const findElements = (): HTMLScriptElement[] =>
  [...document.querySelectorAll<HTMLScriptElement>('script')].filter(
    (script) =>
      script.hasAttribute('data-config') ||
      /selvedge/i.test(script.getAttribute('src') ?? '') ||
      (!script.hasAttribute('src') && isBundle(script.textContent ?? '')),
  );

const isBundle = (text: string): boolean =>
  /"version":1,.*"segments":\[/s.test(text) && text.includes('selvedge');

export function findTags(): Tag[] {
  return findElements().map((script) => {
    const config = script.getAttribute('data-config');
    const consent = script.getAttribute('data-consent');
    const src = script.getAttribute('src');
    return {
      ...(src !== null && { src: new URL(src, document.baseURI).href }),
      ...(config !== null && { config: new URL(config, document.baseURI).href }),
      ...(consent !== null && { consent }),
    };
  });
}

/** @throws Error in plain words when it cannot be read */
async function fetchText(address: string): Promise<string> {
  if (!/^https?:/.test(address)) throw new Error('this address cannot be read');
  const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => undefined);
  if (!answer) throw new Error(`the browser could not fetch ${address}`);
  if (!answer.ok) throw new Error(`the server answered ${answer.status} for ${address}`);
  return (await answer.text()).slice(0, MOST_TEXT);
}

export async function readTag(index: number, what: 'script' | 'config'): Promise<string> {
  const script = findElements()[index];
  const tag = findTags()[index];
  if (!script || !tag) throw new Error('the tag is no longer on the page');
  if (what === 'config') {
    if (tag.config === undefined) throw new Error('the tag names no config');
    return await fetchText(tag.config);
  }
  return tag.src === undefined ? (script.textContent ?? '') : await fetchText(tag.src);
}

/** The scripts of this site, for a tag that goes by another name. What cannot be fetched is left out. */
export async function readScripts(): Promise<string[]> {
  const addresses = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
    .map(({ src }) => src)
    .filter((src) => src.startsWith(`${location.origin}/`))
    .slice(0, MOST_SCRIPTS);
  const texts = await Promise.all(addresses.map((address) => fetchText(address).catch(() => '')));
  return texts.filter(isBundle);
}
