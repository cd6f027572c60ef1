// The demo shop's made-up year: `selvedge learn` finds by its export what it was made of.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge, LearnedConfig, Read } from '../../../../shared/learn/learn.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { products } from '../../../shop/data/products.mjs';
import { compareGroups } from '../../../shop/year/compare-groups.ts';
import { historiesOf, isKept, since } from '../../../shop/year/histories.ts';
import { learningConfig } from '../../../shop/year/learning-config.ts';
import { makeYear } from '../../../shop/year/make-orders.ts';
import { writeOrders } from '../../../shop/year/write-orders.ts';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);

const DAY_MS = 864e5;
const UNTIL = Date.UTC(2026, 10, 24) / DAY_MS;
const year = makeYear({ products, until: UNTIL });
const { orders, truth } = year;
const config = learningConfig(JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8')) as Config);

let said: { read: Read; parts: Knowledge['parts'] };
let found: LearnedConfig;
beforeAll(async () => {
  line.write('shop.json', JSON.stringify(config));
  line.write('orders.csv', writeOrders(orders));
  const { code, out } = await line.runLater(['learn', 'orders.csv', '--config', 'shop.json', '--json']);
  expect(code).toBe(0);
  said = JSON.parse(out);
  found = JSON.parse(line.read('learned.json'));
}, 600_000);

const kept = orders.filter(isKept);
const all = [...historiesOf(orders).values()];

test('the year is the same for the same seed, and another for another', () => {
  expect(makeYear({ products, until: UNTIL }).orders).toEqual(orders);
  expect(makeYear({ products, until: UNTIL, seed: 2 }).orders).not.toEqual(orders);
});

test('what was told twice is read once, and what was given back is no order', () => {
  expect(orders.some(({ told }) => told > 1)).toBe(true);
  expect(said.read).toMatchObject({ buyers: all.length, orders: kept.length, refused: 0 });
  expect(said.read.orderDays).toBe(all.reduce((sum, { days }) => sum + days.size, 0));
  expect(said.read.noted.refund).toBe(
    orders.filter(({ total, refunded }) => refunded > 0 && refunded < total).length,
  );
});

describe('rfm', () => {
  /** Word for word: the smallest value with a share of the buyers below it (or at most at it) of i/5. */
  function edgesOf(values: number[], isBelow: boolean): number[] {
    const seen = [...new Set(values)].sort((a, b) => a - b);
    let before = -Infinity;
    return [1, 2, 3, 4].map((i) => {
      before = seen.find((value) => {
        const count = values.filter((one) => (isBelow ? one < value : one <= value)).length;
        return value > before && count >= (i * values.length) / 5;
      })!;
      return before;
    });
  }

  test('has the edges of these buyers', () => {
    const { recency, frequency, monetary } = found.rfm!;
    expect(recency).toEqual(
      edgesOf(
        all.map((one) => since(one, UNTIL)),
        false,
      ).map((days) => `${days}d`),
    );
    expect(frequency).toEqual(
      edgesOf(
        all.map(({ days }) => days.size),
        true,
      ),
    );
    expect(monetary).toEqual(
      edgesOf(
        all.map(({ spent }) => spent),
        true,
      ),
    );
  });
});

test('value is what all buyers were made by', () => {
  const { value } = said.parts;
  if (value?.status !== 'learned') throw new Error(value?.why.join());
  value.value.purchases.forEach((one, i) => {
    const ratio = one / truth.purchases[i]!;
    expect(ratio, `${value.value.purchases}`).toBeGreaterThan(0.8);
    expect(ratio, `${value.value.purchases}`).toBeLessThan(1.25);
  });
  const { expected, actual } = value.report.test!;
  expect(expected / actual).toBeGreaterThan(0.9);
  expect(expected / actual).toBeLessThan(1.1);
});

test('groups of who buys seldom are those of the purses, and who buys often is one of their own', () => {
  const compared = compareGroups(year, found.personas!, UNTIL);
  expect(compared).toHaveLength(3);
  const mixed = compared.map(({ buyers, odds }) => odds / buyers);
  const [least, middle, most] = [...mixed].sort((a, b) => a - b) as [number, number, number];
  expect(least, `${mixed}`).toBeLessThan(0.05);
  expect(most, `${mixed}`).toBeGreaterThan(0.95);
  // often and lately, from either purse
  expect(mixed.indexOf(middle)).toBe(0);
});

test('nobody of the year is in what is written', () => {
  expect(line.read('learned.json')).not.toContain('post.example');
  expect(JSON.stringify(said)).not.toContain('post.example');
});
