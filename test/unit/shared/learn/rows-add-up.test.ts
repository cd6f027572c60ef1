// Every row of orders is in exactly one line of the report, and the lines add up to what was read.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayNoted as sayInPanel } from '../../../../extension/panel/learn/say-noted.ts';
import { learn } from '../../../../shared/learn/learn.ts';
import { createOrders } from '../../../../shared/learn/orders.ts';
import { createExportReader } from '../../../../shared/learn/read-export.ts';
import { sayRead } from '../../../../shared/learn/say-learned.ts';
import { NOTED_ROWS } from '../../../../shared/learn/say-noted.ts';
import { settleRows } from '../../../../shared/learn/settle-rows.ts';
import { bySource } from '../../../../shared/learn/sources.ts';
import { createTally } from '../../../../shared/learn/tally-rows.ts';

const HEADER = 'Order,Email,Date,Total,Refunded Amount,Status,Currency';
const LATEST = Date.UTC(2026, 10, 30);

/** @param texts of files, in the order in which they are given */
function readOf(texts: string[], names = texts.map((_, i) => `${i}.csv`)) {
  const stores = bySource(createOrders);
  const tally = createTally();
  const parse = (line: string): unknown => JSON.parse(line);
  const options = { map: {}, event: 'purchase', value: 'value', toWall: undefined, latest: LATEST, parse };
  const files = texts.map((text, i) => {
    tally.begin(names[i] ?? '');
    const reader = createExportReader(names[i] ?? '', stores, tally, options);
    reader.push(text);
    return reader.end();
  });
  const { orders, rows } = settleRows({ files, stores, items: undefined, tally });
  return learn(orders, rows, { what: ['rfm'], seed: 1, at: '2026-11-30' }).read;
}

const number = (said: string | undefined): number => Number((said ?? '0').replaceAll(',', ''));
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
const countsIn = (said: string, line: RegExp): number[] =>
  [...said.matchAll(line)].map(([, count]) => number(count));

/** What the words of the report count, line by line. */
function countSaid(said: string): { rows: number; told: number } {
  const rows = sum(countsIn(said, /^\S+: .+?, ([\d,]+) rows?\b/gm));
  const noted = countsIn(said, /^ {2}([\d,]+) /gm);
  const leftOut = countsIn(said, /leaves out ([\d,]+) orders?\b/g);
  const orders = countsIn(said, /^[\d,]+ buyers?, ([\d,]+) orders?\b/gm);
  return { rows, told: sum([...noted, ...leftOut, ...orders]) };
}

interface Row {
  order: string;
  buyer: string;
  date: string;
  total: string;
  refunded: string;
  status: string;
  currency: string;
}

/** Now and then something odd; a tenth of what cannot be read, or of other currencies, would end it. */
const mostly = (usual: string, ...odd: string[]) =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...odd) });

const row: fc.Arbitrary<Row> = fc.record({
  order: fc.oneof(
    fc.integer({ min: 1, max: 20 }).map((n) => `A${n}`),
    fc.constant(''),
  ),
  buyer: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('a@b.example', 'c@d.example') },
    mostly('a@b.example', ''),
  ),
  date: mostly('13/02/2026', '14/03/2026', '31/02/2026', '31/12/2026'),
  total: fc.oneof(
    fc.constantFrom('10.00', '20.00'),
    mostly('10.00', '', '-10.00', '-5.00', '-99.00', 'none'),
  ),
  refunded: mostly('0.00', '10.00', '5.00', '-5.00', '-', '', '5.00 or 6.00'),
  status: mostly('paid', 'cancelled', 'refunded', 'zqmark'),
  currency: mostly('EUR', 'USD', 'CHF'),
});

const plain = (place: number): Row => ({
  order: `P${place}`,
  buyer: 'p@q.example',
  date: '13/02/2026',
  total: '10.00',
  refunded: '0.00',
  status: 'paid',
  currency: 'EUR',
});
const csvOf = (rows: Row[]): string =>
  `${HEADER}\n${rows.map((one) => `${Object.values(one).join(',')}\n`).join('')}`;

interface Event {
  visitor: string;
  name: string;
  at: string;
  value: number;
  id: string;
}
const event: fc.Arbitrary<Event> = fc.record({
  visitor: mostly('v1', ''),
  name: mostly('purchase', 'page_view'),
  at: fc.constant('2026-02-13T10:00:00Z'),
  value: fc.constantFrom(10, 20, -5),
  id: fc.constantFrom('A1', 'A2', ''),
});
const linesOf = (events: Event[]): string =>
  events
    .map(
      ({ id, value, ...rest }) => `${JSON.stringify({ ...rest, props: { value, transaction_id: id } })}\n\n`,
    )
    .join('');
