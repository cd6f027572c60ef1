// A row of a table that tells of items: what of it counts, and why another does not.

import { expect, test } from 'vitest';
import { type ColumnMap, findColumns } from '../../../../../shared/learn/find-columns.ts';
import { createItemStore } from '../../../../../shared/learn/items/item-store.ts';
import { createItemRows } from '../../../../../shared/learn/items/read-item-rows.ts';
import { createFormFinder } from '../../../../../shared/learn/read-date.ts';
import type { Outcome } from '../../../../../shared/learn/tally-rows.ts';

type Row = Partial<Record<'buyer' | 'date' | 'order' | 'cancelled' | 'item' | 'visit', string>>;

function rowsOf(header: string[], map: ColumnMap = {}) {
  const store = createItemStore();
  const rows = createItemRows(store, {
    name: 'rows.csv',
    refuse: () => undefined,
    columns: findColumns({ header, rows: [] }, map, 'rows.csv'),
    least: 3,
    finder: createFormFinder(),
    toWall: undefined,
    latest: Date.UTC(2026, 10, 30),
  });
  return {
    store,
    // in the order of the roles
    add: ({ buyer = '', date = '', order = '', cancelled = '', item = '', visit = '' }: Row, count = 5) =>
      rows.add([buyer, date, '', order, '', cancelled, item, visit, ''], count, 2),
  };
}

test.each<[outcome: Outcome, row: Row]>([
  ['added', { order: '1', date: '2026-11-01', item: 'tent', cancelled: 'no' }],
  ['cancelled', { order: '1', date: '2026-11-01', item: 'tent', cancelled: 'yes' }],
  ['cancelled or not', { order: '1', date: '2026-11-01', item: 'tent', cancelled: 'perhaps' }],
  ['a date to come', { order: '1', date: '2026-12-01', item: 'tent' }],
  ['no readable date', { order: '1', date: 'soon', item: 'tent' }],
  ['no item', { order: '1', date: '2026-11-01' }],
  ['no item', { order: '1', date: '2026-11-01', item: 'anna.berg@post.example' }],
  ['no buyer', { date: '2026-11-01', item: 'tent' }],
  // guests are buyer 0 in some shops
  ['no buyer', { buyer: '0', date: '2026-11-01', item: 'tent' }],
])('of an order %s: %j', (outcome, row) => {
  const { store, add } = rowsOf(['order', 'buyer', 'date', 'sku', 'status'], { cancelled: 'status' });
  expect(add(row)).toBe(outcome);
  expect(store.count).toBe(outcome === 'added' ? 1 : 0);
});

test.each<[outcome: Outcome, row: Row]>([
  ['added', { visit: 'v1', date: '2026-11-01', item: 'tent' }],
  ['no visit', { buyer: 'b', date: '2026-11-01', item: 'tent' }],
  ['a date to come', { visit: 'v1', date: '2026-12-01', item: 'tent' }],
])('of a visit %s: %j', (outcome, row) => {
  const { store, add } = rowsOf(['visit', 'date', 'sku']);
  expect(add(row)).toBe(outcome);
  expect(store.count).toBe(outcome === 'added' ? 1 : 0);
});

test('another line of an order need not say when it was, and one that is cut off is none', () => {
  const { store, add } = rowsOf(['order', 'buyer', 'date', 'sku', 'cancelled']);
  expect(add({ order: '1', item: 'tent' })).toBe('no readable date');
  expect(add({ order: '1', date: '2026-11-01', item: 'tent' }, 2)).toBe('too few columns');
  expect(add({ order: '1', date: '2026-11-01', item: 'tent' })).toBe('added');
  expect(add({ order: '1', item: 'mat' })).toBe('added');
  expect(store.settle().orders.count).toBe(1);
});
