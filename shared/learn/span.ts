// From which day to which something happened, in what was read.

import { DAY_MS, readDay } from './day.ts';
import type { Events } from './events.ts';
import type { ItemRows } from './items/item-store.ts';
import type { PairRows } from './items/learn-pairs.ts';

/** The days on which something happened. */
export interface Span {
  first: number;
  last: number;
}

const dayOf = (time: number): number => Math.floor(time / DAY_MS);

export function spanOfItems({ visits, orders }: ItemRows): Span {
  const days = [visits, orders].flatMap(({ at, count }) =>
    count ? [at[0] ?? 0, at[count - 1] ?? 0].map(dayOf) : [],
  );
  return { first: Math.min(...days), last: Math.max(...days) };
}

export const spanOfPairs = ({ since, until }: PairRows): Span => ({
  first: readDay(since) ?? Infinity,
  last: readDay(until) ?? -Infinity,
});

/** @param toWall what clocks on walls showed then; without it days are UTC's */
export const spanOfEvents = (
  { oldestAt, newestAt }: Events,
  toWall = (instant: number): number => instant,
): Span => ({
  first: dayOf(toWall(oldestAt)),
  last: dayOf(toWall(newestAt)),
});
