// Sums of several currencies are no sums: those of the most frequent one count, and where others are many it is asked for one.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const MARK = 'zqmark';
const run = (words: string[] = [], files = 'orders.csv') =>
  line.runLater(['learn', ...files.split(' '), '--what', 'rfm', '-o', 'learned.json', ...words]);
const read = async (words: string[] = [], files?: string) => {
  const { out, err } = await run([...words, '--json'], files);
  if (!out) throw new Error(err);
  return JSON.parse(out);
};

/** Of 900 orders every so many is of another currency, and worth a thousand times as much there. */
const isOther = (i: number, every: number) => i % every === 0;
const day = (i: number) => `2026-0${3 + (Math.floor(i / 7) % 6)}-${10 + ((i * 7) % 18)}`;
const table = (every: number, columns: string, cells: (isOther: boolean) => string) =>
  `Email,Date,Order,${columns}\n${Array.from(
    { length: 900 },
    (_, i) => `${MARK}${i % 450}@x.example,${day(i)},o${i},${cells(isOther(i, every))}\n`,
  ).join('')}`;

const TABLES: [what: string, columns: string, cells: (isOther: boolean) => string][] = [
  ['a column', 'Total,Currency', (isOther) => (isOther ? '20000.00,JPY' : '20.00,EUR')],
  [
    "WooCommerce's column",
    'order_total,order_currency',
    (isOther) => (isOther ? '20000.00,HUF' : '20.00,eur'),
  ],
  ['a sign', 'Grand Total (Purchased)', (isOther) => (isOther ? '$20000.00' : '€20.00')],
  ['a code behind the sum', 'Total', (isOther) => (isOther ? '"20,000.00 USD"' : '20.00 €')],
];

describe.each(TABLES)('told by %s', (_, columns, cells) => {
  const map = columns.startsWith('Grand') ? ['--map', 'total=Grand Total (Purchased)'] : [];

  test('a few of another are left out, and counted', async () => {
    line.write('orders.csv', table(15, columns, cells));
    const { read: said, parts } = await read(map);
    expect([said.orders, said.currency]).toEqual([840, 'EUR']);
    expect(said.noted).toEqual({ 'another currency': 60 });
    expect(Math.max(...parts.rfm.value.monetary)).toBeLessThan(200);
    const { out } = await run(map);
    expect(out).toContain('  60 orders of another currency, left out\n');
    expect(out).toContain('Sums are in EUR.');
  });

  test('many of another are asked about, with how many there are of each', async () => {
    line.write('orders.csv', table(3, columns, cells));
    const { code, out, err } = await run(map);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^Orders are of several currencies \(EUR: 600, [A-Z]{3}: 300\)/);
    expect(err).toContain('--map currency=');
    expect(line.list()).toEqual(['orders.csv']);
  });

  test('all are taken where it is said that sums are of one', async () => {
    line.write('orders.csv', table(3, columns, cells));
    const words = ['--map', [...map.slice(1), 'currency='].join(',')];
    const { read: said } = await read(words);
    expect([said.orders, said.currency, said.noted]).toEqual([900, undefined, {}]);
  });
});

test('one currency alone is named, and changes nothing', async () => {
  line.write(
    'orders.csv',
    table(9999, 'Total,Currency', () => '20.00,CHF'),
  );
  const { read: said } = await read();
  expect([said.orders, said.currency, said.noted]).toEqual([900, 'CHF', {}]);
});

test('two shops with a currency of each are asked about', async () => {
  line.write(
    'de.csv',
    table(9999, 'Total,Currency', () => '20.00,EUR'),
  );
  line.write('ch.csv', table(9999, 'Total,Currency', () => '20.00,CHF').replaceAll(',o', ',c'));
  const { code, err } = await run([], 'de.csv ch.csv');
  expect(code).toBe(1);
  expect(err).toMatch(/^Orders are of several currencies \((EUR: 900, CHF: 900|CHF: 900, EUR: 900)\)/);
});

test('what is no currency is never told', async () => {
  const text = table(3, 'Total,Currency', (isOther) => `20.00,${MARK}${isOther}`);
  line.write('orders.csv', text);
  const { code, out, err } = await run();
  expect(code).toBe(1);
  expect(err).toMatch(/^Orders are of several currencies \(no known code: 600, no known code: 300\)/);
  expect(`${out}${err}`).not.toContain(MARK);
});

test.each(['own', 'ga4'])('events say it, too: %s', async (kind) => {
  const event = (i: number) => {
    const [at, currency, value] = [
      Date.parse(day(i)),
      isOther(i, 15) ? 'JPY' : 'EUR',
      isOther(i, 15) ? 20000 : 20,
    ];
    return kind === 'own'
      ? { visitor: `v${i % 450}`, name: 'purchase', at, props: { value, currency, transaction_id: `o${i}` } }
      : {
          user_pseudo_id: `v${i % 450}`,
          event_name: 'purchase',
          event_timestamp: `${at}000`,
          event_params: [{ key: 'currency', value: { string_value: currency } }],
          ecommerce: { purchase_revenue: value, transaction_id: `o${i}` },
        };
  };
  line.write('events.jsonl', Array.from({ length: 900 }, (_, i) => JSON.stringify(event(i))).join('\n'));
  const { read: said } = await read([], 'events.jsonl');
  expect([said.orders, said.currency, said.noted]).toEqual([840, 'EUR', { 'another currency': 60 }]);
});

test('a refund of another currency takes nothing off', async () => {
  const rows = table(9999, 'Total,Currency', () => '20.00,EUR');
  line.write('orders.csv', `${rows}${MARK}1@x.example,2026-09-30,,-5000.00,JPY\n`);
  const { read: said, parts } = await read();
  expect([said.orders, said.noted]).toEqual([900, { 'another currency': 1 }]);
  line.write('orders.csv', rows);
  expect((await read()).parts).toEqual(parts);
});
