// A comparison day by day as a chart draws it: in percent, and within what an author can read. The first days' band is so
// wide that it would press all later ones flat, so it is cut off where the last day's would have room twice.

import type { DayLook } from '../../../shared/measure/report.ts';

type Value = number | null;

export interface LiftSeries {
  /** each day's begin in UTC, seconds since epoch */
  at: number[];
  /** percent; null where nothing can be said */
  lift: Value[];
  low: Value[];
  high: Value[];
  range: [number, number];
}

/** Percent; a band is never shown narrower than that. */
const LEAST = 10;
/** Nobody can buy less than nothing. */
const BOTTOM = -100;

export const secondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

export function liftSeries(series: readonly DayLook[]): LiftSeries {
  const last = series.at(-1);
  const ends = [last?.low, last?.high, last?.lift].flatMap((one) =>
    one === null || one === undefined ? [] : one,
  );
  const top = 2 * Math.max(LEAST, ...ends.map((one) => Math.abs(one) * 100));
  const bottom = Math.max(BOTTOM, -top);
  const cut = (value: number): number => Math.min(top, Math.max(bottom, value * 100));
  const isSaid = ({ lift, low, high }: DayLook): boolean => lift !== null || low !== null || high !== null;
  return {
    at: series.map(({ day }) => secondsOf(day)),
    lift: series.map(({ lift }) => (lift === null ? null : cut(lift))),
    // without end: to the chart's
    low: series.map((one) => (isSaid(one) ? cut(one.low ?? BOTTOM) : null)),
    high: series.map((one) => (isSaid(one) ? cut(one.high ?? Infinity) : null)),
    range: [bottom, top],
  };
}
