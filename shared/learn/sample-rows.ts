// The first rows of a table, by which its columns are known.

import { createCellSplitter } from './split-cells.ts';

const SEPARATORS = [',', ';', '\t', '|'];
const ROWS_LOOKED_AT = 500;

/** The one that stands most often in the first line that holds something, outside of quotes. */
export function findSeparator(head: string): string {
  const [line = ''] = head
    .replace(/"[^"]*"/g, '')
    .replace(/^(?:\r?\n)+/, '')
    .split('\n', 1);
  const counted = SEPARATORS.map((sign) => [line.split(sign).length, sign] as const);
  return counted.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}

/** The rows of a beginning that may be cut within the last one. */
export function sampleOf(head: string, separator: string): string[][] {
  const rows: string[][] = [];
  const splitter = createCellSplitter(separator, (cells) => {
    if (rows.length <= ROWS_LOOKED_AT) rows.push([...cells]);
  });
  splitter.push(head.endsWith('\n') ? head : `${head}\n`);
  return rows;
}
