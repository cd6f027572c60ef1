// Lists are held against the most frequent items as fairly as a browser would show these: without what was seen already.

import { expect, test } from 'vitest';
import { judgeLists } from '../../../../../shared/learn/items/judge-lists.ts';
import { createRuns } from '../../../../../shared/learn/items/runs.ts';

/** Visits by ranks, the most frequent item first. */
function visitsOf(...visits: number[][]) {
  const runs = createRuns();
  visits.forEach((items, who) => {
    items.forEach((item, i) => {
      runs.add(who, item, who * 1e8 + i * 1e3);
    });
  });
  return runs.settle(1e7);
}
/** Of five items a list holds one. */
const NONE = Array.from({ length: 5 }, () => new Uint16Array());

test('what was seen already takes no place among the most frequent', () => {
  const { listed, asked, hr, popular } = judgeLists(visitsOf([0, 1], [0, 2], [1, 0]), NONE, 5, false);
  expect({ listed, asked, hr, popular: popular.hr }).toEqual({ listed: 1, asked: 3, hr: 0, popular: 2 / 3 });
});

test('of an order each item is asked for in turn, of a visit what came after another', () => {
  const runs = visitsOf([3, 4, 3]);
  const rows = NONE.map((none, rank) => (rank === 3 ? Uint16Array.of(4) : none));
  expect(judgeLists(runs, rows, 5, false)).toMatchObject({ asked: 1, hr: 1, mrr: 1 });
  expect(judgeLists(runs, rows, 5, true)).toMatchObject({ asked: 2, hr: 1 / 2 });
});
