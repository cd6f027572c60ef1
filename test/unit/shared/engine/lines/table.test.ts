// The table of lines: each thing is found by its key, whatever it is called.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLines, folderOf, segmentKey, writeTable } from '../../../../../shared/engine/lines/table.ts';
import { draws } from '../../../../support/draws.ts';

const table = writeTable([
  ['#a', '["?"]'],
  ['/tents', '[1]'],
  ['*', '[2]'],
  ['/tents', '[3]'],
]);

test.each<[key: string, lines: string[]]>([
  ['#a', ['["?"]']],
  ['/tents', ['[1]', '[3]']],
  ['*', ['[2]']],
  ['/tent', []],
  ['tents', []],
  ['', []],
])('%j finds %j', (key, lines) => expect(findLines(table, key)).toEqual(lines));

test('an empty table holds nothing', () => expect(findLines(writeTable([]), '*')).toEqual([]));

test.each<[path: string, folder: string]>([
  ['/', '/'],
  ['/tents', '/tents'],
  ['/tents/', '/tents'],
  ['/tents/a/b', '/tents'],
  ['//x', '/'],
])('the first folder of %s is %s', (path, folder) => expect(folderOf(path)).toBe(folder));

test('whatever a segment says, it is found and nothing else', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('\n#1\t', '\t', '\n', '"', '\\', '#', '\\n'));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (values) => {
      const lines = values.map((value, i): [string, string] => [segmentKey(i), JSON.stringify(value)]);
      const written = writeTable(lines);
      for (const [key, json] of lines) expect(findLines(written, key)).toEqual([json]);
    }),
    { numRuns: draws(3000) },
  );
});
