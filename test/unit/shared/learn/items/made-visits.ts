// Made-up visits and orders with a known truth: items 4k to 4k + 3 belong together.

import { createItemStore } from '../../../../../shared/learn/items/item-store.ts';
import type { ItemsOptions } from '../../../../../shared/learn/items/test-rows.ts';
import { random } from '../../../../support/random.ts';

export const BEGIN = Date.UTC(2026, 0, 1);
export const HOUR_MS = 36e5;
export const idOf = (item: number): string => `sku-${item}`;
/** Those that belong to an item. */
export const matesOf = (id: string): string[] => {
  const item = Number(id.slice(4));
  return [0, 1, 2, 3].map((i) => idOf(4 * Math.floor(item / 4) + i)).filter((mate) => mate !== id);
};

export const options = (more: Partial<ItemsOptions> = {}): ItemsOptions => ({
  together: 3,
  each: 20,
  most: 60_000,
  weigh: (text) => text.length,
  ...more,
});

/** @param planted the share of looks that stay within what belongs together; 0 is noise */
export function makeVisits(planted: number, { visits = 4000, items = 120, seed = 3 } = {}): string[][] {
  const { share, below } = random(seed);
  return Array.from({ length: visits }, () => {
    const group = below(items / 4);
    const looks = 2 + below(4);
    return Array.from({ length: looks }, () =>
      idOf(share() < planted ? 4 * group + below(4) : Math.floor(items * share() ** 2)),
    );
  });
}

/** One visit an hour, a look a minute. */
export function storeOf(visits: readonly string[][]) {
  const store = createItemStore();
  visits.forEach((items, visit) => {
    items.forEach((item, i) => {
      store.see(`mark-${visit}`, BEGIN + visit * HOUR_MS + i * 6e4, item);
    });
  });
  return store;
}

/** One order an hour, each buyer's every 100 hours. */
export function orderStoreOf(orders: readonly string[][]) {
  const store = createItemStore();
  orders.forEach((items, order) => {
    const at = BEGIN + order * HOUR_MS;
    for (const item of items) store.buy({ order: `order-${order}`, buyer: `mark-${order % 100}`, at, item });
  });
  return store;
}
