// Where items were met as pages, as in an access log, a view of an item's page is a look at the item: its address says which
// page that is, or its id, where that is a path.

import type { Items } from './open-items.ts';

/**
 * @param pathOf the path of an address, as page views have it
 * @returns the id of the item whose page has a path; undefined where items were not met as pages
 */
export function findItemAt(
  { count, isOfPages, item }: Items,
  pathOf: (address: string) => string,
): ((path: string) => string | undefined) | undefined {
  if (!isOfPages) return undefined;
  const ids = new Map<string, string>();
  // of one path the more frequent item, which comes first
  for (let rank = count; rank--; ) {
    const { id, url } = item(rank);
    ids.set(id[0] === '/' ? id : url && pathOf(url), id);
  }
  // of those without an address
  ids.delete('');
  return (path) => ids.get(path);
}
