// One table for every kind of condition: a history, a rule, its answer, and for how long.

import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide, segments } from '../../../../shared/engine/decide.ts';
import { explain } from '../../../../shared/engine/explain.ts';
import { record } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { Truth, View } from '../../../../shared/engine/view.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import { configOf, NOW } from './arbitraries.ts';

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
type Act = [name: string, ago: number, props?: object];

function viewOf(rule: Condition, acts: Act[], extra: Partial<View> = {}, config = {}): View {
  const program = compile(configOf([rule], config));
  const profile = createProfile(program);
  for (const [name, ago, props] of acts) record(program, profile, name, (props ?? {}) as Props, NOW - ago);
  return { program, profile, facts: { device: 'phone' }, now: NOW, ...extra };
}

const views: Act[] = [
  ['view_item', 3 * DAY, { topic: 'boots', price: 10 }],
  ['view_item', 2 * DAY, { topic: 'tents', price: 30 }],
  ['view_item', HOUR, { topic: 'tents', price: 20 }],
];
const bought: Act[] = [
  ['add_to_cart', 2 * HOUR, { item_id: 'a' }],
  ['purchase', HOUR, { item_id: 'a', value: 50 }],
];
const count = { kind: 'count', event: 'view_item' } as const;
const sequence = {
  kind: 'sequence' as const,
  steps: [{ event: 'add_to_cart' }, { event: 'purchase' }],
  within: '1d',
};

