// `--engine chdb`: with a package that answers as documented, without one, and with the real one where it is installed.
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../../shared/measure/report.ts';
import { createCommandLine } from '../command-line.ts';
import { FORMATS, type Format, REQUESTS, STRANGE, textOf } from './log-lines.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(() => line.empty());
const [COMBINED] = FORMATS as [Format];
const report = (...words: string[]) => line.runLater(['report', ...words]);

/** @param answer what `query` does with `sql`: read anew each time, as a package is loaded once for all tests */
function install(answer: string): void {
  line.write('node_modules/chdb/package.json', '{"name":"chdb","main":"index.cjs"}');
  line.write('node_modules/chdb/answer.txt', answer);
  line.write(
    'node_modules/chdb/index.cjs',
    `const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const table = (data) => JSON.stringify({ meta: [], data, rows: data.length });
exports.Session = class {
  asked = [];
  answer = new Function('sql', 'table', readFileSync(join(__dirname, 'answer.txt'), 'utf8'));
  query(sql, format) { this.asked.push([format, sql]); return this.answer(sql, table); }
  cleanup() { writeFileSync(join(__dirname, 'asked.json'), JSON.stringify(this.asked)); }
};`,
  );
}
const ANSWER = `
  if (sql.startsWith('CREATE')) return '';
  if (sql.includes('#Fields:')) return table([['0']]);
  if (sql.startsWith('SELECT count()')) return table([['9']]);
  if (sql.startsWith('SELECT fate')) return table([['counted', '4'], ['robot', '1']]);
  return table([['2026-11-01', 'tents', 1, 'on', '', '', 0, '4', 0, 0]]);`;

test('files are one table, each packed as its bytes say, and the counts are reported', async () => {
  install(ANSWER);
  line.write("it's.log", textOf(COMBINED, REQUESTS.slice(0, 9)));
  line.write('old.1', gzipSync('2026-11-01T00:00:00Z /selvedge-ping?v=1\n'));
  const { code, out, err } = await report("it's.log", 'old.1', '--engine', 'chdb', '--json');
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out).source).toEqual({
    engine: 'chdb',
    files: 2,
    lines: 9,
    pings: 4,
    skipped: { robot: 1, twice: 0, unreadable: 0, outside: 0, unknown: 0 },
  });
  const asked: [string, string][] = JSON.parse(line.read('node_modules/chdb/asked.json'));
  expect(asked).toHaveLength(5);
  expect(asked.every(([format]) => format === 'JSONCompact')).toBe(true);
  const [, view] = asked[0] ?? [];
  expect(view).toMatch(
    /^CREATE VIEW selvedge_lines AS SELECT line FROM file\('.+it\\'s\.log', 'LineAsString', 'line String', 'none'\)\nUNION ALL SELECT line FROM file\('.+old\.1', 'LineAsString', 'line String', 'gzip'\)$/,
  );
});

describe('an error is told, and no number', () => {
  test.each<[what: string, answer: string, says: RegExp]>([
    [
      'it throws',
      `throw new Error('Code: 33. CANNOT_READ_ALL_DATA');`,
      /^Code: 33\. CANNOT_READ_ALL_DATA\n$/,
    ],
    [
      'it answers no table',
      `return sql.startsWith('CREATE') ? '' : 'oops';`,
      /^chdb answers what is no table: oops/,
    ],
  ])('%s', async (_, answer, says) => {
    install(answer);
    line.write('a.log', 'x\n');
    const { code, out, err } = await report('a.log', '--engine', 'chdb');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(says);
  });
  test.each<[what: string, name: string, content: string | Uint8Array, says: RegExp]>([
    ['a picture', 'a.log', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), /^a\.log: this is no text/],
    ['a packed picture', 'a.log', gzipSync(Buffer.alloc(99)), /^a\.log: this is no text/],
    [
      'a damaged one',
      'a.log',
      Buffer.from([0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9]),
      /^a\.log: it is packed, and damaged/,
    ],
    ['an empty one', 'a.log', '', /^a\.log: there is nothing in it, not one line/],
    ['a packed empty one', 'a.log', gzipSync(''), /^a\.log: there is nothing in it/],
    ['a name with a brace', 'a{1}.log', 'x\n', /^a\{1\}\.log: chdb takes this name for a pattern/],
  ])('%s', async (_, name, content, says) => {
    install(ANSWER);
    line.write(name, content);
    const { code, out, err } = await report(name, '--engine', 'chdb');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(says);
  });
  test('a pipe', async () => {
    install(ANSWER);
    expect(await report('-', '--engine', 'chdb')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^what is piped in: chdb reads files only/),
    });
  });
});

/** Where the real one is, as it would be found. */
function isThere(): boolean {
  try {
    createRequire(import.meta.url).resolve('chdb');
    return true;
  } catch {
    return false;
  }
}

test.skipIf(isThere())('without the package it says which', async () => {
  // a folder in which there never was one
  const bare = createCommandLine();
  bare.write('a.log', 'x\n');
  const { code, out, err } = await bare.runLater(['report', 'a.log', '--engine', 'chdb']);
  bare.remove();
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^--engine chdb needs the npm package chdb, in this folder or beside this program/);
});

describe.skipIf(!isThere())('the real one', { timeout: 300_000 }, () => {
  // a folder in which there never was another: who has found one there once finds it again
  const own = createCommandLine();
  afterAll(own.remove);
  test('says the same of every format, packed and not', async () => {
    const texts = FORMATS.map((format) => textOf(format, [...REQUESTS, ...STRANGE]));
    const names = texts.map((text, i) => {
      const name = `${i}.log`;
      const lines = text.split('\n');
      const half = Math.floor(lines.length / 2);
      const members = [`${lines.slice(0, half).join('\n')}\n`, lines.slice(half).join('\n')];
      own.write(
        name,
        i % 2 ? text.replaceAll('\n', '\r\n') : Buffer.concat(members.map((part) => gzipSync(part))),
      );
      return name;
    });
    const read = async (...words: string[]): Promise<Report> => {
      const { code, out, err } = await own.runLater(['report', ...names, '--json', ...words]);
      expect([code, err]).toEqual([0, '']);
      return JSON.parse(out);
    };
    const truth = await read();
    const told = await read('--engine', 'chdb');
    expect({ ...told, source: { ...told.source, engine: 'lines' } }).toEqual(truth);
  });
  test('a packed file that is cut is an error', async () => {
    const packed = gzipSync(textOf(COMBINED, REQUESTS));
    own.write('a.log', packed.subarray(0, -200));
    const { code, out } = await own.runLater(['report', 'a.log', '--engine', 'chdb']);
    expect([code, out]).toEqual([1, '']);
  });
});
