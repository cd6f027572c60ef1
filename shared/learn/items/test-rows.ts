// Rows made of what came first, held against what came later.

import { DAY_MS, readDay, writeDay } from '../day.ts';
import { createRandom, draw } from '../random.ts';
import { roundFigure, roundShare } from '../round.ts';
import type { Catalog } from './catalog.ts';
import type { findSimilar } from './count-pairs.ts';
import type { ItemRows } from './item-store.ts';
import { judgeLists } from './judge-lists.ts';
import { rankItems, toRanks } from './rank-items.ts';
import { type Runs, sliceRuns } from './runs.ts';

export interface ItemsOptions {
  /** so many different people an item and a pair need */
  together: number;
  /** so many neighbours an item has at most */
  each: number;
  /** bytes that the file may weigh */
  most: number;
  /** each item has a file of its own: then one of all of them may weigh more */
  isPaged?: boolean | undefined;
  /** what a text weighs on its way to a browser, in bytes */
  weigh(text: string): number;
  /** what is sold now; without it what the events said */
  catalog?: Catalog | undefined;
}

/** What the test said of one kind of rows; shares of what came next. */
export interface ItemsTest {
  /** the last day that was learned from for it */
  until: string;
  /** visits or orders after it */
  runs: number;
  asked: number;
  /** so many items the lists held: 20, and a fifth of fewer than 100 */
  listed: number;
  hr: number;
  mrr: number;
  popular: { hr: number; mrr: number };
  gain: number;
  error: number;
}

/** What the curve is made of, beside what was asked for. */
export const TOGETHERS = [2, 3, 5];
export const EACHES = [5, 10, 20];
const MOST_TESTED = 20_000;

interface Split {
  /** the same runs, before and after a moment */
  before: Runs;
  after: Runs;
  until: string;
}

/** @param until the last day before the test; without it the last quarter of the runs is the test */
export function splitRuns(runs: Runs, until: string | undefined, days: number | undefined): Split {
  const end = until === undefined ? undefined : ((readDay(until) ?? 0) + 1) * DAY_MS;
  const last = runs.at[runs.count - 1] ?? 0;
  const begin =
    end ?? (days === undefined ? (runs.at[Math.floor(0.75 * runs.count)] ?? 0) : last - days * DAY_MS);
  const stop = end === undefined ? Infinity : end + (days ?? 90) * DAY_MS;
  const placeOf = (time: number): number => {
    const place = runs.at.findIndex((at) => at >= time);
    return place < 0 ? runs.count : place;
  };
  const [from, to] = [placeOf(begin), placeOf(stop)];
  return {
    before: sliceRuns(runs, 0, from),
    after: sliceRuns(runs, from, to),
    until: writeDay(Math.floor((from > 0 ? (runs.at[from - 1] ?? 0) : begin) / DAY_MS)),
  };
}

/** Some of the runs, in order: a test of more takes long and says no more. */
function drawRuns(runs: Runs, seed: number): Runs {
  if (runs.count <= MOST_TESTED) return runs;
  const places = draw(runs.count, MOST_TESTED, createRandom(seed));
  const lists = Array.from(places, (r) => runs.items.subarray(runs.starts[r], runs.starts[r + 1]));
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  const items = new Int32Array(starts[lists.length] ?? 0);
  lists.forEach((list, i) => {
    items.set(list, starts[i] ?? 0);
  });
  const pick = <A extends Int32Array | Float64Array>(from: A, into: A): A => {
    places.forEach((r, i) => {
      into[i] = from[r] ?? 0;
    });
    return into;
  };
  const { length } = places;
  return {
    count: length,
    starts,
    items,
    at: pick(runs.at, new Float64Array(length)),
    of: pick(runs.of, new Int32Array(length)),
  };
}

type Find = typeof findSimilar;

export interface Tested {
  test: ItemsTest | null;
  /** by `together` and `each` */
  hr: Map<string, number>;
}

export const keyOf = (together: number, each: number): string => `${together} ${each}`;

export const few = (numbers: readonly number[], own: number): number[] =>
  [...new Set([...numbers, own])].sort((a, b) => a - b);

export interface Learning {
  rows: ItemRows;
  isOut: (item: number) => boolean;
  options: ItemsOptions;
  until: string | undefined;
  days: number | undefined;
  seed: number;
}

/** Rows of what came first, held against what came later. */
export function testRows(runs: Runs, find: Find, isOrder: boolean, learning: Learning): Tested {
  const { rows, isOut, options, until, days, seed } = learning;
  const { before, after, until: last } = splitRuns(runs, until, days);
  const hr = new Map<string, number>();
  if (before.count === 0 || after.count === 0) return { test: null, hr };
  const togethers = few(TOGETHERS, options.together);
  const eaches = few(EACHES, options.each);
  const ranking = rankItems([before], rows.ids, isOut, Math.min(...togethers));
  const later = drawRuns(toRanks(after, ranking, rows.ids.length), seed);
  const found = find(toRanks(before, ranking, rows.ids.length), {
    items: ranking.items.length,
    togethers,
    each: Math.max(...eaches),
  });
  let test: ItemsTest | null = null;
  togethers.forEach((together, t) => {
    for (const each of eaches) {
      const verdict = judgeLists(later, found[t] ?? [], each, isOrder);
      hr.set(keyOf(together, each), verdict.hr);
      if (together !== options.together || each !== options.each) continue;
      test = {
        until: last,
        runs: later.count,
        asked: verdict.asked,
        listed: verdict.listed,
        hr: roundShare(verdict.hr),
        mrr: roundShare(verdict.mrr),
        popular: { hr: roundShare(verdict.popular.hr), mrr: roundShare(verdict.popular.mrr) },
        gain: roundShare(verdict.gain),
        error: roundFigure(verdict.error),
      };
    }
  });
  return { test, hr };
}
