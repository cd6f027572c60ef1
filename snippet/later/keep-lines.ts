// The lines of the next page, kept up to date while this one is open: only those that something touched are written anew,
// in as many slices as there is time for. What is not ready when the page is left is unknown on the next; no line is wrong.

import { findLeaves } from '../../shared/engine/lines/answers.ts';
import { groundsOfStated } from '../../shared/engine/lines/grounds-of-stated.ts';
import type { Leaf } from '../../shared/engine/lines/leaf.ts';
import type { Lines } from '../../shared/engine/lines/line.ts';
import { linesOf } from '../../shared/engine/lines/lines-of.ts';
import { rememberBy, rulesOf, unlessNewcomer } from '../../shared/engine/lines/remember.ts';
import type { Remembered } from '../../shared/engine/lines/remembered.ts';
import { isOvertaken, touches } from '../../shared/engine/lines/touches.ts';
import { createProfile, type Profile } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';

export interface KeptLines {
  /** An event of that name was folded into the profile. */
  happened(name: string): void;
  /**
   * Writes what is not ready, one condition at least.
   * @param isOver whether the slice is
   * @returns whether all is ready
   */
  work(isOver: () => boolean): boolean;
  /** For the next page; what is not ready is unknown. */
  remembered(): Remembered;
}

interface Written {
  lines: Lines;
  /** the state that they are of: another one was built or folded */
  state: unknown;
  /** of the newest event by then, ms since epoch */
  newestAt: number;
}

/** What touches all lines when it changes. */
// biome-ignore format: the build cuts lines out (snippet/build-learned.mjs)
const groundsOf = (profile: Profile): unknown[] => [
  profile,
  profile.prunedAt,
  profile.firstSeenAt === null,
  ...groundsOfStated(profile),
];

/**
 * @param program of the trimmed config, whose table the next page reads
 * @param profile the one at that time; another object where memory was made anew
 */
export function keepLines(program: Program, profile: () => Profile): KeptLines {
  const leaves = findLeaves(program);
  const rules = rulesOf(leaves);
  const newcomer = createProfile(program);
  const newcomers = new Map<Leaf, Lines>();
  const written = new Map<Leaf, Written>();
  let grounds: unknown[] = [];
  const stateOf = ({ rule }: Leaf): unknown => profile().nodes[rule.key ?? ''];
  const look = (): void => {
    const current = groundsOf(profile());
    if (current.some((one, i) => one !== grounds[i])) written.clear();
    grounds = current;
  };
  const findReady = (leaf: Leaf): Written | undefined => {
    const found = written.get(leaf);
    const { newestAt } = profile();
    if (!found || found.state !== stateOf(leaf)) return undefined;
    return newestAt !== found.newestAt && isOvertaken(found.lines, newestAt) ? undefined : found;
  };
  /** Worked out once, and while there is time: not as the page is left. */
  const newcomerOf = (leaf: Leaf): Lines => {
    const lines = newcomers.get(leaf) ?? linesOf(program, newcomer, leaf);
    newcomers.set(leaf, lines);
    return lines;
  };
  return {
    happened(name) {
      for (const leaf of leaves) if (touches(leaf, name)) written.delete(leaf);
    },
    work(isOver) {
      look();
      let isFirst = true;
      for (const leaf of leaves) {
        if (findReady(leaf)) continue;
        if (!isFirst && isOver()) return false;
        isFirst = false;
        newcomerOf(leaf);
        const { newestAt } = profile();
        written.set(leaf, { lines: linesOf(program, profile(), leaf), state: stateOf(leaf), newestAt });
      }
      return true;
    },
    remembered() {
      look();
      return rememberBy(profile(), leaves, rules, (leaf) => {
        const ready = findReady(leaf);
        return ready ? unlessNewcomer(leaf, profile(), ready.lines, newcomerOf(leaf)) : 2;
      });
    },
  };
}
