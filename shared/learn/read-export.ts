// One file of an export into orders, piece by piece: what kind it is is seen from its beginning. A row that cannot be
// read is counted under its reason.

import { NEEDED, ROLES } from './column-names.ts';
import type { FileRead, ReadOptions } from './export-file.ts';
import { findColumns } from './find-columns.ts';
import type { OrderStore } from './orders.ts';
import { createFormFinder, type DateForm, readDate, settleDate } from './read-date.ts';
import { createEventReader } from './read-events.ts';
import { type Decimal, findDecimal, readTotal } from './read-total.ts';
import { LearnRefusal } from './refusal.ts';
import { findSeparator, sampleOf } from './sample-rows.ts';
import { type CellSplitter, createCellSplitter } from './split-cells.ts';
import type { Outcome, Tally } from './tally-rows.ts';

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

function createRowReader(
  name: string,
  head: string,
  store: OrderStore,
  tally: Tally,
  { map, toWall, latest }: ReadOptions,
): Reader {
  const separator = findSeparator(head);
  const [header = [], ...sample] = sampleOf(head, separator);
  const columns = findColumns(header, sample, map, name);
  const wanted: (number | undefined)[] = header.map(() => undefined);
  ROLES.forEach((role, slot) => {
    const place = columns.at[role];
    if (place !== undefined) wanted[place] = slot;
  });
  /** columns of a row that holds all that is needed */
  const least = Math.max(...NEEDED.map((role) => (columns.at[role] ?? -1) + 1));
  const totals = sample.map((cells) => findDecimal(cells[columns.at.total ?? -1] ?? ''));
  let decimal: Decimal | undefined = totals.find((one) => one !== undefined);
  const finder = createFormFinder();
  const pending: [place: number, unsettled: number, line: number][] = [];
  let rows = -1;

  function wallOf(text: string): { at: number; unsettled: number } | undefined {
    const date = readDate(text, columns.form);
    if (!date) return undefined;
    const { at, offsetMs, unsettled } = date;
    // what is said with its distance to UTC is an instant; without a zone the day that is written counts
    const isInstant = toWall !== undefined && !Number.isNaN(offsetMs);
    return { at: isInstant ? toWall(at - offsetMs) : at, unsettled };
  }

  /** @returns what became of the row */
  function add(cells: string[], count: number, line: number): Outcome {
    // in the order of the roles
    const [buyer = '', date = '', total = '', order = '', refunded = '', cancelled = ''] = cells;
    const number = order.trim();
    if (count < least) return 'too few columns';
    if (cancelled.trim()) return 'cancelled';
    // lines of an order beside its first say no more
    const isKnown = () => number !== '' && store.has(number);
    if (!total.trim() && isKnown()) return 'again';
    const id = buyer.trim().toLowerCase();
    // guests are buyer 0 in some shops
    if (!id || id === '0') return isKnown() ? 'again' : 'no buyer';
    decimal ??= findDecimal(total);
    const amount = readTotal(total, decimal);
    if (Number.isNaN(amount)) return 'no readable total';
    const wall = wallOf(date);
    if (!wall) return 'no readable date';
    const { at, unsettled } = wall;
    if (!unsettled && at > latest) return 'a date to come';
    if (unsettled) finder.see(unsettled);
    const back = refunded ? readTotal(refunded, decimal) : 0;
    const place = store.count;
    const added = store.add(id, number, amount < 0 && unsettled ? Infinity : at, amount, back);
    if (added === 'added' && unsettled) pending.push([place, unsettled, line]);
    return added;
  }

  function take(cells: string[], count: number, line: number): void {
    if (++rows > 0) tally.count(add(cells, count, line), line);
  }

  const splitter = createCellSplitter(separator, take, wanted);
  return {
    splitter,
    finish(): FileRead {
      let form: DateForm | undefined;
      for (const [place, unsettled, line] of pending) {
        form ??= finder.find(name);
        const at = settleDate(store.atOf(place), unsettled, form);
        const isToCome = at > latest;
        if (Number.isNaN(at) || isToCome) tally.count(isToCome ? 'a date to come' : 'no readable date', line);
        store.setAt(place, isToCome ? Number.NaN : at);
      }
      return { name, rows: Math.max(0, rows), kind: columns.kind, columns: columns.names };
    },
  };
}

/**
 * @param name of the file, as it is told
 * @param tally what is counted of all files
 */
export function createExportReader(
  name: string,
  store: OrderStore,
  tally: Tally,
  options: ReadOptions,
): ExportReader {
  let head = '';
  let reader: Reader | undefined;

  function begin(): Reader {
    const text = head.replace(/^\ufeff/, '');
    if (!text.trim()) throw new LearnRefusal(`${name}: the file is empty.`, { fault: { kind: 'empty' } });
    const begun = /^\s*\{/.test(text)
      ? createEventReader(name, store, tally, options)
      : createRowReader(name, text, store, tally, options);
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
