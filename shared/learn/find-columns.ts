// Which column of an export is what: by what was said, else by its name, and what stands in it must bear that out. Where
// that fails it is asked for; no cell is ever quoted, as a file without a header has its first buyer there.

import { bears } from './bears.ts';
import { COLUMN_NAMES, EXTRA, NEEDED, ROLES, type Role, SHOPIFY } from './column-names.ts';
import type { Header } from './find-header.ts';
import { findOwnWord, findStatus } from './find-status.ts';
import { nameOf, plainName } from './plain-name.ts';
import {
  askForWords,
  createCancelledReader,
  findToldWords,
  type ReadCancelled,
  splitWords,
} from './read-cancelled.ts';
import { areSerials, type ColumnForm, DATE_FORMS, type DateForm, readDate } from './read-date.ts';
import { findDecimal, readTotal } from './read-total.ts';
import { LearnRefusal } from './refusal.ts';

/**
 * What was said of columns, by role: a header, for dates with the form behind it, for what was cancelled with the words for
 * it; '' where there is none.
 */
export type ColumnMap = Partial<Record<Role, string>>;

export interface Columns {
  /** the place of each in a row */
  at: Partial<Record<Role, number>>;
  /** what each is called, to be shown */
  names: Partial<Record<Role, string>>;
  form: ColumnForm | undefined;
  kind: TableKind;
  isCancelled: ReadCancelled;
  /** what leaves an order out, and may be told */
  told: ReadonlySet<string>;
  /** a column that may say which orders were cancelled, and is not read */
  status: string | undefined;
}

/** `visits`: who looked at which item; `lines`: which item is in which order, without sums. */
export type TableKind = 'orders' | 'shopify' | 'visits' | 'lines';

const isCell = (cell: string): boolean =>
  cell.includes('@') || /^[\s\d.,:/+-]*$/.test(cell) || readDate(cell) !== undefined;

function splitForm(said: string): [name: string, form: DateForm | undefined] {
  const form = DATE_FORMS.find((one) => said.endsWith(`:${one}`));
  return form ? [said.slice(0, -form.length - 1), form] : [said, undefined];
}

/** What was said of a column, without what stands behind its name. */
function nameSaid(role: Role, said: string, headers: string[]): string {
  if (role === 'date') return splitForm(said)[0];
  if (role === 'cancelled') return splitWords(said, (name) => headers.includes(plainName(name)))[0];
  return said;
}

/** @param taken columns that were said to be something else */
function findByName(role: Role, headers: string[], isShopify: boolean, taken: number[]): number | undefined {
  const names = role === 'order' && isShopify ? ['name'] : COLUMN_NAMES[role];
  for (const name of names) {
    const at = headers.indexOf(plainName(name));
    const isOpen = EXTRA.includes(role) && headers.indexOf(plainName(name), at + 1) >= 0;
    if (at >= 0 && !taken.includes(at) && !isOpen) return at;
  }
  return undefined;
}

const KNOWN = new Set(Object.values(COLUMN_NAMES).flatMap((names) => names.map(plainName)));

/**
 * What the columns are called; nothing where none is known: of a file without a header these would be its first buyer's.
 * Nor where the first row has several lines, as one does whose quote is closed by another row's.
 */
const sayColumns = (header: string[], headers: string[]): string =>
  headers.some((name) => KNOWN.has(name)) && !header.some((cell) => /[\r\n]/.test(cell))
    ? ` There are: ${header.map(nameOf).join(', ')}.`
    : ` The first line of the file names them, ${header.length} in all; else write one above it.`;

/** What was said of a date, where a column stands before its colon and no form behind it. */
const sayOddForm = (role: Role, said: string, headers: string[]): string | undefined =>
  role === 'date' && headers.includes(plainName(said.split(':', 1)[0] ?? ''))
    ? `"${said}" ends in no form that is read. There are ${DATE_FORMS.map((form) => `date=COLUMN:${form}`).join(' and ')}, whatever sign stands between; dates such as 2026-11-28 or 28.11.2026 need none.`
    : undefined;

