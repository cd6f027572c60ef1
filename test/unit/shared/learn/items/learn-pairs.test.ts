// Pairs that another engine counted: what a file with pairs of more visitors would hold is judged by such pairs alone.

import { expect, test } from 'vitest';
import { learnPairs, type Pair, type PairRows } from '../../../../../shared/learn/items/learn-pairs.ts';
import { options } from './made-visits.ts';

const ids = Array.from({ length: 10 }, (_, i) => `sku-${i}`);
const pair = (item: number, other: number, people: number, next: number): Pair => ({
  item,
  other,
  weight: people,
  people,
  next,
});
const TOLD: PairRows = {
  ids,
  // the most frequent first
  counts: ids.map((_, i) => 20 - i),
  asked: ids.map((_, i) => (i < 4 ? 1 : 0)),
  pairs: [pair(0, 7, 5, 40), pair(0, 8, 3, 30), pair(7, 0, 5, 0)],
  visits: 500,
  tested: 100,
  askedInAll: 100,
  since: '2026-01-01',
  until: '2026-09-30',
  together: 3,
};

test('lists of pairs of five visitors hold less than those of three', () => {
  const { part } = learnPairs(TOLD, options(), '2026-11-30');
  const { curve, similar } = part.report;
  expect(part.status).toBe('learned');
  expect(curve.filter(({ each }) => each === 20).map(({ together, hr }) => [together, hr])).toEqual([
    [3, 0.7],
    [5, 0.4],
  ]);
  // of ten items a list holds two; one more of the most frequent, as what was seen already is in no list
  expect(similar.test).toMatchObject({ listed: 2, hr: 0.7, mrr: 0.55, popular: { hr: 0.03 }, gain: 0.67 });
  expect(similar.items).toBe(2);
});

test('where they hold no more than chance makes of it, and where none was counted in a test, there is no file', () => {
  const faultsOf = (more: Partial<PairRows>) =>
    learnPairs({ ...TOLD, ...more }, options(), '2026-11-30').part.report.faults?.map(({ kind }) => kind);
  expect(faultsOf({ pairs: [pair(0, 7, 5, 3)] })).toEqual(['no gain']);
  expect(faultsOf({ askedInAll: 99 })).toEqual(['few']);
  expect(faultsOf({ tested: 0 })).toEqual(['untested']);
});
