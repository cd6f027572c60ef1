// Finds an item of a list that is shown in the list as it is stored by now: what was pressed just before is stored, and not
// shown yet. Pure.

import { isSame } from './is-same.ts';

/**
 * @param at where it is shown
 * @param isIt where its items have names: whether two are one
 * @returns its place; undefined where it is gone, or one of several that are alike is
 */
export function findItem<T>(
  stored: readonly T[],
  shown: readonly T[],
  at: number,
  isIt: (one: T, other: T) => boolean = isSame,
): number | undefined {
  const isHere = (one: T, place: number) => {
    const other = shown[place];
    return other !== undefined && isIt(one, other);
  };
  // it alone was edited
  if (stored.length === shown.length && stored.every((one, place) => place === at || isHere(one, place)))
    return at;
  const item = shown[at];
  if (item === undefined) return undefined;
  const placesOf = (list: readonly T[]) => list.flatMap((one, place) => (isIt(one, item) ? [place] : []));
  const [then, now] = [placesOf(shown), placesOf(stored)];
  if (now.length > 0) return now.length < then.length ? undefined : now[then.indexOf(at)];
  // edited, as others were: they stand in the same order, unless some of them are gone
  const alone = (list: readonly T[], others: readonly T[]) =>
    list.flatMap((one, place) => (others.some((other) => isIt(one, other)) ? [] : [place]));
  const [lost, made] = [alone(shown, stored), alone(stored, shown)];
  return lost.length === made.length ? made[lost.indexOf(at)] : undefined;
}
