// Files that tell of the same orders: two tables that overlap, and a table beside events. Nobody is two buyers by that, and no
// order is two.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

interface Order {
  buyer: number;
  at: number;
  order: string;
}
const orders = Array.from(
  { length: 900 },
  (_, i): Order => ({ buyer: i % 400, at: Date.UTC(2026, 0, 1 + (i % 250), 9), order: `A${i}` }),
);
const itemsOf = (i: number) => [`sku-${i % 30}`, `sku-${(i + 1) % 30}`];

const HEAD = 'Email,Date,Total,Order';
const rowOf = ({ buyer, at, order }: Order) =>
  `m${buyer}@x.example,${new Date(at).toISOString().slice(0, 10)},20.00,${order}`;
const table = (of: Order[]) => `${[HEAD, ...of.map(rowOf)].join('\n')}\n`;

/** A view of a page and what is bought then, by somebody whose id says nothing of the address. */
const own = (of: Order[], nameOf = (order: string) => order) =>
  of
    .flatMap(({ buyer, at, order }, i) => {
      const [path, items] = ['/p', itemsOf(i).map((item_id) => ({ item_id }))];
      const visitor = `v${buyer}`;
      return [
        { visitor, name: 'page_view', at: at - 6e4, props: { path } },
        { visitor, name: 'view_item', at: at - 5e4, props: { items } },
        { visitor, name: 'purchase', at, props: { value: 20, transaction_id: nameOf(order), items } },
      ];
    })
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
const ga4 = (of: Order[]) =>
  of
    .map(({ buyer, at, order }) => ({
      user_pseudo_id: `${buyer}.5`,
      event_name: 'purchase',
      event_timestamp: `${at}000`,
      ecommerce: { purchase_revenue: 20, transaction_id: order },
      items: itemsOf(buyer).map((item_id) => ({ item_id })),
    }))
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');

const read = async (files: string, what = 'rfm,items') => {
  const { code, out, err } = await line.runLater(
    ['learn', ...files.split(' '), '--what', what, '-o', 'learned.json'].concat('--json'),
  );
  if (!out) throw new Error(`${code}: ${err}`);
  return JSON.parse(out);
};

describe('a table of orders beside events', () => {
  test.each<[what: string, nameOf: (order: string) => string]>([
    ['the same numbers', (order) => order],
    ['numbers of their own', (order) => `T-${order}`],
    ['no numbers', () => ''],
  ])('tells of orders alone, where events have %s', async (_, nameOf) => {
    line.write('orders.csv', table(orders));
    line.write('events.jsonl', own(orders, nameOf));
    const alone = await read('orders.csv');
    for (const files of ['orders.csv events.jsonl', 'events.jsonl orders.csv']) {
      const both = await read(files);
      expect([both.read.buyers, both.read.orders, both.read.orderDays]).toEqual([400, 900, 900]);
      expect(both.parts.rfm).toEqual(alone.parts.rfm);
      expect(both.read.noted).toMatchObject({ 'order of events': 900 });
      // what was looked at, and what is bought together, only events say
      expect(both.read.items).toBe(30);
      expect(both.read.visits).toBeGreaterThan(800);
      expect(both.parts.items.report.orders).toBe(900);
    }
  });

  test('is said in words, and one order as one', async () => {
    line.write('orders.csv', table(orders));
    for (const [count, says] of [
      [1, '1 order of events, left out as '],
      [30, '30 orders of events, left out as '],
    ] as const) {
      line.write('events.jsonl', own(orders.slice(0, count)));
      const { out } = await line.runLater(['learn', 'orders.csv', 'events.jsonl', '--what', 'rfm']);
      expect(out).toContain(`  ${says}`);
    }
  });

  test('that holds no order leaves them to the events', async () => {
    line.write('orders.csv', `${HEAD}\n`);
    line.write('events.jsonl', own(orders));
    const { read: said } = await read('orders.csv events.jsonl');
    expect([said.buyers, said.orders]).toEqual([400, 900]);
    expect(said.noted['order of events']).toBeUndefined();
  });

  test('that says what is in them leaves no item of an order twice', async () => {
    const lines = orders.flatMap((order, i) => itemsOf(i).map((item) => `${rowOf(order)},${item}`));
    line.write('orders.csv', `${[`${HEAD},SKU`, ...lines].join('\n')}\n`);
    const alone = await read('orders.csv');
    line.write(
      'events.jsonl',
      own(orders, (order) => `T-${order}`),
    );
    const both = await read('events.jsonl orders.csv');
    expect(both.parts.items.report.orders).toBe(alone.parts.items.report.orders);
    expect(both.read.orders).toBe(900);
  });
});

