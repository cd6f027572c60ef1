// Opens the file of items for a page to ask. It comes from the site's own folder and may be another than it should be (cut
// off, written by hand, of a newer release): what is odd as a whole is refused, one odd fact is left out.
//
// Only what is asked for is decoded: of thousands of rows a page reads ten.

import { FIRST_SIGN, type ItemsFile, MOST_ITEMS, SIGNS } from './items-file.ts';

/** What is known of an item. */
export interface Item {
  id: string;
  /** Its place in the file. */
  rank: number;
  name: string;
  url: string;
  image: string;
  price: number | undefined;
  /** Of its price, such as EUR. */
  currency: string;
  group: string;
  /** 0: sold out. */
  stock: number | undefined;
}

export interface Items {
  count: number;
  /** A view of an item's page is a look at it. */
  isOfPages: boolean;
  /** By id; undefined of one that the file does not know. */
  rank(id: string): number | undefined;
  item(rank: number): Item;
  /** Looked at with it, the nearest first. */
  similar(rank: number): number[];
  /** Bought with it. */
  together(rank: number): number[];
  trending: number[];
  /** By rank: days until it is ordered again. */
  again: Record<number, unknown>;
}

const { isArray } = Array;
const isText = (value: unknown): value is string => typeof value === 'string';

/** Where each row begins; undefined where the text is not that many rows. */
function findRows(rows: unknown, count: number): number[] | undefined {
  if (!isText(rows)) return undefined;
  const starts: number[] = [];
  let at = 0;
  while (starts.length < count) {
    const length = rows.charCodeAt(at) - FIRST_SIGN;
    if (!(length >= 0 && length < SIGNS)) return undefined;
    starts.push(at);
    at += 1 + 2 * length;
  }
  return at === rows.length ? starts : undefined;
}

/** @returns what reads one row; undefined where they cannot be read */
function readRows(rows: unknown, count: number): ((rank: number) => number[]) | undefined {
  const starts = findRows(rows, count);
  const text = `${rows}`;
  const digit = (at: number) => text.charCodeAt(at) - FIRST_SIGN;
  return (
    starts &&
    ((rank) => {
      const start = starts[rank] ?? 0;
      return Array.from(
        { length: digit(start) },
        (_, at) => digit(start + 1 + 2 * at) * SIGNS + digit(start + 2 + 2 * at),
      ).filter((one) => one >= 0 && one < count && one !== rank);
    })
  );
}

/**
 * @param text what the file exports
 * @returns undefined where it is no such file
 */
export function openItems(text: unknown): Items | undefined {
  let read: { [field in keyof ItemsFile]?: unknown };
  try {
    read = Object(isText(text) && JSON.parse(text));
  } catch {
    return undefined;
  }
  const { version, ids, pages, rows, trending, again, facts } = read;
  if (version !== 1 || !isArray(ids) || ids.length > MOST_ITEMS || !ids.every(isText)) return undefined;
  const count = ids.length;
  const similar = readRows(rows, count);
  const bought = read.together === undefined ? () => [] : readRows(read.together, count);
  if (!similar || !bought) return undefined;
  const ranks = new Map<string, number>();
  for (let rank = count; rank--; ) ranks.set(`${ids[rank]}`, rank);
  const columns: Record<string, unknown> = Object(facts);
  const at = (name: string, rank: number): unknown => Object(columns[name])[rank];
  const word = (name: string, rank: number): string => {
    const value = at(name, rank);
    return isText(value) ? value : '';
  };
  const number = (name: string, rank: number): number | undefined => {
    const value = at(name, rank);
    return typeof value === 'number' ? value : undefined;
  };
  const address = (name: string, rank: number): string => {
    const value = word(name, rank);
    return value && isText(columns.base) && !/^([a-z][a-z\d+.-]*:|\/\/)/i.test(value)
      ? columns.base + value
      : value;
  };
  return {
    count,
    isOfPages: pages === true,
    rank: (id) => ranks.get(id),
    item: (rank) => ({
      id: `${ids[rank]}`,
      rank,
      name: word('name', rank),
      url: address('url', rank) || (pages === true && `${ids[rank]}`[0] === '/' ? `${ids[rank]}` : ''),
      image: address('image', rank),
      price: number('price', rank),
      currency: isText(columns.currency) ? columns.currency : '',
      group: word('group', rank),
      stock: number('stock', rank),
    }),
    similar,
    together: bought,
    trending: isArray(trending) ? trending.filter((rank) => isText(ids[rank])) : [],
    again: Object(again),
  };
}
