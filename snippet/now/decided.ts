// What a first paint has decided, and from what. Types only.

import type { Given } from '../../shared/engine/lines/entry.ts';
import type { Remembered } from '../../shared/engine/lines/remembered.ts';
import type { Standing } from '../consent/standing.ts';

export interface Decided {
  standing: Standing;
  /** ms since epoch: when the page was opened, as it was decided */
  at: number;
  /** made here where there was none; missing where nobody was placed by it */
  seed?: string | undefined;
  given: Given[];
  /** What leads away from this page, once that is known: experience, variant, segment, and so on. */
  led?: string[];
  /** The visitor was on file. */
  isKnown?: boolean;
  /** The file has this view already (file-left.ts). */
  isFiled?: boolean;
  remembered: Remembered;
  /** One fact of this page view; where nobody knows before the rest is there, all that it may be. */
  facts(key: string): unknown[];
  /** Whether the visitor is in a segment, by its place in the config: 0 no, 1 yes, 2 nobody knows. */
  ask(segment: number): 0 | 1 | 2;
}
