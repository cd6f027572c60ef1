// Logs as owners have them: packed, cut, joined, doubled, foreign. Whatever their form, the counts are the same, and what
// cannot be read to its end is an error.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { findFiles } from '../../../../cli/files/find-files.ts';
import { type LogOptions, readLogs } from '../../../../cli/log/read-logs.ts';
import { createLineSplitter, LONGEST_LINE } from '../../../../cli/log/split-lines.ts';
import { draws } from '../../../support/draws.ts';

const cwd = mkdtempSync(join(tmpdir(), 'selvedge-log-'));
const at = (path: string): string => join(cwd, path);
const write = (path: string, content: string | Uint8Array) => writeFileSync(at(path), content);
beforeEach(() => {
  rmSync(cwd, { recursive: true });
  mkdirSync(at('days'), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const PATH = '/selvedge-ping';
const pipe = (...parts: (string | Uint8Array)[]) => Readable.from(parts.map((part) => Buffer.from(part)));
const read = (names: string[], options: Partial<LogOptions> = {}) =>
  readLogs(findFiles(names, cwd), { path: PATH, pipe: pipe(), ...options });

const idOf = (i: number): string => createHash('sha1').update(`${i}`).digest('hex').slice(0, 12);
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0';
const combined = (address: string, day = '27', of = agent): string =>
  `203.0.113.9 - - [${day}/Nov/2026:10:00:00 +0000] "GET ${address} HTTP/2.0" 204 0 "-" "${of}"`;
const counted = (i: number, arm = i % 10 ? 'on' : 'holdout'): string =>
  `${PATH}?v=1&e=tents&o=1&a=${arm}&r=${idOf(i)}`;
const goal = (i: number, n = 1): string =>
  counted(i)
    .replace('&r=', `&g=order&n=${n}&y=2&q=4&r=`)
    .replace(idOf(i), idOf(i + 1e6 * n));

/** 100 visitors on two days; a third of them orders, some twice; and pages around it. */
const ADDRESSES = Array.from({ length: 100 }, (_, i) => [
  '/tents',
  counted(i),
  ...(i % 3 ? [] : [goal(i)]),
  ...(i % 9 ? [] : [goal(i, 2)]),
  `/tents?from=${PATH}`,
]).flat();
const LINES = ADDRESSES.map((address, i) => combined(address, i % 2 ? '27' : '28'));
const TEXT = `${LINES.join('\n')}\n`;
const PINGS = 100 + 34 + 12;
const NOTHING = { robot: 0, twice: 0, unreadable: 0, outside: 0, unknown: 0 };

async function truth() {
  write('access.log', TEXT);
  const answer = await read(['access.log']);
  expect(answer).toMatchObject({ files: 1, lines: LINES.length, pings: PINGS, skipped: NOTHING });
  return answer.rows;
}

test('each visitor and each goal is counted once', async () => {
  const rows = await truth();
  const sum = (arm: string, goal: string, isFirst: boolean) =>
    rows
      .filter((row) => row.a === arm && row.g === goal && row.isFirst === isFirst)
      .reduce((all, row) => all + row.pings, 0);
  expect([sum('holdout', '', false), sum('on', '', false)]).toEqual([10, 90]);
  expect(sum('holdout', 'order', true) + sum('on', 'order', true)).toBe(34);
  expect(sum('holdout', 'order', false) + sum('on', 'order', false)).toBe(12);
  expect(
    rows
      .filter(({ g }) => g)
      .every(({ pings, value, squares }) => value === 2 * pings && squares === 4 * pings),
  ).toBe(true);
  expect([...new Set(rows.map(({ day }) => day))]).toEqual(['2026-11-27', '2026-11-28']);
});

const half = Math.floor(LINES.length / 2);
const parts = [LINES.slice(0, half), LINES.slice(half)].map((lines) => `${lines.join('\n')}\n`);
const forms: [name: string, content: Uint8Array | string, lines: number][] = [
  ['lines that end as in Windows', TEXT.replaceAll('\n', '\r\n'), LINES.length],
  ['a last line without its end', TEXT.slice(0, -1), LINES.length],
  ['gzip', gzipSync(TEXT), LINES.length],
  ['gzip of many members', Buffer.concat(parts.map((part) => gzipSync(part))), LINES.length],
  ['gzip of a member for each line', Buffer.concat(LINES.map((line) => gzipSync(`${line}\n`))), LINES.length],
  ['gzip with zeros behind it', Buffer.concat([gzipSync(TEXT), Buffer.alloc(512)]), LINES.length],
];

test.each(forms)('%s', async (_, content, lines) => {
  const rows = await truth();
  write('other.log', content);
  const answer = await read(['other.log']);
  expect(answer).toEqual({ rows, files: 1, lines, pings: PINGS, skipped: NOTHING });
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: bytes.length / 7 + 1 }, (_, i) => bytes.subarray(7 * i, 7 * i + 7));
  const piped = await read(['-'], { pipe: Readable.from(pieces) });
  expect(piped).toEqual(answer);
});

test('a packed file of many chunks is read whole', async () => {
  const visitors = 20_000;
  const text = Array.from({ length: visitors }, (_, i) => `${combined(counted(i))}\n`).join('');
  // stored as it is: several times what is read at once
  const bytes = gzipSync(text, { level: 0 });
  expect(bytes.length).toBeGreaterThan(3 * 2 ** 20);
  write('access.log.gz', bytes);
  expect(await read(['access.log.gz'])).toMatchObject({ lines: visitors, pings: visitors, skipped: NOTHING });
});

test('a member that ends where a chunk does is followed by the next', async () => {
  const rows = await truth();
  const members = parts.map((part) => gzipSync(part));
  expect((await read(['-'], { pipe: pipe(...members) })).rows).toEqual(rows);
});

test('files that overlap, folders, patterns and names that are said twice count once', async () => {
  const rows = await truth();
  write('access.log.1', `${LINES.slice(0, 200).join('\n')}\n`);
  write('days/27.log.gz', gzipSync(`${LINES.slice(100).join('\n')}\n`));
  write('days/.hidden', 'not a line');
  const answer = await read(['access.log', './access.log', 'access.*', 'days', '*s/2?.log.gz']);
  expect(answer).toMatchObject({ rows, files: 3, pings: PINGS });
  expect(answer.skipped.twice).toBeGreaterThan(0);
  expect(() => findFiles(['none*.log'], cwd)).toThrow('there is no file of this name');
  expect(() => findFiles(['none.log'], cwd)).toThrow('ENOENT');
});

test('one that two servers wrote on either side of midnight is of the earlier day, whichever is read first', async () => {
  const [early, late] = [combined(counted(1), '27'), combined(counted(1), '28')];
  for (const lines of [
    [early, late],
    [late, early],
  ]) {
    write('access.log', lines.join('\n'));
    const { rows, pings, skipped } = await read(['access.log']);
    expect(rows).toEqual([
      {
        day: '2026-11-27',
        e: 'tents',
        o: 1,
        a: 'on',
        g: '',
        s: '',
        isFirst: false,
        pings: 1,
        value: 0,
        squares: 0,
      },
    ]);
    expect([pings, skipped.twice]).toEqual([1, 1]);
  }
});

test('what is skipped is counted by its reason', async () => {
  write(
    'access.log',
    [
      combined(counted(1)),
      combined(counted(1)),
      combined(counted(2), '27', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'),
      combined(counted(3).replace('v=1', 'v=9')),
      combined(counted(4), '25'),
      combined(counted(5), '29'),
      combined(`/tents`, '27', PATH),
      // no line that names the path, so none that could not be read
      '2026/11/28 07:30:37 [error] 1#1: open() failed, request: "GET /shop-ping?v=1 HTTP/1.1"',
    ].join('\n'),
  );
  const options = {
    since: '2026-11-26',
    until: '2026-11-28',
  };
  expect(await read(['access.log'], options)).toMatchObject({
    lines: 8,
    pings: 1,
    skipped: { robot: 1, twice: 1, unreadable: 1, outside: 2, unknown: 0 },
  });
  const { skipped } = await read(['access.log'], { robots: /Firefox/ });
  expect(skipped).toMatchObject({ robot: 5 });
});

test('columns are named anew where files were joined', async () => {
  const head = (names: string) => `#Version: 1.0\n#Fields: ${names}`;
  const [stem, query] = counted(1).split('?');
  const [, other] = counted(2).split('?');
  write(
    'cloudfront.log',
    [
      head('date time cs-uri-stem cs-uri-query'),
      ['2026-11-27', '10:00:00', stem, query].join('\t'),
      head('date time cs-uri-query cs-uri-stem'),
      ['2026-11-27', '10:00:00', other, stem].join('\t'),
    ].join('\n'),
  );
  expect(await read(['cloudfront.log'])).toMatchObject({ lines: 6, pings: 2, skipped: NOTHING });
});

const packed = gzipSync(TEXT);
test.each<[what: string, content: Uint8Array | string, says: RegExp]>([
  ['gzip that is cut', packed.subarray(0, -20), /unexpected end of file/],
  ['gzip that is cut in its first bytes', packed.subarray(0, 5), /unexpected end of file/],
  [
    'gzip with a wrong sum',
    Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 1)]),
    /incorrect data check/,
  ],
  [
    'gzip with something else behind it',
    Buffer.concat([packed, Buffer.from(TEXT)]),
    /incorrect header check/,
  ],
  ['gzip of what is no text', gzipSync(Buffer.alloc(100)), /no text/],
  [
    'zip',
    'PK\u0003\u0004 and so on',
    /a spreadsheet, or packed by zip: save the table as CSV, or unpack it$/,
  ],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 1, 2, 3]), /packed by zstd/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /no text/],
  ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), /UTF-16/],
])('%s is an error and names the file', async (_, content, says) => {
  write('access.log', TEXT);
  write('other.log', content);
  const failed = read(['access.log', 'other.log']);
  await expect(failed).rejects.toThrow(says);
  await expect(failed).rejects.toMatchObject({ file: at('other.log') });
});

