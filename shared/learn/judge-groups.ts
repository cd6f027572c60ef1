// How good a grouping is: whether its groups are apart (silhouette, Rousseeuw 1987), and whether another sample would
// find them again (adjusted Rand index, Hubert and Arabie 1985).

import { countOf, type Points } from './find-groups.ts';

/** −1 to 1; the mean over all points. One that is alone in its group counts 0. */
export function silhouetteOf(points: Points, groups: Uint8Array, k: number): number {
  const count = countOf(points);
  const sizes = new Float64Array(k);
  for (const g of groups) sizes[g] = (sizes[g] ?? 0) + 1;
  let sum = 0;
  const far = new Float64Array(k);
  for (let i = 0; i < count; i++) {
    const own = groups[i] ?? 0;
    if ((sizes[own] ?? 0) < 2) continue;
    far.fill(0);
    const [x, y, z] = [points[3 * i] ?? 0, points[3 * i + 1] ?? 0, points[3 * i + 2] ?? 0];
    for (let j = 0; j < count; j++) {
      const g = groups[j] ?? 0;
      const dx = (points[3 * j] ?? 0) - x;
      const dy = (points[3 * j + 1] ?? 0) - y;
      const dz = (points[3 * j + 2] ?? 0) - z;
      far[g] = (far[g] ?? 0) + Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
    const within = (far[own] ?? 0) / ((sizes[own] ?? 0) - 1);
    let other = Infinity;
    for (let g = 0; g < k; g++)
      if (g !== own && sizes[g]) other = Math.min(other, (far[g] ?? 0) / (sizes[g] ?? 1));
    if (other < Infinity && Math.max(within, other) > 0) sum += (other - within) / Math.max(within, other);
  }
  return count ? sum / count : 0;
}

const pairs = (n: number): number => (n * (n - 1)) / 2;

/** 1 where two groupings of the same points are one, about 0 where they have nothing to do with each other. */
export function adjustedRand(one: Uint8Array, other: Uint8Array, k: number): number {
  const both = new Float64Array(k * k);
  one.forEach((g, i) => {
    const cell = g * k + (other[i] ?? 0);
    both[cell] = (both[cell] ?? 0) + 1;
  });
  const sumOf = (list: Float64Array): number => list.reduce((sum, n) => sum + pairs(n), 0);
  const [rows, columns] = [new Float64Array(k), new Float64Array(k)];
  both.forEach((n, cell) => {
    const [row, column] = [Math.floor(cell / k), cell % k];
    rows[row] = (rows[row] ?? 0) + n;
    columns[column] = (columns[column] ?? 0) + n;
  });
  const expected = (sumOf(rows) * sumOf(columns)) / pairs(one.length);
  const most = (sumOf(rows) + sumOf(columns)) / 2;
  return most === expected ? 1 : (sumOf(both) - expected) / (most - expected);
}
