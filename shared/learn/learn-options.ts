// What learning is asked for.

import type { Config } from '../schema/config.ts';
import type { Events } from './events.ts';
import type { Working } from './intent/learn-intent.ts';
import type { ItemsOptions } from './items/test-rows.ts';
import type { PartName } from './parts.ts';

export interface LearnOptions {
  what: readonly PartName[];
  /** the last day that is learned from */
  until?: string | undefined;
  /** the days after it that are the test; without it the last quarter of the export */
  days?: number | undefined;
  /** so many personas, where such a grouping passes; without it the best that does */
  personas?: number | undefined;
  /** how large the file of items may become, and what is in it; needed where rows hold any */
  items?: ItemsOptions | undefined;
  /** of all chance: the same seed, the same numbers */
  seed: number;
  /** what the config says, where there is one */
  config?: Config | undefined;
  /** what visitors did, where intent is asked for: of the goal of that id, or the config's first */
  events?: Events | undefined;
  goal?: string | undefined;
  /** what clocks on walls showed at an instant, whose days count; without it UTC's do */
  toWall?: ((instant: number) => number) | undefined;
  /** called now and then with how far it is */
  tell?: ((working: Working) => void) | undefined;
  /** ISO; when it is learned */
  at: string;
}
