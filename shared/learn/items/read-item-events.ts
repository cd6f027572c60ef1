// What events say of items: `view_item` and orders in GA4's shape, as our own export has them too, and page views where
// nothing tells of items.

import { readPath } from '../../engine/address.ts';
import { dig, digNumbers } from '../../engine/dig.ts';
import { idsIn } from '../../items/item-history.ts';
import { EVENT_FIELDS } from '../column-names.ts';
import type { ReadOptions } from '../export-file.ts';
import { isOfOrders } from '../read-date.ts';
import { readInstant } from '../read-instant.ts';
import { readParam } from '../read-param.ts';
import type { Outcome } from '../tally-rows.ts';
import { textOf } from '../text-of.ts';
import type { ItemStore } from './item-store.ts';
import type { KnownFact } from './known-facts.ts';

type Line = Record<string, unknown>;

function factOf(item: unknown, currency: string): KnownFact {
  const [name, group, image, url] = ['item_name', 'item_category', 'item_image', 'item_url'].map((field) =>
    textOf(dig(item, field)),
  );
  const [price] = digNumbers(item, 'price');
  return {
    ...(name && { name }),
    ...(group && { group }),
    ...(image && { image }),
    ...(url && { url }),
    ...(price !== undefined && { price, ...(currency && { currency }) }),
  };
}

const pathOf = (address: string): string => (URL.canParse(address) ? readPath(new URL(address)) : '');

interface Said {
  /** what a visit is told by */
  who: string;
  /** who looked, or ordered */
  buyer: string;
  at: number;
  name: string;
  items: Told[];
  order: string;
  currency: string;
  path: string;
}

interface Told {
  id: string;
  /** what says more of it */
  item: unknown;
}

/** @param own what may name an item itself */
const itemsIn = (items: unknown, own?: unknown): Told[] => [
  ...idsIn({ item_id: dig(own, 'item_id') }).map((id) => ({ id, item: own })),
  ...[items ?? []].flat().flatMap((item) => idsIn({ items: [item] }).map((id) => ({ id, item }))),
];

function readOwn(line: Line): Said {
  const { props, at } = line;
  const buyer = textOf(line[EVENT_FIELDS.own.buyer]);
  return {
    who: buyer,
    buyer,
    at: readInstant(at),
    name: textOf(line[EVENT_FIELDS.own.name]),
    items: itemsIn(Object(props).items, props),
    order: textOf(dig(props, 'transaction_id')),
    currency: textOf(dig(props, 'currency')),
    path: textOf(dig(props, 'path')),
  };
}

function readGa4(line: Line): Said {
  const { ga4 } = EVENT_FIELDS;
  const buyer = textOf(line[ga4.buyer]);
  return {
    who: `${buyer} ${readParam(line, ga4.visit)}`,
    buyer,
    at: Number(textOf(line[ga4.at]) || Number.NaN) / 1e3,
    name: textOf(line[ga4.name]),
    items: itemsIn(line.items),
    order: textOf(dig(line, 'ecommerce.transaction_id')),
    currency: readParam(line, 'currency'),
    path: pathOf(readParam(line, 'page_location')),
  };
}

/** @returns what became of the line; undefined where it says nothing of items */
export function takeItems(
  store: ItemStore,
  line: Line,
  isGa4: boolean,
  { event, latest, toWall }: Pick<ReadOptions, 'event' | 'latest' | 'toWall'>,
): Outcome | undefined {
  const { who, buyer, at, name, items, order, currency, path } = (isGa4 ? readGa4 : readOwn)(line);
  const isOrder = name === event;
  if (!isOrder && name !== 'view_item' && name !== 'page_view') return undefined;
  // an order that cannot be read is told by who reads orders
  if (isOrder && !(buyer && isOfOrders(at) && at <= latest)) return undefined;
  if (!buyer) return 'no buyer';
  if (!isOfOrders(at)) return 'no readable date';
  if (at > latest) return 'a date to come';
  const wall = toWall ? toWall(at) : at;
  if (name === 'page_view') {
    if (path) store.seePage(who, wall, path, buyer);
    return path ? 'added' : undefined;
  }
  for (const { id, item } of items) {
    const fact = factOf(item, currency);
    // of one who names no order, what is bought at a time is one
    if (isOrder)
      store.buy({ order: order || `${buyer} ${at}`, buyer, at: wall, item: id, fact }, isGa4 ? 'ga4' : 'own');
    else store.see(who, wall, id, fact, buyer);
  }
  return items.length ? 'added' : undefined;
}
