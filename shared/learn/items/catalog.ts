// What is sold now, as the owner's catalog says it. An item that it does not hold is left out of what is learned.

import { readPath } from '../../engine/address.ts';
import { type Decimal, findDecimal } from '../read-total.ts';
import type { Written } from './catalog-fields.ts';
import type { KnownFact } from './known-facts.ts';
import { type Entry, readEntry } from './read-entry.ts';

/** What may be odd about an entry. */
export const ODD = [
  'without an id',
  'with an id that another has',
  'with a price that is none',
  'with a name that reaches a person',
  'with an address that is none',
] as const;

export interface Catalog {
  /** by id; of variants also by the id of what they are variants of */
  find(id: string): KnownFact | undefined;
  /** the item whose page has this path */
  idAt(path: string): string | undefined;
  entries: readonly Pick<Entry, 'id' | 'parent'>[];
  /** what was read, and could not be used as it is, in how many entries */
  noted: Record<string, number>;
}

/** What parts the cents: as most prices that tell say. */
function decimalOf(all: readonly Written[]): Decimal {
  let commas = 0;
  for (const { price = '' } of all) {
    const decimal = findDecimal(price);
    if (decimal !== undefined) commas += decimal === ',' ? 1 : -1;
  }
  return commas > 0 ? ',' : '.';
}

/** An address as a browser compares its path; '' where it has none. */
function pathOf(url: string): string {
  const base = 'https://site.invalid';
  return URL.canParse(url, base) ? readPath(new URL(url, base)) : '';
}

/** One of the variants is enough to be there, and one about a sensitive matter makes all of it so. */
function join(first: KnownFact, next: KnownFact): KnownFact {
  const { isSoldOut, isSensitive, ...fact } = { ...next, ...first };
  const priced = [first, next].filter(({ price }) => price !== undefined);
  // of two currencies nobody knows here which price is the lower
  const alike = priced.filter(({ currency }) => currency === priced[0]?.currency);
  const price = Math.min(...alike.map(({ price = Infinity }) => price));
  return {
    ...fact,
    ...(price < Infinity && { price }),
    ...(first.isSoldOut && next.isSoldOut && { isSoldOut: true }),
    ...((first.isSensitive || next.isSensitive) && { isSensitive: true }),
  };
}

/** @param decimal where the form of the file says it */
export function createCatalog(all: readonly Written[], decimal: Decimal = decimalOf(all)): Catalog {
  const facts = new Map<string, KnownFact>();
  const parents = new Map<string, KnownFact>();
  const paths = new Map<string, string>();
  const entries: Entry[] = [];
  const noted: Record<string, number> = {};
  const note = (what: (typeof ODD)[number]): void => {
    noted[what] = (noted[what] ?? 0) + 1;
  };
  for (const written of all) {
    const entry = readEntry(written, decimal);
    if (!entry) {
      note('without an id');
      continue;
    }
    const { id, parent, fact } = entry;
    if (facts.has(id)) {
      note('with an id that another has');
      continue;
    }
    if (written.price?.trim() && fact.price === undefined) note('with a price that is none');
    if (written.name?.trim() && !fact.name) note('with a name that reaches a person');
    if (written.url?.trim() && !fact.url) note('with an address that is none');
    facts.set(id, fact);
    entries.push(entry);
    const before = parents.get(parent);
    if (parent) parents.set(parent, before ? join(before, fact) : fact);
    const path = pathOf(fact.url ?? '');
    if (path && !paths.has(path)) paths.set(path, parent || id);
  }
  return {
    find: (id) => facts.get(id) ?? parents.get(id),
    idAt: (path) => paths.get(path),
    entries,
    noted,
  };
}

/** Entries that are no item that was met. */
export function findUnmet({ entries }: Catalog, met: Iterable<string>): string[] {
  const ids = new Set(met);
  return entries.flatMap(({ id, parent }) => (ids.has(id) || ids.has(parent) ? [] : id));
}
