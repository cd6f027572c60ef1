// Which items are met together: pairs, weighted and counted, item by item, so that memory holds the pairs of one.

import { countRuns, eachByPerson, type Runs } from './runs.ts';

/** So far apart two looks belong together. */
const FARTHEST = 10;

/** Of each item by rank its neighbours' ranks, the nearest first. */
export type Rows = Uint16Array[];

export const roundWeight = (weight: number): number => Math.round(weight * 1e9) / 1e9;

interface Wanted {
  /** how many items there are */
  items: number;
  /** for each of these numbers of different people that a pair needs: rows */
  togethers: readonly number[];
  each: number;
}

/** Where each item is met, by one person after the other. */
function findPlaces(runs: Runs, items: number) {
  const starts = new Uint32Array(items + 1);
  for (const item of runs.items) if (item >= 0) starts[item + 1] = (starts[item + 1] ?? 0) + 1;
  for (let i = 0; i < items; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(starts[items] ?? 0);
  const run = new Uint32Array(runs.items.length);
  const people = new Int32Array(runs.count);
  eachByPerson(runs, (r, person) => {
    people[r] = person;
    for (let i = runs.starts[r] ?? 0; i < (runs.starts[r + 1] ?? 0); i++) {
      run[i] = r;
      const item = runs.items[i] ?? -1;
      if (item < 0) continue;
      places[next[item] ?? 0] = i;
      next[item] = (next[item] ?? 0) + 1;
    }
  });
  return { starts, places, run, people };
}

/**
 * @param farthest how many places are looked ahead and back
 * @param weigh what a place so far ahead (or, negative, back) adds
 * @param scale what a sum is divided by, for a pair
 */
function findRows(
  runs: Runs,
  { items, togethers, each }: Wanted,
  farthest: number,
  weigh: (distance: number) => number,
  scale: (item: number, other: number) => number,
): Rows[] {
  const { starts, places, run, people } = findPlaces(runs, items);
  const sums = new Float64Array(items);
  const counts = new Uint32Array(items);
  const last = new Int32Array(items).fill(-1);
  const met: number[] = [];
  const rows = togethers.map((): Rows => []);
  for (let item = 0; item < items; item++) {
    for (let k = starts[item] ?? 0; k < (starts[item + 1] ?? 0); k++) {
      const place = places[k] ?? 0;
      const r = run[place] ?? 0;
      const person = people[r] ?? 0;
      const from = Math.max(runs.starts[r] ?? 0, place - farthest);
      const to = Math.min(runs.starts[r + 1] ?? 0, place + farthest + 1);
      for (let i = from; i < to; i++) {
        const other = runs.items[i] ?? -1;
        if (other < 0 || other === item) continue;
        if (last[other] === -1) met.push(other);
        sums[other] = (sums[other] ?? 0) + weigh(i - place);
        if (last[other] === person) continue;
        last[other] = person;
        counts[other] = (counts[other] ?? 0) + 1;
      }
    }
    // of the same parts in another order a sum ends in other digits, and what weighs the same would change places
    for (const other of met) sums[other] = roundWeight((sums[other] ?? 0) / scale(item, other));
    met.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
    togethers.forEach((least, t) => {
      const kept = met.filter((other) => (counts[other] ?? 0) >= least);
      rows[t]?.push(Uint16Array.from(kept.slice(0, each)));
    });
    for (const other of met) {
      sums[other] = 0;
      counts[other] = 0;
      last[other] = -1;
    }
    met.length = 0;
  }
  return rows;
}

/** What is looked at with each: the next one counts 1, the one after it ½, and half of that what came before. */
export const findSimilar = (visits: Runs, wanted: Wanted): Rows[] =>
  findRows(
    visits,
    wanted,
    FARTHEST,
    (distance) => (distance > 0 ? 1 / distance : -0.5 / distance),
    () => 1,
  );

/** What is bought with each: orders with both, over the root of those with one times those with the other. */
export function findTogether(orders: Runs, wanted: Wanted): Rows[] {
  const counts = countRuns(orders, wanted.items);
  const scale = (item: number, other: number): number =>
    Math.sqrt((counts[item] ?? 0) * (counts[other] ?? 0));
  return findRows(withoutTwice(orders), wanted, Infinity, () => 1, scale);
}

/** An order holds an item once, however many lines it has of it. */
function withoutTwice(orders: Runs): Runs {
  const items = orders.items.slice();
  for (let r = 0; r < orders.count; r++) {
    const seen = new Set<number>();
    for (let i = orders.starts[r] ?? 0; i < (orders.starts[r + 1] ?? 0); i++) {
      const item = items[i] ?? -1;
      if (seen.has(item)) items[i] = -1;
      seen.add(item);
    }
  }
  return { ...orders, items };
}
