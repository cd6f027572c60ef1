// Groups as segments that anybody can read: a tree of at most four questions about days, order days and money (CART,
// Breiman et al. 1984), kept where it says the same as the nearest centre on buyers that it was not made of.

import type { Condition } from '../schema/condition.ts';
import type { Predicate } from '../schema/predicate.ts';
import type { Held } from './held-orders.ts';
import { createRandom } from './random.ts';
import { cutFigure, roundShare } from './round.ts';

export interface Readable {
  /** how alike the two are on the third that was held back: of all that either holds, the share that both do (F1) */
  agreement: number;
  when: Condition;
}

interface Names {
  event?: string | undefined;
  value?: string | undefined;
  seed: number;
}

const DEEPEST = 4;
const LEAST_AGREEMENT = 0.9;
/** Fewer buyers are no group of their own. */
const LEAST_LEAF = 50;
/** Thresholds that are tried on each figure. */
const STEPS = 64;
const MOST_LEARNED = 5000;

type Feature = 'recency' | 'frequency' | 'monetary';
const FEATURES: readonly Feature[] = ['recency', 'frequency', 'monetary'];

interface Question {
  feature: Feature;
  /** `yes` below it */
  below: number;
}
type Tree = { group: number } | { question: Question; yes: Tree; no: Tree };

const isBelow = ({ feature, below }: Question, held: Held, i: number): boolean =>
  (held[feature][i] ?? 0) < below;

function countGroups(places: Uint32Array, groups: Uint8Array, k: number): number[] {
  const counts = Array.from({ length: k }, () => 0);
  for (const i of places) counts[groups[i] ?? 0] = (counts[groups[i] ?? 0] ?? 0) + 1;
  return counts;
}

/** How mixed they are, times how many (Gini). */
function mixOf(counts: number[]): number {
  const all = counts.reduce((sum, n) => sum + n, 0);
  return all ? all - counts.reduce((sum, n) => sum + (n * n) / all, 0) : 0;
}

function thresholdsOf(values: number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const step = Math.max(1, Math.floor(sorted.length / STEPS));
  return sorted.filter((_, at) => at > 0 && at % step === 0).map(cutFigure);
}

function findQuestion(held: Held, places: Uint32Array, groups: Uint8Array, k: number): Question | undefined {
  let best: Question | undefined;
  let least = mixOf(countGroups(places, groups, k)) - 1e-9;
  for (const feature of FEATURES)
    for (const below of thresholdsOf(Array.from(places, (i) => held[feature][i] ?? 0))) {
      const question = { feature, below };
      const yes = places.filter((i) => isBelow(question, held, i));
      const no = places.filter((i) => !isBelow(question, held, i));
      if (Math.min(yes.length, no.length) < LEAST_LEAF) continue;
      const mix = mixOf(countGroups(yes, groups, k)) + mixOf(countGroups(no, groups, k));
      if (mix < least) {
        least = mix;
        best = question;
      }
    }
  return best;
}

function grow(held: Held, places: Uint32Array, groups: Uint8Array, k: number, depth: number): Tree {
  const counts = countGroups(places, groups, k);
  const group = counts.indexOf(Math.max(...counts));
  const question =
    depth > 0 && counts[group] !== places.length ? findQuestion(held, places, groups, k) : undefined;
  if (!question) return { group };
  const yes = grow(
    held,
    places.filter((i) => isBelow(question, held, i)),
    groups,
    k,
    depth - 1,
  );
  const no = grow(
    held,
    places.filter((i) => !isBelow(question, held, i)),
    groups,
    k,
    depth - 1,
  );
  return 'group' in yes && 'group' in no && yes.group === no.group ? yes : { question, yes, no };
}

function groupBy(tree: Tree, held: Held, i: number): number {
  return 'group' in tree
    ? tree.group
    : groupBy(isBelow(tree.question, held, i) ? tree.yes : tree.no, held, i);
}

/** The ways that lead to a group: for each figure from where to below where. */
type Way = Partial<Record<Feature, { from?: number; below?: number }>>;

function waysTo(group: number, tree: Tree, way: Way = {}): Way[] {
  if ('group' in tree) return tree.group === group ? [way] : [];
  const { feature, below } = tree.question;
  const known = way[feature];
  return [
    ...waysTo(group, tree.yes, {
      ...way,
      [feature]: { ...known, below: Math.min(below, known?.below ?? below) },
    }),
    ...waysTo(group, tree.no, {
      ...way,
      [feature]: { ...known, from: Math.max(below, known?.from ?? below) },
    }),
  ];
}

/** Order days are whole: from 4 and below 5 is 4, from 4 and below 7 is 4 to 6. */
function testOfDays(from: number, below: number | undefined): Predicate {
  if (below === undefined) return { $gte: from };
  const most = below - 1;
  return most === from ? from : { $gte: from, $lte: most };
}

function conditionOf(way: Way, { event = 'purchase', value = 'value' }: Names): Condition {
  const { recency, frequency, monetary } = way;
  const of: Condition[] = [];
  const days = (n: number): string => `${n}d`;
  // whole days: below n is before n days are over
  const lately = {
    ...(recency?.from && { $gte: days(recency.from) }),
    ...(recency?.below && { $lt: days(recency.below) }),
  };
  if (Object.keys(lately).length) of.push({ kind: 'since', event, is: lately });
  // who bought nothing is in no group
  of.push({ kind: 'days', event, is: testOfDays(frequency?.from ?? 1, frequency?.below) });
  const much = {
    ...(monetary?.from !== undefined && { $gte: monetary.from }),
    ...(monetary?.below !== undefined && { $lt: monetary.below }),
  };
  if (Object.keys(much).length) of.push({ kind: 'sum', event, of: value, is: much });
  return of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
}

/** @returns by group, undefined where questions do not say the same */
export function readableOf(
  held: Held,
  groups: Uint8Array,
  k: number,
  names: Names,
): (Readable | undefined)[] {
  const random = createRandom(names.seed);
  const [learned, kept]: [number[], number[]] = [[], []];
  for (let i = 0; i < held.count; i++) (random.share() < 2 / 3 ? learned : kept).push(i);
  const step = Math.max(1, Math.ceil(learned.length / MOST_LEARNED));
  const places = Uint32Array.from(learned.filter((_, at) => at % step === 0));
  return Array.from({ length: k }, (_, group) => {
    // in it (1), or not
    const own = groups.map((g) => +(g === group));
    const tree = grow(held, places, own, 2, DEEPEST);
    let [both, all] = [0, 0];
    for (const i of kept) {
      const isSaid = groupBy(tree, held, i);
      both += isSaid * (own[i] ?? 0);
      all += isSaid + (own[i] ?? 0);
    }
    const agreement = all ? (2 * both) / all : 0;
    const ways = waysTo(1, tree).map((way) => conditionOf(way, names));
    const [only] = ways;
    if (agreement < LEAST_AGREEMENT || !only) return undefined;
    return { agreement: roundShare(agreement), when: ways.length === 1 ? only : { kind: 'any', of: ways } };
  });
}
