// Which of the moments that were looked at are learned from, and which are the test: by when their visit began.

import { DAY_MS, readDay } from '../day.ts';
import { DEFAULT_DAYS } from '../parts.ts';
import { createRandom, draw } from '../random.ts';
import type { Moments } from './hold-visits.ts';

const TRAIN = 0.7;

/** What is looked at of the visits, by when they began. */
export interface Split {
  /** ms; the first visit of the test began then */
  cut: number;
  /** none of the test began later */
  end: number;
}

/** @param until the last day before the test, of so many days; without it the first part of all visits */
export function splitVisits(
  { first, startAt }: Moments,
  { until, days }: { until?: string | undefined; days?: number | undefined },
): Split {
  if (until !== undefined) {
    const cut = ((readDay(until) ?? 0) + 1) * DAY_MS;
    return { cut, end: cut + (days ?? DEFAULT_DAYS) * DAY_MS };
  }
  const starts = startAt.filter((_, i) => first[i]).sort();
  return { cut: starts[Math.floor(TRAIN * starts.length)] ?? Infinity, end: Infinity };
}

export interface Counted {
  visits: number;
  positives: number;
}

export function countVisits({ first, startAt, table }: Moments, is: (startAt: number) => boolean): Counted {
  const counted = { visits: 0, positives: 0 };
  first.forEach((one, i) => {
    if (!one || !is(startAt[i] ?? 0)) return;
    counted.visits++;
    counted.positives += table.did[i] ?? 0;
  });
  return counted;
}

/** Whole visitors, so many that their rows are about that many. */
export function drawVisitors({ visitor }: Moments, rows: number, seed: number): Set<number> | undefined {
  if (visitor.length <= rows) return undefined;
  const all = Int32Array.from(new Set(visitor)).sort();
  const most = Math.max(1, Math.floor((all.length * rows) / visitor.length));
  return new Set(Array.from(draw(all.length, most, createRandom(seed)), (i) => all[i] ?? 0));
}

export const rowsWhere = ({ startAt }: Moments, is: (startAt: number) => boolean): Uint32Array =>
  Uint32Array.from(startAt, (_, i) => i).filter((i) => is(startAt[i] ?? 0));

export function pickRows({ table, visitor }: Moments, rows: Uint32Array) {
  const { width } = table;
  const cells = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    cells.set(table.cells.subarray(row * width, (row + 1) * width), i * width);
  });
  return {
    table: { width, cells, did: Uint8Array.from(rows, (row) => table.did[row] ?? 0) },
    visitor: Int32Array.from(rows, (row) => visitor[row] ?? 0),
  };
}
