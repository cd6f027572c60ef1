// Orders parted by a day: what a browser would remember then, and who bought in the days after it, which are the test.

import { ms } from '../grammar/duration.ts';
import type { Config } from '../schema/config.ts';
import { DAY_MS, readDay, writeDay } from './day.ts';
import { holdOrders } from './held-orders.ts';
import type { Orders } from './orders.ts';
import { DEFAULT_DAYS, RETENTION, type Split } from './parts.ts';

interface SplitOptions {
  /** the last day that is learned from */
  until?: string | undefined;
  /** the days after it that are the test; without it the last quarter of the export */
  days?: number | undefined;
  config?: Config | undefined;
  /** how long it is remembered, where that is not what the config says */
  retention?: string | undefined;
}

/** The last day before the test. */
function splitAt({ until, days }: SplitOptions, first: number, last: number): number {
  if (until !== undefined) return readDay(until) ?? last;
  return last - (days ?? Math.round((last - first + 1) / 4));
}

/** @returns what is learned from, with the test; and the last day of it */
export function splitOrders(
  orders: Orders,
  places: Uint32Array,
  options: SplitOptions,
  { first, last }: { first: number; last: number },
): { split: Split; until: number } {
  const retention = options.retention ?? options.config?.privacy?.retention ?? RETENTION;
  const retentionMs = ms(retention);
  const until = splitAt(options, first, last);
  const days = Math.min(
    last - until,
    options.until === undefined ? Infinity : (options.days ?? DEFAULT_DAYS),
  );
  const end = options.until === undefined ? last : until;
  const [before, held] = holdOrders(orders, { evenings: [until, end], retentionMs }, places);
  const bought = new Map<number, number>();
  const ages = new Map<number, number>();
  let [all, remembered] = [0, 0];
  let [buyer, today] = [-1, Number.NaN];
  for (const place of places) {
    const day = Math.floor((orders.at[place] ?? 0) / DAY_MS);
    const of = orders.buyer[place] ?? 0;
    const isSame = of === buyer && day === today;
    [buyer, today] = [of, day];
    if (isSame) continue;
    if (day > until && day <= until + days) bought.set(of, (bought.get(of) ?? 0) + 1);
    if (day > end) continue;
    all++;
    ages.set(end - day, (ages.get(end - day) ?? 0) + 1);
    if ((end - day) * DAY_MS < retentionMs) remembered++;
  }
  const test = days > 0 ? { held: before, bought, until: writeDay(until), days } : undefined;
  return { split: { held, retention, remembered: all ? remembered / all : 0, ages, test }, until: end };
}
