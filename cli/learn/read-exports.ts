// The files of an export into orders. Whatever cannot be read to its end is an error: half of the orders would be believed.
import { basename } from 'node:path';
import { createDecoder } from '../../shared/learn/decode-text.ts';
import type { FileRead, ReadOptions } from '../../shared/learn/export-file.ts';
import { createOrders, type Orders } from '../../shared/learn/orders.ts';
import { createExportReader } from '../../shared/learn/read-export.ts';
import type { RowsRead } from '../../shared/learn/rows-read.ts';
import { settleRows } from '../../shared/learn/settle-rows.ts';
import { bySource, countAll } from '../../shared/learn/sources.ts';
import { createTally } from '../../shared/learn/tally-rows.ts';
import { PIPE } from '../files/find-files.ts';
import { NO_LETTERS } from '../files/no-letters.ts';
import { readBytes } from '../files/read-bytes.ts';

interface Reading extends Omit<ReadOptions, 'parse'> {
  pipe: AsyncIterable<Buffer>;
  /** Called after each chunk of a file, whose place among them is `at`. @param orders read by now */
  tell(file: string, at: number, orders: number): void;
  /** the item whose page has this path, where a catalog says it */
  itemAt?: ((path: string) => string | undefined) | undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** @throws Error in words, LearnRefusal, or the file system's with the file */
export async function readExports(
  files: readonly string[],
  { pipe, tell, itemAt, ...options }: Reading,
): Promise<{ orders: Orders; rows: RowsRead }> {
  const stores = bySource(createOrders);
  const tally = createTally();
  const read: FileRead[] = [];
  for (const [at, file] of files.entries()) {
    const name = file === PIPE ? 'what is piped in' : basename(file);
    tally.begin(name);
    const reader = createExportReader(name, stores, tally, { ...options, parse });
    const decoder = createDecoder();
    const need = (text: string | undefined): string => {
      if (text === undefined) throw new Error(`it is ${NO_LETTERS}`);
      return text;
    };
    try {
      for await (const bytes of readBytes(file, pipe)) {
        tell(file, at, countAll(stores));
        reader.push(need(decoder.push(bytes)));
      }
      reader.push(need(decoder.end()));
      const done = reader.end();
      tally.judge(done);
      read.push({ ...done, ...(decoder.isWestern && { isWestern: true }) });
    } catch (error) {
      throw Object.assign(error as Error, { file });
    }
  }
  return settleRows({ files: read, stores, items: options.items, tally, itemAt });
}
