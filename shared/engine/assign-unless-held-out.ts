// `assign`, but for those who are held out of everything: they are in no experience's holdout, and in none of its counts.

import { type Assignment, assign } from './assign.ts';
import { isHeldOut } from './held-out.ts';

/** Why somebody who is held out gets the original. */
export const HELD_OUT = 'held out of everything';

export function assignUnlessHeldOut(...given: Parameters<typeof assign>): Assignment {
  const [{ id }, { program }, seed] = given;
  if (!isHeldOut(seed, program.config.measure?.holdout)) return assign(...given);
  return { id, outcome: 'original', eligible: false, reason: HELD_OUT, until: Infinity };
}
