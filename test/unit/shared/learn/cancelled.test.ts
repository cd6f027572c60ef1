// Which orders count as cancelled, by what stands in the column that says so.
import { expect, test } from 'vitest';
import { createCancelledReader, splitWords } from '../../../../shared/learn/read-cancelled.ts';

const status = createCancelledReader('Status', undefined);

test.each([
  ...['', ' ', '0', 'no', 'No', 'FALSE', '-', 'nein', 'paid', 'Completed', 'wc-processing', 'on-hold'],
  ...['partially_refunded', 'Versendet'],
])('an order is what says “%s”', (cell) => expect(status(cell)).toBe(false));

test.each([
  ...[
    '1',
    'yes',
    'TRUE',
    'x',
    'ja',
    'cancelled',
    'Canceled',
    'wc-cancelled',
    'wc-failed',
    'refunded',
    'voided',
  ],
  ...['storniert', '2026-11-03', '2026-11-03 10:03:22 +0100', '03.11.2026'],
])('no order is what says “%s”', (cell) => expect(status(cell)).toBe(true));

test.each(['Rückabwicklung', 'closed', 'a@b.example', '17'])('of “%s” nobody knows', (cell) => {
  expect(status(cell)).toBe(undefined);
  // the same again
  expect(status(cell)).toBe(undefined);
});

test('in a column that is called so each text says it, but for a no', () => {
  const read = createCancelledReader('Cancel reason', undefined);
  expect(['changed mind', '', 'no', '0', 'false'].map(read)).toEqual([true, false, false, false, false]);
});

test('words that were said count alone', () => {
  const read = createCancelledReader('Status', ['Closed', 'sent back']);
  expect(['closed', 'Sent-back', 'cancelled', 'paid', ''].map(read)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('words stand behind the name of the column', () => {
  const isColumn = (name: string) => name === 'State: of order';
  expect(splitWords('Status:closed,sent back', isColumn)).toEqual(['Status', ['closed', 'sent back']]);
  expect(splitWords('State: of order', isColumn)).toEqual(['State: of order', undefined]);
  expect(splitWords('State: of order:void', isColumn)).toEqual(['State: of order', ['void']]);
  expect(splitWords('Status:', isColumn)).toEqual(['Status:', undefined]);
});
