// Which item a page is of: its address says so, or the item's id, where that is a path. Where items were met as pages, as in
// an access log, each view of such a page is a look at the item; elsewhere it is asked of the page that is open.

import type { Items } from './open-items.ts';

/**
 * @param pathOf the path of an address, as page views have it
 * @returns what knows the id of the item whose page has a path
 */
export function findItemAt(
  { count, isOfPages, item }: Items,
  pathOf: (address: string) => string,
): (path: string) => string | undefined {
  let ids: Map<string, string> | undefined;
  const read = () => {
    const found = new Map<string, string>();
    // of one path the more frequent item, which comes first
    for (let rank = count; rank--; ) {
      const { id, url } = item(rank);
      found.set(isOfPages && id[0] === '/' ? id : url && pathOf(url), id);
    }
    // of those without an address
    found.delete('');
    return found;
  };
  return (path) => {
    // most pages never ask
    ids ??= read();
    return ids.get(path);
  };
}
