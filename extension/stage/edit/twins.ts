// A moved element is hidden where it was and shown as a copy elsewhere: what an author clicks is the copy, what a
// change is about is the original.

import { copies } from '../../../shared/dom/claim.ts';
import { LIST, SHOWN_OVER } from '../../../shared/dom/recommend/list-rule.ts';

/** The elements inside, in order, without what changes put there. */
const inside = (element: Element): Element[] =>
  [...element.querySelectorAll('*')].filter((one) => {
    const ours = one.closest('[data-selvedge]');
    return !ours || ours === element || !element.contains(ours);
  });

function findTwin(element: Element, from: Element, to: Element): Element | undefined {
  return element === from ? to : inside(to)[inside(from).indexOf(element)];
}

/** What the page itself has for something in a copy of ours; undefined when it is no copy. */
export function findOriginal(element: Element): Element | undefined {
  const copy = element.closest('[data-selvedge]');
  const edit = copy && copies.get(copy);
  if (!edit) return undefined;
  for (const [original, { nodes }] of edit.claims)
    if (nodes.includes(copy)) return findTwin(element, copy, original);
  return undefined;
}

/** Where an element of the page is seen: itself, its twin in the copy of what was moved, or the list that is shown over it. */
export function findShown(element: Element): Element {
  if (element.getClientRects().length) return element;
  let over = element.closest(SHOWN_OVER)?.previousElementSibling;
  while (over && !over.hasAttribute(LIST)) over = over.previousElementSibling;
  if (over) return over;
  for (const copy of document.querySelectorAll('[data-selvedge]'))
    for (const [original, { nodes }] of copies.get(copy)?.claims ?? [])
      if (nodes.includes(copy) && original.contains(element))
        return findTwin(element, original, copy) ?? element;
  return element;
}
