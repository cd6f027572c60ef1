// Opens the visitor's own view, or says that this is a preview: a file beside the tag, fetched only when asked for.
//
// By `import()`, because that needs no exception under Trusted Types, where the address of a script element does.
// The price: a module so loaded has no integrity attribute. It is the site's own file, from the tag's own folder.

import { loadBeside } from './beside.ts';
import { whenCalm } from './idle.ts';
import type { Mirror } from './mirror/main.tsx';
import { attempt, listen, quiet } from './native.ts';
import type { Warn } from './warn.ts';

const LINK = '#selvedge-privacy';
const FILE = 'selvedge-panel.js';

/** Resolves when the file has done `work`, or could not. Never rejects. */
export async function withMirror(warn: Warn, work: (mirror: Mirror) => void): Promise<void> {
  try {
    work((await loadBeside(FILE)) as Mirror);
  } catch (error) {
    warn({ code: 'panel', message: `not opened (${error}); it belongs beside the tag`, path: FILE });
  }
}

/** Every link to `#selvedge-privacy` opens it, wherever it is and whenever it came; and so does that address. */
export function watchLinks(open: () => void): void {
  const look = () => {
    if (location.hash === LINK) open();
  };
  listen(window, 'hashchange', look);
  void whenCalm(look);
  const follow = quiet((event: MouseEvent) => {
    // a form may hold a field of that name
    const { closest } = Element.prototype;
    const [clicked] = event.composedPath();
    const link = clicked instanceof Element && closest.call(clicked, 'a');
    if (!(link instanceof HTMLAnchorElement) || link.hash !== LINK) return;
    event.preventDefault();
    open();
  });
  // a page may have put something else in its place
  attempt(() => document.addEventListener('click', follow, true), undefined);
}
