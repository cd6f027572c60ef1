// `selvedge report`: the same truth of every format, and no smaller number of a log that cannot be read whole.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../../shared/measure/report.ts';
import { createCommandLine } from '../command-line.ts';
import { FORMATS, type Format, REQUESTS, SKIPPED, STRANGE, textOf } from './log-lines.ts';

const line = createCommandLine();
afterAll(line.remove);
const CONFIG = {
  version: 1,
  site: 'shop.example',
  revision: 3,
  goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
  segments: [],
  experiences: [
    {
      id: 'ten%ts & tarps',
      name: 'Tents',
      status: 'live',
      pages: ['/**'],
      holdout: 0.1,
      goal: 'order',
      variants: ['b c', 'd'].map((id) => ({
        id,
        name: id,
        segment: 'everyone',
        weight: id === 'd' ? 0 : 1,
        changes: [{ kind: 'css', value: 'h1 { color: red }' }],
      })),
    },
  ],
};
const [COMBINED] = FORMATS as [Format];
beforeEach(() => {
  line.empty();
  line.write('a.json', JSON.stringify(CONFIG));
  line.write('access.log', textOf(COMBINED, REQUESTS));
});
const report = (...words: string[]) => line.runLater(['report', ...words]);
async function read(...words: string[]): Promise<Report> {
  const { code, out, err } = await report(...words, '--config', 'a.json', '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

const PINGS = REQUESTS.filter(({ address }) => address.includes('?')).length;

test('each visitor and each goal is counted', async () => {
  const { source, experiences, ...rest } = await read('access.log');
  expect(rest).toEqual({
    version: 1,
    site: 'shop.example',
    revision: 3,
    made: '2026-11-28T12:00:00.000Z',
    from: '2026-11-01',
    until: '2026-11-10',
    alpha: 0.05,
  });
  expect(source).toEqual({
    engine: 'lines',
    files: 1,
    lines: REQUESTS.length,
    pings: PINGS,
    skipped: { robot: 0, twice: 0, unreadable: 0, outside: 0, unknown: 0 },
  });
  const of = (arm: string, what: string) =>
    REQUESTS.filter(({ address }) => address.includes(`&a=${arm}${what}`)).length;
  const [experience] = experiences;
  expect(experience?.split).toMatchObject({
    arms: [
      { arm: 'holdout', visitors: 60, expected: 60 },
      { arm: 'variant:b c', visitors: 540, expected: 540 },
    ],
    isBroken: false,
  });
  expect(experience?.goals[0]?.arms.map(({ converted }) => converted)).toEqual([
    of('holdout', '&g=order&n=1'),
    of('variant%3Ab%20c', '&g=order&n=1'),
  ]);
  expect(experience?.goals[0]?.comparisons[0]?.series).toHaveLength(10);
});

describe('the same truth', () => {
  const same = async (...words: string[]): Promise<Report['source']> => {
    const truth = await read('access.log');
    const { source, ...told } = await read(...words);
    expect({ ...told, source: truth.source }).toEqual(truth);
    expect(source.pings).toBe(PINGS);
    return source;
  };
  test.each(FORMATS)('of $name', async (format) => {
    const requests = [...REQUESTS, ...STRANGE];
    line.write('other.log', textOf(format, requests));
    const { skipped } = await same('other.log');
    // who does not say the agent cannot say that it is a robot's, which is then one more of a visitor that is there
    expect(skipped).toEqual(format.isAgentTold ? SKIPPED : { ...SKIPPED, robot: 0, twice: 2 });
  });
  test('of all formats in one file, of many members, ending as in Windows, cut in its last line', async () => {
    const at = (i: number) => REQUESTS.filter((_, j) => j % FORMATS.length === i);
    const texts = FORMATS.map((format, i) => textOf(format, at(i)).replaceAll('\n', '\r\n'));
    line.write('mixed.log.gz', Buffer.concat(texts.map((text) => gzipSync(text))));
    await same('mixed.log.gz');
    line.write('mixed.log', `${texts.join('')}2026-11-10\t07:59:05\tFRA56\t0\t203.0.1`);
    await same('mixed.log');
  });
  test('of files that overlap, a folder, a pattern and a pipe', async () => {
    line.write('days/1.log', textOf(COMBINED, REQUESTS.slice(0, 900)));
    line.write('days/2.log.gz', gzipSync(textOf(COMBINED, REQUESTS.slice(500))));
    const source = await same('days', 'days/*.log');
    expect(source.files).toBe(2);
    expect(source.skipped.twice).toBeGreaterThan(0);
    const piped = await line.runLater(
      ['report', '-', '--json', '--config', 'a.json'],
      [textOf(COMBINED, REQUESTS)],
    );
    expect(JSON.parse(piped.out)).toEqual(await read('access.log'));
  });
  test('of another path', async () => {
    line.write('other.log', textOf(COMBINED, REQUESTS).replaceAll('/selvedge-ping', '/seen'));
    await same('other.log', '--ping', '/seen');
  });
});

test('only the days that are asked for', async () => {
  const { from, until, source, experiences } = await read(
    'access.log',
    '--since',
    '2026-11-03',
    '--until',
    '2026-11-05',
  );
  expect([from, until]).toEqual(['2026-11-03', '2026-11-05']);
  expect(source.pings + source.skipped.outside).toBe(PINGS);
  expect(experiences[0]).toMatchObject({ days: 3 });
});

test('robots are whom one says, alpha is as one says', async () => {
  const { code, err } = await report('access.log', '--robots', 'fireFOX');
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/^No ping counts, of those in .+: [\d,]+ of robots\./),
  ]);
  expect((await read('access.log', '--alpha', '0.01')).alpha).toBe(0.01);
});

