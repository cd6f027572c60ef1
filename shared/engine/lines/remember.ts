// Writes what the next page knows before anything is loaded.

import { CLOCK_SLACK_MS } from '../event.ts';
import { keyOf } from '../hash.ts';
import { toJson } from '../native.ts';
import type { Profile, Visit } from '../profile.ts';
import type { Program } from '../view.ts';
import type { Answers } from './answers.ts';
import type { Leaf } from './leaf.ts';
import type { Lines } from './line.ts';
import { linesOf } from './lines-of.ts';
import type { Remembered } from './remembered.ts';
import { zoneLine } from './zone.ts';

/** Names a set of conditions. */
export const rulesOf = (leaves: Leaf[]): string =>
  keyOf(
    leaves
      .map(({ key }) => key)
      .sort()
      .join(),
  );

/**
 * @param newcomer the lines of somebody of whom nothing is remembered
 * @returns the lines, or undefined where they are a newcomer's in every zone, and need not be written down
 */
export function unlessNewcomer(
  leaf: Leaf,
  { nodes }: Profile,
  lines: Lines,
  newcomer: Lines | undefined,
): Lines | undefined {
  const isOfZone = leaf.isOfDays && !!nodes[leaf.rule.key ?? '']?.length;
  return isOfZone || toJson(lines) !== toJson(newcomer) ? lines : undefined;
}

/**
 * @param rules `rulesOf` these conditions
 * @param find the lines of one; undefined where they are a newcomer's
 */
export function rememberBy(
  profile: Profile,
  leaves: Leaf[],
  rules: string,
  find: (leaf: Leaf) => Lines | undefined,
): Remembered {
  const { newestAt, visit, behind, path, traits } = profile;
  const { awayMs: _awayMs, ...kept } = visit ?? ({ number: 0, pages: 0, lastAt: 0 } as Visit);
  const answers: Answers = {};
  const lines: Answers = {};
  for (const leaf of leaves) {
    const found = find(leaf);
    if (found !== undefined) (leaf.isOfDays ? lines : answers)[leaf.key] = found;
  }
  return {
    rules,
    answers,
    ...(Object.keys(lines).length && { days: { zone: zoneLine(newestAt - CLOCK_SLACK_MS), lines } }),
    newestAt,
    ...(visit && { visit: kept }),
    ...(behind && { behindAt: behind.at }),
    ...(path !== undefined && { path }),
    traits,
  };
}

/** @param newcomer whose answers are left out where they are the same */
export const remember = (program: Program, leaves: Leaf[], profile: Profile, newcomer: Answers): Remembered =>
  rememberBy(profile, leaves, rulesOf(leaves), (leaf) =>
    unlessNewcomer(leaf, profile, linesOf(program, profile, leaf), newcomer[leaf.key]),
  );
