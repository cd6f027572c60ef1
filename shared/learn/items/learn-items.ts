// What is looked at and bought together: rows for the file of items, after a test on later visits that the most frequent
// items must lose.

import { concludeItems } from './conclude-items.ts';
import { findSimilar, findTogether } from './count-pairs.ts';
import type { ItemRows } from './item-store.ts';
import type { LearnedItems } from './items-report.ts';
import { leaveOut } from './leave-out.ts';
import { findAll } from './make-file.ts';
import { rankItems } from './rank-items.ts';
import { type ItemsOptions, testRows } from './test-rows.ts';

export interface ItemsAsked {
  options: ItemsOptions;
  until: string | undefined;
  days: number | undefined;
  seed: number;
  /** the day */
  made: string;
}

export function learnItems(rows: ItemRows, { options, made, ...asked }: ItemsAsked): LearnedItems {
  const left = leaveOut(rows, options);
  const learning = { rows, isOut: left.isOut, options, ...asked };
  return concludeItems({
    rows,
    met: { visits: rows.visits.count, orders: rows.orders.count },
    tests: {
      similar: testRows(rows.visits, findSimilar, false, learning),
      together: testRows(rows.orders, findTogether, true, learning),
    },
    left,
    findMet: () => rankItems([rows.visits, rows.orders], rows.ids, left.isSensitive, options.together),
    find: (has) => findAll(learning, has),
    options,
    made,
  });
}
