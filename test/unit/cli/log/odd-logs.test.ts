// Logs that nobody means to write: joined from several formats, with lines without end, clocks that were never set, links
// that lead back, and lines that somebody made up. What is not counted is told, or is an error; never a smaller number.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from '../../../../cli/files/find-files.ts';
import { readLine } from '../../../../cli/log/read-line.ts';
import { type LogOptions, readLogs } from '../../../../cli/log/read-logs.ts';
import { draws } from '../../../support/draws.ts';
import { createCommandLine } from '../command-line.ts';
import { FORMATS, textOf } from '../measured/log-lines.ts';

const cwd = mkdtempSync(join(tmpdir(), 'selvedge-odd-'));
const at = (path: string): string => join(cwd, path);
const write = (path: string, content: string | Uint8Array) => writeFileSync(at(path), content);
const line = createCommandLine();
beforeEach(() => {
  rmSync(cwd, { recursive: true });
  mkdirSync(cwd);
  line.empty();
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
  line.remove();
});

const PATH = '/selvedge-ping';
const read = (names: string[], options: Partial<LogOptions> = {}) =>
  readLogs(findFiles(names, cwd), { path: PATH, pipe: Readable.from([]), ...options });
const idOf = (i: number): string => i.toString(36).padStart(12, '0');
const counted = (i: number): string => `${PATH}?v=1&e=tents&o=1&a=${i % 2 ? 'on' : 'holdout'}&r=${idOf(i)}`;
const combined = (address: string, day = '27/Nov/2026'): string =>
  `203.0.113.9 - - [${day}:10:00:00 +0000] "GET ${address} HTTP/2.0" 204 0 "-" "Mozilla/5.0"`;
const lines = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `${combined(counted(from + i))}\n`).join('');
/** What is counted, and what is told to be not. */
async function told(...names: string[]) {
  const { pings, skipped } = await read(names);
  return { pings, unreadable: skipped.unreadable };
}

test('whatever stands in front, each format is read line by line', async () => {
  const requests = (from: number) =>
    Array.from({ length: 3 }, (_, i) => ({
      at: new Date('2026-11-27T10:00:00Z'),
      address: counted(from + i),
      agent: 'Mozilla/5.0',
    }));
  // columns that were named in one file hold for its lines alone
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...FORMATS), { minLength: 2, maxLength: 6 }),
      async (formats) => {
        write('access.log', formats.map((format, i) => textOf(format, requests(10 * i))).join(''));
        expect(await told('access.log')).toEqual({ pings: 3 * formats.length, unreadable: 0 });
      },
    ),
    { numRuns: draws(300) },
  );
});

test('a mark in front of a file, or of one that was joined to another, is no part of its line', async () => {
  const mark = '\ufeff';
  const columns = '#Fields: date time cs-uri-stem cs-uri-query\n2026-11-27\t10:00:00\t';
  write('bare.log', `${mark}2026-11-27T10:00:00Z ${counted(1)}\n${mark}2026-11-27T10:00:00Z ${counted(2)}\n`);
  write('json.log', `${mark}${JSON.stringify({ ts: '2026-11-27T10:00:00Z', uri: counted(3) })}\n`);
  write('columns.log', `${mark}${columns}${counted(4).replace('?', '\t')}\n`);
  expect(await told('bare.log', 'json.log', 'columns.log')).toEqual({ pings: 4, unreadable: 0 });
});

test('lines that end by a carriage return alone are told', async () => {
  write('access.log', lines(3).replaceAll('\n', '\r'));
  expect(await told('access.log')).toEqual({ pings: 0, unreadable: 1 });
});

test('a file that becomes shorter while it is read is an error', async () => {
  write('access.log', lines(12_000));
  let times = 0;
  const cut = read(['access.log'], { progress: (file) => times++ === 1 && truncateSync(file, 100) });
  await expect(cut).rejects.toThrow('it became shorter while it was read');
  await expect(cut).rejects.toMatchObject({ file: at('access.log') });
});

