// Whether an element's nodes may be edited now, or a framework is still to claim the server's HTML.
//
// Attributes, rules and shadow roots are tolerated by hydration; edited text and inserted nodes are not
// (React throws the tree away, Vue and Svelte revert). A page with no smell of a framework root never
// waits. Where there is one, an element is free as soon as the framework has left its mark: React on
// each node, Vue and Preact on the container, Svelte on the prototypes. A page that smells but never hydrates is
// free 2 s after its load event.
import { closest, findAll } from './native.ts';

/** Usual containers, and what loads from the folders of frameworks (/_next/, /_nuxt/, /_app/, /_astro/). */
const ROOTS = '#root,#app,[id^=__],[id^=svelte],[data-reactroot],[data-server-rendered],astro-island';
const SCRIPTS = 'script[src*="/_"],link[href*="/_"]';

function isAwaited(element: Element): boolean {
  let smells = !!closest(element, ROOTS) || !!findAll(document, SCRIPTS)[0];
  for (let at: Node | null = element; at; at = at.parentNode) {
    // what server rendering leaves first in a container: fragments of Svelte and Vue, React's Suspense and texts
    smells ||=
      /^(\[[!-]?|\$[?!]?| )$/.test((at.firstChild as Comment | null)?.data ?? '') &&
      at.firstChild?.nodeType === 8;
    if ('__vue_app__' in at || '__k' in at) return false;
  }
  if (smells) for (const key in element) if (/^__react|^__e$/.test(key)) return false;
  return smells;
}

const free = new WeakSet<Element>();

/** Whether nodes in or beside this element may be edited without hydration noticing. */
export function isFree(element: Element): boolean {
  if (free.has(element)) return true;
  const { loadEventEnd } = performance.timing;
  if ((loadEventEnd && Date.now() > loadEventEnd + 2000) || !isAwaited(element)) free.add(element);
  return free.has(element);
}
