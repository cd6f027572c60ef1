// The rows of a table into orders, or into what it tells of items.

import { ROLES } from './column-names.ts';
import { currencyIn, currencyOf } from './currency.ts';
import type { FileRead, ReadOptions } from './export-file.ts';
import { type ColumnMap, type Columns, createNameCount, findColumns, neededOf } from './find-columns.ts';
import { findHeader, type Header } from './find-header.ts';
import { createItemRows } from './items/read-item-rows.ts';
import { createLeftOut } from './left-out.ts';
import type { OrderStore } from './orders.ts';
import { createFormFinder, type DateForm, readWall, settleDate } from './read-date.ts';
import { type Decimal, findDecimal, readTotal } from './read-total.ts';
import { type CellSplitter, createCellSplitter } from './split-cells.ts';
import type { Outcome, Tally } from './tally-rows.ts';

const sayTable = (
  { kind, names, form, status }: Columns,
  { line, hasTitle }: Header,
): Omit<FileRead, 'name' | 'rows'> => ({
  kind,
  columns: names,
  ...(hasTitle && { header: line }),
  ...(form === 'serial' && { isSerial: true }),
  ...(status !== undefined && { status }),
});

/** Where no column says it, and nobody said that there is none, the sum itself may. */
const currencyReaderOf = ({ at }: Columns, { currency }: ColumnMap) =>
  at.currency === undefined && currency === undefined
    ? (_told: string, total: string) => currencyIn(total)
    : currencyOf;

/** @returns tells of a row, where it is one of an order that came to nothing or may have, what became of it */
const createJudge =
  ({ isCancelled }: Columns, store: OrderStore, leftOut: ReturnType<typeof createLeftOut>) =>
  (cell: string, number: string): Outcome | undefined => {
    // lines of an order beside its first say no more
    if (store.isCancelled(number)) return 'cancelled again';
    const said = isCancelled(cell);
    if (said === false || store.has(number)) return undefined;
    if (said === undefined) return 'cancelled or not';
    leftOut.add(cell);
    store.cancel(number);
    return 'cancelled';
  };

/** Of each column the slot of a row's cells that it goes into: in the order of the roles. */
function slotsOf(header: string[], { at }: Columns): (number | undefined)[] {
  const slots: (number | undefined)[] = header.map(() => undefined);
  ROLES.forEach((role, slot) => {
    const place = at[role];
    if (place !== undefined) slots[place] = slot;
  });
  return slots;
}

/**
 * @param head the beginning of the file
 * @param store what its orders go into
 */
export function createRowReader(
  name: string,
  head: string,
  store: OrderStore,
  tally: Tally,
  { map, toWall, latest, items }: ReadOptions,
): { splitter: CellSplitter; finish(): FileRead } {
  const found = findHeader(head, createNameCount(map));
  const { separator, header, rows: sample } = found;
  const columns = findColumns(found, map, name);
  const wanted = slotsOf(header, columns);
  /** columns of a row that holds all that is needed */
  const least = Math.max(...neededOf(columns).map((role) => (columns.at[role] ?? -1) + 1));
  const totals = sample.map((cells) => findDecimal(cells[columns.at.total ?? -1] ?? ''));
  let decimal: Decimal | undefined = totals.find((one) => one !== undefined);
  const readCurrency = currencyReaderOf(columns, map);
  const finder = createFormFinder();
  const pending: [place: number, unsettled: number, line: number][] = [];
  const leftOut = createLeftOut(columns.told);
  const judgeCancelled = createJudge(columns, store, leftOut);
  let rows = 0;

  const isOfItems = columns.kind === 'visits' || columns.kind === 'lines';
  const lines = createItemRows(items, {
    name,
    // of a table of orders that is told with the order
    refuse: (outcome, line) => isOfItems && tally.count(outcome, line),
    columns,
    least,
    finder,
    toWall,
    latest,
  });

  /** @returns what became of the row */
  function addOrder(cells: string[], count: number, line: number): Outcome {
    // in the order of the roles
    const [buyer = '', date = '', total = '', order = '', refunded = '', cancelled = ''] = cells;
    const told = cells[ROLES.indexOf('currency')] ?? '';
    const number = order.trim();
    if (count < least) return 'too few columns';
    const none = judgeCancelled(cancelled, number);
    if (none) return none;
    const isKnown = () => number !== '' && store.has(number);
    if (!total.trim() && isKnown()) return 'again';
    const id = buyer.trim().toLowerCase();
    // guests are buyer 0 in some shops
    if (!id || id === '0') return isKnown() ? 'again' : 'no buyer';
    decimal ??= findDecimal(total);
    const amount = readTotal(total, decimal);
    if (Number.isNaN(amount)) return 'no readable total';
    const wall = readWall(date, columns.form, toWall);
    if (!wall) return 'no readable date';
    const { at, unsettled } = wall;
    if (!unsettled && at > latest) return 'a date to come';
    if (unsettled) finder.see(unsettled);
    // some write what was refunded as a sum below 0, and nothing as a dash
    const back = /\d/.test(refunded) ? Math.abs(readTotal(refunded, decimal)) : 0;
    if (Number.isNaN(back)) return 'no readable total';
    const place = store.count;
    const time = amount < 0 && unsettled ? Infinity : at;
    const added = store.add(id, number, time, amount, back, readCurrency(told, total));
    if (added === 'added' && unsettled) pending.push([place, unsettled, line]);
    return added;
  }

  function add(cells: string[], count: number, line: number): Outcome {
    if (isOfItems) return lines.add(cells, count, line);
    const outcome = addOrder(cells, count, line);
    // its item counts, whatever else the line says again
    const isOfOrder = outcome === 'added' || outcome === 'again' || outcome === 'another total';
    if (items && isOfOrder && columns.at.item !== undefined) lines.add(cells, count, line);
    return outcome;
  }

  function take(cells: string[], count: number, line: number): void {
    if (line <= found.line) return;
    rows++;
    tally.count(add(cells, count, line), line);
  }

  const splitter = createCellSplitter(separator, take, wanted);
  return {
    splitter,
    finish(): FileRead {
      lines.finish();
      let form: DateForm | undefined;
      for (const [place, unsettled, line] of pending) {
        form ??= finder.find(name);
        const at = settleDate(store.atOf(place), unsettled, form);
        const isToCome = at > latest;
        if (Number.isNaN(at) || isToCome) {
          tally.count(isToCome ? 'a date to come' : 'no readable date', line);
          store.drop(place);
        } else store.setAt(place, at);
      }
      return { name, rows, ...sayTable(columns, found), ...(leftOut.all && { leftOut: leftOut.all }) };
    },
  };
}
