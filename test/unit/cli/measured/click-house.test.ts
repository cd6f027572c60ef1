// A real ClickHouse server, and a cluster of two, say of the same lines what the reader of this program says.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROBOTS } from '../../../../cli/sql/judge-lines.ts';
import { printQueries } from '../../../../cli/sql/queries.ts';
import type { Report } from '../../../../shared/measure/report.ts';
import { isRobot } from '../../../../shared/page/robot.ts';
import { createCommandLine } from '../command-line.ts';
import { type ClickHouse, isInstalled, startClickHouse } from './click-house.ts';
import { FORMATS, PATH, REQUESTS, STRANGE, textOf } from './log-lines.ts';

const line = createCommandLine();
afterAll(line.remove);

/** Requests of others, and what is no ping though the path stands in it. */
const BESIDE = [
  `203.0.113.9 - - [28/Nov/2026:08:30:37 +0100] "GET /tents HTTP/1.1" 200 9 "https://a.example${PATH}?v=1" "F"`,
  `203.0.113.9 - - [28/Nov/2026:08:30:37 +0100] "GET /a${PATH}?v=1 HTTP/1.1" 200 9`,
  `{"ts":1795851037,"uri":"/tents","headers":{"Referer":["${PATH}?v=1"]}}`,
  `{"ts":1795851037,"uri":"${PATH}?v=1`,
  `2026/11/28 07:30:37 [error] 1#1: open() failed, request: "GET ${PATH}?v=1 HTTP/1.1"`,
  `{"date":"2026-11-05","time":"23:59:59","cs-uri-stem":"${PATH}","cs-uri-query":"v=1&e=tents&o=1&a=on&r=abcdefghijkl","cs(User-Agent)":"F"}`,
  `01/Nov/2026 ${PATH}`,
  `203.0.113.9 - - [28/Foo/2026:08:30:37 +0100] "GET ${PATH}?v=1&e=a&o=1&a=on&r=abcdefghijkm HTTP/1.1" 204 0`,
  `203.0.113.9 - - [28/Nov/2026:00:30:37 +0100] "GET ${PATH}?v=1&e=a%&o=1&a=on&r=abcdefghijkn HTTP/1.1" 204 0`,
  `203.0.113.9 - - [28/Nov/2026:00:30:37 +0100] "GET ${PATH}?v=1&e=a+b&o=1&a=on&r=abcdefghijko HTTP/1.1" 204 0`,
  `203.0.113.9 - - [28/Nov/2026:00:30:37 +0100] "GET ${PATH}?v=1&e=a+b&o=1&a=on&g=x&n=21&r=abcdefghijkp HTTP/1.1" 204 0`,
  `203.0.113.9 - - [28/Nov/2026:00:30:37 +0100] "GET ${PATH}?v=1&e=a+b&o=1&a=on&g=x&n=1&y=2&r=abcdefghijkp HTTP/1.1" 204 0`,
  `203.0.113.9 - - [28/Nov/2026:00:30:37 +0100] "GET ${PATH}?v=1&e=a+b&o=1&a=on&g=x&n=1&y=1e308&q=4&r=abcdefghijkq HTTP/1.1" 204 0`,
  `203.0.113.9 - - [28/Nov/2026:00:30:37 +0100] "GET ${PATH}?v=1&e=a+b&o=1&a=on&g=x&n=1&y=2&q=-1e31&r=abcdefghijkq HTTP/1.1" 204 0`,
  `203.0.113.9 - - [28/Nov/1999:00:30:37 +0100] "GET ${PATH}?v=1&e=a+b&o=1&a=on&r=abcdefghijkr HTTP/1.1" 204 0`,
  `1999-11-28T00:30:37Z ${PATH}?v=1&e=a+b&o=1&a=on&r=abcdefghijks`,
  `\ufeff2026-11-05T00:30:37Z ${PATH}?v=1&e=a+b&o=1&a=on&r=abcdefghijkt`,
  `2026-11-05T00:30:37Z ${PATH}?v=1&e=a+b&o=1&a=on&r=abcdefghijku\r2026-11-05T00:30:37Z ${PATH}?v=1&e=a+b&o=1&a=on&r=abcdefghijkv`,
];
const TEXT = FORMATS.map((format, i) =>
  textOf(format, [...REQUESTS.filter((_, j) => j % FORMATS.length === i || j % 50 === 0), ...STRANGE]),
).join('');
const LINES = [...BESIDE, ...TEXT.trimEnd().split('\n')];

