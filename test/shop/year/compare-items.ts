// What goes together in the file of items beside what was planted in the made-up visits.

import type { Items } from '../../../shared/items/open-items.ts';
import { NEXT } from './make-visits.ts';

/** Of what is looked at next, how often the planted item stands first in its row. */
export function compareNext(items: Items): { planted: number; first: number } {
  const pairs = Object.entries(NEXT);
  const first = pairs.filter(([id, next]) => {
    const [nearest = -1] = items.similar(items.rank(id) ?? -1);
    return items.rank(next) === nearest;
  });
  return { planted: pairs.length, first: first.length };
}
