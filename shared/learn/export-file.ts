// What is said of a file that was read, and how one is read.

import type { Role } from './column-names.ts';
import type { ColumnMap, TableKind } from './find-columns.ts';
import type { ItemStore } from './items/item-store.ts';
import type { LeftOut } from './left-out.ts';
import type { VisitReader } from './read-visits.ts';

export interface FileRead {
  name: string;
  rows: number;
  /** its letters were Windows-1252 */
  isWestern?: boolean;
  kind: TableKind | 'events' | 'ga4' | 'log' | 'buyers' | 'pairs';
  /** what the columns that were read are called */
  columns?: Partial<Record<Role, string>>;
  /** the line that names its columns, where what stands above was left out */
  header?: number;
  /** its dates are days as spreadsheets count them */
  isSerial?: boolean;
  /** a column that may say which orders were cancelled, and is not read */
  status?: string;
  /** its orders that came to nothing */
  leftOut?: LeftOut;
}

export interface ReadOptions {
  map: ColumnMap;
  /** what is bought is an event of this name, worth what its prop of that name says */
  event: string;
  value: string;
  /** an instant as a clock on the wall showed it; without it what is written counts, and UTC for instants */
  toWall: ((instant: number) => number) | undefined;
  /** no order is of a later time, in ms; clocks on walls may be ahead of ours by a day */
  latest: number;
  /** what is told each event of an export of events, where somebody asks for visits */
  visits?: VisitReader | undefined;
  /** where what is said of items goes, if somebody asks for it */
  items?: ItemStore | undefined;
  /** undefined where it is none */
  parse(line: string): unknown;
}
