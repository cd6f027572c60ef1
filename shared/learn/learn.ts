// Orders in, numbers out: what the config and the report say of them. The same in the terminal and in a worker.

import { ms } from '../grammar/duration.ts';
import type { Config, Rfm, Segment } from '../schema/config.ts';
import { DAY_MS, readDay, writeDay } from './day.ts';
import type { FileRead } from './export-file.ts';
import { holdOrders } from './held-orders.ts';
import type { ItemRows } from './items/item-store.ts';
import { type ItemsReport, type ItemsValue, learnItems } from './items/learn-items.ts';
import type { ItemsOptions } from './items/test-rows.ts';
import { learnPersonas, type Personas, type PersonasReport } from './learn-personas.ts';
import { learnRfm, type RfmReport } from './learn-rfm.ts';
import { learnValue, type Value, type ValueReport } from './learn-value.ts';
import { type Orders, sortOrders } from './orders.ts';
import type { Learned, PartName, Split } from './parts.ts';
import { LearnRefusal, type Reason } from './refusal.ts';

export interface LearnOptions {
  what: readonly PartName[];
  /** the last day that is learned from */
  until?: string | undefined;
  /** the days after it that are the test; without it the last quarter of the export */
  days?: number | undefined;
  /** so many personas, where such a grouping passes; without it the best that does */
  personas?: number | undefined;
  /** how large the file of items may become, and what is in it; needed where rows hold any */
  items?: ItemsOptions | undefined;
  /** of all chance: the same seed, the same numbers */
  seed: number;
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
  reasons: Record<string, number>;
  /** where the first three of each reason stand */
  lines: Record<string, string[]>;
  /** rows that are read, and no orders of their own */
  noted: Record<string, number>;
  from: string;
  until: string;
}

/** What goes into the config; groups of buyers that can be said as segments are there as such, too. */
export type LearnedConfig = Pick<Config, 'learned' | 'rfm' | 'personas' | 'value' | 'items'> & {
  segments?: Segment[];
};

export interface Knowledge {
  read: Read;
  parts: {
    rfm?: Learned<Rfm, RfmReport>;
    personas?: Learned<Personas, PersonasReport>;
    value?: Learned<Value, ValueReport>;
    items?: Learned<ItemsValue, ItemsReport>;
  };
  /** files that lie beside the tag, by their names */
  files: { name: string; text: string }[];
  /** undefined where nothing was learned that a config can say */
  config: LearnedConfig | undefined;
}

/** What a config without the words has. */
export const RETENTION = '180d';

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

/** So many days after it are the test, where nothing is said. */
export const DEFAULT_DAYS = 90;

function splitOrders(
  orders: Orders,
  places: Uint32Array,
  options: LearnOptions,
  { first, last }: { first: number; last: number },
): { split: Split; until: number } {
  const retention = options.config?.privacy?.retention ?? RETENTION;
  const retentionMs = ms(retention);
  const hold = (until: number) => holdOrders(orders, { until, retentionMs }, places);
  const until = splitAt(options, first, last);
  const days = Math.min(
    last - until,
    options.until === undefined ? Infinity : (options.days ?? DEFAULT_DAYS),
  );
  const before = hold(until);
  const end = options.until === undefined ? last : until;
  const bought = new Map<number, number>();
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
    if ((end - day) * DAY_MS < retentionMs) remembered++;
  }
  const test = days > 0 ? { held: before, bought, until: writeDay(until), days } : undefined;
  const held = end === until ? before : hold(end);
  return { split: { held, retention, remembered: all ? remembered / all : 0, test }, until: end };
}

function segmentsOf(part: Knowledge['parts']['personas']): Segment[] {
  if (part?.status !== 'learned') return [];
  const { value, report } = part;
  return value.groups.flatMap(({ id, name, description }): Segment[] => {
    const { readable } = report.groups.find((group) => group.id === id) ?? {};
    return readable ? [{ id, name, description, when: readable.when }] : [];
  });
}

