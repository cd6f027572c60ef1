// Which items suit a visitor, held against a slow ranking that is written another way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemHistory } from '../../../../shared/items/item-history.ts';
import { openItems } from '../../../../shared/items/open-items.ts';
import { rankItems, type Wish } from '../../../../shared/items/rank-items.ts';
import { itemsText } from './sample-items.ts';

const DAY = 864e5;
const NOW = 1000 * DAY;
const ids = [...'abcdefghij'];
/** Items of this ring go with the next three. */
const ring = (from: number) =>
  ids.map((_, rank) => [1, 2, 3].map((step) => (rank + step * from) % ids.length));
const facts = {
  name: ids.map((id) => `Item ${id}`),
  url: ids.map((id) => `/${id}`),
  price: ids.map((_, rank) => rank * 10),
  group: ids.map((_, rank) => (rank % 2 ? 'odd' : 'even')),
  stock: ids.map((id) => (id === 'j' ? 0 : 1) as 0 | 1),
};
const text = itemsText(ids, ring(1), {
  together: ring(3),
  trending: [4, 5, 6, 9],
  again: { 0: 30, 1: 60 },
  facts,
});

const HISTORY: ItemHistory = { viewed: [], here: [], basket: [], ordered: [], bought: new Map() };
const rank = (
  wish: Partial<Wish>,
  history: Partial<ItemHistory> = {},
  since = 0,
  fits: (id: string) => boolean = () => true,
) => {
  const items = openItems(text);
  if (!items) throw new Error('no items');
  return rankItems(
    items,
    { ...HISTORY, ...history },
    { from: [], count: 24, least: 1, ...wish },
    ({ id }) => fits(id),
    NOW,
    since,
  )
    .map(({ id }) => id)
    .join('');
};

describe('items come from', () => {
  test.each<[source: string, history: Partial<ItemHistory>, expected: string]>([
    // b leads to c d e (1, .71, .58), a to b c d (.5, .35, .29)
    ['similar', { viewed: ['b', 'a'] }, 'cdeb'],
    ['similar', {}, ''],
    // the basket first, then the last order: a leads to d g j, b to e h a
    ['together', { basket: ['a'], ordered: ['b'] }, 'dgeh'],
    ['trending', {}, 'efg'],
    ['viewed', { viewed: ['c', 'a', 'x'] }, 'ca'],
    [
      'again',
      {
        bought: new Map([
          ['a', NOW - 40 * DAY],
          ['b', NOW - 61 * DAY],
          ['c', 0],
        ]),
      },
      'ba',
    ],
    ['again', { bought: new Map([['a', NOW - 30 * DAY]]) }, 'a'],
    ['again', { bought: new Map([['a', NOW - 30 * DAY + 1]]) }, ''],
    ['nowhere', { viewed: ['a'] }, ''],
  ])('%s', (source, history, expected) => expect(rank({ from: [source] }, history)).toBe(expected));

  test('the next source once one has no more', () =>
    expect(rank({ from: ['viewed', 'trending'], count: 4 }, { viewed: ['e', 'a'] })).toBe('eafg'));
});

describe('left out is', () => {
  test.each<[what: string, wish: Partial<Wish>, history: Partial<ItemHistory>, expected: string]>([
    ['the item of this page', {}, { here: ['e'] }, 'fg'],
    ['what was bought', {}, { bought: new Map([['e', 1]]) }, 'fg'],
    ['what is in the basket', {}, { basket: ['e'] }, 'fg'],
    ['what was looked at only where that is said', {}, { viewed: ['e'] }, 'efg'],
    ['what was looked at', { without: ['viewed'] }, { viewed: ['e'], here: ['f'] }, 'fg'],
    [
      'nothing',
      { without: [] },
      { viewed: ['e'], here: ['f'], basket: ['g'], bought: new Map([['e', 1]]) },
      'efg',
    ],
    ['more than so many of a group', { perGroup: 1 }, {}, 'ef'],
  ])('%s', (_what, wish, history, expected) =>
    expect(rank({ from: ['trending'], ...wish }, history)).toBe(expected),
  );
  test('what was bought of late, where that is said', () =>
    expect(
      rank(
        { from: ['trending'] },
        {
          bought: new Map([
            ['e', 5],
            ['f', 6],
          ]),
        },
        6,
      ),
    ).toBe('eg'));
  test('what else does not fit', () =>
    expect(rank({ from: ['trending'] }, {}, 0, (id) => id !== 'f')).toBe('eg'));
  test('all, where there are fewer than the least, which is as many as are asked for', () => {
    expect(rank({ from: ['trending'], count: 3, least: undefined })).toBe('efg');
    expect(rank({ from: ['trending'], count: 4, least: undefined })).toBe('');
    expect(rank({ from: ['trending'], count: 4, least: 3 })).toBe('efg');
  });
});

