// Reasons read as sentences: what was found, what is needed.

import { expect, test } from 'vitest';
import { sayReason } from '../../../../../extension/panel/kit/say-finding.ts';
import { sayLength } from '../../../../../extension/panel/kit/say-test.ts';
import { compile } from '../../../../../shared/engine/compile.ts';
import { find } from '../../../../../shared/engine/decide.ts';
import { record } from '../../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../../shared/engine/profile.ts';
import type { View } from '../../../../../shared/engine/view.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import type { Predicate } from '../../../../../shared/schema/predicate.ts';
import { personas, value } from '../../../shared/engine/arbitraries.ts';
import { modelOf } from '../../../shared/engine/models.ts';

const NOW = new Date(2026, 2, 4, 12).getTime();
const DAY = 864e5;

/** @param orders as many days ago @param stated how many the site states */
function say(when: Condition, doubt?: View['doubt'], orders: number[] = [], stated?: number): string {
  const program = compile({
    version: 1,
    site: 's',
    revision: 1,
    personas,
    value,
    models: [modelOf('order', [{ of: { kind: 'count', event: 'view_item' }, as: 'log', weight: 1 }])],
    buyer: { orders: 'orders' },
    segments: [{ id: 'it', name: 'It', when }],
    experiences: [],
  });
  const profile = createProfile(program);
  const item = { items: [{ item_category: 'tents', price: 20 }] };
  record(program, profile, 'view_item', item as never, NOW - 3 * DAY, { source: 'letter' });
  record(program, profile, 'view_item', item as never, NOW - DAY);
  for (const days of orders) record(program, profile, 'purchase', { value: 5 }, NOW - days * DAY);
  if (stated !== undefined) profile.traits.orders = stated;
  const view: View = { program, profile, facts: { device: 'desktop' }, now: NOW, doubt };
  return sayReason(find(when, view), (id) => id.toUpperCase());
}

test.each<[Condition, string]>([
  [
    {
      kind: 'count',
      event: 'view_item',
      where: { 'items.item_category': 'tents' },
      is: { $gte: 3 },
      within: '7d',
    },
    'Viewed an item where category is tents: 2 times in the last 7 days; needs at least 3',
  ],
  [{ kind: 'count', event: 'purchase', is: 0 }, 'Ordered: never; needs never'],
  [
    { kind: 'count', event: 'view_item', is: { $gte: 1 } },
    'Viewed an item: 2 times or more; needs at least 1',
  ],
  [{ kind: 'context', key: 'device', is: 'phone' }, 'Device: desktop; needs phone'],
  [{ kind: 'trait', key: 'activity', is: { $exists: true } }, 'Stated “activity”: nothing; needs something'],
  [
    { kind: 'since', event: 'purchase', is: { $gt: '30d' } },
    'Ordered: never, as far as this device remembers; needs more than 30 days',
  ],
  [{ kind: 'away', is: { $gt: '1d' } }, 'Was away for 2 days before this visit; needs more than 1 day'],
  [
    { kind: 'sum', event: 'view_item', of: 'items.price', is: { $gte: 50 } },
    'Total items price of “viewed an item”: 40; needs at least 50',
  ],
])('%j', (when, expected) => expect(say(when)).toBe(expected));

test('doubt says why', () => {
  expect(say({ kind: 'count', event: 'purchase', is: 1 }, 'waiting')).toContain(
    'has not given its consent yet',
  );
});
test.each([
  [400, 'less than a second'],
  [1000, '1 second'],
  [9e4, '1 minute'],
  [36e5 * 26, '1 day 2 hours'],
  [864e5 * 40, '40 days'],
])('%i ms', (ms, words) => expect(sayLength(ms)).toBe(words));

test.each<[orders: number[], said: RegExp]>([
  [
    [],
    /^Chance that buying has not ended: not known before a second day with an order; needs at least 50 %$/,
  ],
  [[9], /^Ordered on 1 day, .+: not known before a second day with an order; needs at least 50 %$/],
  [[9, 3], /^Ordered on 2 days, .+ ended: \d+(\.\d)? %; needs at least 50 %$/],
])(
  'ordered %j days ago: what is told of buyers without two of them is that, not that nothing is remembered',
  (orders, said) => expect(say({ kind: 'alive', is: { $gte: 0.5 } }, undefined, orders)).toMatch(said),
);
test('a chance that is asked for is said in per cent, as it is written', () => {
  const said = (is: Predicate) => say({ kind: 'alive', is }, undefined, [9, 3]);
  expect(said({ $gt: 0.07, $lte: 0.285 })).toMatch(/ %; needs more than 7 % and at most 28\.5 %$/);
  expect(said({ $gte: 0.07, $lte: 0.5 })).toMatch(/ %; needs 7 % to 50 %$/);
  expect(said({ $lt: 0.07 })).not.toContain('0.0');
});
test('how likely a goal is, is told as a count of such visits, and so is what is needed', () => {
  const said = say({ kind: 'model', id: 'order', is: { $gte: 0.2 } });
  expect(said).toMatch(/^Of 100 such visits about \d+ ended in “.+” \(\d+–\d+\); needs at least 20$/);
  expect(said).not.toContain('0.');
});
test('of nobody who ordered the nearest group is not told', () =>
  expect(say({ kind: 'persona', id: 'lately' })).toMatch(/: no order remembered; needs /));

test('what the site stated is told as that, where it counts', () => {
  const often: Condition = { kind: 'count', event: 'purchase', is: { $gte: 9 } };
  expect(say(often, undefined, [9, 3], 7)).toBe('As the site stated: Ordered: 7 times; needs at least 9');
  expect(say(often, undefined, [9, 3], 1)).toBe('Ordered: 2 times; needs at least 9');
  expect(say({ kind: 'persona', id: 'lately' }, undefined, [9, 3], 70)).toMatch(
    /^As the site stated: Ordered on 70 days, /,
  );
  expect(say(often, 'waiting', [9, 3], 7)).not.toContain('stated');
  const group: Condition = { kind: 'any', of: [often] };
  expect(say(group, undefined, [], 7)).toBe('At least one of these');
});
