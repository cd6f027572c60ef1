// Lines as they are written: their shape, and the edges that a random life seldom meets.
import { expect, test } from 'vitest';
import { compile } from '../../../../../shared/engine/compile.ts';
import { record } from '../../../../../shared/engine/fold.ts';
import { findLeaf } from '../../../../../shared/engine/lines/find-leaf.ts';
import { linesOf } from '../../../../../shared/engine/lines/lines-of.ts';
import { createProfile } from '../../../../../shared/engine/profile.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Props } from '../../../../../shared/schema/props.ts';
import { configOf, NOW } from '../arbitraries.ts';

const MINUTE = 6e4;
const HOUR = 36e5;
const DAY = 864e5;
type Act = [name: string, msAgo: number, props?: Props];

/** Instants as ms after `now`. */
const since = (lines: unknown, now: number): unknown =>
  JSON.parse(JSON.stringify(lines), (_key, value) => (value > 2 ? value - now : value));

const linesAfter = (condition: Condition, acts: Act[], extra: Partial<Config> = {}, now = NOW) => {
  const program = compile(configOf([condition], extra));
  const profile = createProfile(program);
  for (const [name, msAgo, props = {}] of acts) record(program, profile, name, props, now - msAgo);
  return since(linesOf(program, profile, findLeaf(program, condition)!), now);
};

const viewed: Act = ['page_view', 0, { path: '/a' }];
const capture: Config['capture'] = [
  { kind: 'page', event: 'lead', pages: ['/a'], props: { value: 1 } },
  { kind: 'page', event: 'lead', pages: ['/a'], props: { value: 2 } },
];

test.each<[what: string, condition: Condition, acts: Act[], lines: unknown]>([
  ['what stays is a value', { kind: 'count', event: 'purchase', is: 0 }, [], 1],
  [
    'an event leaves its window',
    { kind: 'count', event: 'view_item', is: { $gte: 1 }, within: '1h' },
    [['view_item', 0]],
    [1, HOUR, 0],
  ],
  [
    'longer ago than',
    { kind: 'since', event: 'purchase', is: { $gt: '1h' } },
    [['purchase', 0]],
    [0, HOUR + 1, 1],
  ],
  [
    'this page counts',
    { kind: 'count', event: 'page_view', is: { $gte: 2 }, within: '1h' },
    [viewed],
    [1, HOUR, 0],
  ],
  ['the next page of a visit', { kind: 'context', key: 'pageNumber', is: 2 }, [viewed], [1, 30 * MINUTE, 0]],
  ['the next visit', { kind: 'context', key: 'visitNumber', is: 2 }, [viewed], [0, 30 * MINUTE, 1]],
  ['away is of a visit that begins', { kind: 'away', is: { $gte: '1h' } }, [viewed], [0, HOUR, 1]],
  [
    'whether the path passes',
    { kind: 'count', event: 'page_view', where: { path: '/b' }, is: 1 },
    [viewed],
    [0, 1],
  ],
  [
    'a line for each outcome',
    { kind: 'count', event: 'search', is: { $gte: 1 }, within: '1h' },
    [['search', 0]],
    [[1, HOUR, 0], 1],
  ],
  [
    'the prop that is looked at, where the event may not be there',
    { kind: 'first', event: 'search', of: 'term', is: { $exists: false } },
    [],
    [1, 0, 1, 1],
  ],
  [
    'one question that does two things',
    { kind: 'first', event: 'page_view', where: { topics: 'tents' }, of: 'topics', is: 'tents' },
    [],
    [0, 1],
  ],
  [
    'the same path twice, of which one was viewed',
    { kind: 'sequence', steps: [{ event: 'page_view' }, { event: 'page_view' }], same: 'path', within: '1h' },
    [viewed],
    { '': 0, '/a': [1, HOUR + 1, 0] },
  ],
  [
    'steps that were done',
    {
      kind: 'sequence',
      steps: [{ event: 'view_item' }, { event: 'add_to_cart' }],
      same: 'item_id',
      without: { event: 'purchase' },
      within: '1h',
      inLast: '2h',
    },
    [
      ['view_item', 3 * MINUTE, { item_id: 'x' }],
      ['add_to_cart', 2 * MINUTE, { item_id: 'x' }],
      ['scroll', 0],
    ],
    [1, 2 * HOUR - 2 * MINUTE, 0],
  ],
  [
    'what fades, to the ms',
    { kind: 'score', weights: { page_view: 1, purchase: 5 }, halfLife: '1d', is: { $gte: 2, $lt: 4 } },
    [['purchase', 0]],
    [0, Math.ceil(DAY * Math.log2(5 / 3)), 1, Math.ceil(DAY * Math.log2(5)), 0],
  ],
])('%s', (_what, condition, acts, lines) => expect(linesAfter(condition, acts)).toEqual(lines));

test('two captures of the same pages are two events', () => {
  const condition: Condition = { kind: 'count', event: 'lead', is: { $gte: 2 } };
  expect(linesAfter(condition, [], { capture })).toEqual([0, 0, 0, 1]);
});

test('a clock that is still before midnight adds a day, and so does the next midnight', () => {
  const condition: Condition = { kind: 'days', is: { $gte: 2 }, within: '2d' };
  const afterMidnight = new Date(2026, 5, 10, 0, 10).getTime();
  expect(linesAfter(condition, [['view_item', 0]], {}, afterMidnight)).toEqual([
    ...[1, -10 * MINUTE, 0, DAY - 10 * MINUTE, 1],
    ...[2 * DAY, 0],
  ]);
});

test('what was pruned is unknown until its window has passed', () => {
  const condition: Condition = { kind: 'count', event: 'purchase', is: 0, within: '30d' };
  const program = compile(configOf([condition]));
  const profile = createProfile(program);
  record(program, profile, 'view_item', {}, NOW);
  profile.prunedAt = NOW - DAY;
  const lines = linesOf(program, profile, findLeaf(program, condition)!);
  expect(since(lines, NOW)).toEqual([2, 29 * DAY, 1]);
});

test('a line ends in unknown where it changes too often', () => {
  const condition: Condition = { kind: 'first', event: 'view_item', of: 'topic', is: 'tents', within: '1d' };
  const acts = Array.from(
    { length: 100 },
    (_, i): Act => ['view_item', (100 - i) * MINUTE, { topic: i % 2 ? 'tents' : 'boots' }],
  );
  const lines = linesAfter(condition, acts) as number[];
  expect(lines).toHaveLength(2 * 41 + 1);
  expect(lines.at(-1)).toBe(2);
});

test('a line ends in unknown where there is too much to look at', () => {
  const condition: Condition = {
    kind: 'first',
    event: 'view_item',
    of: 'topic',
    is: 'tents',
    within: '1d',
  };
  const acts = Array.from({ length: 400 }, (_, i): Act => ['view_item', i * MINUTE, { topic: 'tents' }]);
  const [first, until, last, ...more] = linesAfter(condition, acts.reverse()) as number[];
  expect([first, last, more]).toEqual([1, 2, []]);
  // some have left the window by then, not all
  expect(until).toBeGreaterThan(DAY - 300 * MINUTE);
  expect(until).toBeLessThan(DAY - 100 * MINUTE);
});