describe('in words', () => {
  test('a sentence, a table, and what was not counted', async () => {
    line.write('access.log', textOf(COMBINED, [...REQUESTS, ...STRANGE]));
    const { code, out, err } = await report('access.log', '--config', 'a.json');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Tents: too early to say: 8 of 25 who reached “Order” in the holdout\. At this pace/,
    );
    expect(out).toMatch(/^ {4}arm +visitors +converted +rate +lift +between +verdict$/m);
    expect(out).toMatch(/^ {4}holdout +60 +8 +13 %$/m);
    expect(out).toMatch(/^ {4}variant:b c +540 +\d+ +\d\d % +[+−]\d+ % +.+ to .+ {2}too early$/m);
    expect(out).toMatch(
      /^2026-11-01 to 2026-11-10 \(UTC\): .+; not counted: 1 of robots, 1 seen twice, 3 unreadable\.$/m,
    );
    expect(out).toContain('95 times in 100, however often you look');
    expect(out).not.toMatch(/NaN|undefined|null|Infinity|significan/);
  });
  test('of one it says one', async () => {
    line.write('access.log', `2026-11-01T10:00:00Z /selvedge-ping?v=1&e=a&o=1&a=on&r=abcdefghij01\n`);
    expect((await report('access.log')).out).toContain(': 1 ping in 1 line.\n');
  });
  test('-o writes the data beside them', async () => {
    const { out, err } = await report('access.log', '--config', 'a.json', '-o', 'report.json');
    expect(out).toMatch(/^Tents: /);
    expect(err).toBe('report.json: written. The panel opens it.\n');
    expect(JSON.parse(line.read('report.json'))).toEqual(await read('access.log'));
  });
  test('how far it is only where somebody looks', async () => {
    const { code, err } = await line.runLater(['report', 'access.log'], [], true);
    expect(code).toBe(0);
    expect(err).toContain('1 of 1: ');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
    expect((await report('access.log')).err).toBe('');
  });
});

