// What a model says of itself, how it stands beside equal conditions, and what it makes of what is missing. That its answers
// are right until the ms at which they end is compared in differential.test.ts, with the other kinds.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide, find } from '../../../../shared/engine/decide.ts';
import { explain } from '../../../../shared/engine/explain.ts';
import { record } from '../../../../shared/engine/fold.ts';
import { isSound } from '../../../../shared/engine/heal.ts';
import { pack, unpack } from '../../../../shared/engine/pack.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { View } from '../../../../shared/engine/view.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { configOf, NOW } from './arbitraries.ts';
import { modelOf } from './models.ts';

type Term = NonNullable<Config['models']>[number]['terms'][number];

const asking: Condition = { kind: 'model', id: 'm', is: { $gte: 0.5 } };
const views: Term = { of: { kind: 'count', event: 'page_view', during: 'visit' }, as: 'log', weight: 2 };
const lately: Term = { when: { kind: 'since', event: 'purchase', is: { $lt: '30d' } }, weight: 1 };
const goals: Config['goals'] = [{ id: 'order', name: 'Order', event: 'purchase' }];
const learned: Config['learned'] = {
  at: '2026-03-01',
  from: '2025-03-01',
  until: '2026-02-28',
  visits: 9000,
};

function viewOf(terms: Term[], events: string[], bias = -2, extra: Partial<Config> = {}): View {
  const program = compile(
    configOf([asking], { models: [modelOf('m', terms, bias)], goals, learned, ...extra }),
  );
  const profile = createProfile(program);
  for (const name of events) record(program, profile, name, { value: 5 }, NOW);
  return { program, profile, facts: {}, now: NOW };
}
const chanceOf = (terms: Term[], events: string[], bias?: number) =>
  find(asking, viewOf(terms, events, bias)).figure;

test('the chance is the logistic function of bias and weighed terms', () => {
  expect(chanceOf([views, lately], [])).toBeCloseTo(1 / (1 + Math.exp(2)), 12);
  expect(chanceOf([views, lately], ['page_view', 'page_view', 'purchase'])).toBeCloseTo(
    1 / (1 + Math.exp(2 - 2 * Math.log(3) - 1)),
    12,
  );
});

test('no sum is so large that nothing comes of it', () => {
  for (const [bias, chance] of [
    [-1e9, 0],
    [1e9, 1],
  ] as const)
    expect(chanceOf([views], [], bias)).toBe(chance);
});

test('the logarithm of what is less than nothing is that of nothing', () => {
  const sum: Term = { of: { kind: 'sum', event: 'purchase', of: 'value' }, as: 'log', weight: 1 };
  const view = viewOf([sum], []);
  record(view.program, view.profile, 'purchase', { value: -50 }, NOW);
  expect(find(asking, view).figure).toBeCloseTo(1 / (1 + Math.exp(2)), 12);
});

test('days away count as days', () => {
  const away: Term = { of: { kind: 'away' }, as: 'number', weight: 1 };
  const view = viewOf([away], ['page_view']);
  const later = NOW + 36 * 36e5;
  record(view.program, view.profile, 'page_view', {}, later);
  expect(find(asking, { ...view, now: later }).figure).toBeCloseTo(1 / (1 + Math.exp(2 - 1.5)), 12);
});

describe('missing', () => {
  const average: Term = { of: { kind: 'average', event: 'purchase', of: 'value' }, as: 'number', weight: 1 };
  test('is a model of which a term is: neither above nor below anything', () => {
    const view = viewOf([views, average], ['page_view']);
    expect(find(asking, view).figure).toBeUndefined();
    expect(decide(asking, view).value).toBe(false);
    for (const is of [{ $exists: false }, { $not: { $gte: 0 } }])
      expect(decide({ kind: 'model', id: 'm', is }, view).value).toBe(true);
    expect(decide({ kind: 'model', id: 'm', is: { $lt: 1 } }, view).value).toBe(false);
  });
});

