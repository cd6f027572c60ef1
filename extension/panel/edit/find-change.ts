// Finds a change of a variant again: other windows put changes in another order, add and remove them meanwhile. It is known
// by what it holds, and its place only tells apart what holds the same. Pure.

import { slotOf } from '../../../shared/engine/aspect.ts';
import { hash } from '../../../shared/engine/hash.ts';
import type { Change } from '../../../shared/schema/change.ts';
import { sortKeys } from '../draft/is-same.ts';

interface Noted {
  $name?: unknown;
  $off?: unknown;
}

/** What it holds as text to compare, without the author's notes: another form writes those. */
export function sayHeld(change: Change): string {
  const { $name: _name, $off: _off, ...held }: Change & Noted = change;
  return JSON.stringify(sortKeys(held));
}
/** The same as one figure. */
export const markOf = (change: Change): number => hash(sayHeld(change));

/** What it is, whatever it says. */
const sayKind = (change: Change): string =>
  `${slotOf(change)} ${change.kind} ${change.kind === 'block' ? `${change.shape} ${JSON.stringify(sortKeys(change.place))}` : ''}`;

/**
 * @param index where it stood when it was written
 * @param marks all that it may hold by now, as far as its form knows
 * @param next what it is to hold
 * @returns its place; undefined where it is gone
 */
export function findChange(
  changes: readonly Change[],
  index: number,
  marks: readonly number[],
  next: Change,
): number | undefined {
  const nearest = (isIt: (change: Change) => boolean): number | undefined =>
    changes
      .flatMap((change, at) => (change.kind === next.kind && isIt(change) ? [at] : []))
      .sort((one, other) => Math.abs(one - index) - Math.abs(other - index))[0];
  const known = new Set([...marks, markOf(next)]);
  // changed elsewhere in the same moment: what is of its kind, nearest to where it was
  return nearest((one) => known.has(markOf(one))) ?? nearest((one) => sayKind(one) === sayKind(next));
}
