// Lets the browser load a module only if it holds what the owner vouches for. `import()` takes no hash, and an import map
// is the page's own; but what a `modulepreload` link with a hash has loaded is what `import()` then finds, and a page's
// `Integrity-Policy` counts it as vouched for.
//
// WebKit does not look at the hash of such a link (WebKitGTK 2.50), nor at that of a failed script element when the
// same module is imported: what it loads there it runs.
//
// https://html.spec.whatwg.org/multipage/links.html#link-type-modulepreload

/**
 * @param integrity as on a script element
 * @returns resolves when the module may be imported; rejects where it is another one, does not come, or where the browser
 *   could not tell
 */
export function vouch(address: string, integrity: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    // without it nothing is loaded, and nobody says so
    if (!link.relList.supports('modulepreload')) throw new Error('this browser checks no module');
    const { nonce = '' } = document.querySelector<HTMLElement>('script[nonce]') ?? {};
    Object.assign(link, { rel: 'modulepreload', nonce, integrity, href: address });
    const end = (done: () => void) => () => {
      link.remove();
      done();
    };
    link.onload = end(resolve);
    link.onerror = end(() => reject(new Error('it is not what the tag asks for')));
    document.documentElement.append(link);
  });
}
