// Rows of pairs against the plainest way to count them, and runs against the looks that they are made of.

import { expect, test } from 'vitest';
import { findSimilar, findTogether } from '../../../../../shared/learn/items/count-pairs.ts';
import { createRuns, GAP_MS } from '../../../../../shared/learn/items/runs.ts';
import { random } from '../../../../support/random.ts';

const ITEMS = 30;

function drawRuns(seed: number) {
  const { below } = random(seed);
  const lists = Array.from({ length: 300 }, () =>
    Array.from({ length: 1 + below(25) }, () => below(ITEMS + 5) - 5),
  );
  const items = Int32Array.from(lists.flat().map((item) => Math.max(-1, item)));
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  const at = new Float64Array(lists.length);
  // each one's runs lie apart; of some nobody knows whose they are
  const of = Int32Array.from(lists, (_, run) => (run % 10 ? run % 110 : -1));
  return { runs: { count: lists.length, starts, items, at, of }, lists };
}

test.each([1, 2, 3])(
  'pairs weigh 1/d ahead and half of it back, up to ten apart, and need different people (%i)',
  (seed) => {
    const { runs, lists } = drawRuns(seed);
    const sums = new Map<string, number>();
    const people = new Map<string, Set<string>>();
    for (const [run, list] of lists.entries()) {
      const person = run % 10 ? `${run % 110}` : `nobody ${run}`;
      const here = new Set<string>();
      list.forEach((a, i) => {
        list.forEach((b, j) => {
          const distance = j - i;
          if (a < 0 || b < 0 || a === b || Math.abs(distance) > 10) return;
          const weight = distance > 0 ? 1 / distance : 1 / (-2 * distance);
          sums.set(`${a} ${b}`, (sums.get(`${a} ${b}`) ?? 0) + weight);
          here.add(`${a} ${b}`);
        });
      });
      for (const pair of here) people.set(pair, (people.get(pair) ?? new Set()).add(person));
    }
    const [rows = [], fewer = []] = findSimilar(runs, { items: ITEMS, togethers: [2, 40], each: 7 });
    for (const [least, found] of [
      [2, rows],
      [40, fewer],
    ] as const)
      found.forEach((row, a) => {
        const expected = Array.from({ length: ITEMS }, (_, b) => b)
          .filter((b) => (people.get(`${a} ${b}`)?.size ?? 0) >= least)
          .map((b) => sums.get(`${a} ${b}`) ?? 0)
          .sort((x, y) => y - x)
          .slice(0, 7);
        const got = [...row].map((b) => sums.get(`${a} ${b}`) ?? 0);
        expect(got).toHaveLength(expected.length);
        got.forEach((sum, i) => {
          expect(sum).toBeCloseTo(expected[i] ?? 0, 9);
        });
      });
    expect(fewer.flatMap((row) => [...row]).length).toBeLessThan(rows.flatMap((row) => [...row]).length);
  },
);

test('what is bought together is orders with both over the root of those with each', () => {
  const { runs, lists } = drawRuns(4);
  const having = (...items: number[]) =>
    lists.filter((list) => items.every((item) => list.includes(item))).length;
  const [rows = []] = findTogether(runs, { items: ITEMS, togethers: [3], each: 5 });
  rows.forEach((row, a) => {
    const scoreOf = (b: number) => having(a, b) / Math.sqrt(having(a) * having(b));
    const expected = Array.from({ length: ITEMS }, (_, b) => b)
      .filter((b) => b !== a && having(a, b) >= 3)
      .map(scoreOf)
      .sort((x, y) => y - x);
    [...row].forEach((b, i) => {
      expect(scoreOf(b)).toBeCloseTo(expected[i] ?? 0, 9);
    });
  });
});

test('a visit ends after half an hour without a look; what is looked at again at once counts once', () => {
  const runs = createRuns();
  const look = (of: number, item: number, ms: number) => runs.add(of, item, 1e12 + ms);
  look(1, 5, 60_000);
  look(0, 1, 0);
  look(0, 1, 1000);
  look(0, 2, GAP_MS);
  look(0, 3, 2 * GAP_MS);
  look(0, 1, 2 * GAP_MS + 1);
  const { count, starts, items, of, at } = runs.settle(GAP_MS);
  expect(count).toBe(3);
  expect([...items]).toEqual([1, 2, 5, 3, 1]);
  expect([...starts]).toEqual([0, 2, 3, 5]);
  expect([...of]).toEqual([0, 1, 0]);
  expect([...at]).toEqual([1e12, 1e12 + 60_000, 1e12 + 2 * GAP_MS]);
});

test('who looks at more than 200 things in a visit is a robot', () => {
  const runs = createRuns();
  for (let i = 0; i < 201; i++) runs.add(0, i % 2, i);
  for (let i = 0; i < 200; i++) runs.add(1, i % 2, i);
  const { count, of } = runs.settle(GAP_MS);
  expect([count, ...of]).toEqual([1, 1]);
});