test('a line that has no end is an error', () => {
  const splitter = createLineSplitter(PATH, { found() {}, fields() {} });
  expect(() => splitter.push(Buffer.alloc(LONGEST_LINE + 1, 'a'))).toThrow(/one line has more than 16 MB/);
});

test('however the bytes are cut, the lines are the same', () => {
  const bytes = Buffer.from(`#Fields: a\n${LINES.slice(0, 12).join('\n')}\nplain\n`);
  const linesOf = (cuts: number[]) => {
    const lines: string[] = [];
    const sink = { found: (line: string) => lines.push(line), fields: (line: string) => lines.push(line) };
    const splitter = createLineSplitter(PATH, { found: sink.found, fields: sink.fields });
    const at = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
    // one piece of memory for all, as files are read
    const shared = Buffer.alloc(bytes.length);
    for (const [i, end] of at.entries()) {
      if (i === 0) continue;
      const part = bytes.subarray(at[i - 1], end);
      part.copy(shared);
      splitter.push(shared.subarray(0, part.length));
    }
    return [splitter.end(), ...lines];
  };
  const whole = linesOf([]);
  expect(whole[0]).toBe(14);
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), (cuts) => {
      expect(linesOf(cuts)).toEqual(whole);
    }),
    { numRuns: draws(2000) },
  );
});
