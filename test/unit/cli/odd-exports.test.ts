// Exports that nobody means to give: without a header, with columns that are there twice, numbers and days that no order
// has, cut, packed, in other encodings. What cannot be told is asked; nothing that stands in a row is said to anybody.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { draws } from '../../support/draws.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const MARK = 'zqmark';
const run = (words: string[] = []) =>
  line.runLater(['learn', 'orders.csv', '--what', 'rfm', '-o', 'learned.json', ...words]);
type Row = [buyer: string, date: string, total: string, order: string];
const rows = (count: number, change: (row: Row, i: number) => Row = (row) => row): Row[] =>
  Array.from({ length: count }, (_, i) =>
    change(
      [
        `${MARK}${i % 400}@x.example`,
        `2026-0${1 + (i % 9)}-${10 + ((i * 7) % 18)}`,
        `${10 + (i % 80)}.50`,
        `${MARK}o${i}`,
      ],
      i,
    ),
  );
const HEAD = 'Email,Date,Total,Order';
const csv = (of: string[][], head = HEAD): string =>
  `${[head, ...of.map((row) => row.join(','))].join('\n')}\n`;
const read = (out: string) => JSON.parse(out).read;

test('a first line that holds no known name is not told: it may be the first buyer', async () => {
  for (const [first, says] of [
    [
      `${MARK} Doe;heute;zwölf;A`,
      'The first line of the file names them, 4 in all; else write one above it.',
    ],
    [`${MARK} Doe\tMar 3, 2026\t$12.50\tA`, 'the first line holds no names of columns'],
  ] as const) {
    line.write('orders.csv', `${first}\n`.repeat(400));
    for (const words of [[], ['--map', 'buyer=Kunde']]) {
      const { code, out, err } = await run(words);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(says);
      expect(err).not.toContain(MARK);
    }
  }
});

test('what somebody is called is no order number, where it is said to be the buyer', async () => {
  line.write('orders.csv', csv(rows(800), 'Name,Date,Total,Number'));
  const { out, code } = await run(['--map', 'buyer=Name', '--json']);
  expect([code, read(out).orders]).toEqual([0, 800]);
});

test.each<[what: string, head: string, map: string[], says: string]>([
  [
    'one column for two',
    HEAD,
    ['--map', 'buyer=Email,order=Email'],
    '"Email" cannot be both buyer and order',
  ],
  [
    'one column for two sums',
    HEAD,
    ['--map', 'total=Total,refunded=total'],
    'cannot be both total and refunded',
  ],
  [
    'two columns of a name',
    'Email,Date,Total,date',
    [],
    'two columns are called "Date", and one is the date',
  ],
  [
    'two of a name that is said',
    'Who,Date,Total,who',
    ['--map', 'buyer=Who'],
    'two columns are called "Who"',
  ],
])('%s is asked', async (_, head, map, says) => {
  line.write('orders.csv', csv(rows(400), head));
  const { code, out, err } = await run(map);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(says);
});

test.each([
  ['a carriage return alone', ['\r']],
  ['each kind of line end in turn', ['\n', '\r\n', '\r']],
  ['a few alone', [...Array<string>(49).fill('\n'), '\r']],
])('%s ends lines, and no row is missed', async (_, ends) => {
  const lines = csv(rows(800)).trimEnd().split('\n');
  line.write('orders.csv', lines.map((one, i) => one + ends[i % ends.length]).join(''));
  const { code, out } = await run(['--json']);
  expect([code, read(out).orders, read(out).refused]).toEqual([0, 800, 0]);
});

test('a day that is still to come is no order, and does not make all others old', async () => {
  for (const late of ['2062-03-03', '2026-12-01', '2/13/2062']) {
    line.write('orders.csv', csv(rows(800, (row, i) => (i === 50 ? [row[0], late, row[2], row[3]] : row))));
    const { code, out } = await run(['--json']);
    expect([code, read(out).until.slice(0, 7)]).toEqual([0, '2026-09']);
    expect(read(out).reasons).toMatchObject({
      'a date to come': 1,
    });
  }
});

