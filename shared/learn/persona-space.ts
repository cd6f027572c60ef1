// The space in which buyers are near each other: logarithms of days, order days and money, each in steps of how much it
// spreads.

import type { Point, Points } from './find-groups.ts';
import type { Held } from './held-orders.ts';

/** What the steps are counted from, and how large they are. */
export interface Scale {
  mean: Point;
  spread: Point;
}

const logsOf = (held: Held, i: number): Point => [
  Math.log(1 + (held.recency[i] ?? 0)),
  Math.log(held.frequency[i] ?? 1),
  Math.log(1 + Math.max(0, held.monetary[i] ?? 0)),
];

const DIMENSIONS = [0, 1, 2] as const;

export function scaleOf(held: Held): Scale {
  const [sum, squares]: [Point, Point] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let i = 0; i < held.count; i++) {
    const logs = logsOf(held, i);
    for (const d of DIMENSIONS) {
      sum[d] += logs[d];
      squares[d] += logs[d] ** 2;
    }
  }
  const n = Math.max(1, held.count);
  const mean: Point = [sum[0] / n, sum[1] / n, sum[2] / n];
  // where all are alike no step is needed
  const spreadOf = (d: 0 | 1 | 2): number => Math.sqrt(Math.max(0, squares[d] / n - mean[d] ** 2)) || 1;
  return { mean, spread: [spreadOf(0), spreadOf(1), spreadOf(2)] };
}

export function toPoints(held: Held, { mean, spread }: Scale): Points {
  const points = new Float64Array(3 * held.count);
  for (let i = 0; i < held.count; i++) {
    const logs = logsOf(held, i);
    for (const d of DIMENSIONS) points[3 * i + d] = (logs[d] - mean[d]) / spread[d];
  }
  return points;
}

/** Days since the last order day, order days, money. */
export type History = Point;

/** What a centre stands for. */
export const toHistory = (centre: Point, { mean, spread }: Scale): History => [
  Math.exp(centre[0] * spread[0] + mean[0]) - 1,
  Math.exp(centre[1] * spread[1] + mean[1]),
  Math.exp(centre[2] * spread[2] + mean[2]) - 1,
];

/** Where the centre of one space lies in another. */
export const moveCentre = (centre: Point, from: Scale, to: Scale): Point => {
  const move = (d: 0 | 1 | 2): number =>
    (centre[d] * from.spread[d] + from.mean[d] - to.mean[d]) / to.spread[d];
  return [move(0), move(1), move(2)];
};
