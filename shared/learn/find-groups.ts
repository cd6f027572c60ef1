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
    picked.set(points.subarray(3 * place, 3 * place + 3), 3 * i);
  });
  return picked;
}

const MOST_STEPS = 100;

function distance(points: Points, i: number, [x, y, z]: Point): number {
  const [dx, dy, dz] = [(points[3 * i] ?? 0) - x, (points[3 * i + 1] ?? 0) - y, (points[3 * i + 2] ?? 0) - z];
  return dx * dx + dy * dy + dz * dz;
}

/** The nearest centre of each point; ties to the earlier one. */
export function assign(points: Points, centres: readonly Point[]): Uint8Array {
  const groups = new Uint8Array(countOf(points));
  // this is where nearly all of the time goes: no lists, no functions
  const flat = Float64Array.from(centres.flat());
  for (let i = 0, at = 0; i < groups.length; i++, at += 3) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    const z = points[at + 2] ?? 0;
    let least = Infinity;
    for (let c = 0; c < flat.length; c += 3) {
      const dx = x - (flat[c] ?? 0);
      const dy = y - (flat[c + 1] ?? 0);
      const dz = z - (flat[c + 2] ?? 0);
      const far = dx * dx + dy * dy + dz * dz;
      if (far < least) {
        least = far;
        groups[i] = c / 3;
      }
    }
  }
  return groups;
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
  let centres = from.map((centre): Point => [...centre]);
  let groups = assign(points, centres);
  for (let step = 0; step < MOST_STEPS; step++) {
    const sums = new Float64Array(3 * centres.length);
    const counts = new Float64Array(centres.length);
    for (let i = 0, at = 0; i < groups.length; i++, at += 3) {
      const g = groups[i] ?? 0;
      counts[g] = (counts[g] ?? 0) + 1;
      for (let d = 0; d < 3; d++) sums[3 * g + d] = (sums[3 * g + d] ?? 0) + (points[at + d] ?? 0);
    }
    centres = centres.map((centre, g): Point => {
      const n = counts[g] ?? 0;
      const mean = (d: number): number => (sums[3 * g + d] ?? 0) / n;
      // an empty one stays where it was
      return n ? [mean(0), mean(1), mean(2)] : centre;
    });
    const next = assign(points, centres);
    const isSettled = next.every((g, i) => g === groups[i]);
    groups = next;
    if (isSettled) break;
  }
  return { centres, groups };
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
