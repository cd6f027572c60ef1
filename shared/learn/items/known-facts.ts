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
  /** it is about what nobody infers from behaviour */
  isSensitive?: boolean;
}

/** The longest name or group that a card has room for. */
const LONGEST = 200;

const short = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, LONGEST);

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

/** @param known of each item by rank */
export function packFacts(known: readonly (KnownFact | undefined)[]): ItemFacts | undefined {
  const texts = (read: (fact: KnownFact) => string | undefined): string[] =>
    known.map((fact) => short((fact && read(fact)) ?? ''));
  const isBlank = (text: string): boolean => !text;
  const [urls, images] = [texts(({ url }) => url), texts(({ image }) => image)];
  const base = findBase([...urls, ...images]);
  const cut = (address: string): string =>
    base !== undefined && address.startsWith(`${base}/`) ? address.slice(base.length) : address;
  const currencies = new Set(
    known.flatMap((fact) => (fact?.price === undefined ? [] : (fact.currency ?? ''))),
  );
  const [currency = ''] = currencies.size === 1 ? currencies : [];
  const facts = {
    name: column(
      texts(({ name }) => name),
      isBlank,
    ),
    url: column(urls.map(cut), isBlank),
    image: column(images.map(cut), isBlank),
    price: column(
      known.map((fact) => fact?.price ?? null),
      (price) => price === null,
    ),
    group: column(
      texts(({ group }) => group),
      isBlank,
    ),
    stock: column(
      known.map((fact): 0 | 1 => (fact?.isSoldOut ? 0 : 1)),
      (stock) => stock === 1,
    ),
  };
  const told = Object.fromEntries(Object.entries(facts).filter(([, values]) => values !== undefined));
  if (Object.keys(told).length === 0) return undefined;
  return {
    ...((facts.url || facts.image) && base !== undefined && { base }),
    ...told,
    ...(facts.price && currency && { currency }),
  };
}
