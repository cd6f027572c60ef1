// What is said of the file of items.

import type { Learned } from '../parts.ts';
import type { Fit, ItemsFault } from './items-fault.ts';
import type { Missing } from './known-facts.ts';
import type { PageFile } from './split-pages.ts';
import type { ItemsTest } from './test-rows.ts';

export interface ItemsReport {
  visits: number;
  orders: number;
  /** in the file */
  items: number;
  /** of these, with a name and an address: no list shows the others */
  named: number;
  /** left out: met by too few, rarer than those that a file has room for, about a sensitive matter, or not in the catalog */
  left: { few: number; beyond: number; sensitive: number; unlisted: number };
  /** what was known of items, and is not in the file */
  missing: Missing;
  /** entries of the catalog, those that are no item that was met (how many, and the first ids), and what is odd in it */
  catalog?: { entries: number; unmet: number; ids: string[]; noted: Record<string, number> };
  /** with neighbours */
  similar: { items: number; test: ItemsTest | null };
  together: { items: number; test: ItemsTest | null };
  trending: number;
  again: number;
  /** the least different people of an item and of a pair, as was asked */
  least: number;
  each: number;
  bytes: number;
  curve: Fit[];
  /** where each item has a file: how many bytes all of them have, and the ids that no file could be named by */
  paged?: { files: number; bytes: number; left: string[] };
  /** why it was refused; `why` beside it says the same */
  faults?: ItemsFault[];
}

/** One of them. */
export interface ItemsValue {
  file?: string;
  pages?: true;
}

export interface LearnedItems {
  part: Learned<ItemsValue, ItemsReport>;
  /** the file, where it was learned */
  text?: string;
  /** in its place, where each item has a file of its own */
  pages?: PageFile[];
}
