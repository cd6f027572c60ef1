// From which day to which something happened, in what was read.

import { DAY_MS, readDay, writeDay } from './day.ts';
import type { Events } from './events.ts';
import type { FileRead } from './export-file.ts';
import type { ItemRows } from './items/item-store.ts';
import type { PairRows } from './items/learn-pairs.ts';
import type { LearnOptions } from './learn-options.ts';
import { LearnRefusal } from './refusal.ts';
import type { RowsRead } from './rows-read.ts';
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

const spanOfPairs = ({ since, until }: PairRows): Span => ({
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
function refuseNone(files: readonly FileRead[], event = 'purchase'): LearnRefusal {
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

/** @throws LearnRefusal where there is nothing to learn from */
export function spanOf(
  days: Span,
  { items, pairs, files }: RowsRead,
  {
    what,
    events,
    until,
    days: tested,
    toWall,
    config,
  }: Pick<LearnOptions, 'what' | 'events' | 'until' | 'days' | 'toWall' | 'config'>,
  hasOrders: boolean,
): Span {
  const spans = [
    days,
    ...(items ? [spanOfItems(items)] : []),
    ...(pairs ? [spanOfPairs(pairs)] : []),
    ...(events ? [spanOfEvents(events, toWall)] : []),
  ];
  const [first, last] = [
    Math.min(...spans.map((span) => span.first)),
    Math.max(...spans.map((span) => span.last)),
  ];
  if (last < first) throw refuseNone(files, config?.rfm?.event);
  if (until !== undefined && (readDay(until) ?? first) < first)
    throw new LearnRefusal(
      `--until ${until} is before the first ${hasOrders ? 'order' : 'event'} (${writeDay(first)}).`,
    );
  // visits are parted by their number where no last day is said
  const isOfOrders = hasOrders && what.some((part) => part !== 'intent' && part !== 'items');
  if (isOfOrders && until === undefined && tested !== undefined && days.last - tested < days.first)
    throw new LearnRefusal(
      `--days ${tested} leaves nothing to learn from: orders are from ${writeDay(days.first)} to ${writeDay(days.last)}.`,
    );
  return { first, last };
}
