// Orders in, numbers out: what the config and the report say of them. The same in the terminal and in a worker.

import { nameOfRule } from '../grammar/group-name.ts';
import type { Config, Rfm, Segment } from '../schema/config.ts';
import { DAY_MS, writeDay } from './day.ts';
import type { FileRead } from './export-file.ts';
import { type Intent, learnIntent } from './intent/learn-intent.ts';
import type { ItemsReport, ItemsValue, LearnedItems } from './items/items-report.ts';
import { learnItems } from './items/learn-items.ts';
import { learnPairs } from './items/learn-pairs.ts';
import type { PageFile } from './items/split-pages.ts';
import type { LearnOptions } from './learn-options.ts';
import { learnPersonas, type Personas, type PersonasReport } from './learn-personas.ts';
import { learnRfm, type RfmReport } from './learn-rfm.ts';
import { learnValue, type Value, type ValueReport } from './learn-value.ts';
import { type Orders, sortOrders } from './orders.ts';
import type { Learned, Split } from './parts.ts';
import type { Reason } from './refusal.ts';
import type { RowsRead } from './rows-read.ts';
import { type Span, spanOf } from './span.ts';
import { splitOrders } from './split-orders.ts';

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
  noted: RowsRead['noted'];
  /** of their sums, where one is said */
  currency?: string;
  from: string;
  until: string;
}

/** What goes into the config; groups of buyers that can be said as segments are there as such, too. */
export type LearnedConfig = Pick<Config, 'learned' | 'rfm' | 'personas' | 'value' | 'models' | 'items'> & {
  segments?: Segment[];
};

export interface Knowledge {
  read: Read;
  parts: {
    rfm?: Learned<Rfm, RfmReport>;
    personas?: Learned<Personas, PersonasReport>;
    value?: Learned<Value, ValueReport>;
    intent?: Intent;
    items?: Learned<ItemsValue, ItemsReport>;
  };
  /** files that lie beside the tag, by their names */
  files: { name: string; text: string }[];
  /** in their place, where each item has a file of its own for its page */
  pages?: PageFile[];
  /** undefined where nothing was learned that a config can say */
  config: LearnedConfig | undefined;
}

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

function segmentsOf(part: Knowledge['parts']['personas']): Segment[] {
  if (part?.status !== 'learned') return [];
  const { value, report } = part;
  return value.groups.flatMap(({ id, name, description }): Segment[] => {
    const { readable } = report.groups.find((group) => group.id === id) ?? {};
    return readable ? [{ id, name: nameOfRule(name), description, when: readable.when }] : [];
  });
}

/** @returns undefined where nothing was learned */
function configOf(parts: Knowledge['parts'], learned: LearnedConfig['learned']): LearnedConfig | undefined {
  const { rfm, personas, value, intent, items } = parts;
  if (!Object.values(parts).some(({ status }) => status === 'learned')) return undefined;
  const segments = segmentsOf(personas);
  return {
    learned,
    ...(rfm?.status === 'learned' && { rfm: rfm.value }),
    ...(personas?.status === 'learned' && { personas: personas.value }),
    ...(value?.status === 'learned' && { value: value.value }),
    ...(intent?.status === 'learned' && { models: [intent.value] }),
    ...(items?.status === 'learned' && { items: items.value }),
    ...(segments.length > 0 && { segments }),
  };
}

/** @param again what was learned once more of some parts, from the same rows */
export function replacePart(known: Knowledge, again: Knowledge): Knowledge {
  const parts = { ...known.parts, ...again.parts };
  const files = again.parts.items ? again.files : known.files;
  return { ...known, parts, files, config: configOf(parts, (known.config ?? again.config)?.learned) };
}

const mapReasons = <V>(reasons: Record<string, Reason>, read: (reason: Reason) => V): Record<string, V> =>
  Object.fromEntries(Object.entries(reasons).map(([why, reason]) => [why, read(reason)]));