describe('a line without end', () => {
  const long = 'a'.repeat(5 * 2 ** 20);
  const escaped = '\\"'.repeat(2 ** 20);
  test.each<[what: string, text: string, pings: number]>([
    ['in the address', combined(`${counted(1)}&z=${long}`), 1],
    ['in the agent', combined(counted(1)).replace('Mozilla/5.0', escaped), 1],
    ['of quotes that do not end', `${combined(counted(1)).slice(0, -1)}${escaped}`, 1],
    [
      'of quotes in a request that does not end',
      `x [27/Nov/2026:10:00:00 +0000] "GET ${counted(1)}${escaped}`,
      0,
    ],
    ['that begins as a load balancer writes', `http ${counted(1)} x y ${escaped}`, 0],
    ['of times', `${'[27/Nov/2026:'.repeat(2 ** 17)} ${counted(1)}`, 0],
    ['of spaces', `2026-11-27T10:00:00Z${' '.repeat(2 ** 20)}${counted(1)}`, 1],
    ['of JSON', JSON.stringify({ ts: '2026-11-27T10:00:00Z', uri: counted(1), long }), 1],
    ['of JSON in JSON', `{"uri":"${counted(1)}","x":${'['.repeat(2 ** 20)}`, 0],
  ])('%s is read or told', async (_, text, pings) => {
    write('access.log', `${lines(3, 10)}${text}\n`);
    expect(await told('access.log')).toEqual({ pings: 3 + pings, unreadable: 1 - pings });
  });
  test('however it is quoted, the reading is that of an expression', () => {
    const expected = (text: string) => {
      const [, , request, rest = ''] =
        /\[(\d{2}\/[A-Za-z]{3}\/\d{4}:[^\]]{1,40})\] "((?:[^"\\]|\\.)*)"(.*)$/s.exec(text) ?? [];
      const [, agent = ''] = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/gs)][1] ?? [];
      return request?.startsWith(PATH) ? agent : undefined;
    };
    const part = fc.constantFrom('"', '\\', '\\"', 'a', ' ', '- ', '"-"');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.array(part, { maxLength: 20 }), (within, behind) => {
        const text = `- [27/Nov/2026:10:00:00 +0000] "${PATH}?${within.join('')}" 204 ${behind.join('')}`;
        const said = readLine(text, PATH);
        expect(typeof said === 'string' ? undefined : said.agent).toBe(expected(text));
      }),
      { numRuns: draws(20_000) },
    );
  });
});

test.each(['01/Jan/0100', '01/Jan/1970', '31/Dec/1999'])('a clock that says %s is of no day', async (day) => {
  write('access.log', `${lines(3)}${combined(counted(9), day)}\n`);
  expect(await told('access.log')).toEqual({ pings: 3, unreadable: 1 });
});

test.each(['9999-12-31T23:59:59-12:00', '0000-01-01T00:00:00+12:00', '1969-12-31 00:00:00'])(
  'a time such as %s is none',
  async (time) => {
    write('access.log', `${lines(3)}${time.replace(' ', 'T')} ${counted(9)}\n`);
    expect(await told('access.log')).toEqual({ pings: 3, unreadable: 1 });
  },
);

test('pings of more than ten years are an error, until one says which days are meant', async () => {
  line.write('access.log', `${lines(3)}${combined(counted(9), '01/Jan/2010')}\n`);
  const { code, out, err } = await line.runLater(['report', 'access.log']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(
    'The pings are of 6,175 days, from 2010-01-01 to 2026-11-27: some clock was wrong. Say --since and --until.\n',
  );
  const since = await line.runLater(['report', 'access.log', '--since', '2020-01-01', '--json']);
  expect(JSON.parse(since.out).source).toMatchObject({ pings: 3, skipped: { outside: 1 } });
});

test('what nobody can be worth is no ping', async () => {
  const goal = (i: number, y: string, q = '4') =>
    combined(counted(i).replace('&r=', `&g=order&n=1&y=${y}&q=${q}&r=`));
  for (const worth of ['1e308', '-1e308', '1e16', '9'.repeat(400)]) {
    write('access.log', `${goal(1, '2')}\n${goal(2, worth)}\n${goal(3, '2', `${worth}e90`)}\n`);
    expect(await told('access.log')).toEqual({ pings: 1, unreadable: 2 });
  }
});

describe('folders', () => {
  test('links that lead back are walked once', () => {
    mkdirSync(at('logs/deep'), { recursive: true });
    write('logs/a.log', lines(1));
    for (const name of ['one', 'two']) {
      symlinkSync('.', at(`logs/${name}`));
      symlinkSync('..', at(`logs/deep/${name}`));
    }
    expect(findFiles(['logs'], cwd)).toEqual([at('logs/a.log')]);
    expect(findFiles(['logs', './logs', 'logs/*'], cwd)).toHaveLength(1);
  });
  test('a link that leads nowhere is named itself', async () => {
    line.write('logs/a.log', lines(1));
    symlinkSync('nowhere', line.at('logs/b.log'));
    const { code, out, err } = await line.runLater(['report', 'logs']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('logs/b.log: there is no such file. Check the name and the folder.\n');
  });
  test('a pattern names what is there, and a link that leads nowhere is there', () => {
    for (const name of ['a', 'b', 'c']) mkdirSync(at(name));
    write('README', '');
    write('a/access.log', lines(1));
    expect(findFiles(['*/access.log'], cwd)).toEqual([at('a/access.log')]);
    expect(() => findFiles(['*/other.log'], cwd)).toThrow('there is no file of this name');
    symlinkSync('nowhere', at('c/access.log'));
    expect(() => findFiles(['*/access.log'], cwd)).toThrow('ENOENT');
    expect(() => findFiles(['**/access.log'], cwd)).toThrow('`**` means no more than `*`');
  });
});

test('what somebody had written to the log does not steer the terminal, nor looks like ours', async () => {
  const name = encodeURIComponent('x\nTents: better.\u001b]0;y\u0007\u009b31m\u202e');
  line.write('access.log', `${lines(3)}${combined(counted(9).replace('tents', name))}\n`);
  const { code, out } = await line.runLater(['report', 'access.log']);
  expect(code).toBe(0);
  expect(out).toContain('x\ufffdTents: better.\ufffd]0;y\ufffd\ufffd31m\ufffd');
  expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(out).not.toMatch(/^Tents: better/m);
});
