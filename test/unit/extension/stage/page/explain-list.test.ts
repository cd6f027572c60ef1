// Why a list shows what it shows: where each item comes from, and what was left out, and why.

import { expect, test, vi } from 'vitest';
import { explainList } from '../../../../../extension/stage/page/explain-list.ts';
import { openItems } from '../../../../../shared/items/open-items.ts';
import { itemsText } from '../../../shared/items/sample-items.ts';

vi.stubGlobal('document', { baseURI: 'https://shop.example/' });

const NOW = 100 * 864e5;
const ids = ['tent', 'mat', 'stove', 'lamp', 'rope'];
const items = openItems(
  itemsText(ids, [[1, 2, 3], [], [], [], []], {
    trending: [0, 4, 2],
    facts: { name: ['Tent', 'Mat', 'Stove', 'Lamp', 'Rope'], url: ids.map((id) => `/${id}`) },
  }),
)!;
const here = { now: NOW, itemAt: () => undefined, path: () => '/' };
const did = (name: string, item_id: string) => ({ name, at: NOW, props: { item_id } });
const events = [
  did('view_item', 'tent'),
  { name: 'page_view', at: NOW, props: {} },
  did('purchase', 'mat'),
  did('add_to_cart', 'rope'),
];

test('each item has the first source that has it, and what is left out its reason', () => {
  const asked = { from: ['similar' as const, 'trending' as const], count: 4 };
  expect(explainList(items, events, asked, here)).toEqual({
    shown: [
      { name: 'Stove', source: 'similar' },
      { name: 'Lamp', source: 'similar' },
      { name: 'Tent', source: 'trending' },
    ],
    left: [{ name: 'Mat', why: 'bought' }],
    isShown: false,
  });
  // the fifth place would have been the rope's
  const five = explainList(items, events, { ...asked, count: 5, least: 2 }, here);
  expect(five.left).toEqual([
    { name: 'Mat', why: 'bought' },
    { name: 'Rope', why: 'basket' },
  ]);
  expect(five.isShown).toBe(true);
});

test('who did nothing gets what many want, and nothing is left out', () => {
  const answer = explainList(items, [], { from: ['similar', 'trending'], count: 2 }, here);
  expect(answer.shown.map(({ name }) => name)).toEqual(['Tent', 'Rope']);
  expect(answer.left).toEqual([]);
  expect(answer.isShown).toBe(true);
});

test('what is said to be left out is left out for that alone', () => {
  const asked = { from: ['trending' as const], count: 3, without: ['viewed' as const] };
  expect(explainList(items, events, asked, here).left).toEqual([{ name: 'Tent', why: 'viewed' }]);
  expect(explainList(items, events, { ...asked, without: [] }, here).left).toEqual([]);
});
