// Items by how many people met them: an item's rank is its name in the file, and those that too few met have none.

import { MOST_ITEMS } from '../../items/items-file.ts';
import { countPeople, type Runs } from './runs.ts';

export interface Ranking {
  /** numbers of items, the most frequent first */
  items: number[];
  /** how many different people met each of these, and then each of those that a file has no room for */
  counts: number[];
  /** how many were met at all, but for those that are left out */
  met: number;
}

/**
 * @param ids by number
 * @param isOut items that are left out
 * @param least so many different people must have met it
 */
export function rankItems(
  runs: readonly Runs[],
  ids: readonly string[],
  isOut: (item: number) => boolean,
  least: number,
): Ranking {
  const counts: number[] = new Array(ids.length).fill(0);
  // not added up: who looked and who bought may be the same, under two names
  for (const one of runs)
    countPeople(one, ids.length).forEach((count, item) => {
      counts[item] = Math.max(counts[item] ?? 0, count);
    });
  return rankCounted(ids, counts, isOut, least);
}

/** @param counts of each item how many different people met it */
export function rankCounted(
  ids: readonly string[],
  counts: readonly number[],
  isOut: (item: number) => boolean,
  least: number,
): Ranking {
  const met = ids.map((_, item) => item).filter((item) => (counts[item] ?? 0) > 0 && !isOut(item));
  const items = met
    .filter((item) => (counts[item] ?? 0) >= least)
    // of one frequency by their ids, whatever was read first
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  return {
    items: items.slice(0, MOST_ITEMS),
    counts: items.map((item) => counts[item] ?? 0),
    met: met.length,
  };
}

/** How many stand in a file where so many must have met each: the first ones, as the most frequent come first. */
export function countListed(
  { items, counts, met }: Ranking,
  least: number,
): { listed: number; few: number; beyond: number } {
  const enough = counts.filter((people) => people >= least).length;
  const listed = Math.min(items.length, enough);
  return { listed, few: met - enough, beyond: enough - listed };
}

/** The same runs with ranks in place of numbers, −1 for what has none: how far apart others lie stays. */
export function toRanks(runs: Runs, ranking: Ranking, items: number): Runs {
  const rankOf = new Int32Array(items).fill(-1);
  ranking.items.forEach((item, rank) => {
    rankOf[item] = rank;
  });
  return { ...runs, items: runs.items.map((item) => rankOf[item] ?? -1) };
}