async function report(...words: string[]): Promise<Report> {
  const { code, out, err } = await line.runLater(['report', ...words, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}
const load = (server: ClickHouse, lines: string[]) =>
  server.run(
    `INSERT INTO selvedge_lines FORMAT JSONEachRow ${lines.map((text) => JSON.stringify({ line: text })).join('\n')}`,
  );
/** The statements that `--sql` prints. */
const statements = (cluster?: string): string[] =>
  printQueries({ path: PATH }, cluster)
    .split('\n')
    .filter((row) => !row.startsWith('--'))
    .join('\n')
    .split(/;\n/)
    .map((text) => text.trim())
    .filter(Boolean);
const asFiles = (told: Report, truth: Report): Report => ({
  ...told,
  source: { ...told.source, engine: truth.source.engine, files: truth.source.files },
});

test.each([
  'Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Linux; Android 9; CUBOT_X19) Chrome/142.0 Mobile',
  'Cubot',
  'AdsBot-Google',
  'bot',
  'ubot/1',
  'robots',
  'Bottle/1.0',
  'Chrome-Lighthouse',
  '',
])('the query takes for a robot whom the tag does: %s', (agent) => {
  expect(new RegExp(ROBOTS, 'i').test(agent)).toBe(isRobot(agent));
});

// a server of 2018 takes its time for long queries, and on a busy machine more
describe.skipIf(!isInstalled)('a real server', { timeout: 300_000 }, () => {
  let shop: Awaited<ReturnType<typeof startClickHouse>>;
  let truth: Report;
  beforeAll(async () => {
    shop = await startClickHouse(2);
    line.write('access.log', LINES.join('\n'));
    truth = await report('access.log');
  }, 300_000);
  afterAll(() => shop.stop());
  beforeEach(async () => {
    for (const server of shop.servers)
      for (const name of ['lines', 'lines_local', 'pings', 'pings_local'])
        await server.run(`DROP TABLE IF EXISTS selvedge_${name}`);
  });

  test('says the same of all formats, of strange lines, and of days', async () => {
    const [server] = shop.servers;
    if (!server) throw new Error('no server');
    const [lines = ''] = statements();
    await server.run(lines);
    await load(server, LINES);
    expect(truth.source.skipped).toMatchObject({ robot: expect.any(Number), twice: expect.any(Number) });
    const told = await report('--engine', server.address);
    expect(told.source.engine).toBe(server.address);
    expect(asFiles(told, truth)).toEqual(truth);
    const asked = ['--since', '2026-11-03', '--until', '2026-11-05', '--robots', 'gecko'];
    const some = await line.runLater(['report', 'access.log', ...asked, '--json']);
    const same = await line.runLater(['report', '--engine', server.address, ...asked, '--json']);
    expect(asFiles(JSON.parse(same.out), JSON.parse(some.out))).toEqual(JSON.parse(some.out));
  });

  test('what --sql prints runs there and counts the same, however often lines become pings', async () => {
    const [server] = shop.servers;
    if (!server) throw new Error('no server');
    const [lines = '', pings = '', insert = '', count = ''] = statements();
    await server.run(lines);
    await server.run(pings);
    await load(server, LINES);
    await server.run(insert);
    const once = await server.run(count);
    await server.run(insert);
    expect(await server.run(count)).toBe(once);
    expect(await server.run(`SELECT sum(pings) FROM (${count})`)).toBe(`${truth.source.pings}\n`);
  });

  test('a table that is not there, and columns in another order, are refused', async () => {
    const [server] = shop.servers;
    if (!server) throw new Error('no server');
    const missing = await line.runLater(['report', '--engine', server.address]);
    expect([missing.code, missing.out]).toEqual([1, '']);
    expect(missing.err).toMatch(/answers \d+: .*selvedge_lines/s);
    await server.run(statements()[0] ?? '');
    await load(server, ['#Fields: date time cs-uri-query cs-uri-stem', ...LINES.slice(0, 3)]);
    const { code, out, err } = await line.runLater(['report', '--engine', server.address]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('columns are not those of CloudFront');
  });

  test('two shards say the same, and one that is down is an error', async () => {
    const [one, other] = shop.servers;
    if (!one || !other) throw new Error('no servers');
    const [local = '', over = '', ...pings] = statements('shards');
    for (const server of shop.servers) await server.run(local);
    await one.run(over);
    const half = Math.floor(LINES.length / 2);
    for (const [server, lines] of [
      [one, LINES.slice(0, half)],
      [other, LINES.slice(half)],
    ] as const)
      await server.run(
        `INSERT INTO selvedge_lines_local FORMAT JSONEachRow ${lines.map((text) => JSON.stringify({ line: text })).join('\n')}`,
      );
    expect(asFiles(await report('--engine', one.address), truth)).toEqual(truth);
    const [localPings = '', overPings = '', insert = '', count = ''] = pings;
    for (const server of shop.servers) await server.run(localPings);
    await one.run(overPings);
    await one.run(insert);
    // each shard gets its part in its own time
    const sum = `SELECT sum(pings) FROM (${count})`;
    await expect.poll(async () => Number(await one.run(sum)), { timeout: 200_000 }).toBe(truth.source.pings);
    await other.stop();
    const { code, out, err } = await line.runLater(['report', '--engine', one.address]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/answers \d+: /);
  });
});
