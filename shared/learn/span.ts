// From which day to which something happened, in what was read.

import { DAY_MS, readDay } from './day.ts';
import type { Events } from './events.ts';
import type { FileRead } from './export-file.ts';
import type { ItemRows } from './items/item-store.ts';
import type { PairRows } from './items/learn-pairs.ts';
import { LearnRefusal } from './refusal.ts';
import { times } from './times.ts';

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

/** Where nothing was found that is learned from. */
export function refuseNone(files: readonly FileRead[], event = 'purchase'): LearnRefusal {
  const isOfEvents = files.every(({ kind }) => kind === 'events' || kind === 'ga4');
  const others = isOfEvents
    ? `none of its ${times(
        files.reduce((sum, { rows }) => sum + rows, 0),
        'event',
        'events',
      )} is called "${event}". Where yours has another name, "event" of "rfm" in the config says it`
    : 'only a header, or rows of other kinds';
  return new LearnRefusal(`There is no order in what was read: ${others}.`, { fault: { kind: 'no orders' } });
}
