// What was learned of all buyers, asked of one browser's own orders.
import { expect, test } from 'vitest';
import { sayFound } from '../../../../../extension/panel/kit/say-learned.ts';
import { answerBuyer, answerVisit } from '../../../../../extension/panel/site/buyer-answers.ts';
import type { Memory } from '../../../../../extension/wire/stage-shapes.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { SAMPLE } from '../../../shared/schema/sample.ts';

const DAY_MS = 864e5;
const NOW = Date.parse('2026-11-28T12:00:00Z');
const group = (id: string, name: string, first: number) => ({
  id,
  name,
  description: '',
  centre: [first, 0, 0] as [number, number, number],
  share: 0.5,
});
const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  learned: { at: '2026-11-01', from: '2025-01-01', until: '2026-10-31', buyers: 2357 },
  personas: {
    mean: [3, 1, 4],
    spread: [1, 1, 1],
    groups: [group('persona-1', 'Just bought', -2), group('persona-2', 'Long ago', 2)],
  },
  value: { purchases: [0.25, 30, 0.8, 2.4], spend: [6, 4, 15] },
  segments: [],
  experiences: [],
};
const view = { facts: {}, now: NOW, doubt: undefined };
const memoryOf = (...days: number[]): Memory => ({
  events: days.map((ago) => ({ name: 'purchase', at: NOW - ago * DAY_MS, props: { value: 20 } })),
  traits: {},
  prunedAt: null,
});

test('its group and what to expect are said, with why, though no segment asks', () => {
  const said = answerBuyer(config, memoryOf(60, 2), view).map(sayFound);
  expect(said).toHaveLength(3);
  expect(said[0]).toContain('Just bought');
  expect(said[0]).toContain('2 days');
  expect(said[1]).toMatch(
    /Order days expected in the next 90 days, as 2,357 buyers showed until October 31, 2026: 0\.\d/,
  );
  expect(said[2]).toMatch(/Money expected/);
  expect(said.join()).not.toMatch(/needs|undefined|NaN/);
});

test('who bought nothing is said so', () =>
  expect(answerBuyer(config, memoryOf(), view).map(sayFound).join()).toContain('no order remembered'));

test('a config that was told nothing has no answers, and of money only one that knows it', () => {
  const { personas: _groups, value: _value, ...plain } = config;
  expect(answerBuyer(plain, memoryOf(2), view)).toEqual([]);
  const few = { ...plain, value: { purchases: config.value!.purchases } };
  expect(answerBuyer(few, memoryOf(2), view)).toHaveLength(1);
});

test('what the site states of this buyer counts, and is told as that', () => {
  const buyer = { orders: 'orders', spent: 'spent', first: 'first', last: 'last' };
  const traits = { orders: 9, spent: 500, first: '2025-11-28', last: '2026-11-27' };
  const said = answerBuyer({ ...config, buyer }, { ...memoryOf(2), traits }, view).map(sayFound);
  for (const one of said) expect(one).toMatch(/^As the site stated: .*on 9 days, the first 365 days/);
  expect(
    answerBuyer(config, { ...memoryOf(2), traits }, view)
      .map(sayFound)
      .join(),
  ).not.toContain('stated');
});

test('how likely each goal is in this visit is said with how sure that is, though no segment asks', () => {
  const { models = [], goals } = SAMPLE;
  const learned = { ...config, goals: goals!, models, learned: { ...config.learned!, visits: 4000 } };
  const said = answerVisit(learned, memoryOf(60, 2), view).map(sayFound);
  expect(said).toHaveLength(models.length);
  for (const one of said)
    expect(one).toMatch(
      /^Of 100 such visits about \d+ ended in “.+” \(\d+–\d+\), as 4,000 visits showed until October 31, 2026$/,
    );
  expect(answerVisit(config, memoryOf(2), view)).toEqual([]);
});
