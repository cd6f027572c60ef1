// What an experience is measured by, and what follows from it: with a goal, some visitors keep the original to compare.

import type { Experience } from '../../../shared/schema/experience.ts';

/** Who keeps the original once there is a goal, where nobody said otherwise. */
const HOLDOUT = 0.1;

/**
 * Edits the experience in place, as immer has it.
 *
 * @param goal its id; null: there is nothing to count, on purpose; undefined: not said yet
 */
export function chooseGoal(experience: Experience, goal: string | null | undefined): void {
  const wasMeasured = typeof experience.goal === 'string';
  const isMeasured = typeof goal === 'string';
  if (goal === undefined) delete experience.goal;
  else experience.goal = goal;
  if (isMeasured && !wasMeasured) experience.holdout ??= HOLDOUT;
  // nobody misses it for a comparison that is not made; a share of the author's own stays
  if (!isMeasured && experience.holdout === HOLDOUT) delete experience.holdout;
}
