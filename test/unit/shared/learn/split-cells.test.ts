// Rows and cells, wherever the pieces of a file end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCellSplitter } from '../../../../shared/learn/split-cells.ts';
import { draws } from '../../../support/draws.ts';

function split(text: string, separator = ',', pieces = [text.length], wanted?: (number | undefined)[]) {
  const rows: { cells: string[]; columns: number; line: number }[] = [];
  const splitter = createCellSplitter(
    separator,
    (cells, columns, line) => rows.push({ cells: [...cells], columns, line }),
    wanted,
  );
  let at = 0;
  for (const piece of pieces) {
    splitter.push(text.slice(at, at + piece));
    at += piece;
  }
  splitter.push(text.slice(at));
  splitter.end();
  return rows;
}
const cellsOf = (text: string, separator?: string) => split(text, separator).map(({ cells }) => cells);

test.each<[name: string, text: string, rows: string[][]]>([
  [
    'plain',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no end of the last line',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['quotes', '"a, b","say ""x"""\n', [['a, b', 'say "x"']]],
  [
    'a line end within quotes',
    '"a\nb",c\nd,e\n',
    [
      ['a\nb', 'c'],
      ['d', 'e'],
    ],
  ],
  ['empty cells', ',,\n', [['', '', '']]],
  ['an empty cell in quotes at the end', 'a,""', [['a', '']]],
  ['empty lines are no rows', 'a\n\n\r\nb\n', [['a'], ['b']]],
  ['a quote within a cell is a sign', 'a"b,c\n', [['a"b', 'c']]],
])('%s', (_name, text, rows) => expect(cellsOf(text)).toEqual(rows));

test('other separators', () => expect(cellsOf('a;"b;c"\n', ';')).toEqual([['a', 'b;c']]));

test('says on which line a row begins', () =>
  expect(split('a\n"b\nc\nd"\ne').map(({ line }) => line)).toEqual([1, 2, 5]));

test('makes no text of a column that nobody reads', () =>
  expect(split('a,b,c\n', ',', [2], [1, undefined, 0])[0]).toMatchObject({ cells: ['c', 'a'], columns: 3 }));

test('a quote that is never closed is said with its line, and quotes nothing', () => {
  expect(() => split('a\n"mail@shop.example,b\nc\n')).toThrow(
    'a quote that begins in line 2 is never closed',
  );
});

test('the same rows wherever pieces end', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'ü', '1'), maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 20 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, pieces, end) => {
        const write = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = rows.map((row) => row.map(write).join(',')).join(end) + end;
        expect(split(text, ',', pieces).map(({ cells }) => cells)).toEqual(rows);
      },
    ),
    { numRuns: draws(3000) },
  );
});
