// A year of visits of the demo shop, made up, as events of its tag: what is looked at next is planted, and what tells an
// order beforehand.

import { random } from '../../support/random.ts';
import type { Product } from '../data/products.mjs';

export interface Happened {
  visitor: string;
  name: string;
  /** ms since epoch */
  at: number;
  /** since 1970 */
  day: number;
  props: Record<string, unknown>;
}

export interface VisitsOptions {
  products: readonly Product[];
  visitors?: number;
  seed?: number;
  /** the last day, since 1970 */
  until: number;
}

const DAY_MS = 864e5;
const MINUTE_MS = 6e4;
const DAYS = 365;

/** Who looks at the first looks at the second next, in so many of the cases. */
export const NEXT: Record<string, string> = {
  'vard-4': 'drift-minus-18',
  'skarn-2': 'heath-mat',
  'cairn-flask': 'peat-mug',
  'ember-stove': 'tarn-pots',
  'haul-58': 'moor-mid',
  'glim-lantern': 'wick-candle',
};
const LOOKS_NEXT = 0.6;

/** The chance of an order: logistic of these. Who reads about delivery in the visit is about to order. */
export const ORDERS = { bias: -2.7, delivery: 2 };
const READS_DELIVERY = 0.25;
const PUTS = 0.3;

export function makeVisits({ products, visitors = 2500, seed = 1, until }: VisitsOptions): Happened[] {
  const { share, below, pick } = random(seed);
  const events: Happened[] = [];
  const find = (id: string | undefined) => products.find((one) => one.id === id);
  for (let i = 0; i < visitors; i++) {
    for (let day = until - DAYS + 1 + below(DAYS); day <= until; day += 1 + below(60)) {
      let at = day * DAY_MS + below(22 * 60) * MINUTE_MS;
      const put = (name: string, props: Record<string, unknown>) =>
        events.push({ visitor: `visitor-${i}`, name, at, day, props });
      const open = (path: string) => {
        at += MINUTE_MS;
        put('page_view', { path, topics: [] });
      };
      put('visit_start', { channel: 'direct' });
      open('/');
      const hasRead = share() < READS_DELIVERY;
      if (hasRead) {
        open('/delivery');
        put('delivery_read', {});
      }
      let seen = pick(products);
      for (let looks = 1 + below(5); looks > 0; looks--) {
        const { id, category, name, price } = seen;
        open(`/${category}/${id}`);
        put('view_item', { items: [{ item_id: id, item_category: category, item_name: name, price }] });
        const next = share() < LOOKS_NEXT ? find(NEXT[id]) : undefined;
        if (looks > 1) seen = next ?? pick(products);
      }
      const item = {
        item_id: seen.id,
        item_category: seen.category,
        item_name: seen.name,
        price: seen.price,
      };
      if (share() < PUTS) put('add_to_cart', { value: seen.price, items: [item] });
      if (share() >= 1 / (1 + Math.exp(-ORDERS.bias - (hasRead ? ORDERS.delivery : 0)))) continue;
      open('/thank-you');
      put('purchase', { transaction_id: `V-${i}-${day}`, value: seen.price, items: [item] });
    }
  }
  return events.sort((a, b) => a.at - b.at);
}
