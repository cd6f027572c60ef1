// Orders in, numbers out: what the config and the report say of them. The same in the terminal and in a worker.

import { ms } from '../grammar/duration.ts';
import type { Config, Rfm } from '../schema/config.ts';
import { readDay, writeDay } from './day.ts';
import type { FileRead } from './export-file.ts';
import { DAY_MS, type HeldOptions, holdOrders } from './held-orders.ts';
import { learnRfm, type RfmReport } from './learn-rfm.ts';
import { type Orders, sortOrders } from './orders.ts';
import type { Learned, PartName, Split } from './parts.ts';
import { LearnRefusal } from './refusal.ts';
import type { Reason } from './tally-rows.ts';

export interface LearnOptions {
  what: readonly PartName[];
  /** the last day that is learned from */
  until?: string | undefined;
  /** the days after it that are the test; without it the last quarter of the export */
  days?: number | undefined;
  /** what the config says, where there is one */
  config?: Config | undefined;
  /** ISO; when it is learned */
  at: string;
}

export interface Read {
  files: FileRead[];
  buyers: number;
  orders: number;
  orderDays: number;
  visits: number;
  items: number;
  /** rows that could not be read */
  refused: number;
  reasons: Record<string, Reason>;
  /** rows that are read, and no orders of their own */
  noted: Record<string, number>;
  from: string;
  until: string;
}

/** What goes into the config. */
export type LearnedConfig = Pick<Config, 'learned' | 'rfm'>;

export interface Knowledge {
  read: Read;
  parts: { rfm?: Learned<Rfm, RfmReport> };
  /** undefined where nothing was learned */
  config: LearnedConfig | undefined;
}

/** What a config without the words has. */
const RETENTION = '180d';

function countDays(orders: Orders, places: Uint32Array): { orderDays: number; first: number; last: number } {
  let [orderDays, first, last] = [0, Infinity, -Infinity];
  let [buyer, day] = [-1, Number.NaN];
  for (const place of places) {
    const today = Math.floor((orders.at[place] ?? 0) / DAY_MS);
    if (orders.buyer[place] !== buyer || today !== day) orderDays++;
    buyer = orders.buyer[place] ?? 0;
    day = today;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return { orderDays, first, last };
}

/** The last day before the test. */
function splitAt({ until, days }: LearnOptions, first: number, last: number): number {
  if (until !== undefined) return readDay(until) ?? last;
  return last - (days ?? Math.round((last - first + 1) / 4));
}

const DEFAULT_DAYS = 90;

function splitOrders(
  orders: Orders,
  places: Uint32Array,
  options: LearnOptions,
  { first, last }: { first: number; last: number },
): { split: Split; until: number } {
  const retention = options.config?.privacy?.retention ?? RETENTION;
  const hold = (until: number) => {
    const asked: HeldOptions = { until, retentionMs: ms(retention) };
    return holdOrders(orders, asked, places);
  };
  const until = splitAt(options, first, last);
  const days = Math.min(
    last - until,
    options.until === undefined ? Infinity : (options.days ?? DEFAULT_DAYS),
  );
  const before = hold(until);
  const bought = new Set<number>();
  for (const place of places) {
    const day = Math.floor((orders.at[place] ?? 0) / DAY_MS);
    if (day > until && day <= until + days) bought.add(orders.buyer[place] ?? 0);
  }
  const test = days > 0 ? { held: before, bought, until: writeDay(until), days } : undefined;
  const end = options.until === undefined ? last : until;
  return { split: { held: end === until ? before : hold(end), retention, test }, until: end };
}

export interface RowsRead {
  files: FileRead[];
  refused: Record<string, Reason>;
  noted: Record<string, number>;
}

/** @throws LearnRefusal where there is nothing to learn from */
export function learn(orders: Orders, rows: RowsRead, options: LearnOptions): Knowledge {
  if (orders.count === 0)
    throw new LearnRefusal('There is no order in what was read: only a header, or rows of other kinds.');
  const places = sortOrders(orders);
  const { orderDays, first, last } = countDays(orders, places);
  if (options.until !== undefined && (readDay(options.until) ?? first) < first)
    throw new LearnRefusal(`--until ${options.until} is before the first order (${writeDay(first)}).`);
  const { split, until } = splitOrders(orders, places, options, { first, last });
  const buyers = new Set<number>();
  for (const place of places) buyers.add(orders.buyer[place] ?? 0);
  const read: Read = {
    files: rows.files,
    buyers: buyers.size,
    orders: orders.count,
    orderDays,
    visits: 0,
    items: 0,
    refused: Object.values(rows.refused).reduce((sum, { rows: n }) => sum + n, 0),
    reasons: rows.refused,
    noted: rows.noted,
    from: writeDay(first),
    until: writeDay(last),
  };
  const parts: Knowledge['parts'] = {
    ...(options.what.includes('rfm') && { rfm: learnRfm(split, options.config?.rfm ?? {}) }),
  };
  const { rfm } = parts;
  if (rfm?.status !== 'learned') return { read, parts, config: undefined };
  const learned = {
    at: options.at.slice(0, 10),
    from: read.from,
    until: writeDay(until),
    buyers: split.held.count,
  };
  return { read, parts, config: { learned, rfm: rfm.value } };
}
