// Page patterns: globs, matched in order of their fixed pieces, so no input makes them slow.

const trim = (path: string): string => path.replace(/(.)\/+$/, '$1');

/** `*` is any run of characters, everything else is itself. */
const fits = (pattern: string, text: string): boolean => {
  const pieces = pattern.split('*');
  const last = pieces.length - 1;
  let from = 0;
  return (
    pieces.every((piece, i) => {
      const at = i && (i < last ? text.indexOf(piece, from) : text.length - piece.length);
      const isThere = at >= from && text.startsWith(piece, at);
      from = at + piece.length;
      return isThere;
    }) &&
    (last > 0 || from === text.length)
  );
};

const matches = (pattern: string, url: URL): boolean => {
  // The browser percent-encodes what an author may write plainly: /café
  const [path = '', query] = pattern.replace(/[^ -~]+/g, encodeURIComponent).split(/\?(.*)/s);
  const search = query === undefined ? '' : url.search;
  const tail = query === undefined ? '' : `?${query}`;
  const [, origin, rest] = /^([^/]*:\/\/[^/]*)(.*)/s.exec(path) ?? [];
  return origin === undefined
    ? fits(trim(path) + tail, trim(url.pathname) + search)
    : fits(
        origin.toLowerCase() + trim(rest || '/') + tail,
        `${url.protocol}//${url.host}${trim(url.pathname)}${search}`,
      );
};

/**
 * Whether a page is one of those named: some pattern fits and no exclusion (`!…`) does.
 * Only exclusions mean every other page.
 *
 * @param url an absolute URL; its fragment never matters, its query only where the pattern has `?`
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
