// All that the files of an export told, once the last of them is read.

import type { FileRead } from './export-file.ts';
import type { ItemStore } from './items/item-store.ts';
import type { RowsRead } from './learn.ts';
import type { OrderStore, Orders } from './orders.ts';
import { type BySource, chooseSource, countAll } from './sources.ts';
import type { RowTally } from './tally-rows.ts';

interface AllRead {
  files: FileRead[];
  stores: BySource<OrderStore>;
  items: ItemStore | undefined;
  tally: RowTally;
  /** of a path, where a catalog knows it */
  itemAt?: ((path: string) => string | undefined) | undefined;
}

export function settleRows({ files, stores, items, tally, itemAt }: AllRead): {
  orders: Orders;
  rows: RowsRead;
} {
  const store = stores[chooseSource(stores)];
  tally.note('order of events', countAll(stores) - store.count);
  const settled = items?.settle(itemAt);
  const rows = { files, refused: tally.refused, noted: tally.noted, items: settled };
  return { orders: store.settle(), rows };
}