test.each<[what: string, change: (row: Row) => Row, why: string]>([
  ['sums that no order has', ([buyer, date, , order]) => [buyer, date, '9e307', order], 'no readable total'],
  [
    'sums of 400 digits',
    ([buyer, date, , order]) => [buyer, date, '9'.repeat(400), order],
    'no readable total',
  ],
  ['days of antiquity', ([buyer, , total, order]) => [buyer, '0001-02-03', total, order], 'no readable date'],
  [
    'days of science fiction',
    ([buyer, , total, order]) => [buyer, '2326-02-03', total, order],
    'no readable date',
  ],
])('%s are told', async (_, change, why) => {
  line.write('orders.csv', csv(rows(800, (row, i) => (i === 700 ? change(row) : row))));
  const { code, out } = await run(['--json']);
  expect(code).toBe(0);
  expect(read(out).reasons).toMatchObject({
    [why]: 1,
  });
  expect(line.read('learned.json')).not.toMatch(/null|e\+/);
});

test('events of a time that there is not are told', async () => {
  const event = (i: number, at: number, value = 5) =>
    JSON.stringify({ visitor: `${MARK}${i}`, name: 'purchase', at, props: { value } });
  const fine = Array.from({ length: 400 }, (_, i) => event(i, Date.UTC(2026, 4 + (i % 5), 3)));
  const odd = [
    event(900, 1e20),
    event(901, -1e20),
    event(902, 0),
    event(903, 4e12),
    event(904, 1.77e12, 1e308),
  ];
  line.write('orders.csv', [...fine, ...odd].join('\n'));
  const { code, out } = await run(['--json']);
  expect(code).toBe(0);
  expect(read(out).reasons).toMatchObject({
    'no readable date': 3,
    'a date to come': 1,
    'no readable total': 1,
  });
});

test('the name of a column does not steer the terminal', async () => {
  line.write('orders.csv', csv(rows(800), '\u001b[31mWho\u009b,Date,Total,Order'));
  const asked = await run();
  expect(asked.err).toContain('There are: \ufffd[31mWho\ufffd, Date');
  const { code, out, err } = await run(['--map', 'buyer=\u001b[31mWho\u009b']);
  expect(code).toBe(0);
  expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

// whatever is done to a file, nothing of its rows comes out
const cell = fc.constantFrom(
  `${MARK}1@x.example`,
  `${MARK} Doe`,
  `"${MARK}, ""Doe"""`,
  `=HYPERLINK("${MARK}")`,
  '2026-05-05',
  '03/04/2026',
  '5. Mai 2026',
  '12,50 EUR',
  '1.234,50',
  '-5',
  'NaN',
  '',
  '"',
  `"${MARK}\n"`,
);
const head = fc.oneof(
  fc.constantFrom(
    HEAD,
    'Name,Date,Total',
    'Kunde;Datum;Summe',
    'Foo\tBar\tBaz',
    '',
    'Email,Email,Date,Total',
    'Email,"Date',
  ),
  fc.constant(undefined),
);
const pack = fc.constantFrom<(text: string) => string | Uint8Array>(
  (text) => text,
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(text.replaceAll('e', 'é'), 'latin1'),
  (text) => gzipSync(text),
  (text) => gzipSync(text).subarray(0, -9),
  (text) => text.slice(0, -3),
  (text) => `{"visitor":"${MARK}","name":"purchase","at":1.77e12}\n{"visitor":"${MARK}\n${text}`,
);
const map = fc.constantFrom<string[]>(
  [],
  ['--map', 'buyer=Name'],
  ['--map', 'buyer=Kunde,date=Datum:DD/MM/YYYY,total=Summe'],
  ['--json'],
  ['--map', 'buyer=Foo,date=Bar,total=Baz', '--json'],
);

test('nothing of a row is said, whatever the file is like', async () => {
  await fc.assert(
    fc.asyncProperty(
      head,
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
      pack,
      map,
      async (head, cells, separator, pack, words) => {
        line.empty();
        const text = [...(head === undefined ? [] : [head]), ...cells.map((row) => row.join(separator))].join(
          '\n',
        );
        line.write('orders.csv', pack(text));
        const { code, out, err } = await run(words);
        expect([0, 1]).toContain(code);
        expect(`${out}${err}`).not.toMatch(/zqmark|NaN|Infinity|undefined|\bat .+\.ts:/);
        expect(line.list().filter((name) => name !== 'orders.csv' && line.read(name).includes(MARK))).toEqual(
          [],
        );
      },
    ),
    { numRuns: draws(4000) },
  );
});
