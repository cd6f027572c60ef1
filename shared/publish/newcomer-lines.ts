// What somebody of whom nothing is remembered is answered: constants of a config.

import type { Leaf } from '../engine/lines/leaf.ts';
import type { Lines } from '../engine/lines/line.ts';
import { linesOf } from '../engine/lines/lines-of.ts';
import { createProfile, type Profile } from '../engine/profile.ts';
import type { Program } from '../engine/view.ts';

/** One for each config: it holds a state for each of its conditions. */
const newcomers = new WeakMap<Program, Profile>();

export function newcomerLines(program: Program, leaf: Leaf): Lines {
  const newcomer = newcomers.get(program) ?? createProfile(program);
  newcomers.set(program, newcomer);
  return linesOf(program, newcomer, leaf);
}
