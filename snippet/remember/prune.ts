// Keeps the ledger within its bounds: by age (the config's retention) and by number.

import type { Ledger } from './ledger.ts';

/** More events than this are never kept; a tenth goes at once, so that it is not done on every page. */
const MOST = 10_000;
const STEP = 500;

/**
 * Removes what is too old or too much.
 * @param before events earlier than this (ms since epoch) go
 * @param share at least this share of the oldest goes too (used when the quota is reached)
 * @returns the time of the newest event removed, or undefined when nothing was
 */
export async function prune(ledger: Ledger, before: number, share = 0): Promise<number | undefined> {
  const count = await ledger.count();
  const surplus = Math.max(count > MOST ? count - MOST * 0.9 : 0, count * share);
  let seen = 0;
  let key = 0;
  let at: number | undefined;
  for (let more = true; more; ) {
    const batch = await ledger.read(key, STEP);
    more = batch.length === STEP;
    for (const event of batch) {
      if (seen++ >= surplus && event.at >= before) {
        more = false;
        break;
      }
      key = event.id ?? key;
      at = event.at;
    }
  }
  if (at !== undefined) await ledger.remove(key);
  return at;
}
