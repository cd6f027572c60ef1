// Whether the pages of one list are all among those of another, as far as the patterns themselves tell.

/** Stands for a `*` of the inner pattern; no address holds it. */
const ANY = '\u0001';

/** Whether a glob takes this text; `*` is any run of characters. */
function takes(glob: string, text: string): boolean {
  // asked of every two experiences of a config: what most pages are is told quickly
  if (!glob.includes('*')) return glob === text;
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return from <= text.length - last.length;
}

/** What is written plainly and what the matcher takes for the same: a slash at the end does not count. */
function tidy(pattern: string): string {
  let end = pattern.length;
  while (end > 1 && pattern.endsWith('/', end)) end--;
  return pattern.slice(0, end);
}

/** Whether every page that fits `inner` fits `outer`. May miss some, never claims one. */
function covers(outer: string, inner: string): boolean {
  return outer === '*' || takes(tidy(outer), tidy(inner).replaceAll('*', ANY));
}

/** Whether every page of `inner` is one of `outer`: false where it cannot be told. */
export function coversPages(outer: string[], inner: string[]): boolean {
  const isOut = (pattern: string) => pattern.startsWith('!');
  const wanted = outer.filter((pattern) => !isOut(pattern));
  const asked = inner.filter((pattern) => !isOut(pattern));
  const isCovered = (pattern: string) => !wanted.length || wanted.some((wide) => covers(wide, pattern));
  // only exclusions mean every other page
  if (!(asked.length ? asked : ['*']).every(isCovered)) return false;
  return outer.filter(isOut).every((pattern) => {
    const excluded = pattern.slice(1);
    return inner.filter(isOut).some((own) => covers(own.slice(1), excluded));
  });
}
