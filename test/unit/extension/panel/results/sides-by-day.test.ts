// Visitors of each side by the day, of reports that say it.
import { expect, test } from 'vitest';
import { sidesByDay } from '../../../../../extension/panel/results/sides-by-day.ts';
import type { Comparison, ReportedSplit } from '../../../../../shared/measure/report.ts';

const DAYS = ['2026-11-01', '2026-11-02'];
const splitOf = (arms: string[], ...visitors: number[][]): ReportedSplit => ({
  arms: arms.map((arm) => ({ arm, visitors: 0, expected: 0 })),
  p: 1,
  chi: 0,
  chiP: 1,
  isBroken: false,
  series: visitors.map((each, i) => ({ day: DAYS[i] ?? '', visitors: each })),
});
const pair = (arm: string, base: string): Comparison => ({
  arm,
  base,
  measure: 'converted',
  lift: null,
  low: null,
  high: null,
  p: 1,
  adjustedP: 1,
  verdict: 'too early',
  needed: { lift: 0.1, visitors: 1, days: null },
  series: DAYS.map((day) => ({ day, visitors: 0, converted: 0, lift: null, low: null, high: null, p: 1 })),
});

test('each side, by its days', () => {
  const split = splitOf(['holdout', 'on'], [1, 9], [3, 20]);
  expect(sidesByDay(split, pair('on', 'holdout'))).toEqual({ arm: [9, 20], base: [1, 3] });
});

test('where another group is split, all that got it are one side', () => {
  const split = splitOf(['holdout', 'variant:a', 'variant:b'], [1, 4, 5], [3, 9, 11]);
  expect(sidesByDay(split, pair('on', 'holdout'))).toEqual({ arm: [9, 20], base: [1, 3] });
  expect(sidesByDay(split, pair('variant:b', 'variant:a'))).toEqual({ arm: [5, 11], base: [4, 9] });
});

test('a report of before, or one that lacks a day, says nothing of them', () => {
  const { series: _, ...before } = splitOf(['holdout', 'on'], [1, 9], [3, 20]);
  expect(sidesByDay(before, pair('on', 'holdout'))).toBeUndefined();
  expect(sidesByDay(splitOf(['holdout', 'on'], [1, 9]), pair('on', 'holdout'))).toBeUndefined();
});
