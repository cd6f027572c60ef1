// A year of orders of the demo shop, made up: the same for the same seed, and how it came about is known. Buyers order at
// rates of their own, and have one of three purses, whatever their rate; what goes with what is planted.

import type { Buying } from '../../../shared/engine/conditions/expected-orders.ts';
import { type Random, random } from '../../support/random.ts';
import type { Product as Sold } from '../data/products.mjs';
import { live } from './buying-life.ts';

type Product = Pick<Sold, 'id' | 'price'>;

export interface Order {
  number: string;
  buyer: string;
  /** ms since epoch */
  at: number;
  items: Product[];
  total: number;
  /** what was given back of it */
  refunded: number;
  /** how often it stands in the export: a page that was loaded anew told it twice */
  told: number;
}

export interface YearOptions {
  products: readonly Product[];
  buyers?: number;
  seed?: number;
  /** the last day, since 1970 */
  until: number;
}

export interface Year {
  orders: Order[];
  truth: {
    /** by which all buyers were made */
    purchases: Buying;
    /** of each buyer the purse */
    purses: Map<string, PurseName>;
    /** what goes with what: whoever buys the first often takes the second, too */
    pairs: [string, string][];
  };
}

const DAY_MS = 864e5;
const DAYS = 365;
/** After these nobody is new: of who comes on the last day nothing can be told. */
const NEW_UNTIL = 240;
export const PURCHASES: Buying = [0.7, 30, 0.8, 2.5];

/** What they come for costs so many pounds, and what they sometimes take along. */
const PURSES = {
  odds: { share: 0.6, from: 0, to: 40, along: 75 },
  expedition: { share: 0.4, from: 300, to: Infinity, along: 300 },
} as const;
export type PurseName = keyof typeof PURSES;
const TAKES_ALONG = 0.15;

/** Whoever buys the first takes the second, too, in so many orders. */
export const PAIRS: [string, string][] = [
  ['vard-4', 'drift-minus-18'],
  ['skarn-2', 'heath-mat'],
  ['cairn-flask', 'peat-mug'],
];
const TAKES_PARTNER = 0.5;

const REFUNDED_WHOLE = 0.04;
const REFUNDED_HALF = 0.02;
const TOLD_TWICE = 0.05;

function fillBasket(purse: PurseName, products: readonly Product[], chance: Random): Product[] {
  const { from, to, along } = PURSES[purse];
  const wanted = chance.pick(products.filter(({ price }) => price >= from && price < to));
  const partner = PAIRS.find(([first]) => first === wanted.id)?.[1];
  const more = chance.pick(products.filter(({ price }) => price < along));
  const items = [wanted];
  if (partner && chance.share() < TAKES_PARTNER) items.push(...products.filter(({ id }) => id === partner));
  if (chance.share() < TAKES_ALONG && !items.includes(more)) items.push(more);
  return items;
}

export function makeYear({ products, buyers = 3000, seed = 1, until }: YearOptions): Year {
  const chance = random(seed);
  const purses = new Map<string, PurseName>();
  const orders: Order[] = [];
  const begin = (until - DAYS + 1) * DAY_MS;
  for (let i = 0; i < buyers; i++) {
    const buyer = `buyer-${i}@post.example`;
    const purse = chance.share() < PURSES.odds.share ? 'odds' : 'expedition';
    purses.set(buyer, purse);
    const first = chance.share() * NEW_UNTIL;
    for (const day of live(PURCHASES, DAYS - first, chance)) {
      const items = fillBasket(purse, products, chance);
      const total = items.reduce((sum, { price }) => sum + price, 0);
      const back = chance.share();
      orders.push({
        number: '',
        buyer,
        at: Math.floor((begin + (first + day) * DAY_MS) / 1000) * 1000,
        items,
        total,
        refunded: back < REFUNDED_WHOLE ? total : back < REFUNDED_WHOLE + REFUNDED_HALF ? total / 2 : 0,
        told: chance.share() < TOLD_TWICE ? 2 : 1,
      });
    }
  }
  orders.sort((a, b) => a.at - b.at);
  orders.forEach((order, i) => {
    order.number = `M-${100_001 + i}`;
  });
  return { orders, truth: { purchases: PURCHASES, purses, pairs: PAIRS } };
}
