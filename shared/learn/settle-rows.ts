// All that the files of an export told, once the last of them is read.

import type { CurrencyCount } from './currency.ts';
import type { FileRead } from './export-file.ts';
import type { ItemStore } from './items/item-store.ts';
import type { OrderStore, Orders } from './orders.ts';
import { LearnRefusal } from './refusal.ts';
import type { RowsRead } from './rows-read.ts';
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

/** Of so large a share nobody would know what all buyers spent. */
const MOST_LEFT = 0.1;

/**
 * @param all the most frequent first
 * @throws LearnRefusal where orders of others are too many to be left out
 */
function refuseCurrencies(all: readonly CurrencyCount[]): void {
  const sum = (of: readonly CurrencyCount[]) => of.reduce((orders, one) => orders + one.orders, 0);
  if (sum(all.slice(1)) <= MOST_LEFT * sum(all)) return;
  const said = all.slice(0, 4).map(({ code, orders }) => `${code || 'no known code'}: ${orders}`);
  throw new LearnRefusal(
    `Orders are of several currencies (${said.join(', ')}${all.length > 4 ? ' …' : ''}), and sums of different ones cannot be added. Give orders of one, or sums that are all in one and say so: --map currency= (with nothing behind it)`,
    { fault: { kind: 'currencies', currencies: all } },
  );
}

/** @throws LearnRefusal */
export function settleRows({ files, stores, items, tally, itemAt }: AllRead): {
  orders: Orders;
  rows: RowsRead;
} {
  const store = stores[chooseSource(stores)];
  const others = Object.values(stores).filter((one) => one !== store);
  const refunds = others.reduce((sum, one) => sum + one.refunds, 0);
  tally.note('order of events', countAll(stores) - store.count + refunds);
  tally.note('refund', -refunds);
  const all = store.currencies;
  refuseCurrencies(all);
  const orders = store.settle(tally.note);
  const settled = items?.settle(itemAt);
  const currency = all[0]?.code || undefined;
  const rows = { currency, files, refused: tally.refused, noted: tally.noted, items: settled };
  return { orders, rows };
}
