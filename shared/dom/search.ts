// What in the page may have come to match a target since the last look, so that not all of it is asked each time.
//
// A selector without siblings and states says of an element and what is around it alone whether it matches; such a one
// asks only what was added or written to. While the parser works, nothing follows what it has added, so every selector
// does. All others ask the whole document. None of it may find less than that would.
import type { Target } from '../schema/target.ts';
import type { Edit } from './claim.ts';
import { findElements, isMeant } from './find.ts';
import { findIn, isElement, matches, parentOf } from './native.ts';
import type { Root } from './wear.ts';

/** Looks at an edit's elements. @returns all that its target means now */
export type Search = (edit: Edit, roots: Root[], target: Target) => Element[];

/** Neither siblings nor states: `:not`, `:is` and `:where` only pass on what stands in them. */
const isLocal = (css: string): boolean => !/[+~]|:(?!(not|is|where)\()/.test(css);

/** The outermost elements that records speak of. */
function findTops(records: MutationRecord[]): Element[] {
  const all = new Set<Node | null>();
  for (const { type, target, addedNodes } of records)
    if (type === 'attributes') all.add(target);
    else for (const node of addedNodes) all.add(node);
  return [...all].filter(
    (node): node is Element => isElement(node) && node.isConnected && !all.has(parentOf(node)),
  );
}

/** What is around whatever changed: its text is another, or it holds something. */
function findAround(records: MutationRecord[]): Element[] {
  const around = new Set<Node>();
  for (const { target } of records)
    for (let at: Node | null = target; at && !around.has(at); at = parentOf(at)) around.add(at);
  return [...around].filter(isElement);
}

/** @param records all that was changed since the last search, by the page and by us; undefined: look at everything */
export function createSearch(edits: Edit[], records: MutationRecord[] | undefined): Search {
  const cssOf = ({ change, isBad, found }: Edit) =>
    'target' in change && found && !isBad ? change.target.css : [];
  const all = edits.flatMap(cssOf).join();
  let near: Element[] | undefined;
  const findNear = () => {
    const since = records ?? [];
    const inside = findTops(since).flatMap((top) => [
      ...(matches(top, all) ? [top] : []),
      ...findIn(top, all),
    ]);
    return [...new Set([...inside, ...findAround(since)])];
  };
  return (edit, roots, target) => {
    const { found } = edit;
    const isNear =
      records &&
      found &&
      !found[99] &&
      roots.length === 1 &&
      roots[0] === document &&
      (document.readyState === 'loading' || isLocal(target.css));
    if (!isNear) return findElements(roots, edit, target);
    near ??= findNear();
    const isStill = (element: Element) => element.isConnected && isMeant(element, target, edit);
    const isSame =
      found.every(isStill) && !near.some((element) => !found.includes(element) && isStill(element));
    return isSame ? found : findElements(roots, edit, target);
  };
}
