// Visits, refused events, and what a strange clock or a changed config does to a profile.

import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import { missing, rebuild, record } from '../../../../shared/engine/fold.ts';
import { pack, unpack } from '../../../../shared/engine/pack.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import { configOf, NOW } from './arbitraries.ts';

const MIN = 60_000;
const count: Condition = { kind: 'count', event: 'a', is: { $gte: 1 } };
const start = (rules: Condition[] = [count]) => {
  const program = compile(configOf(rules));
  return { program, profile: createProfile(program) };
};

test('a visit ends with 30 minutes without an event, not a ms sooner', () => {
  const { program, profile } = start();
  const names = (wait: number) =>
    record(program, profile, 'a', {}, profile.newestAt + wait).map(({ name }) => name);
  expect(names(NOW)).toEqual(['visit_start', 'a']);
  expect(names(30 * MIN - 1)).toEqual(['a']);
  expect(names(30 * MIN)).toEqual(['visit_start', 'a']);
  expect(profile.visit).toMatchObject({ number: 2, awayMs: 30 * MIN });
});

test('a visit keeps how it came until a later arrival with utm parameters', () => {
  const { program, profile } = start();
  record(program, profile, 'page_view', { path: '/' }, NOW, {
    source: 'google',
    medium: 'organic',
    landing: '/',
  });
  record(program, profile, 'page_view', { path: '/b' }, NOW + 1, { source: 'direct' });
  expect(profile.visit).toMatchObject({ source: 'google', pages: 2 });
  const [event] = record(program, profile, 'page_view', {}, NOW + 2, { source: 'news', landing: '/c' }, true);
  expect(event!.props.source).toBe('news');
  expect(profile.visit).toMatchObject({ source: 'news', landing: '/', number: 1 });
  expect(profile.visit).not.toHaveProperty('medium');
});

test('a purchase already known is refused, and one without a number is not', () => {
  const { program, profile } = start();
  const buy = (props: Props) => record(program, profile, 'purchase', props, NOW).length;
  expect([
    buy({ transaction_id: 'T1' }),
    buy({ transaction_id: 'T1' }),
    buy({ transaction_id: 'T2' }),
  ]).toEqual([2, 0, 1]);
  expect([buy({}), buy({})]).toEqual([1, 1]);
});

test('a clock set back: an event is never stored earlier than the one before it', () => {
  const { program, profile } = start();
  record(program, profile, 'a', {}, NOW);
  expect(record(program, profile, 'a', {}, NOW - 5 * MIN)).toMatchObject([{ name: 'a', at: NOW, props: {} }]);
});

test('a frozen clock: events keep their order and one visit', () => {
  const { program, profile } = start([{ kind: 'last', event: 'a', of: 'n', is: 3 }]);
  for (const n of [1, 2, 3]) record(program, profile, 'a', { n }, NOW);
  const [when] = [...program.segments.values()];
  expect(decide(when!, { program, profile, facts: {}, now: NOW }).value).toBe(true);
  expect(profile.visit!.number).toBe(1);
});

test('a clock that was far ahead: history is unknown until the clock is there, then known again', () => {
  const { program, profile } = start();
  record(program, profile, 'a', {}, NOW + 1e9);
  const answer = decide(count, { program, profile, facts: {}, now: NOW });
  expect([answer.value, answer.until]).toEqual(['unknown', NOW + 1e9 - 60 * MIN]);
});

test('a new rule finds the visitors whose history already qualifies, and is unknown until rebuilt', () => {
  const { program, profile } = start([]);
  const ledger = record(program, profile, 'a', {}, NOW);
  const next = compile(configOf([count]));
  const ask = () => decide(count, { program: next, profile, facts: {}, now: NOW }).value;
  expect(ask()).toBe('unknown');
  const keys = missing(next, profile);
  const building = rebuild(next, profile, keys);
  for (const event of ledger) building.fold(event);
  expect(ask()).toBe('unknown');
  building.done();
  expect([keys.length, ask(), missing(next, profile)]).toEqual([1, true, []]);
});

test('state folded under other rules does not come back stale', () => {
  const { program, profile } = start();
  record(program, profile, 'a', {}, NOW);
  const other = compile(configOf([]));
  record(other, profile, 'a', {}, NOW + 1);
  expect(missing(program, profile)).toHaveLength(1);
});

test('a rule that cannot be read does not stop the others, nor recording', () => {
  const { program, profile } = start([{ ...count, where: { x: { $about: 1 } } }, count]);
  record(program, profile, 'a', {}, NOW);
  expect(decide(count, { program, profile, facts: {}, now: NOW }).value).toBe(true);
});

test('pack keeps every value, also texts that look like its own marks and times', () => {
  const { program, profile } = start();
  record(program, profile, 'a', {}, NOW);
  profile.traits = { odd: '~0; [~1,1] ,1700000000000, "', list: ['~'], n: 1700000000000, small: 5 };
  expect(unpack(pack(profile))).toEqual(profile);
});

test.each(['', '{}', 'null', 'x y', '1 [', '{"consent":"denied"}'])('unpack refuses %s', (text) => {
  expect(() => unpack(text)).toThrow(SyntaxError);
});

test.each<[fact: string, rule: Condition, most: number]>([
  ['a count keeps what its predicate asks for, and one', { ...count, is: { $gte: 3 }, within: '7d' }, 4],
  ['a count of all is one number', { ...count, is: { $gte: 3 } }, 1],
  ['a sum of all is one number', { kind: 'sum', event: 'a', of: 'n', is: { $gte: 3 } }, 1],
  ['an average of all is one entry', { kind: 'average', event: 'a', of: 'n', is: { $gte: 3 } }, 1],
  [
    'a smallest that stays the same is one entry',
    { kind: 'min', event: 'a', of: 'same', is: 1, within: '7d' },
    1,
  ],
  ['the last is one entry', { kind: 'last', event: 'a', of: 'n', is: 1, within: '7d' }, 1],
  ['days keep as many dates as asked for, and one', { kind: 'days', is: { $gte: 2 } }, 3],
  ['a window keeps what is in it', { kind: 'sum', event: 'a', of: 'n', is: 1, within: '1h' }, 4],
])('state is bounded: %s', (_fact, rule, most) => {
  const { program, profile } = start([rule]);
  for (let i = 0; i < 200; i++) record(program, profile, 'a', { n: i, same: 1 }, NOW + i * 17 * MIN);
  expect((Object.values(profile.nodes)[0] as unknown[]).length).toBeLessThanOrEqual(most);
});

test('edges that count days are of a state of their own: one of events is not read as theirs', () => {
  const asked: Condition = { kind: 'rfm', frequency: { $gte: 1 } };
  const { rfm } = configOf([]);
  const keysOf = (more: object) => [
    ...compile(configOf([asked], { rfm: { ...rfm!, ...more } })).nodes.keys(),
  ];
  expect(keysOf({ per: 'day' })).not.toEqual(keysOf({}));
  // what a browser holds by the default stays what it is
  expect(keysOf({ per: 'event' })).toEqual(keysOf({}));
});
