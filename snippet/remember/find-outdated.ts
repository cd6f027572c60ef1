// Finds what the ledger holds out of its bounds: by age (the config's retention) and by number.

import type { Ledger } from './ledger.ts';

/** More events than this are never kept; a tenth goes at once, so that it is not done on every page. */
const MOST = 10_000;
const STEP = 500;

/** The newest event of those that are to go. */
export interface Outdated {
  /** its key, and all before it go */
  upTo: number;
  at: number;
}

/**
 * What is too old or too much. Where that cannot be, nothing is asked of the ledger.
 * @param upTo key of the newest event: there are no more than that
 * @param oldestAt no event is older than this
 * @param before events earlier than this (ms since epoch) go
 * @param share at least this share of the oldest goes too (used when the quota is reached)
 */
export async function findOutdated(
  ledger: Ledger,
  upTo: number,
  oldestAt: number,
  before: number,
  share = 0,
): Promise<Outdated | undefined> {
  const count = upTo > MOST || share ? await ledger.count() : 0;
  const surplus = Math.max(count > MOST ? count - MOST * 0.9 : 0, count * share);
  if (!surplus && oldestAt >= before) return undefined;
  let seen = 0;
  let key = 0;
  let at: number | undefined;
  // the oldest one often says that all may stay
  for (let most = surplus ? STEP : 1, more = true; more; most = STEP) {
    const batch = await ledger.read(key, most);
    more = batch.length === most;
    for (const event of batch) {
      if (seen++ >= surplus && !(event.at < before)) {
        more = false;
        break;
      }
      key = event.id ?? key;
      at = event.at;
    }
  }
  return at === undefined ? undefined : { upTo: key, at };
}
