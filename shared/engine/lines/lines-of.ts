// Writes all lines of one condition: one, or one for each page that it tells from others.

import { toJson } from '../native.ts';
import type { Profile } from '../profile.ts';
import type { Program } from '../view.ts';
import { joinPaths } from './join-states.ts';
import type { Leaf } from './leaf.ts';
import type { Line, Lines } from './line.ts';
import { lineOf } from './line-of.ts';
import { OTHER } from './marks.ts';
import { pathsIn } from './paths-in.ts';

/** Of more paths nothing is written down. */
const MAX_PATHS = 40;

const linesOfPath = (program: Program, profile: Profile, leaf: Leaf, path: string): Line | Line[] => {
  const all: Line[] = [];
  // not by Array.from, whose function old libraries forget (Prototype 1.6, MooTools 1.2)
  for (let outcome = 0; outcome < leaf.outcomes; outcome++)
    all.push(lineOf(program, profile, leaf, leaf.page(outcome, path)));
  const [first = 2] = all;
  return all.every((line) => toJson(line) === toJson(first)) ? first : all;
};

/**
 * @param profile what is remembered when the page before is left
 * @returns unknown where the state is not built yet, and where there is no end of lines
 */
export function linesOf(program: Program, profile: Profile, leaf: Leaf): Lines {
  const { rule, tests, endless } = leaf;
  const state = rule.key ? profile.nodes[rule.key] : [];
  if (endless || !state) return 2;
  const others = linesOfPath(program, profile, leaf, OTHER);
  if (!tests.some(({ kind }) => kind === 'path')) return others;
  const written = toJson(others);
  // biome-ignore format: the build cuts lines out (snippet/build-learned.mjs)
  const paths = [
    ...pathsIn(leaf, state),
    ...joinPaths(profile, leaf),
  ]
    .map((path): [string, Line | Line[]] => [path, linesOfPath(program, profile, leaf, path)])
    .filter(([, lines]) => toJson(lines) !== written);
  if (paths.length > MAX_PATHS) return 2;
  return paths.length ? Object.fromEntries([['', others], ...paths]) : others;
}
