// What is remembered of items' pages is little, whatever they say.
import { expect, test } from 'vitest';
import type { ItemRow } from '../../../../shared/items/item-row.ts';
import { readKeptRows, toKeep } from '../../../../snippet/recommend/kept-rows.ts';

const rowOf = (id: string, near = 3, name = 'Name'): ItemRow => {
  const similar = Array.from({ length: near }, (_, i) => `${id}-${i}`);
  return { id, similar, together: [], facts: [id, ...similar].map((one) => ({ id: one, name })) };
};
const eventOf = (row: ItemRow, kept: ItemRow[] = []) => ({
  name: 'item_row',
  at: 0,
  props: toKeep(row, kept),
});

test('a row is remembered as an event, and read from it', () => {
  const row = rowOf('tent');
  expect(toKeep(row, [])).toEqual({ item_id: 'tent', similar: row.similar, together: [], facts: row.facts });
  expect(
    readKeptRows([eventOf(row), eventOf(rowOf('mat')), { name: 'view_item', at: 0, props: row }]),
  ).toEqual([rowOf('mat'), row]);
  expect(
    readKeptRows([
      { name: 'item_row', at: 0 },
      { name: 'item_row', at: 0, props: { id: 'x' } },
    ]),
  ).toEqual([]);
});

test('where few are asked for, the latest are read', () => {
  const events = Array.from({ length: 9 }, (_, i) => eventOf(rowOf(`item-${i}`)));
  expect(readKeptRows([...events, { name: 'page_view', at: 0 }], 2).map(({ id }) => id)).toEqual([
    'item-8',
    'item-7',
  ]);
  expect(readKeptRows(events)).toHaveLength(9);
});

test('the twelve nearest of it, once, and anew only where it is another', () => {
  const long = rowOf('tent', 30);
  const props = toKeep(long, []);
  expect(props?.similar).toEqual(long.similar.slice(0, 12));
  expect(props?.facts).toHaveLength(13);
  const kept = readKeptRows([eventOf(long)]);
  expect(toKeep(long, kept)).toBeUndefined();
  expect(toKeep({ ...long, again: 30 }, kept)).toMatchObject({ item_id: 'tent', again: 30 });
  // the latest is what counts
  const later = readKeptRows([eventOf(long), eventOf(rowOf('tent', 2))]);
  expect(toKeep(long, later)).toBeDefined();
});

test('there is an end to them: in number, each, and together', () => {
  const many = Array.from({ length: 200 }, (_, i) => rowOf(`item-${i}`));
  expect(toKeep(rowOf('one-more'), many.slice(1))).toBeDefined();
  expect(toKeep(rowOf('one-more'), many)).toBeUndefined();
  const wordy: ItemRow = {
    ...rowOf('wordy', 12),
    facts: rowOf('wordy', 12).similar.map((id) => ({
      id,
      name: 'n'.repeat(200),
      url: `/${'u'.repeat(990)}`,
      image: 'i'.repeat(300),
    })),
  };
  expect(toKeep(wordy, [])).toBeUndefined();
  const large = (i: number) => rowOf(`item-${100 + i}`, 12, 'n'.repeat(250));
  const room = Math.floor(500_000 / JSON.stringify(large(0)).length);
  expect(room).toBeLessThan(200);
  const full = Array.from({ length: room }, (_, i) => large(i));
  expect(toKeep(large(room), full.slice(1))).toBeDefined();
  expect(toKeep(large(room), full)).toBeUndefined();
});