/** A table without sums may be one of visits, whose columns are others. */
const sayVisits = (missing: readonly Role[]): string =>
  missing.includes('total')
    ? ' Of visits to items these are asked for instead: --map visit=COLUMN,date=COLUMN,item=COLUMN.'
    : '';

/** Where one column is said to be two things, or two are called alike. */
function refuseDoubled(columns: Columns, headers: string[], file: string): LearnRefusal | undefined {
  for (const role of ROLES) {
    const [place, column = ''] = [columns.at[role], columns.names[role]];
    if (place === undefined) continue;
    const other = ROLES.find((one) => one !== role && columns.at[one] === place);
    if (other !== undefined)
      return new LearnRefusal(`${file}: "${column}" cannot be both ${role} and ${other}.`, {
        fault: { kind: 'two things', column, roles: [role, other] },
      });
    if (headers.indexOf(headers[place] ?? '', place + 1) >= 0)
      return new LearnRefusal(
        `${file}: two columns are called "${column}", and one is the ${role}. Rename the other.`,
        { fault: { kind: 'alike', column } },
      );
  }
  return undefined;
}

/** One that could be two numbers is one. */
const isTotal = (cell: string): boolean => {
  const decimal = findDecimal(cell);
  return !Number.isNaN(readTotal(cell, decimal ?? '.'));
};

function refuseContent(
  role: Role,
  column: string,
  cells: string[],
  { file, form, isCancelled }: Pick<Columns, 'isCancelled' | 'form'> & { file: string },
): LearnRefusal | undefined {
  if (role === 'date' && !bears(cells, (cell) => readDate(cell, form) !== undefined))
    return new LearnRefusal(
      `${file}: what stands in "${column}" is not read as dates. Name another column: --map date=COLUMN, or write them such as 2026-11-28.`,
      { fault: { kind: 'content', role, column } },
    );
  // nothing was refunded: some write a dash
  const isRefund = (cell: string) => !/\d/.test(cell) || isTotal(cell);
  if ((role === 'total' && !bears(cells, isTotal)) || (role === 'refunded' && !bears(cells, isRefund)))
    return new LearnRefusal(
      `${file}: what stands in "${column}" is not read as sums. Name another column: --map ${role}=COLUMN.`,
      { fault: { kind: 'content', role, column } },
    );
  if (role === 'cancelled' && !bears(cells, (cell) => isCancelled(cell) !== undefined))
    return new LearnRefusal(
      `${file}: what stands in "${column}" does not say which orders were cancelled: read are a date, yes or no, 1 or 0, and usual words such as paid or cancelled. ${askForWords(column)}`,
      { fault: { kind: 'content', role, column } },
    );
  return undefined;
}

/**
 * Where each column stands, whatever is in it; -1 where there is none of the name that was said.
 * @param rows some of those below the header
 */
export function placeColumns(header: string[], map: ColumnMap, rows: string[][]): Omit<Columns, 'names'> {
  const headers = header.map(plainName);
  const isShopify = SHOPIFY.every((name) => headers.includes(name));
  const placeOf = (role: Role, said: string): number =>
    headers.indexOf(plainName(nameSaid(role, said, headers)));
  const taken = ROLES.flatMap((role) => (map[role] ? placeOf(role, map[role]) : []));
  const at: Columns['at'] = {};
  for (const role of ROLES) {
    const said = map[role];
    if (said === '') continue;
    const place = said === undefined ? findByName(role, headers, isShopify, taken) : placeOf(role, said);
    if (place !== undefined) at[role] = place;
  }
  const kind = kindOf(at, isShopify);
  const isOpen = map.cancelled === undefined && at.cancelled === undefined && kind !== 'visits';
  const found = isOpen ? findStatus(headers, rows, Object.values(at)) : undefined;
  if (found?.isTold) at.cancelled = found.place;
  const status = found?.isTold === false ? nameOf(header[found.place] ?? '') : undefined;
  const [, form] = splitForm(map.date ?? '');
  const [column, words] = splitWords(map.cancelled ?? '', (name) => headers.includes(plainName(name)));
  const own = findOwnWord(headers);
  const isCancelled = createCancelledReader(column || (header[at.cancelled ?? -1] ?? ''), words, own);
  return { at, form, kind, isCancelled, told: findToldWords(words, own), status };
}

