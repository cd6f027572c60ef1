// What a file of items knows less of than the one before it.
import { expect, test } from 'vitest';
import { findLost } from '../../../../shared/items/find-lost.ts';
import type { Item, Items } from '../../../../shared/items/open-items.ts';

/** As much of it as is asked for. */
const itemsOf = (...items: Partial<Item>[]) =>
  ({ count: items.length, item: (rank: number) => ({ rank, id: `i${rank}`, ...items[rank] }) }) as Items;
const whole = { name: 'Tent', url: '/tent', image: '/tent.jpg', price: 0, group: 'tents' };

test.each<[what: string, before: Items, now: Items, lost: string[]]>([
  ['the same', itemsOf(whole, whole), itemsOf(whole), []],
  ['half is sold out or new', itemsOf(whole, whole), itemsOf(whole, {}), []],
  [
    'less than half',
    itemsOf(whole, whole),
    itemsOf(whole, {}, {}),
    ['named 2/2 1/3', 'image 2/2 1/3', 'price 2/2 1/3', 'group 2/2 1/3'],
  ],
  ['a name alone', itemsOf(whole), itemsOf({ ...whole, url: '' }), ['named 1/1 0/1']],
  ['what was never known', itemsOf({ name: 'Tent', url: '/t' }), itemsOf({ name: 'Tent', url: '/t' }), []],
  ['none at all', itemsOf({ price: 3 }), itemsOf(), ['price 1/1 0/0']],
  ['none before', itemsOf(), itemsOf({}), []],
])('%s', (_what, before, now, lost) =>
  expect(
    findLost(before, now).map(({ fact, had, of, has, ofNow }) => `${fact} ${had}/${of} ${has}/${ofNow}`),
  ).toEqual(lost),
);
