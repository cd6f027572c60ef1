// Ids as numbers, and what becomes of orders that come twice or are given back.
import { expect, test } from 'vitest';
import { createIdTable } from '../../../../shared/learn/id-table.ts';
import { createOrders, sortOrders } from '../../../../shared/learn/orders.ts';
import { createRandom } from '../../../../shared/learn/random.ts';

test('ids are told apart however many there are, and found again', () => {
  const table = createIdTable();
  const ids = Array.from({ length: 60_000 }, (_, i) => (i % 3 ? `buyer-${i}@shop.example` : `#${i}`));
  expect(ids.map((id) => table.add(id))).toEqual(ids.map((_, i) => i));
  expect(ids.map((id) => table.add(id))).toEqual(ids.map((_, i) => i));
  expect(table.find('#0')).toBe(0);
  expect(table.find('#1')).toBe(-1);
  expect(table.add('')).toBe(60_000);
  expect(table.count).toBe(60_001);
});

test('an order that comes twice counts once, and one that differs is told', () => {
  const store = createOrders();
  expect(
    [
      store.add('a', 'A1', 1, 10),
      store.add('a', 'A1', 2, 10),
      store.add('a', 'A1', 2, NaN),
      store.add('a', 'A1', 2, 11),
      store.add('a', '', 3, 5),
      store.add('a', '', 3, 5),
    ].join(),
  ).toBe('added,again,again,another total,added,added');
  const { count, buyers, total } = store.settle();
  expect({ count, buyers, totals: [...total.subarray(0, count)] }).toEqual({
    count: 3,
    buyers: 1,
    totals: [10, 5, 5],
  });
});

test('refunds are taken off their order, else off the latest before them; what is left of nothing goes', () => {
  const store = createOrders();
  store.add('a', 'A1', 1, 10);
  store.add('a', 'A2', 2, 20);
  store.add('a', 'A3', 3, 30);
  store.add('b', 'B1', 1, 7);
  store.add('b', 'B2', 2, 0);
  expect(store.add('a', 'A1', 9, -4)).toBe('refund');
  expect(store.add('a', '', 2, -25)).toBe('refund');
  expect(store.add('b', 'B1', 9, -7)).toBe('refund');
  expect(store.add('nobody', '', 9, -7)).toBe('refund');
  const { count, at, total, buyer } = store.settle();
  const left = Array.from({ length: count }, (_, i) => [buyer[i], at[i], total[i]]);
  // A2 is gone and 5 more are off A1; A3 came later; an order that was free is one
  expect(left).toEqual([
    [0, 1, 1],
    [0, 3, 30],
    [1, 2, 0],
  ]);
});

test('a refund finds its order wherever that stands, and one of an order that was not read takes off the latest', () => {
  const rows: Parameters<ReturnType<typeof createOrders>['add']>[] = [
    ['a', 'A1', 9, -10],
    ['a', 'gone', 9, -5],
    ['a', 'A3', 3, 30],
    ['a', 'A2', 2, 20],
    ['a', 'A1', 1, 10],
    ['a', 'A1', 1, 10],
  ];
  const settled = (of: typeof rows) => {
    const store = createOrders();
    const told = of.map((row) => store.add(...row));
    const { count, at, total } = store.settle();
    return { told, left: Array.from({ length: count }, (_, i) => [at[i], total[i]]).sort() };
  };
  const newestFirst = settled(rows);
  expect(newestFirst.told.join()).toBe('refund,refund,added,added,added,again');
  expect(newestFirst.left).toEqual([
    [2, 20],
    [3, 25],
  ]);
  expect(settled(rows.toReversed()).left).toEqual(newestFirst.left);
});

test('numbers that only refunds have are no orders, however many there are', () => {
  const store = createOrders();
  for (let i = 0; i < 3000; i++) store.add('a', `R${i}`, 9, -1);
  expect(store.has('R7')).toBe(false);
  expect(store.add('a', 'A1', 1, 5000)).toBe('added');
  expect(store.has('A1')).toBe(true);
  const { count, total } = store.settle();
  expect([count, total[0]]).toEqual([1, 2000]);
});

test('orders are sorted by buyer, then by time', () => {
  const random = createRandom(2);
  const store = createOrders();
  for (let i = 0; i < 3000; i++) store.add(`b${random.below(400)}`, '', random.below(50), i);
  const orders = store.settle();
  const sorted = [...sortOrders(orders)];
  const slowly = Array.from({ length: 3000 }, (_, i) => i).sort(
    (one, other) =>
      orders.buyer[one]! - orders.buyer[other]! || orders.at[one]! - orders.at[other]! || one - other,
  );
  expect(sorted).toEqual(slowly);
});
