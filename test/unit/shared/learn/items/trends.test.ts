// What is asked for these days: what was wanted lately before what was wanted more often, but long ago.

import { expect, test } from 'vitest';
import { DAY_MS } from '../../../../../shared/learn/day.ts';
import { createRuns } from '../../../../../shared/learn/items/runs.ts';
import { findTrending } from '../../../../../shared/learn/items/trends.ts';

const BEGIN = Date.UTC(2026, 0, 1);

/** Of each visitor what they looked at, and on which day. */
function runsOf(...looks: [day: number, item: number][]) {
  const runs = createRuns();
  looks.forEach(([day, item], who) => {
    runs.add(who, item, BEGIN + day * DAY_MS);
  });
  return runs.settle(DAY_MS);
}

test('after a week it counts half, and after many nothing', () => {
  const twoWeeks: [number, number][] = [0, 0, 0].map((day) => [day, 0]);
  expect(findTrending(runsOf(...twoWeeks, [14, 1]), 2)).toEqual([1, 0]);
  expect(findTrending(runsOf(...twoWeeks, [0, 0], [0, 0], [14, 1]), 2)).toEqual([0, 1]);
  // of one worth the more frequent one, whose rank is lower
  expect(findTrending(runsOf([7, 2], [7, 1]), 3)).toEqual([1, 2]);
  expect(findTrending(runsOf([0, 0], [90, 1]), 2)).toEqual([1]);
});
