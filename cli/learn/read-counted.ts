// Results of the queries that `--print-sql` prints, in place of the export that they were counted of.
import { basename } from 'node:path';
import { createOrders, type Orders } from '../../shared/learn/orders.ts';
import type { PartName } from '../../shared/learn/parts.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import type { RowsRead } from '../../shared/learn/rows-read.ts';
import { type Counted, findCounted } from './find-counted.ts';
import { readBuyers } from './read-buyers.ts';
import { readPairs } from './read-pairs.ts';

interface Asked {
  what: readonly PartName[];
  until: string | undefined;
  days: number | undefined;
  retentionMs: number;
  together: number;
}

const refuse = (message: string): LearnRefusal => new LearnRefusal(message, { isMisuse: true });

/** Which file is what; undefined where none is a result. @throws LearnRefusal where they do not go together */
function sortFiles(
  files: readonly string[],
  what: readonly PartName[],
): Partial<Record<Counted, string>> | undefined {
  const kinds = files.map(findCounted);
  if (kinds.every((kind) => kind === undefined)) return undefined;
  const found: Partial<Record<Counted, string>> = {};
  files.forEach((file, i) => {
    const kind = kinds[i];
    if (kind === undefined)
      throw refuse(`${basename(file)}: an export cannot be read along with what was counted of one.`);
    if (found[kind] !== undefined) throw refuse(`${basename(file)}: one file of ${kind} at a time.`);
    found[kind] = file;
  });
  const isOfItems = what.includes('items');
  if (found.pairs === undefined && isOfItems && what.length === 1)
    throw refuse(
      `${files[0]}: rows of buyers say nothing of items. Give what holds visits or orders, or the result of the query for pairs.`,
    );
  if (found.buyers === undefined && !isOfItems)
    throw refuse(`${files[0]}: pairs say something of items alone, and --what leaves them out.`);
  return found;
}

/** @returns undefined where the files are no results. @throws LearnRefusal, or the file system's error */
export async function readCounted(
  files: readonly string[],
  asked: Asked,
): Promise<{ orders: Orders; rows: RowsRead } | undefined> {
  const found = sortFiles(files, asked.what);
  if (!found) return undefined;
  const { buyers, pairs } = found;
  const read =
    buyers === undefined
      ? { orders: createOrders().settle(), rows: { files: [], refused: {}, noted: {} } }
      : await readBuyers(buyers, asked);
  if (pairs === undefined || !asked.what.includes('items')) return read;
  const told = await readPairs(pairs, asked);
  const rows: RowsRead = { ...read.rows, files: [...read.rows.files, ...told.files], pairs: told.pairs };
  return { orders: read.orders, rows };
}
