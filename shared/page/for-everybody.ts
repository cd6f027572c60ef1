// A config for looking at what a segment gets: said in the rules themselves, so `assign` decides as it does for
// everybody, but in exactly these segments and without chance.

import type { Config } from '../schema/config.ts';
import type { Experience } from '../schema/experience.ts';

/** The config in which everybody is in exactly these segments. */
export const forceSegments = (config: Config, ids: string[]): Config => ({
  ...config,
  // all of nothing holds always, any of nothing never
  segments: config.segments.map((one) => ({
    ...one,
    when: { kind: ids.includes(one.id) ? 'all' : 'any', of: [] },
  })),
});

/** The experience for all whom it is for: nobody sees the original to be counted, or because they have seen enough. */
export const withoutChance = ({
  frequency: _frequency,
  holdout: _holdout,
  ...rest
}: Experience): Experience => rest;
