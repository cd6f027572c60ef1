// A file of items is made only where lists beat the most frequent items by more than chance makes of it.

import { expect, test } from 'vitest';
import { concludeItems } from '../../../../../shared/learn/items/conclude-items.ts';
import type { ItemsTest } from '../../../../../shared/learn/items/test-rows.ts';

const TEST: ItemsTest = {
  until: '2026-01-01',
  runs: 500,
  asked: 100,
  listed: 20,
  hr: 0.3,
  mrr: 0.1,
  popular: { hr: 0.2, mrr: 0.1 },
  gain: 0.1,
  error: 0.04,
};

const ranking = { items: [0, 1], counts: [5, 4], met: 2 };

const concludeBy = (similar: ItemsTest | null) =>
  concludeItems({
    rows: { ids: ['a', 'b'], isOfPages: false },
    met: { visits: 1000, orders: 0 },
    tests: { similar: { test: similar, hr: new Map() }, together: { test: null, hr: new Map() } },
    left: { isOut: () => false, isSensitive: () => false, sensitive: 0, unlisted: 0 },
    findMet: () => ranking,
    find: () => ({
      ranking,
      togethers: [3],
      similar: [[Uint16Array.of(1), Uint16Array.of(0)]],
      together: [[]],
      trending: [],
      again: {},
      facts: [undefined, undefined],
    }),
    options: { together: 3, each: 20, most: 60_000, weigh: ({ length }) => length },
    made: '2026-11-30',
  });

test.each<[what: string, similar: ItemsTest | null, fault: string | undefined]>([
  ['two standard errors and more', TEST, undefined],
  ['no more than two', { ...TEST, error: 0.05 }, 'no gain'],
  ['less than nothing', { ...TEST, gain: -0.1 }, 'no gain'],
  ['of too few', { ...TEST, asked: 99 }, 'few'],
  ['untested', null, 'untested'],
])('%s', (_what, similar, fault) => {
  const { part, text } = concludeBy(similar);
  expect(part.status).toBe(fault ? 'refused' : 'learned');
  expect(part.report.faults?.map(({ kind }) => kind)).toEqual(fault && [fault]);
  expect(text === undefined).toBe(fault !== undefined);
});
