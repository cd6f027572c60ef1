// What this release understands of a config that a newer one made: to be looked at, never to be written back.

import { Config } from './config.ts';
import type { Parts } from './parts.ts';

/** @returns a config without the fields, segments and experiences that are not understood; undefined where too little is left */
export function readKnown({ raw, segments, experiences }: Parts): Config | undefined {
  const fields = Object.entries(Config.shape)
    .filter(([name, schema]) => name in raw && schema.safeParse(raw[name]).success)
    .map(([name]) => [name, raw[name]]);
  const { success, data } = Config.safeParse({
    ...Object.fromEntries(fields),
    version: 1,
    segments: segments.map(({ value }) => value),
    experiences: experiences.map(({ value }) => value),
  });
  return success ? data : undefined;
}
