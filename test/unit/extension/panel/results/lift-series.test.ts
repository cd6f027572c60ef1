// A band as a chart draws it: cut where it has no end, and never pressed flat by its first days.
import { expect, test } from 'vitest';
import { liftSeries } from '../../../../../extension/panel/results/lift-series.ts';
import type { DayLook } from '../../../../../shared/measure/report.ts';

const dayOf = (day: string, lift: number | null, low: number | null, high: number | null): DayLook => ({
  day,
  visitors: 10,
  converted: 1,
  lift,
  low,
  high,
  p: 1,
});

test('in percent, by days, with room for the last band twice', () => {
  expect(
    liftSeries([
      dayOf('2026-11-01', null, null, null),
      dayOf('2026-11-02', 3, null, null),
      dayOf('2026-11-03', 0.5, -0.25, 40),
      dayOf('2026-11-04', 0.25, -0.125, 0.5),
    ]),
  ).toEqual({
    at: [1, 2, 3, 4].map((day) => Date.UTC(2026, 10, day) / 1000),
    lift: [null, 100, 50, 25],
    low: [null, -100, -25, -12.5],
    high: [null, 100, 100, 50],
    range: [-110, 110],
  });
});

test('the scale ends where the band does, and a narrow band keeps its size', () => {
  expect(liftSeries([dayOf('2026-11-01', 0.001, -0.01, 0.012)]).range).toEqual([-11, 11]);
  expect(liftSeries([dayOf('2026-11-01', 4, 1, 9)]).range).toEqual([-55.5, 945.5]);
  expect(liftSeries([dayOf('2026-11-01', null, null, null)]).range).toEqual([-11, 11]);
  expect(liftSeries([])).toEqual({ at: [], lift: [], low: [], high: [], range: [-11, 11] });
});