test.each<[fact: string, rule: Condition, acts: Act[], expected: Truth, untilIn?: number]>([
  ['all of nothing is true', { kind: 'all', of: [] }, [], true],
  ['none of nothing is true', { kind: 'none', of: [] }, [], true],
  ['any of nothing is false', { kind: 'any', of: [] }, [], false],
  [
    'count: at the threshold, until the oldest leaves',
    { ...count, is: { $gte: 3 }, within: '7d' },
    views,
    true,
    4 * DAY,
  ],
  ['count: below it, for ever', { ...count, is: { $gte: 4 }, within: '7d' }, views, false],
  [
    'count: an event exactly as old as the window is out',
    { ...count, is: 2, within: '3d' },
    views,
    true,
    DAY,
  ],
  ['count: where', { ...count, where: { topic: 'tents' }, is: 2 }, views, true],
  [
    'count: between becomes true as time passes',
    { ...count, is: 1, between: ['2d', '1d'] },
    views,
    false,
    23 * HOUR,
  ],
  ['count: of the visit', { ...count, is: 1, during: 'visit' }, [['view_item', MIN]], true, 29 * MIN],
  ['count: a visit that is over holds nothing', { ...count, is: 0, during: 'visit' }, views, true],
  ['sum', { kind: 'sum', event: 'view_item', of: 'price', is: 60 }, views, true],
  [
    'sum: as people add prices',
    { kind: 'sum', event: 'p', of: 'v', is: { $gte: 0.3 } },
    [
      ['p', 2, { v: 0.1 }],
      ['p', 1, { v: 0.2 }],
    ],
    true,
  ],
  [
    'sum: text that is no number does not count',
    { kind: 'sum', event: 'p', of: 'v', is: 3 },
    [
      ['p', 2, { v: '3' }],
      ['p', 1, { v: 'x' }],
    ],
    true,
  ],
  [
    'sum: every element of a path',
    { kind: 'sum', event: 'p', of: 'items.price', is: 3 },
    [['p', 1, { items: [{ price: 1 }, { price: 2 }] }]],
    true,
  ],
  ['average', { kind: 'average', event: 'view_item', of: 'price', is: 20 }, views, true],
  [
    'average of nothing is missing',
    { kind: 'average', event: 'x', of: 'price', is: { $lt: 5 } },
    views,
    false,
  ],
  [
    'min leaves with its event',
    { kind: 'min', event: 'view_item', of: 'price', is: 10, within: '7d' },
    views,
    true,
    4 * DAY,
  ],
  ['max', { kind: 'max', event: 'view_item', of: 'price', is: 30 }, views, true],
  ['distinct', { kind: 'distinct', event: 'view_item', of: 'topic', is: 2 }, views, true],
  ['days', { kind: 'days', is: 3 }, views, true],
  ['days: of nothing is 0', { kind: 'days', event: 'x', is: 0 }, views, true],
  ['first', { kind: 'first', event: 'view_item', of: 'topic', is: 'boots' }, views, true],
  [
    'first of a window',
    { kind: 'first', event: 'view_item', of: 'topic', is: 'boots', within: '4d' },
    views,
    true,
    DAY,
  ],
  ['last', { kind: 'last', event: 'view_item', of: 'topic', is: 'tents' }, views, true],
  [
    'last: missing is not equal',
    { kind: 'last', event: 'x', of: 'topic', is: { $ne: 'tents' } },
    views,
    true,
  ],
  [
    'since: shorter than asked, until a ms after',
    { kind: 'since', event: 'view_item', is: { $gt: '30d' } },
    views,
    false,
    30 * DAY - HOUR + 1,
  ],
  [
    'since: never happened is never "longer ago"',
    { kind: 'since', event: 'purchase', is: { $gt: '30d' } },
    views,
    false,
  ],
  [
    'no purchase in 30 days is true on a first visit',
    { kind: 'count', event: 'purchase', is: 0, within: '30d' },
    [],
    true,
  ],
  ['age', { kind: 'age', is: { $gte: '3d' } }, views, true],
  ['age: before the first event it is missing', { kind: 'age', is: { $lt: '1d' } }, [], false],
  ['away: between the visits', { kind: 'away', is: { $gte: '47h' } }, views, true],
  ['away: no visit before is missing', { kind: 'away', is: { $gte: '1h' } }, [['x', 0]], false],
  ['sequence', sequence, bought, true],
  ['sequence: not in the other order', { ...sequence, steps: [...sequence.steps].reverse() }, bought, false],
  ['sequence: too slow', { ...sequence, within: '30m' }, bought, false],
  ['sequence: just in time', { ...sequence, within: '1h' }, bought, true],
  [
    'sequence: an event is one step only',
    { ...sequence, steps: [{ event: 'a' }, { event: 'a' }] },
    [['a', 1]],
    false,
  ],
  [
    'sequence: equal times keep their order',
    { ...sequence, steps: [{ event: 'a' }, { event: 'b' }] },
    [
      ['a', 1],
      ['b', 1],
    ],
    true,
  ],
  ['sequence: same', { ...sequence, same: 'item_id' }, bought, true],
  [
    'sequence: not the same',
    { ...sequence, same: 'item_id' },
    [
      ['add_to_cart', 2, { item_id: 'b' }],
      ['purchase', 1, { item_id: 'a' }],
    ],
    false,
  ],
  ['sequence: undone', { ...sequence, without: { event: 'refund' } }, [...bought, ['refund', 1]], false],
  ['sequence: in the last', { ...sequence, inLast: '2h' }, bought, true, HOUR],
  [
    'sequence: cart left for an hour',
    {
      kind: 'sequence',
      steps: [{ event: 'add_to_cart' }],
      within: '1d',
      without: { event: 'purchase' },
      after: '3h',
    },
    bought.slice(0, 1),
    false,
    HOUR,
  ],
  ['interest: share', { kind: 'interest', topic: 'tents', share: { $gt: 0.6 } }, views, true],
  ['interest: rank', { kind: 'interest', topic: 'boots', rank: 2 }, views, true],
  ['interest: none has no rank', { kind: 'interest', topic: 'x', rank: { $gte: 1 } }, views, false],
  [
    'score: half is gone after a half-life',
    { kind: 'score', weights: { a: 4 }, halfLife: '1h', is: { $gte: 2 } },
    [['a', 0]],
    true,
    HOUR + 1,
  ],
  ['score: of nothing is 0', { kind: 'score', weights: { a: 4 }, halfLife: '1h', is: 0 }, [], true],
  ['rfm: recency at most the first edge is 5', { kind: 'rfm', recency: 5 }, bought, true, 1],
  ['rfm: frequency, monetary', { kind: 'rfm', frequency: 2, monetary: 5 }, bought, true],
  ['rfm: of nothing is missing', { kind: 'rfm', frequency: { $lte: 5 } }, [], false],
  ['trait: missing', { kind: 'trait', key: 'plan', is: { $exists: false } }, [], true],
  ['context', { kind: 'context', key: 'device', is: 'phone' }, [], true],
  ['context: the number of the visit', { kind: 'context', key: 'visitNumber', is: 3 }, views, true],
])('%s', (_fact, rule, acts, expected, untilIn = Number.POSITIVE_INFINITY) => {
  const { value, until } = decide(rule, viewOf(rule, acts));
  expect(value).toBe(expected);
  if (untilIn < Number.POSITIVE_INFINITY) expect(until - NOW).toBe(untilIn);
});

test.each<[fact: string, per: 'day' | undefined, acts: Act[], frequency: number]>([
  [
    'two on one day are one day',
    'day',
    [
      ['purchase', HOUR],
      ['purchase', HOUR / 2],
    ],
    2,
  ],
  [
    'two on two days are two',
    'day',
    [
      ['purchase', 2 * DAY],
      ['purchase', HOUR],
    ],
    3,
  ],
  [
    'as they are without',
    undefined,
    [
      ['purchase', HOUR],
      ['purchase', HOUR / 2],
    ],
    3,
  ],
])('rfm by days: %s', (_fact, per, acts, frequency) => {
  const config = configOf([]);
  const rfm = { ...config.rfm!, ...(per && { per }) };
  const view = viewOf({ kind: 'rfm', frequency }, acts, {}, { rfm });
  expect(decide({ kind: 'rfm', frequency }, view).value).toBe(true);
  expect(decide({ kind: 'rfm', monetary: 1 }, view).value).toBe(true);
});

