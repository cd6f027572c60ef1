// The shop's file of items, of its made-up year: what is looked at and bought together there, and what its own catalog says.

import { createCatalog } from '../../../shared/learn/items/catalog.ts';
import { createItemStore } from '../../../shared/learn/items/item-store.ts';
import { learnItems } from '../../../shared/learn/items/learn-items.ts';
import type { Product } from '../data/products.mjs';
import { makeYear } from './make-orders.ts';
import { makeVisits } from './make-visits.ts';

/** The last day of the year that the shop learned from. */
const UNTIL = '2026-11-24';
const DAY_MS = 864e5;
/** So many neighbours: the shop sells thirty things. */
const EACH = 8;

/** @throws Error where nothing is learned */
export function makeShopItems(products: readonly Product[]): { name: string; text: string } {
  const until = Date.parse(UNTIL) / DAY_MS;
  const store = createItemStore();
  for (const { visitor, name, at, props } of makeVisits({ products, until })) {
    const { items = [] }: { items?: { item_id: string }[] } = props;
    if (name === 'view_item') for (const { item_id } of items) store.see(visitor, at, item_id);
  }
  for (const { number, buyer, at, items } of makeYear({ products, until }).orders)
    for (const { id } of items) store.buy({ order: number, buyer, at, item: id });
  const catalog = createCatalog(
    products.map(({ id, name, category, price }) => ({
      id,
      name,
      url: `/${category}/${id}`,
      image: `/assets/images/${id}.svg`,
      price: `${price.toFixed(2)} GBP`,
      group: category,
    })),
  );
  const { part, text } = learnItems(store.settle(), {
    options: { together: 3, each: EACH, most: 60_000, weigh: ({ length }) => length, catalog },
    until: undefined,
    days: undefined,
    seed: 1,
    made: UNTIL,
  });
  if (part.status !== 'learned' || part.value.file === undefined || text === undefined)
    throw new Error(part.status === 'refused' ? part.why.join() : '');
  return { name: part.value.file, text };
}
