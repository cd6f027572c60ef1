// What an author does about a result, each a step of the draft that can be undone. Pure: edits in place, for immer.

import { HOLDOUT, readVariant } from '../../../shared/engine/arms.ts';
import { groupsOf } from '../../../shared/engine/groups-of.ts';
import type { Comparison } from '../../../shared/measure/report.ts';
import type { Experience } from '../../../shared/schema/experience.ts';

/** Keeps telling whether it still helps. */
const KEPT = 0.05;

/** The side that did better. */
export const findWinner = ({ arm, base, verdict }: Comparison): string | undefined =>
  verdict === 'better' ? arm : verdict === 'worse' ? base : undefined;

/**
 * The side that did better for all of its segment, but for a small holdout. Of a split the others are left without
 * visitors, and stay to be looked at.
 *
 * @param winner never the holdout: nothing is given to everyone then
 */
export function giveToEveryone(experience: Experience, winner: string): void {
  experience.holdout = KEPT;
  const id = readVariant(winner);
  const group = groupsOf(experience.variants).find((one) => one.some((variant) => variant.id === id));
  if (!group || group.length < 2) return;
  for (const variant of group) {
    if (variant.id === id) delete variant.weight;
    else variant.weight = 0;
  }
}

/** Whether the winner is something that can be given, and is not yet. */
export function canGive(experience: Experience, winner: string): boolean {
  if (winner === HOLDOUT) return false;
  const id = readVariant(winner);
  if (id !== undefined && !experience.variants.some((one) => one.id === id)) return false;
  const group = groupsOf(experience.variants).find((one) => one.some((variant) => variant.id === id)) ?? [];
  const isShared = group.some((one) => one.id !== id && one.weight !== 0);
  return isShared || experience.holdout !== KEPT;
}

export function stopIt(experience: Experience): void {
  experience.status = 'paused';
}

/** @param live the round that visitors are counted in now */
export function countAnew(counted: { round?: number | undefined }, live: number): void {
  counted.round = Math.max(counted.round ?? 1, live) + 1;
}
