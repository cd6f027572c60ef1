// The file of items: what is written is what a browser reads, whatever the items are called.

import { describe, expect, test } from 'vitest';
import type { ItemsFile } from '../../../../shared/items/items-file.ts';
import { packItems, packRows } from '../../../../shared/items/pack-items.ts';

const file: ItemsFile = {
  version: 1,
  made: '2026-11-28',
  ids: [`it's`, 'a\\b', '</script><!--', 'Zelt ⛺ "groß"', '\u2028\n'],
  rows: packRows([[1, 2], [0], [], [4, 0, 1], [3]]),
  trending: [2, 0],
  again: { 3: 28 },
  facts: {
    base: 'https://shop.example',
    name: ['', 'Öl', 'x', 'y', 'z'],
    price: [1, null, 2.5, 3, 4],
    stock: [1, 0, 1, 1, 1],
  },
};

const importOf = async (text: string): Promise<unknown> => {
  const { default: json } = await import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  );
  return JSON.parse(json);
};

test('is a module whose default is the JSON of what was written', async () => {
  const text = packItems(file);
  expect(text.startsWith("export default '{")).toBe(true);
  expect(await importOf(text)).toEqual(file);
});

test('may stand in a page of any encoding, and within a script element', () => {
  const text = packItems(file);
  expect(text).toMatch(/^[ -~]*\n$/);
  expect(text).not.toMatch(/<\/script|<!--|<script/i);
});

describe('a row', () => {
  test('is a sign of how many and two signs for each', () => {
    expect(packRows([[1], []])).toBe(')()(');
    const rows = Array.from({ length: 6400 }, () => [] as number[]);
    rows[0] = [79, 80, 6399];
    expect(packRows(rows).slice(0, 7)).toBe('+(w)(ww');
  });
  test('of every rank is read back by its formula', () => {
    const rows = Array.from({ length: 6400 }, (_, rank) => [(rank + 1) % 6400]);
    const text = packRows(rows);
    const read = rows.map((_, at) => {
      const [count, first, second] = [0, 1, 2].map((i) => text.charCodeAt(3 * at + i) - 40);
      return count === 1 ? (first ?? 0) * 80 + (second ?? 0) : -1;
    });
    expect(read).toEqual(rows.flat());
  });
  test.each([
    ['too many items', Array.from({ length: 6401 }, () => []), '6401 items, of at most 6400'],
    ['too many neighbours', [Array.from({ length: 80 }, () => 0)], '80 neighbours, of at most 79'],
    ['no such item', [[1]], 'no item of rank 1'],
    ['no number', [[Number.NaN]], 'no item of rank NaN'],
  ])('with %s is refused', (_, rows, says) => expect(() => packRows(rows)).toThrow(says));
});
