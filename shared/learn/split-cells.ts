// Text with separators into rows of cells, piece by piece (RFC 4180, and what spreadsheets make of it): quotes, doubled
// quotes, line ends within quotes, CRLF. A cell that nobody reads is passed over and never becomes a text.

/** Text that is no table from some row on. */
export class NoRow extends RangeError {
  readonly kind: 'open quote' | 'long row';
  readonly line: number;
  constructor(kind: NoRow['kind'], line: number) {
    super(
      kind === 'open quote'
        ? `a quote that begins in line ${line} is never closed`
        : `line ${line} is longer than any row of a table is`,
    );
    this.kind = kind;
    this.line = line;
  }
}

export interface CellSplitter {
  push(text: string): void;
  /** The last row may have no end. */
  end(): void;
}

/** What has no end for so long was a quote that is never closed, or is no table. */
const LONGEST_ROW = 1 << 20;

/** @returns where the quoted cell that begins at `at` ends (its quote), or -1 where the text ends before */
function findQuote(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}

const plain = (text: string, from: number, to: number): string => text.slice(from, to);
const quoted = (text: string, from: number, to: number): string => {
  const inside = text.slice(from + 1, to);
  return inside.includes('"') ? inside.replaceAll('""', '"') : inside;
};

/**
 * @param wanted the place in `cells` of each column that is read; without it all are
 * @param take gets the cells, how many columns the row has, and on which line it begins. The list is used again
 */
export function createCellSplitter(
  separator: string,
  take: (cells: string[], columns: number, line: number) => void,
  wanted?: readonly (number | undefined)[],
): CellSplitter {
  let rest = '';
  let line = 1;
  const cells: string[] = [];

  /** @returns where the next row begins, or -1 where this one has no end yet */
  function readRow(text: string, from: number, isLast: boolean): number {
    const began = line;
    let at = from;
    let column = 0;
    let feed = text.indexOf('\n', from);
    // a list that is emptied is made anew each time
    if (wanted) cells.fill('');
    else cells.length = 0;
    for (;;) {
      let end: number;
      const slot = wanted ? wanted[column] : column;
      if (text[at] === '"') {
        const quote = findQuote(text, at);
        // a quote that is the last sign may be the first half of a doubled one
        if (quote < 0 || (quote + 1 === text.length && !isLast)) {
          if (!isLast || quote < 0) return -1;
        }
        for (; feed >= 0 && feed < quote; feed = text.indexOf('\n', feed + 1)) line++;
        if (slot !== undefined) cells[slot] = quoted(text, at, quote);
        end = text.indexOf(separator, quote + 1);
      } else {
        end = text.indexOf(separator, at);
        if (slot !== undefined) {
          const stop = end >= 0 && (feed < 0 || end < feed) ? end : feed < 0 ? text.length : feed;
          const isReturn = stop === feed && text[stop - 1] === '\r';
          cells[slot] = plain(text, at, isReturn ? stop - 1 : stop);
        }
      }
      column++;
      if (end >= 0 && (feed < 0 || end < feed)) at = end + 1;
      else if (feed < 0 && !isLast) return -1;
      else break;
    }
    line++;
    const isBlank = column === 1 && !text.slice(from, feed < 0 ? text.length : feed).trim();
    if (!isBlank) take(cells, column, began);
    return feed < 0 ? text.length : feed + 1;
  }

  function read(text: string, isLast: boolean): void {
    let at = 0;
    while (at < text.length) {
      const began = line;
      const next = readRow(text, at, isLast);
      if (next < 0) {
        line = began;
        break;
      }
      at = next;
    }
    rest = text.slice(at);
    if (rest.length > LONGEST_ROW || (isLast && rest))
      throw new NoRow(rest.includes('"') ? 'open quote' : 'long row', line);
  }

  return {
    push: (text) => read(rest + text, false),
    end: () => read(rest, true),
  };
}
