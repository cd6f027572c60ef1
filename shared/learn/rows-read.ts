// What the rows of all files told beside orders, and what became of those that told nothing.

import type { FileRead } from './export-file.ts';
import type { ItemRows } from './items/item-store.ts';
import type { PairRows } from './items/learn-pairs.ts';
import type { Reason } from './refusal.ts';
import type { Noted } from './tally-rows.ts';

export interface RowsRead {
  files: FileRead[];
  refused: Record<string, Reason>;
  noted: Partial<Record<Noted, number>>;
  /** of the sums of orders, where one is said */
  currency?: string | undefined;
  /** where somebody asked for them */
  items?: ItemRows | undefined;
  /** instead of them, what another engine counted */
  pairs?: PairRows | undefined;
}
