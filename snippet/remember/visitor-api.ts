// What the rest of the tag may ask of the one who remembers.

import type { VisitorEvent } from '../../shared/engine/event.ts';
import type { Arrival, Profile } from '../../shared/engine/profile.ts';
import type { Props } from '../../shared/schema/props.ts';
import type { Traits } from './act.ts';
import type { Denial, Grant } from './grant.ts';

export type Mode = 'waiting' | 'stored' | 'memory' | 'off';

export interface Visitor {
  profile(): Profile;
  seed(): string;
  mode(): Mode;
  /** What allows it to remember, on this page so far. */
  grant(): Grant | undefined;
  /** Resolves when the ledger has been read, or storage was given up. */
  ready: Promise<void>;
  /**
   * Begins a page: takes what is remembered, synchronously, when `as` allows; waits for consent otherwise. With
   * `doubt` in the middle of a page what is stored is known no more, or is erased; what is not stored yet waits.
   */
  begin(as: Grant | undefined, doubt?: 'withhold' | 'erase'): void;
  /** Records an event of now, or of `at`. Resolves when it is committed (at once where nothing is stored); never rejects. */
  track(name: string, props: Props, arrival?: Arrival, tagged?: boolean, at?: number): Promise<void>;
  set(traits: Traits): Promise<void>;
  /** From now on what happens, and what this page has seen, is stored. Resolves when it is. */
  keep(as: Grant): Promise<void>;
  /** Stores now, not when the page has time: somebody waits for it. */
  hurry(): void;
  /** Erases everything, and leaves `denial` if one is given. Resolves when storage is empty. */
  erase(denial?: Denial): Promise<void>;
  /** The page is hidden, or left for good: stores what is pending without waiting for anything. */
  leave(forGood: boolean): void;
  /** All that is remembered, oldest first. */
  events(): Promise<VisitorEvent[]>;
}