describe('refused', () => {
  const log = () => line.read('access.log');
  test.each<[what: string, content: () => string | Uint8Array, says: RegExp]>([
    [
      'packed and cut',
      () => gzipSync(log()).subarray(0, -9),
      /^other\.log: it is packed, and ends before its end\. Copy/,
    ],
    [
      'packed and damaged',
      () => Buffer.concat([gzipSync(log()).subarray(0, -8), Buffer.alloc(8, 1)]),
      /^other\.log: it is packed, and damaged/,
    ],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /^other\.log: this is no text/],
    ['zip', () => 'PK\u0003\u0004 and so on', /^other\.log: this is a spreadsheet, or packed by zip/],
    ['empty', () => '', /^other\.log: there is nothing in it, not one line\. See that it was copied whole/],
    ['packed and empty', () => gzipSync(''), /^other\.log: there is nothing in it/],
  ])('%s, beside a good one', async (_, content, says) => {
    line.write('other.log', content());
    const { code, out, err } = await report('access.log', 'other.log', '-o', 'report.json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(says);
    expect(line.list()).not.toContain('report.json');
  });
  test.each<[what: string, content: string, says: RegExp]>([
    ['empty', '', /^other\.log: there is nothing in it/],
    ['of one line', 'GET /a\n', /^There is no ping in 1 line: no request/],
    [
      'foreign',
      'GET /a\nGET /b\n',
      /^There is no ping in 2 lines: no request to \/selvedge-ping\?…\nSee that/,
    ],
    [
      'of old versions',
      `${textOf(COMBINED, REQUESTS).replaceAll('v=1', 'v=3')}`,
      /^No ping counts.+unreadable\./,
    ],
  ])('%s', async (_, content, says) => {
    line.write('other.log', content);
    const { code, out, err } = await report('other.log');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(says);
  });
  test('symbols without a config, as level and ε are not in the log', async () => {
    line.write('access.log', log().replaceAll('&n=1&', '&n=1&s=1&'));
    const { code, out, err } = await report('access.log');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('say --config FILE');
  });
  test('a config that is none, and one of another site', async () => {
    line.write('bad.json', '{}');
    const bad = await report('access.log', '--config', 'bad.json');
    expect([bad.code, bad.out]).toEqual([1, '']);
    expect(bad.err).toMatch(/bad\.json: nothing can be reported by it, as `selvedge check` refuses it\n$/);
    line.write('other.json', JSON.stringify(CONFIG).replaceAll('ten%ts', 'boats'));
    const other = await report('access.log', '--config', 'other.json');
    expect([other.code, other.out]).toEqual([1, '']);
    expect(other.err).toMatch(/^No ping counts.+experiences, rounds, arms or goals that the config has not/);
    expect(await report('access.log', '--config', 'none.json')).toMatchObject({
      code: 1,
      err: 'none.json: there is no such file. Check the name and the folder.\n',
    });
  });
  test('to write over what is read', async () => {
    const before = log();
    for (const out of ['access.log', './access.log', 'a.json'])
      expect(await report('access.log', '--config', 'a.json', '-o', out)).toMatchObject({ code: 2, out: '' });
    expect(log()).toBe(before);
  });
  test('where nothing can be written nothing is said to be', async () => {
    const { code, out, err } = await report('access.log', '-o', 'none/report.json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^none\/report\.json: there is no such folder/);
  });
  test.each<[words: string, says: RegExp]>([
    ['', /Name the access log/],
    ['access.log --since 2026-02-30', /--since is a day such as/],
    ['access.log --until yesterday', /--until is a day/],
    ['access.log --since 2026-11-03 --until 2026-11-01', /is after/],
    ['access.log --ping selvedge-ping', /--ping is the path/],
    ['access.log --ping /a?b', /--ping is the path/],
    ['access.log --robots (', /--robots is a regular expression/],
    ['access.log --alpha 0', /--alpha is a share/],
    ['access.log --alpha 5%', /--alpha is a share/],
    ['access.log --engine duck', /--engine is/],
    ['access.log --out=', /-o names no file/],
    ['access.log --config=', /--config names no file/],
    ['access.log --inline', /takes no --inline/],
    ['access.log --alpha 0.1 --alpha 0.2', /--alpha is there twice/],
  ])('report %s', async (words, says) => {
    const { code, out, err } = await report(...words.split(' ').filter(Boolean));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
  test('a name that is of no file', async () => {
    expect(await report('none.log')).toEqual({
      code: 1,
      out: '',
      err: 'none.log: there is no such file. Check the name and the folder.\n',
    });
    expect((await report('none*.log')).err).toMatch(/^none\*\.log: there is no file of this name/);
  });
});
