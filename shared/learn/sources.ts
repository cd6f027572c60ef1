// What tells of orders: tables, events of this tag, and GA4's. Each knows buyers by ids of its own, so what two of them tell
// would make two buyers of one, and two orders where their numbers differ: orders are taken of one of them.

const SOURCES = ['table', 'own', 'ga4'] as const;
export type Source = (typeof SOURCES)[number];
/** Something of each. */
export type BySource<T> = Record<Source, T>;
/** How many orders each holds. */
type Counted = BySource<{ readonly count: number }>;

export const bySource = <T>(make: () => T): BySource<T> => ({ table: make(), own: make(), ga4: make() });

export const countAll = (held: Counted): number =>
  SOURCES.reduce((sum, source) => sum + held[source].count, 0);

/** A table where it holds any, as a shop knows its orders best; else the events that hold more. */
export function chooseSource({ table, own, ga4 }: Counted): Source {
  if (table.count > 0) return 'table';
  return ga4.count > own.count ? 'ga4' : 'own';
}
