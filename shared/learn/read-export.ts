// One file of an export into orders and items, piece by piece: what kind it is is seen from its beginning. A row that
// cannot be read is counted under its reason.

import { isEvents, readBeginning, refuseOther } from './beginning.ts';
import type { FileRead, ReadOptions } from './export-file.ts';
import { createLogReader, isLog } from './items/read-log.ts';
import type { OrderStore } from './orders.ts';
import { createEventReader } from './read-events.ts';
import { createRowReader } from './read-rows.ts';
import type { BySource } from './sources.ts';
import type { CellSplitter } from './split-cells.ts';
import type { Tally } from './tally-rows.ts';

/** What reads the rows of one kind of file. */
interface Reader {
  splitter: CellSplitter;
  finish(): FileRead;
}

export interface ExportReader {
  push(text: string): void;
  end(): FileRead;
}

/** Characters of the beginning that kind, separator and columns are found by. */
export const LOOKED_AT = 1 << 16;

/**
 * @param name of the file, as it is told
 * @param stores what orders go into, by what tells of them
 * @param tally what is counted of all files
 */
export function createExportReader(
  name: string,
  stores: BySource<OrderStore>,
  tally: Tally,
  options: ReadOptions,
): ExportReader {
  let head = '';
  let reader: Reader | undefined;

  function readerFor(beginning: string): Reader {
    refuseOther(beginning, name);
    if (isEvents(beginning)) return createEventReader(name, stores, tally, options);
    if (isLog(beginning)) return createLogReader(name, tally, options);
    return createRowReader(name, beginning, stores.table, tally, options);
  }

  function begin(): Reader {
    const text = readBeginning(head, name);
    const begun = readerFor(text);
    head = '';
    begun.splitter.push(text);
    return begun;
  }

  return {
    push(text) {
      if (reader) reader.splitter.push(text);
      else head += text;
      if (head.length >= LOOKED_AT) reader = begin();
    },
    end() {
      reader ??= begin();
      reader.splitter.end();
      return reader.finish();
    },
  };
}
