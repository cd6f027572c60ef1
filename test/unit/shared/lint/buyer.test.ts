// Advice on what a site states of its buyers: stated in vain, in part, or by a trait that is not the site's.
import { expect, test } from 'vitest';
import { lintBuyer } from '../../../../shared/lint/buyer.ts';
import { lintConfig } from '../../../../shared/lint/lint.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { configOf } from '../engine/arbitraries.ts';
import { modelOf } from '../engine/models.ts';

const all: Config['buyer'] = { orders: 'orders', spent: 'spent', first: 'first_order', last: 'last_order' };
const count: Condition = { kind: 'count', event: 'purchase', is: { $gte: 5 } };
const said = (rules: Condition[], buyer: Config['buyer'], extra: Partial<Config> = {}) =>
  lintBuyer(configOf(rules, { buyer, ...extra })).map(({ path, problem }) => `${path}: ${problem}`);
const IN_VAIN = ['buyer: no segment asks for what is stated of a buyer'];

test('what no segment asks for is stated in vain', () => {
  expect(said([count], undefined)).toEqual([]);
  expect(said([count], all)).toEqual([]);
  expect(said([{ kind: 'none', of: [count] }], { orders: 'orders' })).toEqual([]);
  for (const rule of [
    { ...count, within: '30d' },
    { ...count, event: 'lead' },
    { kind: 'trait', key: 'orders', is: 5 },
  ] as Condition[])
    expect(said([rule], all)).toEqual(IN_VAIN);
  expect(said([count], { spent: 'spent' })).toEqual(IN_VAIN);
  // what a model weighs is remembered
  const models = [modelOf('order', [{ when: count, weight: 1 }])];
  expect(said([{ kind: 'model', id: 'order', is: { $gte: 0.5 } }], all, { models })).toEqual(IN_VAIN);
});

test('what is stated in part', () => {
  const { first: _first, ...late } = all;
  const expected: Condition = { kind: 'expected', within: '90d', is: { $gte: 1 } };
  expect(said([expected, { kind: 'persona', id: 'often' }], late)).toEqual([
    'segments[0].when: this is about orders, first and last, and "buyer" states no first',
  ]);
  expect(said([{ ...expected, of: 'value' } as Condition], { orders: 'a', last: 'b' })).toEqual([
    'segments[0].when: this is about orders, spent, first and last, and "buyer" states no spent or first',
  ]);
  // of classes only those that are asked for
  expect(said([{ kind: 'rfm', frequency: 5 }], { orders: 'orders' })).toEqual([]);
});

test('a trait that is another, or that visitors set', () => {
  expect(said([count], { ...all, spent: 'orders' })).toEqual([
    'buyer.spent: the trait "orders" is "orders" already',
  ]);
  const questions: Config['questions'] = [
    {
      id: 'often',
      name: 'How often',
      ask: 'How often?',
      purpose: 'To know.',
      trait: 'orders',
      answer: { kind: 'scale', from: 0, to: 10, low: 'never', high: 'often' },
    },
  ];
  expect(said([count], all, { questions })).toEqual([
    'buyer.orders: visitors set the trait "orders" by their answer to the question "often"',
  ]);
});

test('it is among the advice on a config', () => {
  expect(lintConfig(configOf([], { buyer: all }))).toContainEqual(
    expect.objectContaining({ path: 'buyer', severity: 'warning' }),
  );
});
