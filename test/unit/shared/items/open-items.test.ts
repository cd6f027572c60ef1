// The file of items is opened, whatever lies in its place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openItems } from '../../../../shared/items/open-items.ts';
import { itemsText } from './sample-items.ts';

const ids = ['a', 'b', 'c'];
const similar = [[1, 2], [0], []];

describe('a file', () => {
  test('answers rows, ranks and facts', () => {
    const items = openItems(
      itemsText(ids, similar, {
        together: [[2], [], [0, 1]],
        trending: [2, 0],
        again: { 1: 28 },
        facts: {
          base: 'https://shop.example/',
          name: ['A', '', 'C'],
          url: ['a', '/b', 'https://other.example/c'],
          price: [1, null, 2.5],
          currency: 'EUR',
          group: ['tents', '', ''],
          stock: [1, 0, 1],
        },
      }),
    );
    expect([0, 1, 2].map((rank) => items?.similar(rank))).toEqual(similar);
    expect([0, 1, 2].map((rank) => items?.together(rank))).toEqual([[2], [], [0, 1]]);
    expect([items?.rank('b'), items?.rank('x'), items?.rank('__proto__')]).toEqual([1, undefined, undefined]);
    expect([items?.trending, items?.again]).toEqual([[2, 0], { 1: 28 }]);
    expect(items?.item(0)).toEqual({
      id: 'a',
      rank: 0,
      name: 'A',
      url: 'https://shop.example/a',
      image: '',
      price: 1,
      currency: 'EUR',
      group: 'tents',
      stock: 1,
    });
    expect(items?.item(1)).toMatchObject({ name: '', price: undefined, stock: 0 });
    expect(items?.item(2).url).toBe('https://other.example/c');
  });

  test('knows rows of any ranks', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }).chain((count) =>
          fc.array(fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 20 }), {
            minLength: count,
            maxLength: count,
          }),
        ),
        (rows) => {
          const own = rows.map((row, rank) => row.filter((one) => one !== rank));
          const items = openItems(
            itemsText(
              own.map((_, rank) => `i${rank}`),
              own,
            ),
          );
          expect(own.map((_, rank) => items?.similar(rank))).toEqual(own);
        },
      ),
      { numRuns: 20 },
    ));

  test.each<[what: string, text: unknown]>([
    ['nothing', undefined],
    ['a module without it', {}],
    ['no JSON', 'export default'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', itemsText(ids, similar).replace('"version":1', '"version":2')],
    ['ids that are no texts', JSON.stringify({ version: 1, ids: [1, 2, 3], rows: '(((' })],
    ['no rows', JSON.stringify({ version: 1, ids })],
    ['rows that are cut off', itemsText(ids, similar).replace(/("rows":".*)."/, '$1"')],
    ['more rows than items', JSON.stringify({ version: 1, ids, rows: '((((' })],
    ['rows of other signs', JSON.stringify({ version: 1, ids, rows: '(( ' })],
    ['another text where rows are', JSON.stringify({ version: 1, ids, rows: '(((', together: 'x' })],
    ['too many items', JSON.stringify({ version: 1, ids: Array(6401).fill('a'), rows: '('.repeat(6401) })],
  ])('is refused: %s', (_what, text) => expect(openItems(text)).toBeUndefined());

  test('of which one fact is odd keeps the others', () => {
    const odd = { name: [{}, 'B'], url: 5, price: ['9', 2], base: 7, group: [null], trending: 1 };
    const text = JSON.stringify({
      ...JSON.parse(itemsText(ids, similar)),
      trending: [2, 9, 'x'],
      again: 5,
      facts: odd,
    });
    const items = openItems(text);
    expect(items?.trending).toEqual([2]);
    expect(items?.item(0)).toMatchObject({ name: '', url: '', price: undefined, group: '' });
    expect(items?.item(1)).toMatchObject({ name: 'B', price: 2 });
  });

  test('never throws', () =>
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (text) => void openItems(text))));
});
