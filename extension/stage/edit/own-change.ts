// Which change put a block into the page: an author who clicks it means that change, not an element of the page.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { findAll } from '../targets/elements.ts';

const isOurs = (element: Element | null): element is Element =>
  element?.hasAttribute('data-selvedge') ?? false;

/** The run of our own elements that begins here, going one way. */
function takeRun(from: Element | null, by: 'nextElementSibling' | 'previousElementSibling'): Element[] {
  const run: Element[] = [];
  for (let at = from; isOurs(at); at = at[by]) run.push(at);
  return run;
}

/** @returns the place of the change in its variant; undefined when none of these inserted the block */
export function findOwnChange(block: Element, changes: readonly PageChange[]): number | undefined {
  const index = changes.findIndex((change) => {
    if (change.kind !== 'insert' && change.kind !== 'block') return false;
    const { target, position } = change;
    let found: Element[];
    try {
      found = findAll(target);
    } catch {
      return false;
    }
    return found.some((element) => {
      if (position === 'before')
        return takeRun(element.previousElementSibling, 'previousElementSibling').includes(block);
      if (position === 'after')
        return takeRun(element.nextElementSibling, 'nextElementSibling').includes(block);
      if (position === 'first')
        return takeRun(element.firstElementChild, 'nextElementSibling').includes(block);
      return takeRun(element.lastElementChild, 'previousElementSibling').includes(block);
    });
  });
  return index < 0 ? undefined : index;
}
