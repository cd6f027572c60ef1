// What a page says of its own item is read, whatever stands there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ItemRow, readItemRow, shortenRow } from '../../../../shared/items/item-row.ts';

const row: ItemRow = {
  id: 'tent',
  similar: ['mat', 'stove'],
  together: ['mat'],
  again: 90,
  facts: [
    {
      id: 'tent',
      name: 'Tent',
      url: '/p/tent',
      image: '/i/tent.png',
      price: 200,
      currency: 'EUR',
      group: 'tents',
    },
    { id: 'mat', name: 'Mat', url: '/p/mat', stock: 0 },
  ],
};

describe('a row', () => {
  test('is read as it was written', () => {
    expect(readItemRow({ version: 1, made: '2026-11-28', ...row })).toEqual(row);
    expect(readItemRow({ id: 'a' })).toEqual({ id: 'a', similar: [], together: [], facts: [] });
  });

  test.each([undefined, null, 3, 'x', [], {}, { id: '' }, { id: 7 }, { id: 'x'.repeat(201) }])(
    'is none: %j',
    (given) => expect(readItemRow(given)).toBeUndefined(),
  );

  test('loses what is odd, and nothing else', () => {
    const odd = {
      id: 'tent',
      similar: ['mat', 7, null, { id: 'x' }, 'tent', 'mat', 'y'.repeat(201)],
      together: 'mat',
      again: 'soon',
      facts: [
        null,
        { name: 'nobody' },
        { id: 'mat', name: ['x'], url: 'u'.repeat(1001), price: '3', stock: Number.NaN, more: { deep: 1 } },
        { id: 'mat', name: 'the second' },
        { id: 'stranger', name: 'goes with nothing' },
        { id: 'tent', name: '<b>Tent</b>' },
      ],
    };
    expect(readItemRow(odd)).toEqual({
      id: 'tent',
      similar: ['mat'],
      together: [],
      facts: [{ id: 'mat' }, { id: 'tent', name: '<b>Tent</b>' }],
    });
    expect(
      readItemRow(JSON.parse('{"id":"__proto__","similar":["constructor"],"__proto__":{"again":1}}')),
    ).toEqual({
      id: '__proto__',
      similar: ['constructor'],
      together: [],
      facts: [],
    });
  });

  test('is bounded, whatever it says', () =>
    fc.assert(
      fc.property(fc.anything(), fc.string({ minLength: 1, maxLength: 200 }), (value, id) => {
        const many = Array.from({ length: 500 }, (_, i) => `${id.slice(0, 150)}${i}`);
        const read = readItemRow({
          id,
          similar: [value, ...many],
          together: [...many].reverse(),
          facts: [value, ...many.map((one) => ({ id: one, name: value, url: value }))],
          again: value,
          more: value,
        });
        const text = JSON.stringify(read);
        expect(read?.similar.length).toBeLessThanOrEqual(30);
        expect(read?.facts.length).toBeLessThanOrEqual(61);
        expect(text.length).toBeLessThan(150_000);
        // what was read is read the same again
        expect(readItemRow(JSON.parse(text))).toEqual(JSON.parse(text));
      }),
    ));
});

test('a shorter one knows of those alone that go with it', () => {
  expect(shortenRow({ ...row, together: [] }, 1)).toEqual({ ...row, similar: ['mat'], together: [] });
  expect(shortenRow({ ...row, similar: ['stove', 'mat'], together: [] }, 1)).toEqual({
    ...row,
    similar: ['stove'],
    together: [],
    facts: [row.facts[0]],
  });
});
