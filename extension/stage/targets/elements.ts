// The elements that changes are about, and those that they put in.

import type { Placement } from '../../../shared/dom/claim.ts';
import { findMeant } from '../../../shared/dom/find.ts';
import type { Target } from '../../../shared/schema/target.ts';

/**
 * Every match of the page's own, also past the hundred that a change is applied to.
 *
 * @throws SyntaxError for a selector nobody can read
 */
export const findAll = (target: Target): Element[] =>
  findMeant(target).filter((element) => !element.closest('[data-selvedge]'));

/** What looks different because of these placements. */
export function findTouched(placements: Placement[]): Element[] {
  const found = new Set<Element>();
  for (const { change } of placements) {
    if (change.kind === 'css') continue;
    try {
      for (const element of findAll(change.target).slice(0, 100))
        if (change.kind !== 'insert' && change.kind !== 'block') found.add(element);
    } catch {
      // a selector that cannot be read touches nothing; the checks say so
    }
  }
  for (const element of document.querySelectorAll('[data-selvedge]')) found.add(element);
  return [...found];
}
