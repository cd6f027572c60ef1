// What dragging does to a plain list.

import { findItem } from './find-item.ts';

/**
 * Moves an item of a list in place; what is gone by now, or is to stand before what is, moves nothing.
 * @param shown the list in which it was dragged
 * @param to where it is put in that, counted before it is taken away
 */
export function putItem<T>(
  list: T[],
  shown: readonly T[],
  [from, to]: readonly [number, number],
  isIt?: (one: T, other: T) => boolean,
): void {
  const at = findItem(list, shown, from, isIt);
  const before = to < shown.length ? findItem(list, shown, to, isIt) : list.length;
  if (at === undefined || before === undefined) return;
  const [one] = list.splice(at, 1);
  if (one !== undefined) list.splice(before > at ? before - 1 : before, 0, one);
}
