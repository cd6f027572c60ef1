// Files that are no export as it is wanted, and exports with a line of a program's own: what it is, and what to do, is said;
// nothing of it is quoted, and nothing ends in the words of a program.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const MARK = 'zqmark';
const run = (name: string, words: string[] = []) =>
  line.runLater(['learn', name, '-o', 'learned.json', ...words]);

const rows = Array.from({ length: 800 }, (_, i) => [
  `${MARK}${i % 400}@x.example`,
  `2026-0${1 + (i % 9)}-${10 + ((i * 7) % 18)}`,
  `${10 + (i % 80)}.50`,
]);
const table = (separator: string) =>
  `${[['Email', 'Date', 'Total'], ...rows].map((row) => row.join(separator)).join('\n')}\n`;
const event = (more: object = {}) => ({
  visitor: MARK,
  name: 'purchase',
  at: Date.UTC(2026, 1, 3),
  props: { value: 12 },
  ...more,
});

test.each<[what: string, name: string, text: string, says: RegExp]>([
  [
    'a web page',
    'orders.csv',
    `<!DOCTYPE html>\n<html><title>${MARK}</title></html>`,
    /orders\.csv: this is a web page, or XML\. Export a table \(CSV\), or events as JSON lines\./,
  ],
  [
    'XML',
    'orders.xml',
    `<?xml version="1.0"?><orders><order buyer="${MARK}"/></orders>`,
    /this is a web page, or XML/,
  ],
  [
    'a feed',
    'feed.xml',
    `<?xml version="1.0"?><rss><channel><item><id>${MARK}</id></item></channel></rss>`,
    /feed\.xml: this is a feed of items\. Give it as --catalog feed\.xml, beside an export of orders or visits\./,
  ],
  [
    'a JSON array',
    'events.json',
    JSON.stringify([event(), event()]),
    /events\.json: this is one JSON document\. Write each event on a line of its own\./,
  ],
  ['JSON over several lines', 'events.json', JSON.stringify([event()], null, 2), /this is one JSON document/],
  [
    'one object over several lines',
    'events.json',
    JSON.stringify({ events: [event()] }, null, 2),
    /this is one JSON document/,
  ],
  [
    'a log without agents',
    'access.log',
    `10.0.0.1 - ${MARK} [03/Feb/2026:10:00:00 +0000] "GET /${MARK} HTTP/1.1" 200 5\n`.repeat(50),
    /access\.log: this is an access log that says no agents, by which visits are told apart\. Have it written in the combined format\./,
  ],
  [
    'a line without an end',
    'orders.csv',
    `Email,Date,Total,Note\n${MARK}@x.example,2026-02-03,5,${'x'.repeat(3 << 20)}\n`,
    /orders\.csv: line 2 is longer than any row of a table is\./,
  ],
])('%s', async (_what, name, text, says) => {
  line.write(name, text);
  const { code, out, err } = await run(name);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(says);
  expect(err).not.toContain(MARK);
});

test.each([';', '|', '\t'])(
  'a first line that says which sign separates is none of the table (%j)',
  async (sign) => {
    line.write('orders.csv', `\ufeffsep=${sign}\r\n${table(sign).replaceAll('\n', '\r\n')}`);
    const { code, out } = await run('orders.csv', ['--json']);
    expect([code, JSON.parse(out).read.orders, JSON.parse(out).read.refused]).toEqual([0, 800, 0]);
    // and lines are counted as an editor counts them
    line.write('orders.csv', `sep=${sign}\n${table(sign)}${['x', 'soon', '1'].join(sign)}\n`);
    const { out: told } = await run('orders.csv');
    expect(told).toContain('1 row not read: no readable date (orders.csv:803)');
  },
);

test('events that no program could follow are told, and the others read', async () => {
  const deep = `{"visitor":"${MARK}","name":"purchase","at":1770000000000,"props":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
  const inSeconds = JSON.stringify(event({ at: Date.UTC(2026, 1, 3) / 1000 }));
  const others = Array.from({ length: 60 }, (_, i) => JSON.stringify(event({ visitor: `${MARK}${i}` })));
  line.write('events.jsonl', [deep, inSeconds, ...others, ''].join('\n'));
  const { out, err } = await run('events.jsonl', ['--json', '--what', 'rfm,items']);
  expect(JSON.parse(out).read).toMatchObject({
    orders: 60,
    reasons: { 'no JSON': 1, 'no readable date': 1 },
  });
  expect(out + err).not.toMatch(/call stack|RangeError/);
});

test('what is read as dates is said where none are', async () => {
  line.write('orders.csv', table(',').replaceAll(/2026-(\d+)-(\d+)/g, '46$1$2'));
  expect((await run('orders.csv')).err).toContain(
    'what stands in "Date" is not read as dates. Name another column: --map date=COLUMN, or write them such as 2026-11-28.',
  );
});