function readOf(
  { buyer, count }: Orders,
  places: Uint32Array,
  { files, items, pairs, currency, ...rows }: RowsRead,
  { first, last }: Span,
): Omit<Read, 'orderDays' | 'visits'> {
  const buyers = new Set<number>();
  for (const place of places) buyers.add(buyer[place] ?? 0);
  return {
    files,
    buyers: buyers.size,
    orders: count,
    items: (items ?? pairs)?.ids.length ?? 0,
    refused: Object.values(rows.refused).reduce((sum, { rows: n }) => sum + n, 0),
    reasons: mapReasons(rows.refused, ({ rows: n }) => n),
    lines: mapReasons(rows.refused, ({ lines }) => lines),
    noted: rows.noted,
    ...(currency !== undefined && { currency }),
    from: writeDay(first),
    until: writeDay(last),
  };
}

/** Longer than anybody has had a shop in the web. */
const FOR_EVER = '36500d';
/** Whether the site states what `value` asks of a buyer: then no browser need have been there at the first order. */
const isStated = (buyer: Config['buyer']): boolean => !!(buyer?.orders && buyer.first && buyer.last);

/** Where nothing that was read is an order, that is why: not that there are few. */
function refuseOrders(parts: Knowledge['parts']): Knowledge['parts'] {
  const why = ['there is no order in what was read'];
  return Object.fromEntries(
    Object.entries(parts).map(([name, { report }]) => [name, { status: 'refused', why, report }]),
  );
}

/** What is learned of those who bought. @param splitOf as it is remembered for so long, or as the config says */
function learnOrders(
  split: Split,
  { what, personas: groups, seed, config }: LearnOptions,
  splitOf: (retention: string) => Split,
): Knowledge['parts'] {
  const { event, value } = config?.rfm ?? {};
  const learnOfAll = () =>
    learnValue(isStated(config?.buyer) ? splitOf(FOR_EVER) : split, { event, value, seed });
  return {
    ...(what.includes('rfm') && { rfm: learnRfm(split, { event, value }) }),
    ...(what.includes('value') && { value: learnOfAll() }),
    ...(what.includes('personas') && { personas: learnPersonas(split, { event, value, groups, seed }) }),
  };
}

/** What is learned of items. */
function learnRows(
  { items, pairs }: RowsRead,
  { what, items: options, until, days, seed }: LearnOptions,
  made: string,
): LearnedItems | undefined {
  if (!options || !what.includes('items')) return undefined;
  if (pairs) return learnPairs(pairs, options, made);
  return items && learnItems(items, { options, until, days, seed, made });
}

/** @throws LearnRefusal where there is nothing to learn from */
export function learn(orders: Orders, rows: RowsRead, options: LearnOptions): Knowledge {
  const { what, events } = options;
  const hasOrders = orders.count > 0;
  const places = sortOrders(orders);
  const { orderDays, ...days } = countDays(orders, places);
  const span = spanOf(days, rows, options, hasOrders);
  const splitBy = (retention?: string) =>
    splitOrders(orders, places, { ...options, retention }, hasOrders ? days : span);
  const { split, until: end } = splitBy();
  const made = options.at.slice(0, 10);
  const intent = events && what.includes('intent') ? learnIntent(events, options) : undefined;
  const items = learnRows(rows, options, made);
  const visits = (rows.items?.visits.count ?? rows.pairs?.visits) || (intent?.report.visits ?? 0);
  const ofOrders = learnOrders(split, options, (retention) => splitBy(retention).split);
  const parts: Knowledge['parts'] = {
    ...(hasOrders ? ofOrders : refuseOrders(ofOrders)),
    ...(intent && { intent }),
    ...(items && { items: items.part }),
  };
  const read: Read = { ...readOf(orders, places, rows, span), orderDays, visits };
  const learned = {
    at: made,
    from: hasOrders ? writeDay(days.first) : read.from,
    until: writeDay(end),
    ...(hasOrders && { buyers: split.held.count }),
    ...(visits > 0 && { visits }),
  };
  const { text, pages } = items ?? {};
  const { file: name } = items?.part.status === 'learned' ? items.part.value : {};
  const files = name !== undefined && text !== undefined ? [{ name, text }] : [];
  return { read, parts, files, ...(pages && { pages }), config: configOf(parts, learned) };
}