test('a segment answers as its condition does, and segments lists those that are in, in config order', () => {
  const view = viewOf({ ...count, is: 3 }, views);
  view.program.segments.set('other', { kind: 'segment', id: 's0' });
  view.program.segments.set('out', { kind: 'none', of: [{ kind: 'segment', id: 's0' }] });
  expect(segments(view)).toEqual(['s0', 'other']);
});

test.each<[fact: string, rule: object]>([
  ['an unknown kind', { kind: 'astrology', is: 1 }],
  ['an unknown operator', { ...count, is: { $about: 3 } }],
  ['an unknown operator in where', { ...count, where: { a: { $not: { $about: 3 } } }, is: 1 }],
  ['a malformed window', { ...count, is: 1, within: '7 days' }],
  ['a number for a duration', { kind: 'since', event: 'a', is: { $gt: 30 } }],
  ['a missing test', { kind: 'age' }],
  ['an unknown segment', { kind: 'segment', id: 'nobody' }],
  ['a segment that asks for itself', { kind: 'segment', id: 's0' }],
])('%s throws when asked, and not before', (_fact, odd) => {
  const rule = odd as Condition;
  const view = viewOf(rule, views);
  expect(() => decide(rule, view)).toThrow(RangeError);
});

test.each<[fact: string, extra: (view: View) => Partial<View>, doubt: RegExp]>([
  ['consent is awaited', () => ({ doubt: 'waiting' }), /consent/],
  ['nothing can be stored', () => ({ doubt: 'memory' }), /cannot keep/],
  [
    'the rule is new',
    (view) => ({ profile: { ...view.profile, nodes: {} } }),
    /this rule is new; your history is being read/,
  ],
  ['the clock is more than an hour behind', () => ({ now: NOW - 2 * HOUR - 1 }), /clock/],
  [
    'events were pruned inside the window',
    (view) => ({ profile: { ...view.profile, prunedAt: NOW - DAY } }),
    /forgotten/,
  ],
])('unknown, with its reason: %s', (_fact, extra, doubt) => {
  const rule = { ...count, is: { $gte: 9 }, within: '7d' };
  const view = viewOf(rule, views);
  const reason = explain('s0', { ...view, ...extra(view) });
  expect(reason.value).toBe('unknown');
  expect(reason.of![0]!.text).toMatch(doubt);
});

test('pruned events leave an answer known where no possible figure disagrees', () => {
  const rule = { ...count, is: { $gte: 3 }, within: '7d' };
  const view = viewOf(rule, views);
  view.profile.prunedAt = NOW - 5 * DAY;
  expect(decide(rule, view).value).toBe(true);
});

// pruned are the oldest: which way they could still move each figure
test.each<[kind: string, is: object, value: Truth]>([
  ['last', { $gt: 15 }, true],
  ['last', { $lt: 20 }, false],
  ['min', { $gte: 15 }, 'unknown'],
  ['min', { $lte: 20 }, true],
  ['max', { $gte: 15 }, true],
  ['max', { $lte: 30 }, 'unknown'],
  ['average', { $gt: 15 }, 'unknown'],
])('of pruned events: %s %j is %s', (kind, is, value) => {
  const rule = { kind, event: 'view_item', of: 'price', is, within: '7d' } as Condition;
  const view = viewOf(rule, views.slice(1));
  view.profile.prunedAt = NOW - 2.5 * DAY;
  expect(decide(rule, view).value).toBe(value);
});

test('a clock up to an hour behind is taken for the newest event', () => {
  const rule = { ...count, is: 3 };
  expect(decide(rule, viewOf(rule, views, { now: NOW - 2 * HOUR })).value).toBe(true);
});

test('the clock is believed again at the very ms at which it is an hour behind', () => {
  const rule = { ...count, is: 3 };
  const { value, until } = decide(rule, viewOf(rule, views, { now: NOW - 2 * HOUR - 5 }));
  expect([value, until]).toEqual(['unknown', NOW - 2 * HOUR]);
});

test('explain names the known segments when it does not know one', () => {
  expect(() => explain('nobody', viewOf({ ...count, is: 3 }, []))).toThrow(/s0/);
});

test('explain says what was found, what is needed and until when, with the numbers', () => {
  const { value, until, of } = explain('s0', viewOf({ ...count, is: { $gte: 3 }, within: '7d' }, views));
  expect([value, until]).toEqual([true, NOW + 4 * DAY]);
  expect(of![0]!.text).toMatch(/Viewed an item 3 times.*at least 3/);
});
