// k-means with k-means++ (Arthur and Vassilvitskii 2007) of points in three dimensions.

import type { Random } from './random.ts';

export type Point = [number, number, number];

/** Points one after the other, three numbers each. */
export type Points = Float64Array;

export const countOf = (points: Points): number => points.length / 3;

/** The points at these places. */
export function pick(points: Points, places: Uint32Array): Points {
  const picked = new Float64Array(3 * places.length);
  places.forEach((place, i) => {
    for (let d = 0; d < 3; d++) picked[3 * i + d] = points[3 * place + d] ?? 0;
  });
  return picked;
}

const MOST_STEPS = 100;

/** Squared. */
function distance(points: Points, i: number, centre: Point): number {
  const dx = (points[3 * i] ?? 0) - centre[0];
  const dy = (points[3 * i + 1] ?? 0) - centre[1];
  const dz = (points[3 * i + 2] ?? 0) - centre[2];
  return dx * dx + dy * dy + dz * dz;
}

/** Centres, three numbers each, with what is in the group of each: which points, how many, and their sums. */
interface Grouped {
  centres: Float64Array;
  groups: Uint8Array;
  counts: Float64Array;
  sums: Float64Array;
}

const groupedBy = (points: Points, centres: readonly Point[]): Grouped => ({
  centres: Float64Array.from(centres.flat()),
  groups: new Uint8Array(countOf(points)),
  counts: new Float64Array(centres.length),
  sums: new Float64Array(3 * centres.length),
});

/** Puts each point to its nearest centre, ties to the earlier one. @returns whether one changed its group */
function regroup(points: Points, { centres, groups, counts, sums }: Grouped): boolean {
  counts.fill(0);
  sums.fill(0);
  let isOther = false;
  // this is where nearly all of the time goes: no lists, no functions, and each point once
  for (let i = 0, at = 0; i < groups.length; i++, at += 3) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    const z = points[at + 2] ?? 0;
    let least = Infinity;
    let nearest = 0;
    for (let c = 0; c < centres.length; c += 3) {
      const dx = x - (centres[c] ?? 0);
      const dy = y - (centres[c + 1] ?? 0);
      const dz = z - (centres[c + 2] ?? 0);
      const far = dx * dx + dy * dy + dz * dz;
      if (far < least) {
        least = far;
        nearest = c;
      }
    }
    sums[nearest] = (sums[nearest] ?? 0) + x;
    sums[nearest + 1] = (sums[nearest + 1] ?? 0) + y;
    sums[nearest + 2] = (sums[nearest + 2] ?? 0) + z;
    const g = nearest / 3;
    counts[g] = (counts[g] ?? 0) + 1;
    if (groups[i] !== g) isOther = true;
    groups[i] = g;
  }
  return isOther;
}

/** The nearest centre of each point; ties to the earlier one. */
export function assign(points: Points, centres: readonly Point[]): Uint8Array {
  const grouped = groupedBy(points, centres);
  regroup(points, grouped);
  return grouped.groups;
}

function begin(points: Points, k: number, random: Random): Point[] {
  const at = (i: number): Point => [points[3 * i] ?? 0, points[3 * i + 1] ?? 0, points[3 * i + 2] ?? 0];
  const count = countOf(points);
  const centres = [at(random.below(count))];
  const far = new Float64Array(count).fill(Infinity);
  while (centres.length < k) {
    const newest = centres.at(-1) ?? at(0);
    let all = 0;
    for (let i = 0; i < count; i++) {
      far[i] = Math.min(far[i] ?? 0, distance(points, i, newest));
      all += far[i] ?? 0;
    }
    let left = random.share() * all;
    let chosen = 0;
    while (chosen < count - 1 && left >= (far[chosen] ?? 0)) left -= far[chosen++] ?? 0;
    centres.push(at(chosen));
  }
  return centres;
}

/** Lloyd's steps from these centres until no point changes its group. */
export function settle(points: Points, from: readonly Point[]): { centres: Point[]; groups: Uint8Array } {
  const grouped = groupedBy(points, from);
  const { centres, groups, counts, sums } = grouped;
  regroup(points, grouped);
  for (let step = 0; step < MOST_STEPS; step++) {
    for (let c = 0; c < centres.length; c++) {
      const n = counts[Math.floor(c / 3)] ?? 0;
      // an empty one stays where it was
      if (n) centres[c] = (sums[c] ?? 0) / n;
    }
    if (!regroup(points, grouped)) break;
  }
  const at = (c: number): number => centres[c] ?? 0;
  return { centres: from.map((_, g): Point => [at(3 * g), at(3 * g + 1), at(3 * g + 2)]), groups };
}

/** @returns the centres of the best of so many tries: the least sum of squares */
export function findGroups(points: Points, k: number, tries: number, random: Random): Point[] {
  let best: Point[] = [];
  let least = Infinity;
  for (let i = 0; i < tries; i++) {
    const { centres, groups } = settle(points, begin(points, k, random));
    let spread = 0;
    groups.forEach((g, at) => {
      spread += distance(points, at, centres[g] ?? [0, 0, 0]);
    });
    if (spread < least) {
      least = spread;
      best = centres;
    }
  }
  return best;
}
