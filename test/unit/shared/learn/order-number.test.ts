// That a table says no numbers of orders is said: each of its rows counts as an order then.
import { expect, test } from 'vitest';
import { sayRead } from '../../../../shared/learn/say-learned.ts';

const read = (columns: Record<string, string>, kind: 'orders' | 'visits' = 'orders') =>
  sayRead({
    ...{
      files: [{ name: 'a.csv', rows: 3, kind, columns }],
      buyers: 2,
      orders: 3,
      orderDays: 3,
      visits: 0,
      items: 0,
    },
    ...{
      refused: 0,
      reasons: {},
      lines: {},
      noted: {},
      from: '2026-01-01',
      until: '2026-02-01',
    },
  });
const SAID = 'No column holds the number of an order';

test('a table of orders without their numbers', () => {
  expect(read({ buyer: 'email', date: 'date', total: 'total' })).toContain(
    `  ${SAID}: each row counts as one. Where an order has several rows, its total counts several times: --map order=COLUMN.\n`,
  );
});

test('nothing is said of one with them, nor of visits', () => {
  expect(read({ buyer: 'email', date: 'date', total: 'total', order: 'id' })).not.toContain(SAID);
  expect(read({ visit: 'visit', date: 'date', item: 'item' }, 'visits')).not.toContain(SAID);
});
