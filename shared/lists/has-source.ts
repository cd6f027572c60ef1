// Whether a source of a list can find an item at all in a file of items. Pure.

import { listItems } from '../items/find-lost.ts';
import type { Items } from '../items/open-items.ts';
import type { ChangeOf } from '../schema/change.ts';

export type Source = ChangeOf<'recommend'>['from'][number];

const isIn = (items: Items, from: (rank: number) => number[]): boolean =>
  listItems(items).some(({ rank }) => from(rank)[0] !== undefined);

export function hasSource(items: Items, source: Source): boolean {
  if (source === 'similar') return isIn(items, items.similar);
  if (source === 'together') return isIn(items, items.together);
  if (source === 'trending') return items.trending.length > 0;
  if (source === 'again') return Object.keys(items.again).length > 0;
  // what the visitor looked at is in their browser
  return true;
}
