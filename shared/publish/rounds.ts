// When counting begins anew. Who is counted on which side, and what for, hangs on some fields of an experience: where one
// of them changes after visitors were counted, numbers of before and after do not belong together, so its `round` goes up.
//
// A round never goes down either: what an older file brings would go on with counts that were ended.

import { groupsOf } from '../engine/groups-of.ts';
import type { Config } from '../schema/config.ts';
import type { Experience } from '../schema/experience.ts';

const roundOf = ({ round = 1 }: Experience): number => round;

/** Of a split each variant's part; who is in a group of one hangs on no weight. */
function weightsOf({ variants }: Experience): unknown {
  return groupsOf(variants).map((group) => {
    if (group.length < 2) return null;
    const all = group.reduce((sum, { weight = 1 }) => sum + weight, 0);
    return group.map(({ id, weight = 1 }) => [id, all > 0 ? weight / all : 0]);
  });
}

/** What is compared, in the words in which a change of it is told. */
function countedBy({ measure, goals }: Config, experience: Experience): Record<string, unknown> {
  const { level = 'coin', epsilon = 2, window = '14d' } = measure?.ping ?? {};
  const { holdout = 0, pages, variants, goal } = experience;
  const { event, where, value, cap, currency } = goals?.find(({ id }) => id === goal) ?? {};
  return {
    'its holdout': holdout,
    'the weights of its variants': weightsOf(experience),
    'the segments of its variants': groupsOf(variants).map(([first]) => first?.segment),
    'its pages': pages,
    'the level': level,
    ε: level === 'private' ? epsilon : null,
    'the window': window,
    'its goal': [goal ?? null, event, where],
    'what its goal is worth': [value, cap, currency],
  };
}

/**
 * What of an experience changed, in words, so that it has to be counted anew.
 *
 * @param before what visitors get until now
 */
export function whyAnew(before: Config, after: Config, id: string): string[] {
  const [old, now] = [before, after].map(({ experiences }) => experiences.find((one) => one.id === id));
  // nobody was counted, or nobody will be
  if (!before.measure?.ping || !after.measure?.ping || !old || !now || old.status === 'draft') return [];
  const was = countedBy(before, old);
  return Object.entries(countedBy(after, now)).flatMap(([what, is]) =>
    JSON.stringify(was[what]) === JSON.stringify(is) ? [] : what,
  );
}

/** The least round that each experience may have, by its place in `after`. */
const leastRounds = (before: Config, after: Config): number[] =>
  after.experiences.map(({ id }) => {
    const old = before.experiences.find((one) => one.id === id);
    return old ? roundOf(old) + (whyAnew(before, after, id).length > 0 ? 1 : 0) : 1;
  });

export interface Anew {
  /** its place among the experiences */
  at: number;
  id: string;
  /** the one that it needs */
  round: number;
  /** what changed; nothing where its round went down */
  why: string[];
}

/** Experiences whose round says that they are counted as before, though they are not. */
export const findAnew = (before: Config, after: Config): Anew[] =>
  leastRounds(before, after).flatMap((round, at) => {
    const now = after.experiences[at];
    return now && roundOf(now) < round
      ? [{ at, id: now.id, round, why: whyAnew(before, after, now.id) }]
      : [];
  });

/** The same config with the rounds it needs. @param before undefined: nothing is live */
export function raiseRounds(before: Config | undefined, after: Config): Config {
  const anew = before ? findAnew(before, after) : [];
  if (anew.length === 0) return after;
  return {
    ...after,
    experiences: after.experiences.map((one, i) => {
      const found = anew.find(({ at }) => at === i);
      return found ? { ...one, round: found.round } : one;
    }),
  };
}
