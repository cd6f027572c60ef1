// The row of a table that names its columns: the first one, unless what stands there is a title that a program put above.

import { createCellSplitter } from './split-cells.ts';

const SEPARATORS = [',', ';', '\t', '|'];
const ROWS_LOOKED_AT = 500;
/** A browser gives the first two million at once: each row is searched to their end for a sign that is not there. */
const CHARACTERS_LOOKED_AT = 1 << 16;
/** Further down a title does not push the names. */
const LAST_LINE = 10;
/** A row that names so many columns that are known is no row of a buyer's. */
const NAMED = 2;
/** A table that is narrower is not told from its title. */
const LEAST_CELLS = 3;

export interface Header {
  separator: string;
  header: string[];
  /** some of those below it */
  rows: string[][];
  /** on which it begins */
  line: number;
  /** what stands above it is left out */
  hasTitle: boolean;
  /** the first row is no header by the look of it, and none is found: on this line one may be */
  maybe?: number;
}

interface Row {
  cells: string[];
  line: number;
}

/** The separator that stands most often in the first line that holds something, outside of quotes. */
function findSeparator(head: string): string {
  const [line = ''] = head
    .replace(/"[^"]*"/g, '')
    .replace(/^(?:\r?\n)+/, '')
    .split('\n', 1);
  const counted = SEPARATORS.map((sign) => [line.split(sign).length, sign] as const);
  return counted.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}

/** The rows of a beginning that may be cut within the last one. */
function sampleOf(head: string, separator: string): Row[] {
  const rows: Row[] = [];
  const splitter = createCellSplitter(separator, (cells, _columns, line) => {
    if (rows.length <= ROWS_LOOKED_AT) rows.push({ cells: [...cells], line });
  });
  const beginning = head.slice(0, CHARACTERS_LOOKED_AT);
  splitter.push(beginning.endsWith('\n') ? beginning : `${beginning}\n`);
  return rows;
}

const filled = ({ cells }: Row): number => cells.filter((cell) => cell.trim()).length;
/** A spreadsheet fills a title's row up with separators. */
const isFarNarrower = (row: Row, than: number): boolean => than >= LEAST_CELLS && 2 * filled(row) <= than;

/** @param nameCount how many columns are known by the names in a row */
function findBelow(rows: Row[], nameCount: (cells: string[]) => number): number {
  return rows.findIndex(
    (row, at) =>
      at > 0 &&
      row.line <= LAST_LINE &&
      nameCount(row.cells) >= NAMED &&
      rows.slice(0, at).every((above) => isFarNarrower(above, filled(row))),
  );
}

/** The line of the first of several rows that are alike, where the one above them is far narrower. */
function findTable(rows: Row[]): number | undefined {
  const [first, ...below] = rows;
  const widths = below.map(filled).sort((a, b) => a - b);
  const usual = widths[widths.length >> 1] ?? 0;
  if (!first || !isFarNarrower(first, usual)) return undefined;
  return below.find((row) => !isFarNarrower(row, usual))?.line;
}

/** @param nameCount how many columns are known by the names in a row; 0 where it holds no names */
export function findHeader(head: string, nameCount: (cells: string[]) => number): Header {
  const separator = findSeparator(head);
  const rows = sampleOf(head, separator);
  const headerAt = (sign: string, of: Row[], at: number): Header => ({
    separator: sign,
    header: of[at]?.cells ?? [],
    rows: of.slice(at + 1).map(({ cells }) => cells),
    line: of[at]?.line ?? 1,
    hasTitle: at > 0,
  });
  const first = headerAt(separator, rows, 0);
  if (nameCount(first.header) >= NAMED) return first;
  // a title says nothing of what separates
  const sampled = SEPARATORS.map((sign) => [sign, sign === separator ? rows : sampleOf(head, sign)] as const);
  for (const [sign, of] of sampled) {
    const at = findBelow(of, nameCount);
    if (at > 0) return headerAt(sign, of, at);
  }
  // what has cells of its own is a header by another's names, whatever its rows hold beside
  const isWide = first.header.filter((cell) => cell.trim()).length >= LEAST_CELLS;
  const asked = isWide ? sampled.filter(([sign]) => sign === separator) : sampled;
  const maybe = asked.map(([, of]) => findTable(of)).find((line) => line !== undefined);
  return { ...first, ...(maybe !== undefined && { maybe }) };
}
