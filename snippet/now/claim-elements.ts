// Which elements a change has: its target's, unless earlier changes own all that it wants there, the element is one that
// is never changed, or somebody edits it. What a change once has it keeps while it is in the page.

import { createClaim } from '../../shared/dom/claim.ts';
import { isEdited } from '../../shared/dom/editable.ts';
import { findMatching } from '../../shared/dom/find.ts';
import type { PaintDriver, PaintParts } from './paint-parts.ts';
import type { PaintEdit } from './paintable.ts';
import { takeBack } from './take-back.ts';

const always = () => true;

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
  const { kind } = change;
  const { findRoots, isSaid = always, mayChange = always, writeRule } = parts;
  const target = 'target' in change ? change.target : undefined;
  edit.roots = (target && findRoots?.(target, driver.watch, driver.later)) ?? [document];
  const found = target
    ? findMatching(edit.roots, edit, target.css, (element) => isSaid(element, target))
    : [];
  if (writeRule?.(edit, found.length)) return false;
  const isContent = kind === 'text' || kind === 'html' || kind === 'hide';
  const allowed = found.filter((element) => mayChange(change, element) && !isEdited(element, isContent));
  const wanted = ('owns' in change && change.owns) || [];
  let isNew = false;
  for (const element of new Set([...claims.keys(), ...allowed])) {
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
