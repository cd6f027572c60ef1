// Which item a page is of, where items were met as pages.
import { expect, test } from 'vitest';
import { findItemAt } from '../../../../shared/items/item-pages.ts';
import { openItems } from '../../../../shared/items/open-items.ts';
import { itemsText } from './sample-items.ts';

const find = (text: string) => {
  const asked: string[] = [];
  const itemAt = findItemAt(openItems(text)!, (address) => {
    asked.push(address);
    return new URL(address, 'https://shop.example/here').pathname;
  });
  return { itemAt, asked };
};
const ids = ['/p/tent', 'sku-2', 'sku-3', 'sku-4'];
const facts = { url: ['', 'https://shop.example/p/mat', '/p/mat?size=2', ''] };

test('is said by its path or its address, of two by the more frequent one', () => {
  const { itemAt } = find(itemsText(ids, [[], [], [], []], { pages: true, facts }));
  expect(['/p/tent', '/p/mat', '/here', '', '/p/none'].map((path) => itemAt(path))).toEqual([
    '/p/tent',
    'sku-2',
    undefined,
    undefined,
    undefined,
  ]);
});

test('nobody is asked for an address before there is a path to find', () => {
  const { itemAt, asked } = find(itemsText(ids, [[], [], [], []], { facts }));
  expect(asked).toEqual([]);
  // an id that looks like a path is none where items were not met as pages
  expect([itemAt('/p/mat'), itemAt('/p/tent')]).toEqual(['sku-2', undefined]);
  const { length } = asked;
  expect([itemAt('/p/none'), asked.length]).toEqual([undefined, length]);
});

test('an item whose id is a path leads there', () => {
  const [ofPages, other] = [{ pages: true as const }, {}].map((more) =>
    openItems(itemsText(ids, [[], [], [], []], { ...more, facts })),
  );
  expect([ofPages?.item(0).url, ofPages?.item(3).url, other?.item(0).url]).toEqual(['/p/tent', '', '']);
});
