// What the next page must know of what is remembered: the lines of a config's conditions, without those that a newcomer
// would have too. A newcomer's are constants of the config, made where it is published.

import type { Condition } from '../../schema/condition.ts';
import { toJson } from '../native.ts';
import { createProfile, type Profile } from '../profile.ts';
import type { Program } from '../view.ts';
import { findLeaf } from './find-leaf.ts';
import type { Leaf } from './leaf.ts';
import type { Lines } from './line.ts';
import { linesOf } from './lines-of.ts';

/** Lines by the key of their condition. */
export type Answers = Record<string, Lines>;

/** The conditions of a config that have lines, each once: of its segments, and how often experiences were seen. */
export function findLeaves(program: Program): Leaf[] {
  const found = new Map<string, Leaf>();
  const look = (condition: Condition): void => {
    if (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none') {
      condition.of.forEach(look);
      return;
    }
    const leaf = findLeaf(program, condition);
    if (leaf) found.set(leaf.key, leaf);
  };
  program.segments.forEach(look);
  program.frequencies.forEach(look);
  return [...found.values()];
}

/** What is answered to somebody of whom nothing is remembered, on the first page. */
export const newcomerOf = (program: Program, leaves: Leaf[]): Answers =>
  answersOf(program, leaves, createProfile(program));

/** @param newcomer whose answers are left out where they are the same */
export function answersOf(
  program: Program,
  leaves: Leaf[],
  profile: Profile,
  newcomer: Answers = {},
): Answers {
  const answers: Answers = {};
  for (const leaf of leaves) {
    const lines = linesOf(program, profile, leaf);
    if (toJson(lines) !== toJson(newcomer[leaf.key])) answers[leaf.key] = lines;
  }
  return answers;
}