const some = fc.uniqueArray(fc.constantFrom(...ids, 'x'), { maxLength: 8 });
const wishes = fc.record({
  from: fc.uniqueArray(fc.constantFrom('similar', 'together', 'trending', 'viewed', 'again'), {
    minLength: 1,
  }),
  count: fc.integer({ min: 1, max: 12 }),
  least: fc.constant(1),
  without: fc.option(fc.uniqueArray(fc.constantFrom('this', 'viewed', 'bought', 'basket')), {
    nil: undefined,
  }),
  perGroup: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
});
const histories = fc.record({
  viewed: some,
  here: some,
  basket: some,
  ordered: some,
  bought: some.map((all) => new Map(all.map((id, at) => [id, NOW - at * 20 * DAY]))),
});

/** Slow and literal: each item is scored by itself, each source sorted as a whole, then cut. */
function slowly(
  { from, count, without = ['this', 'bought', 'basket'], perGroup }: Wish,
  h: ItemHistory,
): string {
  const rankOf = (id: string) => ids.indexOf(id);
  const near = (seeds: string[], rows: number[][]) => {
    const known = seeds.filter((id, at) => rankOf(id) >= 0 && seeds.indexOf(id) === at).slice(0, 5);
    const score = (id: string) =>
      known.reduce((sum, seed, a) => {
        const place = (rows[rankOf(seed)] ?? []).indexOf(rankOf(id)) + 1;
        return place ? sum + 0.5 ** a / Math.sqrt(place) : sum;
      }, 0);
    return ids
      .filter((id) => score(id) > 0)
      .sort((one, other) => score(other) - score(one) || rankOf(one) - rankOf(other));
  };
  const again: Record<string, number> = { a: 30, b: 60 };
  const due = (id: string) => (h.bought.get(id) ?? 0) + (again[id] ?? 0) * DAY;
  const lists: Record<string, string[]> = {
    similar: near(h.viewed, ring(1)),
    together: near([...h.basket, ...h.ordered], ring(3)),
    trending: ['e', 'f', 'g', 'j'],
    viewed: h.viewed,
    again: Object.keys(again)
      .filter((id) => h.bought.has(id) && due(id) <= NOW)
      .sort((one, other) => due(other) - due(one) || rankOf(one) - rankOf(other)),
  };
  const chosen: string[] = [];
  for (const source of from)
    for (const id of lists[source] ?? []) {
      const isOut =
        !ids.includes(id) ||
        id === 'j' ||
        chosen.includes(id) ||
        (without.includes('this') && h.here.includes(id)) ||
        (without.includes('viewed') && h.viewed.includes(id)) ||
        (without.includes('basket') && h.basket.includes(id)) ||
        (without.includes('bought') && source !== 'again' && h.bought.has(id)) ||
        (perGroup !== undefined &&
          chosen.filter((one) => (rankOf(one) - rankOf(id)) % 2 === 0).length >= perGroup);
      if (!isOut && chosen.length < count) chosen.push(id);
    }
  return chosen.join('');
}

test('is what a slow ranking says, and the same each time', () =>
  fc.assert(
    fc.property(wishes, histories, (wish, history) => {
      const list = rank(wish, history);
      expect(list).toBe(slowly(wish, history));
      expect(rank(wish, history)).toBe(list);
    }),
    { numRuns: 300 },
  ));
