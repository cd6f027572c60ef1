// Which elements a change has: its target's, unless earlier changes own all that it wants there, the element is one that
// is never changed, or somebody edits it. What a change once has it keeps while it is in the page.

import { createClaim } from '../../shared/dom/claim.ts';
import { isEdited } from '../../shared/dom/editable.ts';
import { findElements, findRoots } from '../../shared/dom/find.ts';
import { matches } from '../../shared/dom/native.ts';
import { REFUSED } from '../../shared/dom/refused.ts';
import { canTake } from '../../shared/dom/takes.ts';
import { aspectsOf, nameOf } from '../../shared/engine/aspect.ts';
import { writeRule } from './paint-edit.ts';
import type { Paintable, PaintDriver, PaintEdit, PaintParts } from './paint-parts.ts';
import { takeBack } from './take-back.ts';

/** Of so many elements the selector alone would say too much: they are marked. */
const MANY = 99;

/** Rules say by their order which one wins. */
const wantsOf = (change: Paintable): string[] =>
  change.kind === 'style' || change.kind === 'hide' || change.kind === 'css'
    ? []
    : aspectsOf(change).map(nameOf);

/** Those of an edit's elements that may be changed. */
function findAllowed({ change }: PaintEdit, found: Element[]): Element[] {
  const { kind } = change;
  const isContent = kind === 'text' || kind === 'html' || kind === 'hide';
  return found.filter(
    (element) => !matches(element, REFUSED) && canTake(change, element) && !isEdited(element, isContent),
  );
}

/**
 * @param owned what earlier edits want of each element
 * @returns whether there are elements that it did not have
 */
export function claimElements(
  edit: PaintEdit,
  owned: Map<Element, string[]>,
  driver: PaintDriver,
  parts: PaintParts,
): boolean {
  const { change, claims } = edit;
  if (change.kind === 'css') {
    edit.roots = [document];
    return false;
  }
  const roots = findRoots(change.target, driver.watch, driver.later);
  const found = findElements(roots, edit, change.target);
  edit.roots = roots;
  const isDressed = change.kind === 'style' || change.kind === 'hide';
  if (isDressed && !edit.isMarked && found.length > MANY) {
    edit.isMarked = true;
    writeRule(edit, parts);
  }
  if (isDressed && !edit.isMarked) return false;
  const wanted = wantsOf(change);
  let isNew = false;
  for (const element of new Set([...claims.keys(), ...findAllowed(edit, found)])) {
    const claim = claims.get(element);
    const others = owned.get(element) ?? [];
    const aspects = wanted.filter((aspect) => !others.includes(aspect));
    if (!element.isConnected || (wanted[0] && !aspects[0])) {
      if (claim) takeBack(claim, parts);
      continue;
    }
    owned.set(element, [...others, ...aspects]);
    if (claim) claim.aspects = aspects;
    else claims.set(element, createClaim(edit, element, aspects));
    isNew ||= !claim;
  }
  return isNew;
}
