// Has the browser fetch a module before it is imported, by a `modulepreload` link: what that has loaded is what `import()`
// then finds. For two reasons:
//
// `import()` takes no hash, and an import map is the page's own; a link takes one, and a page's `Integrity-Policy` counts
// the module as vouched for. WebKit does not look at the hash of such a link (WebKitGTK 2.50), nor at that of a failed
// script element when the same module is imported: what it loads there it runs.
//
// What a page imports while it is being left keeps the next page's `load` waiting in Firefox (153), for as long as the
// answer takes; what a link fetches does not. See docs/notes/page-facts.md.
//
// https://html.spec.whatwg.org/multipage/links.html#link-type-modulepreload

/** So long (ms) a link that needs no hash is waited for; `import()` goes on with what it has not loaded by then. */
const PATIENCE = 2_000;

/** @returns nothing where it would load nothing, and nobody would say so */
function createLink(href: string, integrity: string): HTMLLinkElement | undefined {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return undefined;
  const { nonce = '' } = document.querySelector<HTMLElement>('script[nonce]') ?? {};
  return Object.assign(link, { rel: 'modulepreload', nonce, integrity, href });
}

const isFetched = (link: HTMLLinkElement): Promise<boolean> =>
  new Promise((resolve) => {
    link.onload = () => resolve(true);
    link.onerror = () => resolve(false);
    // in Firefox a link that the page takes out says nothing more
    if (!link.integrity) setTimeout(resolve, PATIENCE, true);
    document.documentElement.append(link);
  });

/**
 * @param integrity as on a script element
 * @returns resolves when the module may be imported; rejects where it does not come, or is not what the owner vouches for,
 *   and where the browser could not tell
 */
export async function preload(address: string, integrity = ''): Promise<void> {
  let isHere: boolean | undefined;
  try {
    const link = createLink(address, integrity);
    isHere = link && (await isFetched(link));
    link?.remove();
  } catch {
    // a page that has broken what that takes
  }
  if (isHere === false) throw new Error('missing, blocked, or not what the tag asks for');
  if (integrity && !isHere) throw new Error('this browser checks no module');
}
