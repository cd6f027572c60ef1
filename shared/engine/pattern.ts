// Page patterns: globs, matched in order of their fixed pieces, so no input makes them slow.

import { cutParameters, decodePath, decodeQuery, readPath, readQuery } from './address.ts';

export const trim = (path: string): string => path.replace(/(.)\/+$/, '$1');

/** `*` is any run of characters, everything else is itself. */
export const fits = (pattern: string, text: string): boolean => {
  const pieces = pattern.split('*');
  const last = pieces.length - 1;
  let from = 0;
  return (
    pieces.every((piece, i) => {
      const at = i && (i < last ? text.indexOf(piece, from) : text.length - piece.length);
      const isThere = at >= from && text.slice(at, at + piece.length) === piece;
      from = at + piece.length;
      return isThere;
    }) &&
    (last > 0 || from === text.length)
  );
};

/** As the browser writes it: in lower case, without the port that goes without saying. */
export const readOrigin = (origin: string): string =>
  origin.toLowerCase().replace(/^(http:.*):80$|^(https:.*):443$/, '$1$2');

const matches = (pattern: string, url: URL): boolean => {
  const [address = '', query] = pattern.split(/\?(.*)/s);
  const [, origin, rest] = /^([^/]*:\/\/[^/#]*)(.*)/s.exec(address) ?? [];
  const path = decodePath(cutParameters(origin === undefined ? address : rest || '/'));
  const [host, ownHost] =
    origin === undefined ? ['', ''] : [readOrigin(origin), `${url.protocol}//${url.host}`];
  const [tail, ownTail] =
    query === undefined ? ['', ''] : [decodeQuery(`?${query}`), decodeQuery(readQuery(url))];
  return fits(host + trim(path) + tail, ownHost + trim(readPath(url)) + ownTail);
};

/**
 * Whether a page is one of those named: some pattern fits and no exclusion (`!…`) does.
 * Only exclusions mean every other page.
 *
 * @param url an absolute URL; its fragment matters only as a route, its query only where the pattern has `?`
 * @throws TypeError when `url` is not absolute
 */
export function matchesPages(patterns: string[], url: URL | string): boolean {
  const page = typeof url === 'string' ? new URL(url) : url;
  const all = patterns.map((each) => `${each}`);
  const wanted = all.filter((pattern) => pattern[0] !== '!');
  return (
    (!wanted.length || wanted.some((pattern) => matches(pattern, page))) &&
    !all.some((pattern) => pattern[0] === '!' && matches(pattern.slice(1), page))
  );
}
