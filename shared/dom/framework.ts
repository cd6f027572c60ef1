// Whether the markup, or the page, shows that a framework is to claim the server's HTML.
import { closest, findAll, parentOf } from './native.ts';

/** Usual containers of what a server rendered. */
const ROOTS =
  '#root,#app,[id^=__],[id^=svelte],[data-reactroot],[data-server-rendered],[data-hk],astro-island';
/** What Qwik resumes. */
export const QWIK = '[q\\:container]';
/** Islands of Astro not hydrated yet, Angular's views and deferred blocks, React's parts not yet in their place. */
export const AWAITED = 'astro-island[ssr],[ngh],[ngb],[hidden][id*="S:"]';
/** What loads from the folders of frameworks (/_next/, /_nuxt/, /_app/). */
const FOLDERS = 'script[src*="/_"],link[href*="/_"]';
/** Any page's modules: what they do to the markup, nobody knows. */
const MODULES = 'script[type=module],link[rel=modulepreload]';
/** What others leave nothing but a word of: React Router, Solid. */
const SAID = ['__reactRouterContext', '_$HY'];
/** What server rendering leaves first in a container: fragments of Svelte and Vue, React's Suspense and texts. */
const COMMENT = /^(\[[!-]?|\$[?!~]?|&| )$/;

/** Whether this element is a framework's, as far as can be told by what servers leave for one. */
export function isFramework(element: Element): boolean {
  if (closest(element, ROOTS) || findAll(document, FOLDERS)[0] || SAID.some((name) => name in window))
    return true;
  for (let at: Node | null = element; at; at = parentOf(at))
    for (const child of at === element ? at.childNodes : [at.firstChild])
      if (child?.nodeType === 8 && COMMENT.test(child.nodeValue ?? '')) return true;
  return false;
}

/** Whether a module of the page's may do something to its markup. */
export const hasModules = (): boolean => !!findAll(document, MODULES)[0];

/** Whether nobody comes for this element: what is sure before any script of the page's has run. */
export const isPlain = (element: Element): boolean =>
  !hasModules() && !closest(element, `${QWIK},${AWAITED}`) && !isFramework(element);
