// Files whose columns or fields are called otherwise: what is wanted is said, and what was found.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCommandLine } from '../command-line.ts';
import { csvOf, DAY_MS, dayOf, mailOf, makeOrders } from '../orders.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const learn = (name: string, ...more: string[]) => line.runLater(['learn', name, ...more]);
const orders = makeOrders();
/** Each order as an event, in fields of these names. */
const eventsOf = (make: (visitor: string, at: number, value: number) => object): string =>
  orders
    .map(({ buyer, day, total }) => `${JSON.stringify(make(mailOf(buyer), day * DAY_MS, Number(total)))}\n`)
    .join('');

test.each<[what: string, make: (visitor: string, at: number) => object, lacks: string, has: string]>([
  [
    'all fields',
    (id, ts) => ({ id, event: 'purchase', ts, 'mark@secret.example': 1 }),
    'visitor, no name, no at',
    'id, event, ts',
  ],
  ['one', (visitor, at) => ({ visitor, at, event: 'purchase' }), 'name', 'visitor, at, event'],
  [
    'those of GA4',
    (user_pseudo_id) => ({ user_pseudo_id, event_name: 'purchase' }),
    'event_timestamp',
    'user_pseudo_id, event_name',
  ],
])('events that call %s otherwise', async (_, make, lacks, has) => {
  line.write('events.jsonl', eventsOf(make));
  const { code, out, err } = await learn('events.jsonl');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(
    `events.jsonl: its lines have no ${lacks}. An event of this tag is { "visitor": …, "name": …,`,
  );
  expect(err).toContain(`The first line has: ${has}.\n`);
  expect(err).not.toMatch(/only a header|mark|secret/);
});

test('events of which none is an order are told what an order is called', async () => {
  line.write(
    'events.jsonl',
    eventsOf((visitor, at) => ({ visitor, name: 'order_done', at, props: {} })),
  );
  const { code, err } = await learn('events.jsonl');
  expect(code).toBe(1);
  expect(err).toContain(
    `There is no order in what was read: none of its ${orders.length.toLocaleString('en')} events is called "purchase". Where yours has another name, "event" of "rfm" in the config says it.`,
  );
});

test('events may say their time as a text', async () => {
  const learned = async (write: (at: number) => unknown) => {
    const make = (visitor: string, at: number, value: number) => ({
      visitor,
      name: 'purchase',
      at: write(at + 36e5 * 10 + 250),
      props: { value },
    });
    line.write('events.jsonl', eventsOf(make));
    const { out } = await learn('events.jsonl', '--json', '--what', 'rfm,items');
    return JSON.parse(out);
  };
  const numbers = await learned((at) => at);
  expect(numbers.read.orders).toBe(orders.length);
  const iso = (at: number) => new Date(at).toISOString();
  expect(await learned(iso)).toEqual(numbers);
  expect(await learned((at) => iso(at).replace('T', ' ').replace('Z', ''))).toEqual(numbers);
  expect(await learned((at) => iso(at + 2 * 36e5).replace('Z', '+02:00'))).toEqual(numbers);
  // as databases write whole numbers
  expect(await learned((at) => `${at}`)).toEqual(numbers);
});

test('a table of visits under other names is told what is asked for', async () => {
  line.write('visits.csv', 'sid;product;when\ns1;tent;2026-01-01\n');
  const { code, err } = await learn('visits.csv', '--what', 'items');
  expect(code).toBe(1);
  expect(err).toContain(
    'Of visits to items these are asked for instead: --map visit=COLUMN,date=COLUMN,item=COLUMN.',
  );
});

test('a form of dates that there is not is told those that there are', async () => {
  const german = (day: number) => dayOf(day).split('-').reverse().join('/');
  line.write('orders.csv', csvOf(orders, german));
  const { code, err } = await learn('orders.csv', '--map', 'date=Order date:DD.MM.YY');
  expect(code).toBe(1);
  expect(err).toContain(
    '"Order date:DD.MM.YY" ends in no form that is read. There are date=COLUMN:DD/MM/YYYY and date=COLUMN:MM/DD/YYYY, whatever sign stands between; dates such as 2026-11-28 or 28.11.2026 need none.',
  );
  const other = await learn('orders.csv', '--what', 'rfm', '--map', 'date=Order date:DD/MM/YYYY');
  expect(other.code).toBe(0);
  expect((await learn('orders.csv', '--map', 'date=Day:DD.MM.YY')).err).toContain('no column "Day:DD.MM.YY"');
});
