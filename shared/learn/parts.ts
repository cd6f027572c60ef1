// What is learned, part by part: a value for the config, or why not; and what the test said.

import type { Held } from './held-orders.ts';

export const PARTS = ['rfm', 'personas', 'value', 'intent', 'items'] as const;
export type PartName = (typeof PARTS)[number];

/** How long a config remembers that does not say so. */
export const RETENTION = '180d';
/** Days of the test, where the last day before it is said and their number is not. */
export const DEFAULT_DAYS = 90;

export type Learned<V, R> =
  | { status: 'learned'; value: V; report: R }
  | { status: 'refused'; why: string[]; report: R };

/** What a part is learned from, and what it is tested on. */
export interface Split {
  /** as the device remembers it at the end; what is written is learned from it */
  held: Held;
  /** as the config says it */
  retention: string;
  /** the share of all order days until then that it keeps */
  remembered: number;
  /** how many of all order days are so many days old */
  ages: ReadonlyMap<number, number>;
  /** undefined where the export has no days after what is learned from */
  test:
    | {
        held: Held;
        /** on how many days those ordered in the test who did, by their numbers */
        bought: Map<number, number>;
        /** the last day before it */
        until: string;
        days: number;
      }
    | undefined;
}
