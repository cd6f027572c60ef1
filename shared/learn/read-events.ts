// Events as JSON lines into orders: our own, as `selvedge.export()` has them, and GA4's as BigQuery exports them.

import { dig, digNumbers } from '../engine/dig.ts';
import { EVENT_FIELDS } from './column-names.ts';
import { currencyOf } from './currency.ts';
import { DAY_MS } from './day.ts';
import type { FileRead, ReadOptions } from './export-file.ts';
import { createFieldFinder } from './find-fields.ts';
import { takeItems } from './items/read-item-events.ts';
import type { OrderStore } from './orders.ts';
import { isOfOrders } from './read-date.ts';
import { readInstant } from './read-instant.ts';
import { readParam } from './read-param.ts';
import { worth } from './read-total.ts';
import type { BySource } from './sources.ts';
import type { CellSplitter } from './split-cells.ts';
import { createLineSplitter } from './split-lines.ts';
import type { Outcome, Tally } from './tally-rows.ts';
import { textOf } from './text-of.ts';

interface Purchase {
  buyer: string;
  order: string;
  at: number;
  total: number;
  currency: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const sumOf = (numbers: number[]): number =>
  numbers.length ? numbers.reduce((all, one) => all + one, 0) : Number.NaN;

/** @returns undefined where it is another event */
type Read = (line: Record<string, unknown>, options: ReadOptions) => Purchase | undefined;

const readOwn: Read = (line, { event, value }) => {
  if (line.name !== event) return undefined;
  const { props } = line;
  const total = sumOf(digNumbers(props, value));
  return {
    buyer: textOf(line[EVENT_FIELDS.own.buyer]),
    order: textOf(dig(props, 'transaction_id')),
    at: readInstant(line.at),
    // as on the device: an order that says no sum is one, and worth nothing
    total: Number.isNaN(total) ? 0 : total,
    currency: textOf(dig(props, 'currency')),
  };
};

const readGa4: Read = (line, { event }) => {
  if (line[EVENT_FIELDS.ga4.name] !== event) return undefined;
  const [total = 0] = digNumbers(line, 'ecommerce.purchase_revenue');
  return {
    buyer: textOf(line[EVENT_FIELDS.ga4.buyer]),
    order: textOf(dig(line, 'ecommerce.transaction_id')),
    at: Number(textOf(line[EVENT_FIELDS.ga4.at]) || Number.NaN) / 1e3,
    total,
    currency: readParam(line, 'currency'),
  };
};

/** The nearest time of the day that it was where the visitor was, if that is told. */
function onDay(at: number, day: unknown): number {
  if (typeof day !== 'number') return at;
  return Math.min(Math.max(at, day * DAY_MS), (day + 1) * DAY_MS - 1);
}

/** Deeper in each other no event's props lie, and a program could not follow. */
const DEEPEST = 1000;

/** Whether so many brackets are open at once; those within texts count, as no line has so many. */
function isDeep(text: string): boolean {
  // most lines could not hold them
  if (text.length < 2 * DEEPEST) return false;
  let open = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    open += sign === '[' || sign === '{' ? 1 : -1;
    if (open > DEEPEST) return true;
  }
  return false;
}

export function createEventReader(
  name: string,
  stores: BySource<OrderStore>,
  tally: Tally,
  options: ReadOptions,
): { splitter: CellSplitter; finish(): FileRead } {
  let isGa4 = false;
  const fields = createFieldFinder(name);

  /** @returns what became of the line */
  function add(text: string): Outcome {
    const value = options.parse(text);
    if (!isObject(value)) return 'no JSON';
    fields.see(value);
    isGa4 ||= EVENT_FIELDS.ga4.name in value;
    const unread = options.visits?.take(value, isGa4);
    const bought = (isGa4 ? readGa4 : readOwn)(value, options);
    const seen = options.items && takeItems(options.items, value, isGa4, options);
    if (!bought) return unread ?? seen ?? 'other event';
    const { buyer, order, at, total, currency } = bought;
    if (!buyer) return 'no buyer';
    if (!isOfOrders(at)) return 'no readable date';
    if (at > options.latest) return 'a date to come';
    if (Number.isNaN(worth(total))) return 'no readable total';
    const wall = options.toWall ? options.toWall(at) : onDay(at, value.day);
    return stores[isGa4 ? 'ga4' : 'own'].add(buyer, order, wall, total, 0, currencyOf(currency));
  }

  let rows = 0;
  const splitter = createLineSplitter((text, line) => {
    if (!text.trim()) return;
    rows++;
    tally.count(isDeep(text) ? 'no JSON' : add(text), line);
  });
  return {
    splitter,
    finish() {
      fields.judge(isGa4);
      return { name, rows, kind: isGa4 ? 'ga4' : 'events' };
    },
  };
}
