// The result of the query for buyers (buyers-query.ts) into orders: any that leave with a browser what the row says, so that
// all that is learned of them is what would be learned of the true ones.
import { basename } from 'node:path';
import { DAY_MS, readDay } from '../../shared/learn/day.ts';
import { createOrders, type OrderStore, type Orders } from '../../shared/learn/orders.ts';
import { DEFAULT_DAYS } from '../../shared/learn/parts.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import type { RowsRead } from '../../shared/learn/rows-read.ts';
import { createLineSplitter } from '../../shared/learn/split-lines.ts';
import { times } from '../../shared/learn/times.ts';
import { readBytes } from '../files/read-bytes.ts';
import { BUYER_COLUMNS, heldDays } from './buyers-query.ts';

interface Asked {
  until: string | undefined;
  days: number | undefined;
  retentionMs: number;
}

const NOON = DAY_MS / 2;

/** @param i whose row it is */
function addBuyer(store: OrderStore, i: number, last: number, cells: readonly number[]): void {
  const [n = 0, oldest = 0, newest = 0, spent = 0, first = 0, before = 0, began = 0, later = 0, latest = 0] =
    cells;
  const add = (day: number, total: number) => store.add(`${i}`, '', day * DAY_MS + NOON, total);
  // one after the other from a day that is known: on which of them it was nothing hangs
  for (let k = 0; k < before; k++) add(last - began + k, 1);
  const each = n > 1 ? Math.max(0, spent - first) / (n - 1) : 0;
  for (let k = 0; k < n; k++) add(k === n - 1 ? last - newest : last - oldest + k, k ? each : first);
  for (let k = 0; k < later; k++) add(last + latest - k, 1);
}

/** @throws LearnRefusal where it was counted otherwise than is asked */
function refuseOther(file: string, cells: string[], asked: Asked): void {
  const [until = '', remembers, tests] = cells.slice(-3);
  if (asked.until !== until || (asked.days ?? DEFAULT_DAYS) !== Number(tests))
    throw new LearnRefusal(
      `${file}: it was counted for other days. Say the same: --until ${until} --days ${tests}.`,
    );
  if (heldDays(asked.retentionMs) !== Number(remembers))
    throw new LearnRefusal(
      `${file}: it was counted for a memory of ${times(Number(remembers), 'day', 'days')}, and the config says another. Print the query again.`,
    );
}

/** @throws LearnRefusal, or the file system's error */
export async function readBuyers(path: string, asked: Asked): Promise<{ orders: Orders; rows: RowsRead }> {
  const store = createOrders();
  const name = basename(path);
  const splitter = createLineSplitter((text, line) => {
    if (line === 1 || !text.trim()) return;
    const cells = text.trim().replaceAll('"', '').split(',');
    if (line === 2) refuseOther(name, cells, asked);
    const numbers = cells.slice(0, -3).map(Number);
    if (cells.length !== BUYER_COLUMNS.length || !numbers.every((one) => Number.isFinite(one) && one >= 0))
      throw new LearnRefusal(`${name}: line ${line} is no row of the query for buyers.`);
    addBuyer(store, line, readDay(cells.at(-3) ?? '') ?? 0, numbers);
  });
  const decoder = new TextDecoder();
  for await (const bytes of readBytes(path, (async function* () {})()))
    splitter.push(decoder.decode(bytes, { stream: true }));
  splitter.end();
  const file = { name, rows: Math.max(0, splitter.count() - 1), kind: 'buyers' as const };
  return { orders: store.settle(), rows: { files: [file], refused: {}, noted: {} } };
}
