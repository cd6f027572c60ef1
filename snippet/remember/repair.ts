// Brings the profile up to the ledger where it is not: rules that are new in this config, and everything
// after old events were pruned. Read and folded in idle time, in slices.

import { missing, rebuild } from '../../shared/engine/fold.ts';
import type { Profile } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';
import { idle, inSlices } from '../idle.ts';
import { now } from '../native.ts';
import { findOutdated } from './find-outdated.ts';
import type { Ledger, LedgerEvent } from './ledger.ts';

export interface Repair {
  /** Key of the last event folded so far; `finish` wants the ones after it. */
  upTo: number;
  /** Puts what was built into a profile. */
  finish(profile: Profile, tail: LedgerEvent[]): void;
}

/** What of a life is looked at. */
interface Known {
  ledger: Ledger;
  profile: Profile;
  /** Key of the newest event. */
  upTo: number;
  isOver: boolean;
}

const BATCH = 500;

async function mend(
  program: Program,
  life: Known,
  retention: number,
  share: number | undefined,
  write: (repair: Repair) => Promise<void>,
): Promise<void> {
  const { ledger, profile, upTo } = life;
  await idle();
  const { firstSeenAt, prunedAt: oldestAt } = profile;
  const old = await findOutdated(ledger, upTo, oldestAt ?? firstSeenAt ?? 0, now() - retention, share);
  const keys = old ? [...program.nodes.keys()] : missing(program, profile);
  const prune = () => old && ledger.remove(old.upTo);
  // the storage is full: what is written needs their room
  if (share) await prune();
  if (!old && !keys.length) return;
  const built = rebuild(program, profile, keys);
  let read = old?.upTo ?? 0;
  let batch: LedgerEvent[];
  do {
    batch = await ledger.read(read, BATCH);
    await inSlices(batch, built.fold);
    read = batch.at(-1)?.id ?? read;
  } while (batch.length);
  if (life.isOver) return;
  await write({
    upTo: read,
    finish(target, tail) {
      for (const event of tail) if ((event.id ?? 0) > read) built.fold(event);
      built.done(target);
      if (old) target.prunedAt = old.at;
    },
  });
  // a page that ends before this leaves them to the next
  await prune();
}

/**
 * Mends a life by `write`, and lets the ledger go of old events only then.
 *
 * The work of one that is over is nobody's any more, and nor is its failure.
 *
 * @param retention ms that events are kept
 * @param share of all events, to be let go of: the storage is full
 * @throws (rejects) where IndexedDB does
 */
export async function tend(
  program: Program,
  life: Known,
  retention: number,
  share: number | undefined,
  write: (repair: Repair) => Promise<void>,
): Promise<void> {
  try {
    await mend(program, life, retention, share, write);
  } catch (error) {
    if (!life.isOver) throw error;
  }
}
