// What `window.selvedge` is to a page, as types. The tag makes it (api.ts) and the mirror is handed it.

import type { VisitorEvent } from '../shared/engine/event.ts';
import type { Reason } from '../shared/engine/explain.ts';
import type { TraitValue } from '../shared/engine/profile.ts';
import type { Words } from '../shared/engine/words.ts';
import type { Standing } from './consent/standing.ts';
import type { On } from './events.ts';
import type { Strings } from './mirror/strings.ts';
import type { Traits } from './remember/act.ts';

export interface MirrorOptions {
  /** Replaces any of the sentences. */
  strings?: Partial<Strings>;
}

/** Everything that is remembered of a visitor; times in ms since the epoch. */
export interface Exported {
  version: number;
  exportedAt: number;
  mode: 'stored' | 'memory';
  consent: Standing;
  seed: string;
  firstSeenAt: number | null;
  traits: Record<string, TraitValue>;
  events: VisitorEvent[];
}

export interface Api {
  version: string;
  /** Resolves when the ledger has been read, or storage was given up. Never rejects. */
  ready: Promise<void>;
  on: On;
  track(name: string, props?: object): Promise<void>;
  set(traits: Traits): Promise<void>;
  segments(): string[];
  experiences(): {
    id: string;
    outcome: 'variant' | 'original' | 'holdout';
    variant?: string;
    reason: string;
  }[];
  /**
   * @param words in which it is said, or what makes them of the English ones; without them in English
   * @throws RangeError naming the known segments
   */
  explain(id: string, words?: Words | ((english: Words) => Words)): Reason;
  consent(state: 'granted' | 'denied'): Promise<void>;
  optOut(): Promise<void>;
  optIn(): Promise<void>;
  forget(): Promise<void>;
  /** An empty object where the config never came. */
  export(): Promise<Exported>;
  /** Opens the visitor's own view. */
  open(options?: MirrorOptions): Promise<void>;
}

/** What stands on `window`: the queue stays, for code that was written for it. */
export type Served = Api & { q: { push(...entries: unknown[]): number } };
