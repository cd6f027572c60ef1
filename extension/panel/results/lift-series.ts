// A comparison day by day as a chart draws it: in percent, and within what an author can read. The first days' band is so
// wide that it would press all later ones flat, so it is cut off where the last day's would have room twice. The scale ends
// where the band does.

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
/** Above and below what is drawn, as a share of it: no line runs along the edge. */
const ROOM = 0.05;
/** Nobody can buy less than nothing. */
const BOTTOM = -100;

export const secondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

export function liftSeries(series: readonly DayLook[]): LiftSeries {
  const last = series.at(-1);
  const ends = [last?.low, last?.high, last?.lift].flatMap((one) =>
    one === null || one === undefined ? [] : one,
  );
  const most = 2 * Math.max(LEAST, ...ends.map((one) => Math.abs(one) * 100));
  const least = Math.max(BOTTOM, -most);
  const cut = (value: number): number => Math.min(most, Math.max(least, value * 100));
  const isSaid = ({ lift, low, high }: DayLook): boolean => lift !== null || low !== null || high !== null;
  // without end: to the chart's
  const low = series.map((one) => (isSaid(one) ? cut(one.low ?? BOTTOM) : null));
  const high = series.map((one) => (isSaid(one) ? cut(one.high ?? Infinity) : null));
  const drawn = [...low, ...high].flatMap((one) => one ?? []);
  const [bottom, top] = [Math.min(-LEAST, ...drawn), Math.max(LEAST, ...drawn)];
  const room = (top - bottom) * ROOM;
  return {
    at: series.map(({ day }) => secondsOf(day)),
    lift: series.map(({ lift }) => (lift === null ? null : cut(lift))),
    low,
    high,
    range: [bottom - room, top + room],
  };
}
