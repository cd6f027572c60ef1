// What a page has asked before the rest of the tag is there. Types only.

import type { Served } from '../public.ts';

/** A call of the page's. */
export type Name = Exclude<keyof Served, 'version' | 'ready' | 'q'>;

/** What the page has asked of the rest: a call by its name, or entries for its queue (`push`). */
export interface Asked {
  name: Name | 'push';
  given: unknown[];
  /** Whether somebody had touched the page by then. */
  hasActed?: boolean;
  /** Hears the answer; missing where nobody waits for one. */
  done?(answer: unknown): void;
}
