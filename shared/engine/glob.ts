// Page patterns as they are published: decoded beforehand, so that a page only compares. They mean what pattern.ts says
// of them as they are written.

import { cutParameters, decodePath, decodeQuery, readPath, readQuery } from './address.ts';
import { fits, readOrigin, trim } from './pattern.ts';

/** What a pattern is about beside the path; and whether its pages are those that are not meant. */
const ORIGIN = 1;
const QUERY = 2;
const NOT = 4;

/** A pattern's text; alone where it is about the path and nothing else. */
export type Glob = string | [text: string, about: number];

/** A page's address as patterns are compared with it. */
export interface PageAddress {
  origin: string;
  path: string;
  query: string;
}

export const readPageQuery = (url: URL): string => decodeQuery(readQuery(url));

/** @param readQuery where a pattern is about the query */
export const readPageAddress = (url: URL, readQuery?: (url: URL) => string): PageAddress => ({
  origin: `${url.protocol}//${url.host}`,
  path: trim(readPath(url)),
  query: readQuery?.(url) ?? '',
});

export function readGlob(pattern: string): Glob {
  const isNot = pattern[0] === '!';
  const [address = '', query] = pattern.slice(+isNot).split(/\?(.*)/s);
  const [, origin, rest] = /^([^/]*:\/\/[^/#]*)(.*)/s.exec(address) ?? [];
  const path = trim(decodePath(cutParameters(origin === undefined ? address : rest || '/')));
  const about = (isNot ? NOT : 0) + (origin === undefined ? 0 : ORIGIN) + (query === undefined ? 0 : QUERY);
  const text =
    (origin === undefined ? '' : readOrigin(origin)) +
    path +
    (query === undefined ? '' : decodeQuery(`?${query}`));
  return about ? [text, about] : text;
}

/** Whether a page is one of those named: some pattern fits and none that excludes does. Only exclusions mean every other. */
export function fitsPages(globs: Glob[], { origin, path, query }: PageAddress): boolean {
  let isMeant: boolean | undefined;
  for (const glob of globs) {
    const [text, about] = typeof glob === 'string' ? [glob, 0] : glob;
    const isFit = fits(text, (about & ORIGIN ? origin : '') + path + (about & QUERY ? query : ''));
    if (!(about & NOT)) isMeant ||= isFit;
    else if (isFit) return false;
  }
  return isMeant ?? true;
}