/** @returns undefined where nothing was learned */
function configOf(parts: Knowledge['parts'], learned: LearnedConfig['learned']): LearnedConfig | undefined {
  const { rfm, personas, value, items } = parts;
  if (!Object.values(parts).some(({ status }) => status === 'learned')) return undefined;
  const segments = segmentsOf(personas);
  return {
    learned,
    ...(rfm?.status === 'learned' && { rfm: rfm.value }),
    ...(personas?.status === 'learned' && { personas: personas.value }),
    ...(value?.status === 'learned' && { value: value.value }),
    ...(items?.status === 'learned' && { items: items.value }),
    ...(segments.length > 0 && { segments }),
  };
}

export interface RowsRead {
  files: FileRead[];
  refused: Record<string, Reason>;
  noted: Record<string, number>;
  /** where somebody asked for them */
  items?: ItemRows | undefined;
}

const mapReasons = <V>(reasons: Record<string, Reason>, read: (reason: Reason) => V): Record<string, V> =>
  Object.fromEntries(Object.entries(reasons).map(([why, reason]) => [why, read(reason)]));

/** The days on which something happened. */
interface Span {
  first: number;
  last: number;
}

function spanOfItems({ visits, orders }: ItemRows): Span {
  const days = [visits, orders].flatMap(({ at, count }) =>
    count ? [at[0] ?? 0, at[count - 1] ?? 0].map((time) => Math.floor(time / DAY_MS)) : [],
  );
  return { first: Math.min(...days), last: Math.max(...days) };
}

function readOf(orders: Orders, places: Uint32Array, orderDays: number, rows: RowsRead, span: Span): Read {
  const buyers = new Set<number>();
  for (const place of places) buyers.add(orders.buyer[place] ?? 0);
  return {
    files: rows.files,
    buyers: buyers.size,
    orders: orders.count,
    orderDays,
    visits: rows.items?.visits.count ?? 0,
    items: rows.items?.ids.length ?? 0,
    refused: Object.values(rows.refused).reduce((sum, { rows: n }) => sum + n, 0),
    reasons: mapReasons(rows.refused, ({ rows: n }) => n),
    lines: mapReasons(rows.refused, ({ lines }) => lines),
    noted: rows.noted,
    from: writeDay(span.first),
    until: writeDay(span.last),
  };
}

/** @throws LearnRefusal where there is nothing to learn from */
export function learn(orders: Orders, rows: RowsRead, options: LearnOptions): Knowledge {
  const places = sortOrders(orders);
  const { orderDays, ...days } = countDays(orders, places);
  const ofItems = rows.items ? spanOfItems(rows.items) : days;
  const span = { first: Math.min(days.first, ofItems.first), last: Math.max(days.last, ofItems.last) };
  if (span.last < span.first)
    throw new LearnRefusal('There is no order in what was read: only a header, or rows of other kinds.', {
      fault: { kind: 'no orders' },
    });
  if (options.until !== undefined && (readDay(options.until) ?? span.first) < span.first)
    throw new LearnRefusal(`--until ${options.until} is before the first order (${writeDay(span.first)}).`);
  const { split, until } = splitOrders(orders, places, options, orders.count ? days : span);
  const read = readOf(orders, places, orderDays, rows, span);
  const { what, personas: groups, seed } = options;
  const { event, value } = options.config?.rfm ?? {};
  const made = options.at.slice(0, 10);
  const items =
    rows.items && options.items && what.includes('items')
      ? learnItems(rows.items, {
          options: options.items,
          until: options.until,
          days: options.days,
          seed,
          made,
        })
      : undefined;
  const parts: Knowledge['parts'] = {
    ...(what.includes('rfm') && { rfm: learnRfm(split, { event, value }) }),
    ...(what.includes('value') && { value: learnValue(split, { event, value, seed }) }),
    ...(what.includes('personas') && { personas: learnPersonas(split, { event, value, groups, seed }) }),
    ...(items && { items: items.part }),
  };
  const learned = {
    at: made,
    from: read.from,
    until: writeDay(until),
    ...(orders.count > 0 && { buyers: split.held.count }),
    ...(read.visits > 0 && { visits: read.visits }),
  };
  const { text } = items ?? {};
  const files =
    items?.part.status === 'learned' && text !== undefined ? [{ name: items.part.value.file, text }] : [];
  return { read, parts, files, config: configOf(parts, learned) };
}
