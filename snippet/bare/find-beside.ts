// `findBeside` where the config is a file of its own: which rest belongs to it, the config says, so the rest runs once that
// is there, without which it could do nothing. The plain rest is asked for meanwhile: a site that counts asks in vain.

import type { Tag } from '../find-tag.ts';
import { preload } from '../now/preload.ts';
import { answered } from './load-ahead.ts';

export const FILES = { later: 'selvedge-later.js', listen: 'selvedge-listen.js' };
/** The rest with what counts, what asks, what recommends and what answers by learned numbers or by stated ones. */
const MEASURING = 'selvedge-measure.js';

/** Whether it says so anywhere: where that is of something else, none of it does anything. */
const saysMore = async (): Promise<boolean> =>
  /"(measure|questions|items|persona|expected|alive|model|buyer)"/.test(
    `${await (await answered())?.clone().text()}`,
  );

export async function findBeside(
  file: keyof typeof FILES,
  _table: string,
  { address }: Tag,
  isAgain?: boolean,
): Promise<string> {
  const from = (name: string) => (address ? new URL(name, address).href : `./${name}`);
  const plain = from(FILES[file] + (isAgain ? '#again' : ''));
  // a link that is not used harms nobody
  const loaded = address ? preload(plain) : undefined;
  // heard below, or of no consequence
  loaded?.catch(() => {});
  // at the second try the one that everybody has: a page without counts is better than none
  if (file === 'later' && !isAgain && (await saysMore().catch(() => false))) {
    const measuring = from(MEASURING);
    if (address) await preload(measuring);
    return measuring;
  }
  await loaded;
  return plain;
}
