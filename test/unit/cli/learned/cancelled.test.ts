// Orders that were cancelled, by a column that says so; and a status that nobody said is one.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCommandLine } from '../command-line.ts';
import { csvOf, makeOrders } from '../orders.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const orders = makeOrders();
const plain = csvOf(orders);
/** Every tenth order is another. */
function write(head: string, usual: string, other: string): void {
  const [first = '', ...rows] = plain.trimEnd().split('\n');
  const more = rows.map((row, i) => `${row},${i % 10 ? usual : other}`);
  line.write('orders.csv', `${[`${first},${head}`, ...more].join('\n')}\n`);
}
const TENTH = Math.ceil(orders.length / 10);
const learn = async (...more: string[]) => {
  const said = await line.runLater(['learn', 'orders.csv', '--what', 'rfm', ...more]);
  return {
    ...said,
    read: said.code === 0 && more.includes('--json') ? JSON.parse(said.out).read : undefined,
  };
};

describe('cancelled', () => {
  test.each([
    ['Cancelled at', '', '2026-01-03'],
    ['Cancelled', '0', '1'],
    ['Canceled', 'false', 'true'],
    ['storniert', 'nein', 'ja'],
  ])('is found as "%s": "%s" is an order, "%s" is none', async (head, usual, other) => {
    write(head, usual, other);
    const { read } = await learn('--json');
    expect(read).toMatchObject({ orders: orders.length - TENTH, noted: { cancelled: TENTH }, refused: 0 });
    expect(read.files[0]).not.toHaveProperty('status');
  });

  test.each([
    ['Status', 'completed', 'cancelled', 'cancelled=Status'],
    ['Order Status', 'wc-processing', 'wc-refunded', 'cancelled=Order Status'],
    ['Status', 'closed', 'Rückläufer', 'cancelled=Status:rückläufer,weg'],
  ])('is told of %s: "%s" and "%s"', async (head, usual, other, map) => {
    write(head, usual, other);
    const { read } = await learn('--json', '--map', `${map},date=Order date`);
    expect(read).toMatchObject({ orders: orders.length - TENTH, noted: { cancelled: TENTH }, refused: 0 });
    expect(read.files[0]).not.toHaveProperty('status');
  });

  test('is asked for where most words say neither, and none of them is told', async () => {
    write('Status', 'zqmark', 'cancelled');
    const { code, out, err } = await learn('--map', 'cancelled=Status');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(
      'what stands in "Status" does not say which orders were cancelled: read are a date, yes or no, 1 or 0, and usual words such as paid or cancelled.',
    );
    expect(err).toContain('--map "cancelled=Status:WORD,WORD"');
    expect(err).not.toContain('zqmark');
  });

  test('is counted with its line where few words say neither', async () => {
    const [first = '', ...rows] = plain.trimEnd().split('\n');
    const more = rows.map((row, i) => `${row},${i === 700 ? 'zqmark' : 'paid'}`);
    line.write('orders.csv', `${[`${first},Status`, ...more].join('\n')}\n`);
    const { code, out } = await learn('--map', 'cancelled=Status');
    expect(code).toBe(0);
    expect(out).toContain('1 row not read: cancelled or not (orders.csv:702)');
    expect(out).not.toContain('zqmark');
  });
});

test('a status that nobody named is said not to be read, and how it could be', async () => {
  write('Order Status', 'completed', 'cancelled');
  const { out } = await learn();
  expect(out).toContain(
    '"Order Status" is not read: a row counts as an order whatever it says there. If it says which were cancelled: --map "cancelled=Order Status"',
  );
  expect((await learn('--json')).read).toMatchObject({ orders: orders.length });
  write('Status', 'completed', 'cancelled');
  expect((await learn()).out).toContain('--map cancelled=Status\n');
  write('Note', 'completed', 'cancelled');
  expect((await learn()).out).not.toContain('is not read');
});
