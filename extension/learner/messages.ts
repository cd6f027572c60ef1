// What the panel asks of the worker that learns, and what it is told. Of an export's rows nothing comes back but three values
// of each column, for its owner's eyes.

import type { LookedCatalog } from '../../shared/catalog/look-at-catalog.ts';
import type { ColumnMap } from '../../shared/learn/find-columns.ts';
import type { Foreign } from '../../shared/learn/foreign.ts';
import type { Working } from '../../shared/learn/intent/learn-intent.ts';
import type { CatalogMap } from '../../shared/learn/items/catalog-fields.ts';
import type { Knowledge, LearnedConfig } from '../../shared/learn/learn.ts';
import type { Looked } from '../../shared/learn/look-at-export.ts';
import type { Fault } from '../../shared/learn/refusal.ts';
import type { Config } from '../../shared/schema/config.ts';

export interface Given {
  file: File;
  map: ColumnMap;
  /** the same of a catalog's columns */
  fields?: CatalogMap;
  /** what it is, where that is settled; without it its columns tell */
  as?: 'export' | 'catalog';
}

export interface LearnRequest {
  kind: 'learn';
  given: Given[];
  config: Config | undefined;
  /** the id of the goal that is looked for; without it the config's first */
  goal: string | undefined;
  now: number;
}

/** One part once more from what was read: so many groups, or lists of pairs of so many visits and so many neighbours. */
export type Again =
  | { kind: 'again'; part: 'personas'; groups: number }
  | { kind: 'again'; part: 'items'; together: number; each: number };

export type LearnOrder = { kind: 'look'; given: Given[] } | LearnRequest | Again;

/** What is wrong with a file, or with all of them. */
export type LearnFault =
  | Fault
  | Foreign
  | { kind: 'no UTF-8' | 'damaged' | 'config' }
  /** a file of items by itself, or a broken one; what was read was let go of */
  | { kind: 'beside' | 'forgotten' | 'two catalogs' }
  | { kind: 'other'; message: string };

/** Its letters were Windows-1252. */
type Lettered<Table> = Table & { isWestern?: true };
export type FoundExport = Lettered<Looked>;
export type FoundCatalog = Lettered<LookedCatalog>;

/** What a file seems to be; `learned` and `items`: what the terminal wrote of one, and beside it. */
export type Found =
  | FoundExport
  | FoundCatalog
  | { kind: 'learned'; learned: LearnedConfig }
  | { kind: 'items'; name: string; text: string };

export type LearnTold =
  | { kind: 'looked'; found: Found[] }
  /** how much of all bytes was read, 0 to 1 */
  | { kind: 'read'; share: number; orders: number; events: number }
  /** all was read; where it takes long, how far it is */
  | ({ kind: 'working' } & Partial<Working>)
  | { kind: 'learned'; known: Knowledge }
  | { kind: 'refused'; file?: string; fault: LearnFault };
