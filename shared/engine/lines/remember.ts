// Writes what the next page knows before anything is loaded.

import { keyOf } from '../hash.ts';
import type { Profile, Visit } from '../profile.ts';
import type { Program } from '../view.ts';
import { type Answers, answersOf } from './answers.ts';
import type { Leaf } from './leaf.ts';
import type { Remembered } from './remembered.ts';

/** Names a set of conditions. */
export const rulesOf = (leaves: Leaf[]): string =>
  keyOf(
    leaves
      .map(({ key }) => key)
      .sort()
      .join(),
  );

/** @param newcomer whose answers are left out where they are the same */
export function remember(program: Program, leaves: Leaf[], profile: Profile, newcomer: Answers): Remembered {
  const { newestAt, visit, behind, path, traits } = profile;
  const {
    startAt: _startAt,
    awayMs: _awayMs,
    ...kept
  } = visit ?? ({ number: 0, pages: 0, lastAt: 0 } as Visit);
  return {
    rules: rulesOf(leaves),
    answers: answersOf(program, leaves, profile, newcomer),
    newestAt,
    ...(visit && { visit: kept }),
    ...(behind && { behindAt: behind.at }),
    ...(path !== undefined && { path }),
    traits,
  };
}
