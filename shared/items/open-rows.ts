// The rows of single items, as their pages said them, to be asked as a file of items is. Pure.

import type { ItemRow, RowFact } from './item-row.ts';
import type { Items } from './open-items.ts';

/** @param rows the latest first: what two say of an item, it knows best */
export function openRows(rows: readonly ItemRow[]): Items {
  const own = new Map<string, ItemRow>();
  const facts = new Map<string, RowFact>();
  const ranks = new Map<string, number>();
  const ids: string[] = [];
  const add = (id: string): void => {
    if (ranks.has(id)) return;
    ranks.set(id, ids.length);
    ids.push(id);
  };
  for (const row of rows) {
    if (own.has(row.id)) continue;
    own.set(row.id, row);
    for (const fact of row.facts) if (!facts.has(fact.id)) facts.set(fact.id, fact);
  }
  for (const id of own.keys()) add(id);
  for (const { similar, together } of own.values()) for (const id of [...similar, ...together]) add(id);
  const ranksOf = (list: readonly string[] = []): number[] => list.flatMap((id) => ranks.get(id) ?? []);
  const rowAt = (rank: number): ItemRow | undefined => own.get(ids[rank] ?? '');
  return {
    count: ids.length,
    // each row is of a page
    isOfPages: true,
    rank: (id) => ranks.get(id),
    item(rank) {
      const id = ids[rank] ?? '';
      const {
        name = '',
        url = '',
        image = '',
        price,
        currency = '',
        group = '',
        stock,
      } = facts.get(id) ?? {};
      return { id, rank, name, url, image, price, currency, group, stock };
    },
    similar: (rank) => ranksOf(rowAt(rank)?.similar),
    together: (rank) => ranksOf(rowAt(rank)?.together),
    // what all of them want no single page says
    trending: [],
    again: Object.fromEntries([...own.values()].map(({ id, again }) => [ranks.get(id), again])),
  };
}
