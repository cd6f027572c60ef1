// What an export seems to be, from its beginning: before anything is learned its owner sees which column was taken for what.

import { isEvents, readBeginning, refuseOther } from './beginning.ts';
import { EVENT_FIELDS, type Role } from './column-names.ts';
import {
  type ColumnMap,
  type Columns,
  createNameCount,
  judgeColumns,
  placeColumns,
  type TableKind,
} from './find-columns.ts';
import { findHeader } from './find-header.ts';
import { isLog } from './items/read-log.ts';
import { createLeftOut, type LeftOut } from './left-out.ts';
import { nameOf } from './plain-name.ts';
import { areSerials, readDate } from './read-date.ts';
import { type Fault, LearnRefusal } from './refusal.ts';

export interface LookedColumn {
  name: string;
  /** the first that are no blanks: for the owner's eyes, never kept */
  values: string[];
}

export type Looked =
  | { kind: 'events' | 'ga4' | 'log' }
  | {
      kind: TableKind;
      columns: LookedColumn[];
      /** the place of each that is read */
      at: Partial<Record<Role, number>>;
      /** the line that names them, where what stands above is left out */
      header?: number;
      /** nothing that was looked at tells whether the day or the month stands first */
      isUnsettled: boolean;
      /** its dates are days as spreadsheets count them */
      isSerial?: true;
      /** a column that may say which orders were cancelled, and is not read */
      status?: string;
      /** how many of its first rows tell of orders that are left out */
      first?: { rows: number; leftOut: LeftOut };
      /** why it cannot be read so */
      fault?: Fault;
    };

const VALUES = 3;
/** Longer ones are cut: they are to be known again, not read. */
const LONGEST_VALUE = 40;

export const valuesOf = (rows: string[][], place: number): string[] =>
  rows
    .flatMap((row) => row[place]?.trim() || [])
    .slice(0, VALUES)
    .map((value) => (value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value));

function isUnsettled(rows: string[][], place: number | undefined, form: string | undefined): boolean {
  if (place === undefined || form !== undefined) return false;
  const open = rows.flatMap((row) => readDate(row[place] ?? '')?.unsettled || []);
  return open.length > 0 && open.every((one) => Math.floor(one / 100) <= 12 && one % 100 <= 12);
}

function countLeftOut(
  rows: string[][],
  place = -1,
  { told, isCancelled }: Pick<Columns, 'told' | 'isCancelled'>,
): LeftOut | undefined {
  const left = createLeftOut(told);
  for (const row of rows) if (isCancelled(row[place] ?? '')) left.add(row[place] ?? '');
  return left.all;
}

function lookAtTable(head: string, map: ColumnMap, name: string): Looked {
  const found = findHeader(head, createNameCount(map));
  const { header, rows } = found;
  const { at: placed, form, kind, status, ...told } = placeColumns(header, map, rows);
  const at = Object.fromEntries(Object.entries(placed).filter(([, place]) => place >= 0));
  const judged = judgeColumns(found, map, name);
  const fault = judged instanceof LearnRefusal ? judged.fault : undefined;
  const leftOut = countLeftOut(rows, placed.cancelled, told);
  const hasNames = fault?.kind !== 'no names' && fault?.kind !== 'title';
  return {
    kind,
    columns: hasNames ? header.map((cell, i) => ({ name: nameOf(cell), values: valuesOf(rows, i) })) : [],
    at,
    ...(found.hasTitle && { header: found.line }),
    isUnsettled: isUnsettled(rows, placed.date, form),
    ...(areSerials(rows.map((row) => row[placed.date ?? -1] ?? '')) && { isSerial: true as const }),
    ...(status !== undefined && { status }),
    ...(leftOut && { first: { rows: rows.length, leftOut } }),
    ...(fault && { fault }),
  };
}

/**
 * @param beginning as much of the file as LOOKED_AT says, or all of it
 * @throws LearnRefusal where there is nothing in it, or something else; RangeError where it is no table
 */
export function lookAtExport(beginning: string, map: ColumnMap, name: string): Looked {
  const head = readBeginning(beginning, name);
  refuseOther(head, name);
  if (isLog(head)) return { kind: 'log' };
  if (!isEvents(head)) return lookAtTable(head, map, name);
  return { kind: head.includes(`"${EVENT_FIELDS.ga4.name}"`) ? 'ga4' : 'events' };
}
