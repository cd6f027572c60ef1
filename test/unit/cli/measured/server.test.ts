// `--engine http://…` against a server that answers as ClickHouse does, and in every way in which one fails; and `--sql`.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);

interface Question {
  sql: string;
  url: string;
  method: string | undefined;
  authorization: string | undefined;
}
type Answer = { status?: number; body: string };

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

/** @returns its host and port, and what it was asked */
async function serve(answer: (sql: string) => Answer): Promise<{ host: string; asked: Question[] }> {
  const asked: Question[] = [];
  const own = createServer(async (request, response) => {
    const sql = await readAll(request);
    const { method, url = '', headers } = request;
    asked.push({ sql, url, method, authorization: headers.authorization });
    const { status = 200, body } = answer(sql);
    response.writeHead(status).end(body);
  });
  server = own;
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  const address = own.address();
  return { host: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, asked };
}
const table = (data: unknown[][]): Answer => ({
  body: JSON.stringify({ meta: [], data, rows: data.length }),
});

/** As ClickHouse writes them: large numbers in quotes. */
const ROWS = ['holdout', 'on'].flatMap((arm) => [
  ['2026-11-01', 'tents', 1, arm, '', '', 0, '1000', 0, 0],
  ['2026-11-01', 'tents', 1, arm, 'order', '', 1, '30', 0, 0],
]);
function asClickHouse(sql: string): Answer {
  if (sql.startsWith('SELECT count() FROM selvedge_lines WHERE')) return table([['0']]);
  if (sql.startsWith('SELECT count() FROM selvedge_lines')) return table([['40000']]);
  if (sql.startsWith('SELECT fate'))
    return table([
      ['counted', '2065'],
      ['robot', '7'],
      ['unreadable', '3'],
      ['outside', '2'],
      ['elsewhere', '9'],
    ]);
  return table(ROWS);
}
const report = (...words: string[]) => line.runLater(['report', ...words]);

test('what it counts is reported', async () => {
  const { host, asked } = await serve(asClickHouse);
  const { code, out, err } = await report('--engine', `http://me:se%20cret@${host}/?database=logs`, '--json');
  expect([code, err]).toEqual([0, '']);
  const { source, experiences } = JSON.parse(out);
  expect(source).toEqual({
    engine: `http://${host}/`,
    files: 0,
    lines: 40_000,
    pings: 2060,
    skipped: { robot: 7, twice: 5, unreadable: 3, outside: 2, unknown: 0 },
  });
  expect(experiences[0].goals[0].arms).toMatchObject([{ arm: 'holdout', visitors: 1000, converted: 30 }, {}]);
  expect(asked).toHaveLength(4);
  for (const { sql, url, method, authorization } of asked) {
    expect(method).toBe('POST');
    expect(sql).toMatch(/\nFORMAT JSONCompact$/);
    // nothing is written there
    expect(sql).not.toMatch(/INSERT|CREATE|DROP|ALTER/);
    expect(Object.fromEntries(new URL(url, 'http://a.example').searchParams)).toEqual({
      database: 'logs',
      wait_end_of_query: '1',
      skip_unavailable_shards: '0',
    });
    expect(authorization).toBe(`Basic ${Buffer.from('me:se cret').toString('base64')}`);
  }
  expect(out).not.toContain('cret');
});

test('path, days and robots are asked for', async () => {
  const { host, asked } = await serve(asClickHouse);
  const words = ['--ping', "/it's", '--since', '2026-11-01', '--until', '2026-11-09', '--robots', 'a\\d'];
  await report('--engine', `http://${host}/`, ...words);
  const [, rows] = asked;
  expect(rows?.sql).toContain("position(line, 'it\\'s') > 0");
  expect(rows?.sql).toContain("day < toDate('2026-11-01') OR day > toDate('2026-11-09'), 'outside'");
  expect(rows?.sql).toContain("'(?i)(?:a\\\\d)|");
});

describe('an error is told, and no number', () => {
  test.each<[what: string, answer: (sql: string) => Answer, says: RegExp]>([
    [
      'a shard is down',
      () => ({
        status: 500,
        body: 'Code: 279, e.displayText() = DB::Exception: All connection tries failed.\n',
      }),
      /answers 500: Code: 279, .*All connection tries failed\.\n$/,
    ],
    ['who asks may not', () => ({ status: 403, body: '' }), /answers 403: nothing\n$/],
    [
      'it fails half way',
      () => ({ body: '{"meta":[],"data":[["1"],\nCode: 241, Memory limit exceeded' }),
      /no table of ClickHouse's: .*Memory limit/s,
    ],
    ['it is another server', () => ({ body: '<h1>Hello</h1>' }), /no table of ClickHouse's: <h1>/],
    ['it answers other JSON', () => ({ body: '{"data":[{"a":1}]}' }), /no table of ClickHouse's/],
    ['it answers words for numbers', () => table([['many']]), /answers "many" for a number/],
    ['it answers nothing', () => table([]), /for a number/],
    [
      'only the last question fails',
      (sql) =>
        sql.startsWith('SELECT count() FROM selvedge_lines\n')
          ? { status: 500, body: 'x' }
          : asClickHouse(sql),
      /answers 500: x/,
    ],
    [
      'there is no ping',
      (sql) => (/^SELECT (?:day|fate)/.test(sql) ? table([]) : asClickHouse(sql)),
      /^There is no ping in 40,000 lines/,
    ],
  ])('%s', async (_, answer, says) => {
    const { host } = await serve(answer);
    const { code, out, err } = await report('--engine', `http://me:secret@${host}/`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(says);
    expect(err).not.toContain('secret');
  });
  test('nobody listens', async () => {
    const { host } = await serve(asClickHouse);
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    const { code, out, err } = await report('--engine', `http://${host}/`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `http://${host}/ does not answer (ECONNREFUSED). Check the address, and that it listens there.\n`,
    );
  });
});

describe('--sql', () => {
  test('prints tables, what becomes of lines, and the count', async () => {
    const { code, out, err } = await report('--sql', '--ping', '/seen');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('CREATE TABLE selvedge_lines (line String)');
    expect(out).toMatch(/CREATE TABLE selvedge_pings \(day Date, .+\n {2}ENGINE = MergeTree PARTITION BY/);
    expect(out).toContain("position(line, 'seen') > 0");
    expect(out).toContain(
      'count() AS pings, sum(y) AS value, sum(q) AS squares\nFROM (SELECT e, o, a, g, r, min(day)',
    );
    expect(out).not.toContain('Distributed');
  });
  test('over a cluster', async () => {
    const { out } = await report('--sql', '--cluster', 'shop');
    expect(out).toContain(
      'CREATE TABLE selvedge_pings AS selvedge_pings_local\n  ENGINE = Distributed(shop, currentDatabase(), selvedge_pings_local, cityHash64(r));',
    );
  });
  test.each<[words: string, says: RegExp]>([
    ['access.log --sql', /"access\.log" would not be read: --sql takes no file/],
    ['access.log --engine http://a.example:8123/', /would not be read: that --engine takes no file/],
    ['--sql --json', /--sql prints queries and reads nothing/],
    ['--sql --config a.json', /--sql prints queries/],
    ['--sql --cluster a;b', /--cluster is the name/],
    ['--cluster shop access.log', /--cluster goes with --sql/],
    ['--engine ftp://a.example/', /--engine is lines, chdb or the address/],
    ['--engine http://', /--engine is lines, chdb or the address/],
  ])('report %s', async (words, says) => {
    const { code, out, err } = await report(...words.split(' '));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
});