function kindOf({ item, visit, order, buyer, total }: Columns['at'], isShopify: boolean): TableKind {
  if (item !== undefined && total === undefined && visit !== undefined) return 'visits';
  if (item !== undefined && total === undefined && (order ?? buyer) !== undefined) return 'lines';
  return isShopify ? 'shopify' : 'orders';
}

/** The columns that a row of it cannot be without. */
export function neededOf({ kind, at }: Pick<Columns, 'kind' | 'at'>): readonly Role[] {
  if (kind === 'visits') return ['visit', 'date', 'item'];
  if (kind === 'lines') return [at.order === undefined ? 'buyer' : 'order', 'date', 'item'];
  return NEEDED;
}

/** @returns how many columns the cells of a row name, by what they are called or by what was said; 0 of a row of values */
export const createNameCount =
  (map: ColumnMap) =>
  (cells: string[]): number => {
    if (cells.some((cell) => cell.trim() && isCell(cell.trim()))) return 0;
    const count = (said: ColumnMap) =>
      new Set(Object.values(placeColumns(cells, said, []).at).filter((place) => place >= 0)).size;
    return Math.max(count({}), count(map));
  };

type Named = Pick<Header, 'header' | 'rows' | 'maybe'>;

/** As `findColumns`. @returns what it would throw */
export function judgeColumns(
  { header, rows, maybe }: Named,
  map: ColumnMap,
  file: string,
): Columns | LearnRefusal {
  if (maybe !== undefined)
    return new LearnRefusal(
      `${file}: its first line looks like a title: the lines below have more columns. Delete what stands above the line that names the columns; that may be line ${maybe}.`,
      { fault: { kind: 'title', line: maybe } },
    );
  if (header.some((cell) => cell.trim() && isCell(cell.trim())))
    return new LearnRefusal(
      `${file}: the first line holds no names of columns. Write one above the others, such as buyer,date,total.`,
      { fault: { kind: 'no names' } },
    );
  const headers = header.map(plainName);
  const columns: Columns = { ...placeColumns(header, map, rows), names: {} };
  for (const role of ROLES) {
    const place = columns.at[role];
    if (place === undefined) continue;
    if (place < 0) {
      const said = map[role] ?? '';
      const why = sayOddForm(role, said, headers) ?? `there is no column "${nameSaid(role, said, headers)}".`;
      return new LearnRefusal(`${file}: ${why}${sayColumns(header, headers)}`, {
        fault: { kind: 'missing', roles: [role] },
      });
    }
    const column = nameOf(header[place] ?? '');
    const cells = rows.map((row) => row[place] ?? '');
    if (role === 'date' && areSerials(cells)) columns.form ??= 'serial';
    const refused = refuseContent(role, column, cells, { file, ...columns });
    if (refused) return refused;
    columns.names[role] = column;
  }
  const missing = neededOf(columns).filter((role) => columns.at[role] === undefined);
  if (missing.length > 0)
    return new LearnRefusal(
      `${file}: which column is the ${missing.join(', which the ')}? Say it: --map ${missing.map((role) => `${role}=COLUMN`).join(',')}.${sayVisits(missing)}${sayColumns(header, headers)}`,
      { fault: { kind: 'missing', roles: missing } },
    );
  return refuseDoubled(columns, headers, file) ?? columns;
}

/** @throws LearnRefusal with a question */
export function findColumns(header: Named, map: ColumnMap, file: string): Columns {
  const judged = judgeColumns(header, map, file);
  if (judged instanceof LearnRefusal) throw judged;
  return judged;
}
