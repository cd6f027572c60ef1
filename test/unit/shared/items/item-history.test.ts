// What a visitor did with items, read off events.
import { expect, test } from 'vitest';
import { readItemHistory } from '../../../../shared/items/item-history.ts';

let at = 0;
const did = (name: string, ...ids: unknown[]) => ({
  name,
  at: ++at,
  props: { items: ids.map((item_id) => ({ item_id })) },
});
const viewed = (item_id: unknown) => ({ name: 'view_item', at: ++at, props: { item_id } });
const page = () => ({ name: 'page_view', at: ++at, props: {} });

test('what was looked at comes the latest first, each once', () =>
  expect(readItemHistory([viewed('a'), viewed('b'), viewed('a'), did('view_item', 'c')]).viewed).toEqual([
    'c',
    'a',
    'b',
  ]));

test('what the page itself shows is what was looked at since it was opened', () => {
  const events = [page(), viewed('a'), page(), viewed('b')];
  expect(readItemHistory(events).here).toEqual(['b']);
  expect(readItemHistory([...events, page()]).here).toEqual([]);
});

test('a view of an item’s page is a look at it, where items are pages', () => {
  const views = ['/', '/p/a', '/p/b', '/p/a', '/about'].map((path) => ({
    name: 'page_view',
    at: ++at,
    props: { path },
  }));
  const itemAt = (path: string) => /^\/p\/(.)$/.exec(path)?.[1];
  expect(readItemHistory(views.slice(0, -1), { itemAt })).toMatchObject({ viewed: ['a', 'b'], here: ['a'] });
  expect(readItemHistory(views, { itemAt }).here).toEqual([]);
  // and where the shop says so as well, it is the same look
  expect(readItemHistory([...views, ...views.slice(1, 2), viewed('a')], { itemAt })).toMatchObject({
    viewed: ['a', 'b'],
    here: ['a'],
  });
  expect(readItemHistory(views)).toMatchObject({ viewed: [], here: [] });
  expect(readItemHistory([{ name: 'page_view', at: 0 }], { itemAt }).viewed).toEqual([]);
});

test('what the page of now shows is looked at before it says so itself, and what it says counts', () => {
  const events = [page(), viewed('a'), viewed('b'), page()];
  const around = { itemHere: () => 'a' };
  expect(readItemHistory(events, around)).toMatchObject({ viewed: ['a', 'b'], here: ['a'] });
  expect(readItemHistory([...events, viewed('c')], around)).toMatchObject({
    viewed: ['c', 'b', 'a'],
    here: ['c'],
  });
  expect(readItemHistory(events, { itemHere: () => undefined })).toMatchObject({
    viewed: ['b', 'a'],
    here: [],
  });
});

test('the basket is what was put in since the last order, and not taken out', () => {
  const events = [
    did('add_to_cart', 'a'),
    did('purchase', 'a', 'x'),
    did('add_to_cart', 'b', 'c'),
    did('remove_from_cart', 'b'),
    did('add_to_cart', 'd'),
  ];
  const { basket, ordered, bought } = readItemHistory(events);
  expect([basket, ordered, [...bought.keys()]]).toEqual([
    ['d', 'c'],
    ['a', 'x'],
    ['a', 'x'],
  ]);
});

test('what was bought knows when it was bought last', () => {
  const [first, second] = [did('purchase', 'a'), did('purchase', 'a')];
  expect(readItemHistory([first, second]).bought.get('a')).toBe(second.at);
});

test('ids may be numbers, under `id` too, and what is odd is left out', () => {
  const odd = [undefined, null, 5, 'text', { item_id: {} }, { items: 'x' }, { items: [null, { id: 7 }] }];
  expect(
    readItemHistory([viewed(12), ...odd.map((props) => ({ name: 'view_item', at: 0, props }))]).viewed,
  ).toEqual(['7', '12']);
});
