// Groups of buyers with alike histories, where there are any that a second sample would find again.

import { assign, countOf, findGroups, type Point, type Points, pick, settle } from './find-groups.ts';
import type { Held } from './held-orders.ts';
import { adjustedRand, silhouetteOf } from './judge-groups.ts';
import { type NamedGroup, nameGroups } from './name-groups.ts';
import type { Learned, Split } from './parts.ts';
import { moveCentre, type Scale, scaleOf, toHistory, toPoints } from './persona-space.ts';
import { createRandom, draw, type Random } from './random.ts';
import { type Readable, readableOf } from './readable-groups.ts';
import { roundFigure, roundShare } from './round.ts';
import { times } from './times.ts';

export const LEAST_GROUP = 50;
/** Fewer buyers than twice the smallest group there may be form none. */
export const LEAST_BUYERS = 2 * LEAST_GROUP;
export const LEAST_MEAN_AGAIN = 0.9;
export const LEAST_AGAIN = 0.85;
/** How many groups are tried. */
export const COUNTS = [2, 3, 4, 5, 6];
const TRIES = 20;
const SAMPLES = 20;
const SAMPLE_TRIES = 10;
const MOST_SAMPLED = 5000;
const MOST_COMPARED = 3000;
/** Of more buyers than these the centres are begun with some, and settled with all. */
const MOST_BEGUN = 20_000;

/** How good a number of groups is. */
export interface Grouping {
  groups: number;
  /** −1 to 1: how far the groups are apart */
  silhouette: number;
  /** how alike the groupings of other samples are: 1 is the same; their mean and the least of them */
  again: number;
  leastAgain: number;
  /** buyers in the smallest group */
  smallest: number;
  passes: boolean;
}

export interface PersonasReport {
  buyers: number;
  groupings: Grouping[];
  groups: {
    id: string;
    buyers: number;
    /** of those who were in it before the test, how many, and how many bought in the test; null without a test */
    test: { buyers: number; bought: number } | null;
    /** as a segment of conditions that anybody can read, where that says the same */
    readable: Readable | null;
  }[];
  test: { until: string; days: number; buyers: number; bought: number } | null;
}

export interface Personas {
  event?: string;
  value?: string;
  mean: Point;
  spread: Point;
  groups: { id: string; name: string; description: string; centre: Point; share: number }[];
}

export interface PersonasOptions {
  event?: string | undefined;
  value?: string | undefined;
  /** so many groups, if they pass */
  groups?: number | undefined;
  seed: number;
}

function findCentres(points: Points, k: number, random: Random): Point[] {
  const some = pick(points, draw(countOf(points), MOST_BEGUN, random));
  return settle(points, findGroups(some, k, TRIES, random)).centres;
}

/** How many are in each group. */
const sizesOf = (groups: Uint8Array, k: number): number[] =>
  Array.from({ length: k }, (_, g) => groups.reduce((sum, one) => sum + +(one === g), 0));

function judge(points: Points, centres: Point[], seed: number): Grouping {
  const k = centres.length;
  const random = createRandom(seed);
  const count = countOf(points);
  const groups = assign(points, centres);
  const sizes = sizesOf(groups, k);
  const compared = draw(count, MOST_COMPARED, random);
  const few = pick(points, compared);
  const own = assign(few, centres);
  const again = Array.from({ length: SAMPLES }, () => {
    const sample = Uint32Array.from({ length: Math.min(count, MOST_SAMPLED) }, () => random.below(count));
    const other = findGroups(pick(points, sample), k, SAMPLE_TRIES, random);
    return adjustedRand(own, assign(few, other), k);
  });
  const mean = again.reduce((sum, one) => sum + one, 0) / SAMPLES;
  const least = Math.min(...again);
  const smallest = Math.min(...sizes);
  return {
    groups: k,
    silhouette: roundShare(silhouetteOf(few, own, k)),
    again: roundShare(mean),
    leastAgain: roundShare(least),
    smallest,
    passes: mean >= LEAST_MEAN_AGAIN && least >= LEAST_AGAIN && smallest >= LEAST_GROUP,
  };
}

/** The best of those that pass; two groups only where no more do. */
function choose(groupings: Grouping[], wanted: number | undefined): Grouping | undefined {
  const passing = groupings.filter(({ passes }) => passes);
  if (wanted !== undefined) return passing.find(({ groups }) => groups === wanted);
  const [first, ...more] = passing.filter(({ groups }) => groups > 2);
  if (!first) return passing[0];
  return more.reduce((best, one) => (one.silhouette > best.silhouette ? one : best), first);
}

