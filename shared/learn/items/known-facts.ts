// What is known of items beside how they are met: their names, addresses, pictures, prices, groups and whether they are
// there. From a catalog, or from what the site's own events say of them.

import type { ItemFacts } from '../../items/items-file.ts';

export interface KnownFact {
  name?: string;
  url?: string;
  image?: string;
  price?: number;
  currency?: string;
  group?: string;
  isSoldOut?: boolean;
  /** its address was another's, too, before its end was cut off, and is left out */
  isAddressShared?: boolean;
  /** it is about what nobody infers from behaviour */
  isSensitive?: boolean;
}

/** The longest name or group that a card has room for. */
const LONGEST = 200;

/** The longest address: part of one leads nowhere, and a file of such is too large. */
export const LONGEST_ADDRESS = 1000;

const short = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, LONGEST);
const fits = (address: string): boolean => address.length <= LONGEST_ADDRESS;

/** The part up to a `/` that most addresses begin with, if there is one; none where some begin with no host: it would become theirs. */
function findBase(addresses: readonly string[]): string | undefined {
  if (addresses.some((address) => /^\/(?!\/)/.test(address))) return undefined;
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const [origin] = /^https?:\/\/[^/?#]+/i.exec(address) ?? [];
    if (origin !== undefined) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [origin, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = origin;
  return best;
}

/** A column, or nothing where it would say nothing. */
const column = <V>(values: V[], isEmpty: (value: V) => boolean): V[] | undefined =>
  values.every(isEmpty) ? undefined : values;

/** Of how many items something was known, and is left out. */
export interface Missing {
  /** prices, as they are of several currencies */
  prices: number;
  /** pages and pictures, as their addresses are too long */
  addresses: number;
  /** pages, as other items have the same address */
  shared: number;
}

export interface Facts {
  /** undefined where nothing is known of any item */
  facts: ItemFacts | undefined;
  missing: Missing;
}

/** A file has one currency: of prices in several a page would write each as its own. */
function packPrices(known: readonly (KnownFact | undefined)[]) {
  const priced = known.filter((fact) => fact?.price !== undefined);
  const currencies = new Set(priced.map((fact) => fact?.currency ?? ''));
  if (currencies.size > 1) return { mixed: priced.length };
  const [currency = ''] = currencies;
  return {
    mixed: 0,
    ...(priced.length && { price: known.map((fact) => fact?.price ?? null) }),
    ...(currency && { currency }),
  };
}

/** @param known of each item by rank */
export function packFacts(known: readonly (KnownFact | undefined)[]): Facts {
  const texts = (read: (fact: KnownFact) => string | undefined): string[] =>
    known.map((fact) => (fact && read(fact)) ?? '');
  const isBlank = (text: string): boolean => !text;
  const addresses = [texts(({ url }) => url), texts(({ image }) => image)];
  const [urls = [], images = []] = addresses.map((all) => all.map((one) => (fits(one) ? one : '')));
  const base = findBase([...urls, ...images]);
  const cut = (address: string): string =>
    base !== undefined && address.startsWith(`${base}/`) ? address.slice(base.length) : address;
  const { mixed, price, currency } = packPrices(known);
  const columns = {
    name: column(texts(({ name }) => name).map(short), isBlank),
    url: column(urls.map(cut), isBlank),
    image: column(images.map(cut), isBlank),
    price,
    group: column(texts(({ group }) => group).map(short), isBlank),
    stock: column(
      known.map((fact): 0 | 1 => (fact?.isSoldOut ? 0 : 1)),
      (stock) => stock === 1,
    ),
  };
  const told = Object.fromEntries(Object.entries(columns).filter(([, values]) => values !== undefined));
  const facts: ItemFacts = {
    ...((columns.url || columns.image) && base !== undefined && { base }),
    ...told,
    ...(currency && { currency }),
  };
  return {
    facts: Object.keys(told).length ? facts : undefined,
    missing: {
      prices: mixed,
      addresses: addresses.flat().filter((one) => !fits(one)).length,
      shared: known.filter((fact) => fact?.isAddressShared).length,
    },
  };
}
