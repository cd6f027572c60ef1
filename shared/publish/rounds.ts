// When counting begins anew. Who is counted on which side, and what for, hangs on some fields of an experience: where one
// of them changes after visitors were counted, numbers of before and after do not belong together, so its `round` goes up.
//
// A round never goes down either: what an older file brings would go on with counts that were ended.

import { groupsOf } from '../engine/groups-of.ts';
import { EVERYTHING } from '../engine/held-out.ts';
import type { Config } from '../schema/config.ts';
import type { Experience } from '../schema/experience.ts';
import { t } from '../words/t.ts';

const roundOf = (one: { round?: number | undefined } | undefined): number => one?.round ?? 1;

/** Of a split each variant's part; who is in a group of one hangs on no weight. */
function weightsOf({ variants }: Experience): unknown {
  return groupsOf(variants).map((group) => {
    if (group.length < 2) return null;
    const all = group.reduce((sum, { weight = 1 }) => sum + weight, 0);
    return group.map(({ id, weight = 1 }) => [id, all > 0 ? weight / all : 0]);
  });
}

/** What is compared, each under the words in which a change of it is told. */
type CountedBy = [what: string, value: unknown][];

function countedBy({ measure, goals }: Config, experience: Experience): CountedBy {
  const { level = 'coin', epsilon = 2, window = '14d' } = measure?.ping ?? {};
  const { holdout = 0, pages, variants, goal } = experience;
  const { event, where, value, cap, currency } = goals?.find(({ id }) => id === goal) ?? {};
  return [
    [t`its holdout`, holdout],
    [t`the weights of its variants`, weightsOf(experience)],
    [t`the segments of its variants`, groupsOf(variants).map(([first]) => first?.segment)],
    [t`its pages`, pages],
    [t`the level`, level],
    ['ε', level === 'private' ? epsilon : null],
    [t`the window`, window],
    [t`its goal`, [goal ?? null, event, where]],
    [t`what its goal is worth`, [value, cap, currency]],
  ];
}

/** The same of all of them together. Which they are may change: the question is whether what there is helps. */
const allCountedBy = ({ measure }: Config): CountedBy => [
  [t`the holdout from everything`, measure?.holdout],
  [t`the window`, measure?.ping?.window ?? '14d'],
];

const findWhy = (was: CountedBy, is: CountedBy): string[] =>
  is.flatMap(([what, value], at) => (JSON.stringify(was[at]?.[1]) === JSON.stringify(value) ? [] : [what]));

/**
 * What of an experience changed, in words, so that it has to be counted anew.
 *
 * @param before what visitors get until now
 * @param id `*` for all of them together
 */
export function whyAnew(before: Config, after: Config, id: string): string[] {
  // nobody was counted, or nobody will be
  if (!before.measure?.ping || !after.measure?.ping) return [];
  if (id === EVERYTHING)
    return before.measure.holdout && after.measure.holdout
      ? findWhy(allCountedBy(before), allCountedBy(after))
      : [];
  const [old, now] = [before, after].map(({ experiences }) => experiences.find((one) => one.id === id));
  if (!old || !now || old.status === 'draft') return [];
  return findWhy(countedBy(before, old), countedBy(after, now));
}

export interface Anew {
  /** its place among the experiences; undefined for all of them together */
  at?: number;
  id: string;
  /** the one that it needs */
  round: number;
  /** what changed; nothing where its round went down */
  why: string[];
}

/** Experiences whose round says that they are counted as before, though they are not. */
export function findAnew(before: Config, after: Config): Anew[] {
  const judge = (id: string, was: number, is: number, at?: number): Anew[] => {
    const why = whyAnew(before, after, id);
    const round = was + (why.length > 0 ? 1 : 0);
    return is < round ? [{ ...(at !== undefined && { at }), id, round, why }] : [];
  };
  return [
    ...after.experiences.flatMap((one, at) =>
      judge(one.id, roundOf(before.experiences.find(({ id }) => id === one.id)), roundOf(one), at),
    ),
    ...(after.measure?.holdout ? judge(EVERYTHING, roundOf(before.measure), roundOf(after.measure)) : []),
  ];
}

/** The same config with the rounds it needs. @param before undefined: nothing is live */
export function raiseRounds(before: Config | undefined, after: Config): Config {
  const anew = before ? findAnew(before, after) : [];
  if (anew.length === 0) return after;
  const all = anew.find(({ id }) => id === EVERYTHING);
  return {
    ...after,
    ...(all && { measure: { ...after.measure, round: all.round } }),
    experiences: after.experiences.map((one, i) => {
      const found = anew.find(({ at }) => at === i);
      return found ? { ...one, round: found.round } : one;
    }),
  };
}