function refuse(report: PersonasReport, wanted: number | undefined): string[] {
  const { buyers, groupings } = report;
  if (groupings.length === 0)
    return [`${times(buyers, 'buyer', 'buyers')} with an order that is remembered, ${LEAST_BUYERS} needed`];
  const passing = groupings.filter(({ passes }) => passes).map(({ groups }) => groups);
  if (wanted !== undefined && passing.length > 0)
    return [`${wanted} groups would not be found again; these would: ${passing.join(', ')}`];
  return ['these buyers form no groups that a second sample would find again'];
}

function testOf(split: Split, scale: Scale, centres: Point[]): { bought: number[]; buyers: number[] } | null {
  if (!split.test) return null;
  const { held, bought } = split.test;
  const counts = { bought: centres.map(() => 0), buyers: centres.map(() => 0) };
  assign(toPoints(held, scale), centres).forEach((g, i) => {
    counts.buyers[g] = (counts.buyers[g] ?? 0) + 1;
    if (bought.has(held.buyer[i] ?? -1)) counts.bought[g] = (counts.bought[g] ?? 0) + 1;
  });
  return counts;
}

/** Centres of the buyers of then, settled again with those of now. */
function settleAnew(centres: Point[], then: Scale, held: Held, now: Scale): Point[] {
  const from = centres.map((centre) => moveCentre(centre, then, now));
  return settle(toPoints(held, now), from).centres;
}

export function learnPersonas(split: Split, options: PersonasOptions): Learned<Personas, PersonasReport> {
  const { event, value, groups: wanted, seed } = options;
  const before = split.test?.held ?? split.held;
  const report: PersonasReport = { buyers: split.held.count, groupings: [], groups: [], test: null };
  const least = Math.min(before.count, split.held.count);
  if (least < LEAST_BUYERS) {
    const few = { ...report, buyers: least };
    return { status: 'refused', why: refuse(few, wanted), report: few };
  }
  const then = scaleOf(before);
  const points = toPoints(before, then);
  const found = COUNTS.map((k) => findCentres(points, k, createRandom(seed + k)));
  report.groupings = found.map((centres) => judge(points, centres, seed + 100 * centres.length));
  const chosen = choose(report.groupings, wanted);
  const centres = found.find(({ length }) => length === chosen?.groups);
  if (!chosen || !centres) return { status: 'refused', why: refuse(report, wanted), report };

  const now = scaleOf(split.held);
  const settled = settleAnew(centres, then, split.held, now);
  const groups = assign(toPoints(split.held, now), settled);
  const sizes = sizesOf(groups, settled.length);
  if (Math.min(...sizes) < LEAST_GROUP)
    return {
      status: 'refused',
      why: [
        `with the newest orders one group has ${times(Math.min(...sizes), 'buyer', 'buyers')}, ${LEAST_GROUP} needed`,
      ],
      report,
    };
  const counted = testOf(split, then, centres);
  const total = (list: number[] = []): number => list.reduce((sum, one) => sum + one, 0);
  if (split.test && counted)
    report.test = {
      until: split.test.until,
      days: split.test.days,
      buyers: total(counted.buyers),
      bought: total(counted.bought),
    };
  const named: NamedGroup[] = nameGroups(
    settled.map((centre, g) => ({
      history: toHistory(centre, now),
      share: (sizes[g] ?? 0) / split.held.count,
      test: counted && { buyers: counted.buyers[g] ?? 0, bought: counted.bought[g] ?? 0 },
    })),
    report.test,
  );
  const readable = readableOf(split.held, groups, settled.length, { event, value, seed });
  report.groups = named.map(({ id, at }) => ({
    id,
    buyers: sizes[at] ?? 0,
    test: counted && { buyers: counted.buyers[at] ?? 0, bought: counted.bought[at] ?? 0 },
    readable: readable[at] ?? null,
  }));
  return {
    status: 'learned',
    value: {
      ...(event !== undefined && { event }),
      ...(value !== undefined && { value }),
      mean: roundPoint(now.mean),
      spread: roundPoint(now.spread),
      groups: named.map(({ id, name, description, at }) => ({
        id,
        name,
        description,
        centre: roundPoint(settled[at] ?? [0, 0, 0]),
        share: roundShare((sizes[at] ?? 0) / split.held.count),
      })),
    },
    report,
  };
}

const roundPoint = ([x, y, z]: Point): Point => [roundFigure(x), roundFigure(y), roundFigure(z)];
