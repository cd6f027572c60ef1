// What `selvedge learn` finds of items, as it lies beside the tag: one file, the same for everybody, loaded by `import()` as
// `export default '…'`, a string of the JSON below. Here are its types and its signs; `pack-items.ts` writes it.

/** Its name holds what it holds: another file has another name, so no browser keeps a stale one. */
export const ITEMS_FILE = /^selvedge-items-[0-9a-f]{8}\.js$/;

/** An item is named by its rank, which two signs hold. */
export const MOST_ITEMS = 6400;

/** The sign of 0. Signs up to 79 above it are used. */
export const FIRST_SIGN = 40;
export const SIGNS = 80;

/** Columns, each as long as `ids`; one that nobody knows anything for is left out. Texts are '' where they are missing. */
export interface ItemFacts {
  /** what `url` and `image` begin with, where they are relative */
  base?: string;
  name?: string[];
  url?: string[];
  image?: string[];
  price?: (number | null)[];
  /** of all prices, such as EUR; none where they are of several */
  currency?: string;
  /** what `perGroup` counts by */
  group?: string[];
  /** 0: sold out */
  stock?: (0 | 1)[];
}

export interface ItemsFile {
  version: 1;
  /** the day of its making, such as 2026-11-28 */
  made: string;
  /** an item's rank is its place here: the most frequent first */
  ids: string[];
  /** items were met as pages: who views the page of one has looked at it */
  pages?: true;
  /**
   * What is looked at with an item: for each in order the sign of n, then n times the two signs of a neighbour's rank,
   * (first − 40) · 80 + second − 40; the nearest first.
   */
  rows: string;
  /** what is bought with an item, in the same form */
  together?: string;
  /** ranks, at most 50, the first one the most */
  trending?: number[];
  /** by rank: the median of the days until the same buyer orders the item again */
  again?: Record<number, number>;
  facts?: ItemFacts;
}
