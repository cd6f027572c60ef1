// A made-up visitor's history is what was said about them.

import { expect, test } from 'vitest';
import { findAhead, liveThrough, makeProps } from '../../../../../extension/panel/see/live-through.ts';
import type { Person } from '../../../../../extension/panel/see/person.ts';
import { replay } from '../../../../../extension/wire/scene.ts';
import { compile } from '../../../../../shared/engine/compile.ts';
import { decide } from '../../../../../shared/engine/decide.ts';
import { forceSegments } from '../../../../../shared/page/for-everybody.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const NOW = new Date(2026, 2, 4, 12).getTime(); // a Wednesday
const somebody: Person = {
  id: 'p',
  name: 'Ada',
  firstSeenDays: 40,
  visits: 5,
  deeds: [{ event: 'view_item', path: 'items.item_category', value: 'tents', times: 4, days: 7 }],
  spent: 180,
  orders: 2,
  channel: 'email',
  source: 'newsletter',
  device: 'phone',
  weekday: 6,
  hour: 9,
  traits: { activity: 'hiking' },
};
const configOf = (when: Condition): Config => ({
  version: 1,
  site: 's',
  revision: 1,
  segments: [{ id: 'it', name: 'It', when }],
  experiences: [],
});

function judge(when: Condition, person: Person = somebody) {
  const config = configOf(when);
  const { events, facts, aheadMs } = liveThrough(person, config, NOW);
  const program = compile(config);
  const profile = replay(program, events);
  return decide(when, { program, profile, facts: { ...facts, path: '/' }, now: NOW + aheadMs }).value;
}

test.each<[said: string, when: Condition, expected: boolean]>([
  [
    'four tents this week',
    { kind: 'count', event: 'view_item', where: { 'items.item_category': 'tents' }, is: 4, within: '7d' },
    true,
  ],
  ['spent 180 in all', { kind: 'sum', event: 'purchase', of: 'value', is: 180 }, true],
  ['in two orders', { kind: 'count', event: 'purchase', is: 2 }, true],
  ['the fifth visit', { kind: 'context', key: 'visitNumber', is: 5 }, true],
  ['first seen 40 days ago', { kind: 'age', is: { $gt: '39d', $lt: '41d' } }, true],
  ['from the newsletter', { kind: 'context', key: 'source', is: 'newsletter' }, true],
  ['by e-mail', { kind: 'context', key: 'medium', is: 'email' }, true],
  ['on a phone', { kind: 'context', key: 'device', is: 'phone' }, true],
  ['on a Saturday', { kind: 'context', key: 'weekday', is: 6 }, true],
  ['in the morning', { kind: 'context', key: 'hour', is: 9 }, true],
  [
    'no boots',
    { kind: 'count', event: 'view_item', where: { 'items.item_category': 'boots' }, is: { $gte: 1 } },
    false,
  ],
])('%s', (_said, when, expected) => expect(judge(when)).toBe(expected));

test('one visit is today, whatever was said of the first day', () => {
  expect(judge({ kind: 'context', key: 'visitNumber', is: 1 }, { ...somebody, visits: 1 })).toBe(true);
});
test('the next such hour is never past', () => {
  expect(findAhead({ weekday: 0, hour: 3 }, NOW)).toBe(0);
  expect(new Date(NOW + findAhead({ weekday: 3, hour: 11 }, NOW))).toEqual(new Date(2026, 2, 11, 11));
  expect(new Date(NOW + findAhead({ weekday: 3, hour: 13 }, NOW))).toEqual(new Date(2026, 2, 4, 13));
});
test('props are what a site would send', () => {
  expect(makeProps('items.price', '12')).toEqual({ items: [{ price: 12 }] });
  expect(makeProps('topics', 'winter')).toEqual({ topics: ['winter'] });
  expect(makeProps('', 'x')).toEqual({});
});
test('forced segments hold, and no other', () => {
  const config = forceSegments(
    {
      ...configOf({ kind: 'age', is: { $gt: '1d' } }),
      segments: [
        { id: 'a', name: '', when: { kind: 'trait', key: 'x', is: 1 } },
        { id: 'b', name: '', when: { kind: 'trait', key: 'x', is: 1 } },
      ],
    },
    ['b'],
  );
  const program = compile(config);
  const view = { program, profile: replay(program, []), facts: {}, now: NOW };
  expect(config.segments.map(({ when }) => decide(when, view).value)).toEqual([false, true]);
});
