// Whether an element's nodes may be edited now, or a framework is still to claim the server's HTML.
//
// Attributes, rules and shadow roots are tolerated by hydration; edited text and inserted nodes are not
// (React throws the tree away, Vue and Svelte revert, Angular takes our nodes for its own). So where there is doubt
// an element waits until it carries its framework's mark (progress.ts), or until nothing has come for two seconds
// after its markup did. A page without a module script and without a framework's mark never waits.
//
// https://react.dev/errors/418
// https://vuejs.org/guide/scaling-up/ssr.html#hydration-mismatch
// https://angular.dev/guide/hydration
import { hasModules, isFramework } from './framework.ts';
import { closest, findAll, parentOf } from './native.ts';
import { findProgress } from './progress.ts';

const PATIENCE_MS = 2000;

/** Where Astro is at work, only islands are hydrated. @see https://docs.astro.build/en/concepts/islands/ */
const ASTRO = '[name^=astro-],[src*="/_astro/"],[href*="/_astro/"],astro-island';
/** When markup came that an observer saw coming, in ms since the page began. */
const arrivals = new WeakMap<Node, number>();

/** Takes note of what has come. */
export function noteArrivals(records: MutationRecord[]): void {
  for (const { addedNodes } of records) for (const node of addedNodes) arrivals.set(node, performance.now());
}

/** Whether nobody will come for this markup any more, as far as can be told. */
function isOver(element: Element): boolean {
  if (findAll(document, ASTRO)[0] && !closest(element, 'astro-island')) return true;
  let arrived = 0;
  for (let at: Node | null = element; at; at = parentOf(at))
    arrived = Math.max(arrived, arrivals.get(at) ?? 0);
  const { navigationStart, domContentLoadedEventEnd, loadEventEnd } = performance.timing;
  const isLate = performance.now() > arrived + PATIENCE_MS;
  // a framework's scripts may be slow; all that counts for is loaded by then
  if (isFramework(element)) return isLate && !!loadEventEnd && Date.now() > loadEventEnd + PATIENCE_MS;
  // what came after the parser's end, a script of the page's made
  const isMade = !!domContentLoadedEventEnd && arrived > domContentLoadedEventEnd - navigationStart + 1;
  return isLate || isMade || !hasModules();
}

const free = new WeakSet<Element>();

/** Takes somebody else's word for it that nodes in or beside this element may be edited. */
export function noteFree(element: Element): void {
  free.add(element);
}

/** Whether nodes in or beside this element may be edited without hydration noticing. */
export function isFree(element: Element): boolean {
  if (free.has(element)) return true;
  const progress = findProgress(element);
  if (progress === 'taken' || (!progress && isOver(element))) free.add(element);
  return free.has(element);
}
