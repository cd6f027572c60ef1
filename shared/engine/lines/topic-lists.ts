// Which lists of topics a page of this site can have, as far as the patterns themselves tell.

import type { Config } from '../../schema/config.ts';
import { fitsPages, readGlob, readPageAddress, readPageQuery } from '../glob.ts';
import { toJson } from '../native.ts';

/** More pages than these are not thought up; more lists than these are not written down. */
const PAGES = 400;
const LISTS = 64;

/** What stands in a pattern for a piece of an address that no pattern names. */
const ANY = 'x';
const SITE = 'https://site.invalid';

/** The pages a pattern may mean, its `*` filled with what other patterns name. */
function* pagesOf(pattern: string, pieces: string[]): Generator<string> {
  const star = pattern.indexOf('*');
  if (star < 0) {
    yield pattern;
    return;
  }
  for (const piece of pieces)
    for (const rest of pagesOf(pattern.slice(star + 1), pieces)) yield pattern.slice(0, star) + piece + rest;
}

function thinkUp(topics: NonNullable<Config['topics']>): string[][] {
  // a page that none names may be of a topic that all but some have
  const patterns = ['*', ...topics.flatMap(({ pages }) => pages.map((page) => page.replace(/^!/, '')))];
  const pieces = new Set(patterns.flatMap((pattern) => pattern.split(/[*/?]+/)).filter(Boolean));
  // read once, as some hundred pages are compared with each
  const globs = topics.map(({ topic, pages }) => ({ topic, pages: pages.map(readGlob) }));
  const lists = new Map<string, string[]>([['[]', []]]);
  let left = PAGES;
  // each pattern alone comes first, lest one that meets many others leaves none for the rest
  for (const fillings of [[ANY], [...pieces]])
    for (const pattern of patterns)
      for (const page of pagesOf(pattern, fillings)) {
        if (left-- <= 0 || lists.size >= LISTS) return [...lists.values()];
        if (!URL.canParse(page, SITE)) continue;
        const address = readPageAddress(new URL(page, SITE), readPageQuery);
        const list = globs.filter(({ pages }) => fitsPages(pages, address)).map(({ topic }) => topic);
        lists.set(toJson(list), list);
      }
  return [...lists.values()];
}

const thoughtUp = new WeakMap<object, string[][]>();

/**
 * @returns each once, the empty list first; of a page with another list nothing is written down
 */
export function topicLists({ topics = [] }: Pick<Config, 'topics'>): string[][] {
  const lists = thoughtUp.get(topics) ?? thinkUp(topics);
  thoughtUp.set(topics, lists);
  return lists;
}
