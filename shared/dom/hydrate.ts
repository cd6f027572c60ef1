// Whether an element's nodes may be edited now, or a framework is still to claim the server's HTML.
//
// Attributes, rules and shadow roots are tolerated by hydration; edited text and inserted nodes are not
// (React throws the tree away, Vue and Svelte revert). A page with no smell of a framework root never
// waits. Where there is one, an element is free as soon as the framework has left its mark on it:
// React on each node, Vue on the container, Svelte on the prototypes. A page that smells but never
// hydrates is free 2 s after its load event.
import { closest } from './native.ts';

const ROOTS =
  '#root,#app,#__next,#__nuxt,#___gatsby,#svelte,[data-reactroot],[data-server-rendered],[data-sveltekit-hydrate],astro-island,[data-hydrate]';
const SCRIPTS =
  'script[src*="/_next/"],script[src*="/_nuxt/"],[href*="/_app/immutable/"],[src*="/_app/immutable/"]';

/** Comments that server rendering leaves first in a container: Svelte and Vue fragments, React's Suspense and texts. */
const COMMENT = /^(\[!?-?|\$[?!]?| )$/;

function smells(element: Element): boolean {
  if (closest(element, ROOTS) || document.querySelector(SCRIPTS)) return true;
  for (let at: Node | null = element; at; at = at.parentNode) {
    const { firstChild } = at;
    if (firstChild?.nodeType === 8 && COMMENT.test((firstChild as Comment).data)) return true;
  }
  return false;
}

function isClaimed(element: Element): boolean {
  for (const key in element) if (/^__react(F|P|E)/.test(key)) return true;
  if ('__e' in Element.prototype) return true;
  for (let at: Node | null = element; at; at = at.parentNode) if ('__vue_app__' in at) return true;
  return false;
}

/** Whether nodes in or beside this element may be edited without hydration noticing. */
export function isFree(element: Element): boolean {
  const { loadEventEnd } = performance.timing;
  return (loadEventEnd > 0 && Date.now() - loadEventEnd > 2000) || !smells(element) || isClaimed(element);
}
