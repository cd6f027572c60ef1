// What a list shows of what suits: items of which a card can be made, that are as was asked.

import { expect, test, vi } from 'vitest';
import { chooseItems } from '../../../../../shared/dom/recommend/choose-items.ts';
import { openItems } from '../../../../../shared/items/open-items.ts';
import { itemsText } from '../../items/sample-items.ts';

vi.stubGlobal('document', { baseURI: 'https://shop.example/' });

const DAY = 864e5;
const NOW = 100 * DAY;
const items = openItems(
  itemsText(['tent', 'mat', 'stove', 'lamp', 'rope'], [[3, 2, 1], [], [], [], []], {
    trending: [0, 1, 4, 2, 3],
    facts: {
      name: ['Tent', 'Mat', '', 'Lamp', 'Rope'],
      url: ['/tent', 'javascript:alert(1)', '/stove', '/lamp', ''],
      price: [200, 30, 45, 12, 9],
    },
  }),
)!;
const choose = (
  wish: Partial<Parameters<typeof chooseItems>[2]>,
  events: Parameters<typeof chooseItems>[1] = [],
) =>
  chooseItems(
    items,
    events,
    { from: ['trending'], count: 4, least: 1, ...wish },
    { now: NOW, itemAt: () => undefined, path: () => '/' },
  ).items.map(({ id }) => id);

test('what has no name, or leads nowhere, is in no list', () => {
  expect(choose({})).toEqual(['tent', 'lamp']);
});

test('only what is asked for of items, and nothing by an operator that is not known', () => {
  expect(choose({ where: { price: { $lte: 20 } } })).toEqual(['lamp']);
  expect(() => choose({ where: { price: { $about: 20 } } as never })).toThrow('not known');
});

test('what was bought is left out for as long as is said', () => {
  const bought = [{ name: 'purchase', at: NOW - 10 * DAY, props: { item_id: 'lamp' } }];
  expect(choose({}, bought)).toEqual(['tent']);
  expect(choose({ boughtWithin: '30d' }, bought)).toEqual(['tent']);
  expect(choose({ boughtWithin: '5d' }, bought)).toEqual(['tent', 'lamp']);
});

test('the item of the open page is known by its address, and its list is for no other view', () => {
  const here = { now: NOW, itemAt: (path: string) => (path === '/tent' ? 'tent' : undefined) };
  const wish = { from: ['similar'], count: 1 };
  const open = (path: string) => {
    const { items: found, isLasting } = chooseItems(items, [], wish, { ...here, path: () => path });
    return { ids: found.map(({ id }) => id), isLasting };
  };
  expect(open('/tent')).toEqual({ ids: ['lamp'], isLasting: false });
  expect(open('/')).toEqual({ ids: [], isLasting: true });
});

test('for another page the item of this one is left out by nothing', () => {
  const open = (isElsewhere: boolean) =>
    chooseItems(
      items,
      [{ name: 'view_item', at: NOW, props: { item_id: 'tent' } }],
      { from: ['trending'], count: 4, least: 1 },
      { now: NOW, itemAt: () => undefined, path: () => '/', isElsewhere },
    ).items.map(({ id }) => id);
  expect(open(false)).toEqual(['lamp']);
  expect(open(true)).toEqual(['tent', 'lamp']);
});
