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
  if (goal === undefined) delete experience.goal;
  else experience.goal = goal;
  if (typeof goal === 'string') experience.holdout ??= HOLDOUT;
}
