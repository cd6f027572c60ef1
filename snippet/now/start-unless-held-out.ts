// The first paint where some visitors get the original everywhere: who does is known before anything is decided.

import { isHeldOut } from '../../shared/engine/held-out.ts';
import type { Tag } from '../find-tag.ts';
import { createSeed } from '../remember/seed.ts';
import type { Parts } from './parts.ts';
import { readFile } from './read-file.ts';
import { readSettings, type Started, startNow } from './start.ts';

/** `startNow`, but for those who are held out of everything. */
export function startUnlessHeldOut(
  table: string,
  parts: Parts,
  queue?: unknown[],
  tag?: Tag,
  isRefused?: boolean,
): Started {
  const seed = readFile().seed ?? createSeed();
  const isOut = isHeldOut(seed, readSettings(table).holdout);
  const own: Parts = { ...parts, createSeed: () => seed, ...(isOut && { fitsPages: () => false }) };
  const started = startNow(table, own, queue, tag, isRefused);
  // the rest is to place by the same
  if (started.decided) started.decided.seed ??= seed;
  return started;
}
