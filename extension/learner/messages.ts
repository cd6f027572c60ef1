// What the panel asks of the worker that learns, and what it is told. Of an export's rows nothing comes back but three values
// of each column, for its owner's eyes.

import type { ColumnMap } from '../../shared/learn/find-columns.ts';
import type { Foreign } from '../../shared/learn/foreign.ts';
import type { Knowledge, LearnedConfig } from '../../shared/learn/learn.ts';
import type { Looked } from '../../shared/learn/look-at-export.ts';
import type { Fault } from '../../shared/learn/refusal.ts';
import type { Config } from '../../shared/schema/config.ts';

export interface Given {
  file: File;
  map: ColumnMap;
}

export type LearnOrder =
  | { kind: 'look'; given: Given[] }
  | { kind: 'learn'; given: Given[]; config: Config | undefined; now: number }
  /** once more from what was read, with so many groups */
  | { kind: 'regroup'; groups: number };

/** What is wrong with a file, or with all of them. */
export type LearnFault =
  | Fault
  | Foreign
  | { kind: 'no UTF-8' | 'damaged' | 'config' }
  | { kind: 'other'; message: string };

/** What a file seems to be; `learned`: what the terminal wrote of one. */
export type Found = Looked | { kind: 'learned'; learned: LearnedConfig };

export type LearnTold =
  | { kind: 'looked'; found: Found[] }
  /** how much of all bytes was read, 0 to 1 */
  | { kind: 'read'; share: number; orders: number }
  /** all was read */
  | { kind: 'working' }
  | { kind: 'learned'; known: Knowledge }
  | { kind: 'refused'; file?: string; fault: LearnFault };
