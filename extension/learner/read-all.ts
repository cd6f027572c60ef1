// The files that an author chose, from the first to the last: what they say of orders, items and visits.

import { createCatalogReader } from '../../shared/catalog/read-catalog.ts';
import { DAY_MS } from '../../shared/learn/day.ts';
import type { FileRead } from '../../shared/learn/export-file.ts';
import { openVisits } from '../../shared/learn/intent/learn-intent.ts';
import type { Catalog } from '../../shared/learn/items/catalog.ts';
import { createItemStore } from '../../shared/learn/items/item-store.ts';
import { createOrders } from '../../shared/learn/orders.ts';
import { createExportReader } from '../../shared/learn/read-export.ts';
import { settleRows } from '../../shared/learn/settle-rows.ts';
import { bySource, countAll } from '../../shared/learn/sources.ts';
import { createTally } from '../../shared/learn/tally-rows.ts';
import type { LearnRequest, LearnTold } from './messages.ts';
import { FileFault, openText } from './read-text.ts';

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param tell is told how far it is, once for each hundredth
 * @param begin is told each file before it is read
 */
export async function readAll(
  { given, config, goal, now }: LearnRequest,
  tell: (told: LearnTold) => void,
  begin: (file: File) => void,
) {
  const stores = bySource(createOrders);
  const items = createItemStore();
  const tally = createTally();
  const files: FileRead[] = [];
  const all = given.reduce((sum, { file }) => sum + file.size, 0);
  const { event = 'purchase', value = 'value' } = config?.rfm ?? {};
  const latest = now + 2 * DAY_MS;
  const visits = openVisits(config, goal, { toWall: undefined, latest });
  const options = { event, value, toWall: undefined, latest, parse, items, visits: visits.reader };
  let [before, said] = [0, -1];
  const count = (bytes: number): void => {
    const percent = Math.floor((100 * (before + bytes)) / all);
    const [orders, events] = [countAll(stores), visits.store.count];
    if (percent > said) tell({ kind: 'read', share: percent / 100, orders, events });
    said = Math.max(said, percent);
  };
  let catalog: Catalog | undefined;
  for (const { file, map, fields, as } of given) {
    begin(file);
    const opened = openText(file, count);
    if (as === 'catalog') {
      if (catalog) throw new FileFault({ kind: 'two catalogs' });
      const reader = createCatalogReader(file.name, fields);
      for await (const text of opened.pieces) reader.push(text);
      catalog = reader.end();
    } else {
      tally.begin(file.name);
      const reader = createExportReader(file.name, stores, tally, { ...options, map });
      for await (const text of opened.pieces) reader.push(text);
      const done = reader.end();
      tally.judge(done);
      files.push({ ...done, ...(opened.isWestern && { isWestern: true }) });
    }
    before += file.size;
  }
  const settled = settleRows({ files, stores, items, tally, itemAt: catalog?.idAt });
  return { ...settled, events: visits.store.settle(), catalog };
}