const A_VIEW = { visitor: 'v0', name: 'page_view', at: '2026-02-13T10:00:00Z', value: 10, id: '' };

test('lines of the report add up, whatever becomes of rows', () => {
  const files = fc.tuple(fc.array(row, { maxLength: 30 }), fc.array(row, { maxLength: 30 }));
  fc.assert(
    fc.property(files, fc.array(event, { maxLength: 8 }), ([first, second], events) => {
      const many = Array.from({ length: 300 }, (_, i) => plain(i));
      const more = Array.from({ length: 300 }, (_, i) => plain(1000 + i));
      const read = readOf(
        [csvOf([...many, ...first]), csvOf([...more, ...second]), linesOf([A_VIEW, ...events])],
        ['a.csv', 'b.csv', 'events.jsonl'],
      );
      const rows = 600 + first.length + second.length + 1 + events.length;
      expect(sum(read.files.map((file) => file.rows))).toBe(rows);
      const counted = [read.refused, read.orders, ...Object.values(read.noted)];
      expect(sum(counted)).toBe(rows);
      expect(countSaid(sayRead(read))).toEqual({ rows, told: rows });
    }),
    { numRuns: 300 },
  );
});

const say = (...rows: string[]) => sayRead(readOf([[HEADER, ...rows, ''].join('\n')]));
const KEPT = 'K1,k@l.example,13/02/2026,10.00,0.00,paid,EUR';

test('the panel says the same words', () => {
  const one = (why: string) => ({ [why]: 7 });
  for (const [why, [, many]] of Object.entries(NOTED_ROWS)) {
    const [first = '', ...rest] = many;
    expect(sayInPanel(one(why))).toEqual([`${first.toUpperCase()}${rest.join('')}: 7`]);
  }
  expect(sayInPanel({ cancelled: 7 })).toEqual([]);
});

test('an order that was given back whole is said, by a row of its own or by a column', () => {
  const said = say(
    KEPT,
    'A1,a@b.example,13/02/2026,10.00,10.00,paid,EUR',
    'A2,a@b.example,13/02/2026,10.00,0.00,paid,EUR',
    'A2,a@b.example,14/02/2026,-10.00,0.00,paid,EUR',
  );
  expect(said).toContain('  2 orders that were given back whole, left out\n');
  expect(said).toContain('  1 refund, taken off\n');
  expect(said).toContain('1 buyer, 1 order on');
});

test('what was refunded is taken off however it is written, and what cannot be read is said', () => {
  const said = say(
    KEPT,
    'A1,a@b.example,13/02/2026,10.00,-10.00,paid,EUR',
    'A2,a@b.example,13/02/2026,10.00,-,paid,EUR',
    'A3,a@b.example,13/02/2026,10.00,,paid,EUR',
  );
  expect(said).toContain('  1 order that was given back whole, left out\n');
  expect(said).toContain('2 buyers, 3 orders on');
  const rows = Array.from({ length: 20 }, (_, i) => `B${i},k@l.example,13/02/2026,10.00,0.00,paid,EUR`);
  const odd = say(...rows, 'A1,a@b.example,13/02/2026,10.00,5.00 or 6.00,paid,EUR');
  expect(odd).toMatch(/1 .*no readable total/);
});

test('a refund of nothing that was read is not said to be taken off', () => {
  const said = say(KEPT, 'Z9,nobody@b.example,14/02/2026,-10.00,0.00,paid,EUR');
  expect(said).toContain('  1 refund of an order that was not read, left out\n');
  expect(said).not.toContain('taken off');
});

test('further rows of a cancelled order are said to be of it, and their refunds are taken off no other', () => {
  const said = say(
    KEPT,
    'A1,k@l.example,14/02/2026,-10.00,0.00,paid,EUR',
    'A1,k@l.example,13/02/2026,10.00,0.00,cancelled,EUR',
    'A1,k@l.example,13/02/2026,,,,',
  );
  expect(said).toContain('"Status" leaves out 1 order (cancelled).');
  expect(said).toContain('  2 further rows of cancelled orders, left out\n');
  expect(said).toContain('1 buyer, 1 order on');
  expect(said).not.toContain('cancelled order, left out');
});

test('what the first row of an order says counts, in whichever file it stands', () => {
  const of = (status: string) => `${HEADER}\n${KEPT}\nA1,a@b.example,13/02/2026,10.00,0.00,${status},EUR\n`;
  const paidFirst = readOf([of('paid'), of('cancelled')]);
  expect([paidFirst.orders, paidFirst.noted]).toEqual([2, { again: 2 }]);
  const cancelledFirst = readOf([of('cancelled'), of('paid')]);
  expect([cancelledFirst.orders, cancelledFirst.noted]).toEqual([
    1,
    { again: 1, cancelled: 1, 'cancelled again': 1 },
  ]);
});
