// Which lists of topics a page of this site can have, as far as the patterns themselves tell.

import type { Config } from '../../schema/config.ts';
import { toJson } from '../native.ts';
import { matchesPages } from '../pattern.ts';

/** More pages than these are not thought up; more lists than these are not written down. */
const PAGES = 2000;
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

/**
 * @returns each once, the empty list first; a page with another list is one of which nothing was written down
 */
export function topicLists({ topics = [] }: Pick<Config, 'topics'>): string[][] {
  const patterns = topics.flatMap(({ pages }) => pages.map((page) => page.replace(/^!/, '')));
  const pieces = [ANY, ...new Set(patterns.flatMap((pattern) => pattern.split(/[*/?]+/)).filter(Boolean))];
  const lists = new Map([['[]', [] as string[]]]);
  let left = PAGES;
  for (const pattern of patterns)
    for (const page of pagesOf(pattern, pieces)) {
      if (left-- <= 0 || lists.size >= LISTS) return [...lists.values()];
      const url = URL.canParse(page, SITE) ? new URL(page, SITE) : undefined;
      if (!url) continue;
      const list = topics.filter(({ pages }) => matchesPages(pages, url)).map(({ topic }) => topic);
      lists.set(toJson(list), list);
    }
  return [...lists.values()];
}