test("of this tag's events and GA4's those count that hold more orders", async () => {
  line.write('own.jsonl', own(orders));
  line.write('ga4.jsonl', ga4(orders.slice(0, 600)));
  for (const files of ['own.jsonl ga4.jsonl', 'ga4.jsonl own.jsonl']) {
    const both = await read(files);
    expect([both.read.buyers, both.read.orders]).toEqual([400, 900]);
    expect(both.read.noted).toMatchObject({ 'order of events': 600 });
    expect(both.parts.items.report.orders).toBe(900);
  }
});

test('of visits alone each part says that nothing was bought in them', async () => {
  line.write('events.jsonl', own(orders).replaceAll('purchase', 'no order'));
  const { parts, read: said } = await read('events.jsonl', 'rfm,personas,value,items');
  expect([said.buyers, said.orders]).toEqual([0, 0]);
  for (const name of ['rfm', 'personas', 'value'])
    expect(parts[name]).toMatchObject({
      status: 'refused',
      why: ['there is no order in what was read'],
    });
  expect(parts.items.report.visits).toBeGreaterThan(800);
});

describe('an order number that is of several buyers', () => {
  const of = (numberOf: (order: Order, i: number) => string, count = 900) =>
    table(orders.slice(0, count).map((order, i) => ({ ...order, order: numberOf(order, i) })));
  const run = (files: string, map = '') =>
    line.runLater(['learn', ...files.split(' '), '--what', 'rfm', ...(map ? ['--map', map] : [])]);

  test.each<[what: string, numberOf: (order: Order, i: number) => string]>([
    ['which a spreadsheet has cut', (_, i) => `${(1e12 + i).toExponential(2)}`],
    ['which counts each buyer’s own', ({ buyer }, i) => `${Math.floor((i - buyer) / 400) + 1}`],
  ])('%s is asked about', async (_, numberOf) => {
    line.write('orders.csv', of(numberOf));
    const { code, out, err } = await run('orders.csv');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /orders\.csv: \d+ of 900 rows could not be read.* the order number of another buyer: \d+/,
    );
    // and none counts where it is said so
    expect((await run('orders.csv', 'order=')).out).toContain('400 buyers, 900 orders');
  });

  test('of two shops, too', async () => {
    line.write('one.csv', table(orders));
    line.write('two.csv', table(orders).replaceAll('\nm', '\nz'));
    expect((await run('one.csv two.csv')).err).toContain('two.csv: 900 of 900 rows could not be read');
  });

  test('now and then is counted under its reason', async () => {
    line.write(
      'orders.csv',
      of(({ order }, i) => (i === 7 ? 'A6' : order)),
    );
    const { read: said } = await read('orders.csv', 'rfm');
    expect(said.reasons).toEqual({ 'the order number of another buyer': 1 });
    expect(said.lines).toEqual({ 'the order number of another buyer': ['orders.csv:9'] });
  });
});

test('an order that stands in two tables is one', async () => {
  line.write('spring.csv', table(orders.slice(0, 600)));
  line.write('year.csv', table(orders));
  const both = await read('spring.csv year.csv', 'rfm');
  expect([both.read.buyers, both.read.orders]).toEqual([400, 900]);
  expect(both.read.noted).toEqual({ again: 600 });
});
