// What is asked for these days, and after how long the same buyer orders an item again.

import { DAY_MS } from '../day.ts';
import type { Runs } from './runs.ts';

/** After so many days what happened counts half. */
const HALVED_AFTER = 7;
const MOST_TRENDING = 50;
/** A median of fewer buyers would tell of each of them. */
const LEAST_BUYERS = 20;
/** What is worth less was so long ago that its order says nothing. */
const LEAST_WORTH = 1e-3;

/** @returns ranks, the first one the most */
export function findTrending(runs: Runs, items: number): number[] {
  const end = runs.at[runs.count - 1] ?? 0;
  const sums = new Float64Array(items);
  for (let run = 0; run < runs.count; run++) {
    const worth = 2 ** (((runs.at[run] ?? 0) - end) / (HALVED_AFTER * DAY_MS));
    for (const item of new Set(runs.items.subarray(runs.starts[run], runs.starts[run + 1])))
      if (item >= 0) sums[item] = (sums[item] ?? 0) + worth;
  }
  return Array.from(sums, (_, rank) => rank)
    .filter((rank) => (sums[rank] ?? 0) >= LEAST_WORTH)
    .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b)
    .slice(0, MOST_TRENDING);
}

const medianOf = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/**
 * @returns by rank the median of days, of each buyer's own
 */
export function findAgain(orders: Runs, items: number): Record<number, number> {
  /** of each item the days on which each buyer ordered it */
  const bought: (Map<number, Set<number>> | undefined)[] = new Array(items);
  for (let run = 0; run < orders.count; run++) {
    const buyer = orders.of[run] ?? -1;
    if (buyer < 0) continue;
    const day = Math.floor((orders.at[run] ?? 0) / DAY_MS);
    for (let i = orders.starts[run] ?? 0; i < (orders.starts[run + 1] ?? 0); i++) {
      const item = orders.items[i] ?? -1;
      if (item < 0) continue;
      bought[item] ??= new Map();
      const days = bought[item].get(buyer);
      if (days) days.add(day);
      else bought[item].set(buyer, new Set([day]));
    }
  }
  const again: Record<number, number> = {};
  bought.forEach((buyers, rank) => {
    const gaps = [...(buyers?.values() ?? [])].flatMap((days) => {
      const sorted = [...days].sort((a, b) => a - b);
      return sorted.length > 1 ? medianOf(sorted.slice(1).map((day, i) => day - (sorted[i] ?? 0))) : [];
    });
    if (gaps.length >= LEAST_BUYERS) again[rank] = Math.round(medianOf(gaps));
  });
  return again;
}
