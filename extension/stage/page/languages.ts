// Which languages a page says that its site has: its own, and those that it leads to.

const MOST = 40;
/** Longer is no language tag that anybody writes. */
const LONGEST = 35;

/** As the page writes them, its own first; what is no tag may be among them. */
export function findLanguages(): string[] {
  const others = [...document.querySelectorAll('link[rel~="alternate"][hreflang], a[hreflang]')].map(
    (element) => element.getAttribute('hreflang') ?? '',
  );
  const said = [document.documentElement?.lang ?? '', ...others]
    .map((tag) => tag.trim())
    .filter((tag) => tag && tag.length <= LONGEST && tag.toLowerCase() !== 'x-default');
  return [...new Set(said)].slice(0, MOST);
}
