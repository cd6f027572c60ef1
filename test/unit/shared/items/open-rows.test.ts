// Rows of single items answer as the file does that they are of.
import { expect, test } from 'vitest';
import { findItemAt } from '../../../../shared/items/item-pages.ts';
import { readItemRow } from '../../../../shared/items/item-row.ts';
import type { ItemsFile } from '../../../../shared/items/items-file.ts';
import { openItems } from '../../../../shared/items/open-items.ts';
import { openRows } from '../../../../shared/items/open-rows.ts';
import { packRows } from '../../../../shared/items/pack-items.ts';
import { rankItems } from '../../../../shared/items/rank-items.ts';
import { splitPages } from '../../../../shared/learn/items/split-pages.ts';

const ids = ['tent', 'mat', 'stove', 'lamp', 'rope'];
const file: ItemsFile = {
  version: 1,
  made: '2026-11-28',
  ids,
  rows: packRows([[1, 2, 3, 4], [0, 2], [4], [], []]),
  together: packRows([[2], [3, 4], [], [], []]),
  again: { 2: 30 },
  trending: [2],
  facts: {
    base: 'https://shop.example',
    name: ['Tent', 'Mat', 'Stove', 'Lamp', 'Rope'],
    url: ids.map((id) => `/p/${id}`),
    price: [200, 30, 45.5, 12, 8],
    currency: 'EUR',
    group: ['tents', 'beds', '', '', ''],
    stock: [1, 1, 1, 0, 1],
  },
};
const { pages } = splitPages(file);
const rows = pages.map(({ text }) => readItemRow(JSON.parse(text)) ?? expect.fail(text));
const fileItems = openItems(JSON.stringify(file)) ?? expect.fail('the file');

test('each row says what the file says of its item, and of those that go with it', () => {
  for (const [rank, row] of rows.entries()) {
    const items = openRows([row]);
    const told = (list: number[]) => list.map((one) => ({ ...fileItems.item(one), rank: undefined }));
    const of = (list: number[]) => list.map((one) => ({ ...items.item(one), rank: undefined }));
    expect(items.item(0)).toEqual({ ...fileItems.item(rank), rank: 0 });
    expect(of(items.similar(0))).toEqual(told(fileItems.similar(rank)));
    expect(of(items.together(0))).toEqual(told(fileItems.together(rank)));
    expect(items.again[0]).toBe(fileItems.again[rank]);
    expect(items.trending).toEqual([]);
  }
});

test('all rows together rank as the file does', () => {
  const items = openRows(rows);
  const history = {
    viewed: ['mat', 'tent'],
    here: ['mat'],
    basket: [],
    ordered: ['mat'],
    bought: new Map([['stove', 0]]),
  };
  const now = 31 * 864e5;
  for (const from of [['similar'], ['together'], ['viewed'], ['again'], ['together', 'similar', 'viewed']]) {
    const [ours, theirs] = [items, fileItems].map((known) =>
      rankItems(known, history, { from, count: 4, least: 1 }, () => true, now).map(({ id }) => id),
    );
    expect(ours).toEqual(theirs);
    expect(ours?.length).toBeGreaterThan(0);
  }
});

test('the latest knows an item best', () => {
  const [tent, mat] = rows;
  const renamed = {
    ...tent!,
    similar: ['rope'],
    facts: [
      { id: 'tent', name: 'New tent' },
      { id: 'mat', name: 'New mat' },
    ],
  };
  const items = openRows([renamed, mat!, tent!]);
  expect(items.item(items.rank('tent') ?? -1)).toMatchObject({ name: 'New tent', url: '' });
  expect(items.item(items.rank('mat') ?? -1).name).toBe('New mat');
  expect(items.similar(items.rank('tent') ?? -1)).toEqual([items.rank('rope')]);
  expect([items.rank('nobody'), openRows([]).count]).toEqual([undefined, 0]);
});

test('an item is looked at where its page is viewed', () => {
  const itemAt = findItemAt(openRows(rows), (address) => new URL(address, 'https://shop.example').pathname);
  expect([itemAt?.('/p/mat'), itemAt?.('/p/none')]).toEqual(['mat', undefined]);
});