describe('unknown', () => {
  test('is a model of which a term is, also of facts while consent is awaited', () => {
    const fact: Term = { when: { kind: 'context', key: 'device', is: 'phone' }, weight: 1 };
    for (const terms of [[views], [fact]])
      expect(decide(asking, { ...viewOf(terms, []), doubt: 'waiting' }).value).toBe('unknown');
  });
  test('is a model of which a state is not built yet', () => {
    const view = viewOf([views, lately], ['page_view']);
    view.profile.nodes = {};
    expect(find(asking, view)).toMatchObject({ value: 'unknown', doubt: 'new' });
  });
  test('is a count in a time of which events were pruned, however much is left', () => {
    const week: Term = { of: { kind: 'count', event: 'page_view', within: '7d' }, as: 'log', weight: 9 };
    const view = viewOf([week], ['page_view', 'page_view']);
    expect(decide(asking, view).value).toBe(true);
    view.profile.prunedAt = NOW - 1000;
    expect(find(asking, view)).toMatchObject({ value: 'unknown', doubt: 'pruned' });
  });
});

test('its terms share their states with equal conditions', () => {
  const sum: Condition = {
    kind: 'sum',
    event: 'purchase',
    of: 'value',
    within: '7d',
    is: { $gte: 10 },
  };
  const { is: _is, ...of } = sum;
  const program = compile(
    configOf([sum, (lately as { when: Condition }).when, asking], {
      models: [modelOf('m', [{ of, as: 'log', weight: 1 }, lately])],
    }),
  );
  // two, and whether the model's are built
  expect(program.nodes.size).toBe(3);
});

test('what is kept of it is sound, so a snapshot with it is believed', () => {
  const { profile } = viewOf([views, lately], ['page_view', 'purchase']);
  expect(isSound(unpack(pack(profile)))).toBe(true);
});

test('a model that is not there, and one with a term that cannot be read, are read by nobody', () => {
  const unknown = { when: { kind: 'no such' } as never, weight: 1 };
  for (const models of [[], [modelOf('m', [unknown])]])
    expect(() => decide(asking, viewOf([], [], 0, { models }))).toThrow(RangeError);
});

describe('explained', () => {
  const events = ['page_view', 'page_view', 'purchase'];
  const reasonOf = (view: View) => explain('s0', view).of![0]!;
  test('with how many of a hundred such visits got there, and how sure that is', () => {
    expect(reasonOf(viewOf([views], [])).text).toBe(
      'Of 100 such visits about 21 ended in “Purchased” (17–26), as 4,000 visits showed until 28 February 2026; needs at least 50.',
    );
  });
  test('with what it looked at, each without a need', () => {
    const reason = reasonOf(viewOf([views, lately], events));
    expect(reason.of?.map(({ kind }) => kind)).toEqual(['count', 'since']);
    const [count, since] = reason.of!;
    expect(count!.text).toBe('Viewed a page 2 times in this visit.');
    expect(since!.text).toMatch(/^Time since “Purchased”: 0 seconds; needs less than 30 days\./);
    expect(JSON.stringify(reason)).not.toContain('e+308');
  });
  test('until when, which is when it is another', () => {
    const view = viewOf([views, lately], events);
    const { until } = reasonOf(view);
    expect(until).toBe(NOW + 18e5);
    expect(decide(asking, { ...view, now: NOW + 18e5 }).value).toBe(false);
  });
  test('where one term is missing, without a number', () => {
    const average: Term = { of: { kind: 'average', event: 'lead', of: 'value' }, as: 'number', weight: 1 };
    expect(reasonOf(viewOf([average], events)).text).toBe(
      'Chance of “Purchased” in this visit: nothing; needs at least 50.',
    );
  });
  test('a share never stands without its count, however small it is', () => {
    const { text } = reasonOf(viewOf([views], [], -5.5));
    expect(text).toMatch(/^Of 100 such visits about \d+ ended/);
    expect(text).not.toMatch(/0\.\d/);
  });
});
