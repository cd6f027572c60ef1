// What the ledger holds and what this page has done become one: the heart of writing from several tabs.
//
// The stored profile is the truth, the events after it are folded in, and this page's acts are done again on top.
// Only where nobody else has written since is the profile in memory already the answer.

import type { VisitorEvent } from '../../shared/engine/event.ts';
import { fold } from '../../shared/engine/fold.ts';
import { heal, isClockRight, isSound, remake } from '../../shared/engine/heal.ts';
import { toJson } from '../../shared/engine/native.ts';
import { createProfile, type Profile } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';
import { perform } from './act.ts';
import type { Backlog } from './backlog.ts';
import type { LedgerEvent, News, State } from './ledger.ts';
import type { Repair } from './repair.ts';

/** No state is stored yet. */
export const NONE = 0;
/** One is, but memory may be behind it: no write gives a state this revision. */
export const UNKNOWN = -1;
/** Where it is not sure any more that memory has what is stored; where nothing was, nothing is. */
export const doubt = (rev: number): number => (rev === NONE ? NONE : UNKNOWN);

export interface Memory {
  profile: Profile;
  seed: string;
  /** Revision of the stored state that the profile is built on, or NONE, or UNKNOWN. */
  rev: number;
}
export interface Merged extends Memory {
  /** to be added to the ledger */
  events: VisitorEvent[];
  /** records of the ledger: those that are dated anew, and those that go */
  healed: Pick<News, 'changed' | 'odd'>;
}

/**
 * @param memory taken over where it is current, and where there is nothing stored
 * @param tail events after the stored state, and before it where `carried` or `mend` asked for them
 * @param backlog this page's acts, not stored yet, and those that an earlier page left behind: the ledger may hold them
 *   after all
 * @param healing `tail` is all the ledger, which wants to be healed: what the clock says now
 * @returns what memory holds from now on, and the events to add
 */
export function merge(
  program: Program,
  memory: Memory,
  stored: State | undefined,
  tail: LedgerEvent[],
  backlog: Backlog,
  mend: Repair | undefined,
  healing: number | undefined,
): Merged {
  let { profile, seed, rev } = memory;
  const acts = backlog.take();
  const carried = backlog.carried();
  const isThere = (event: VisitorEvent) =>
    tail.some(({ id: _id, ...other }) => toJson(other) === toJson(event));
  const open = acts.filter((act) => !carried.includes(act) || !act.events.some(isThere));
  const isCurrent = stored?.rev === rev && stored.seed === seed && !mend && !carried.length && !tail.length;
  let healed: Merged['healed'] = { changed: [], odd: [] };
  if (stored && !isCurrent) {
    ({ seed = memory.seed, profile = createProfile(program) } = stored);
    if (healing || !isSound(profile)) {
      const { events, ...rest } = heal(tail, !!healing && isClockRight(memory.profile, healing));
      healed = rest;
      profile = remake(program, events, profile ?? {});
    } else for (const event of tail) if ((event.id ?? 0) > stored.upTo) fold(program, profile, event);
    mend?.finish(profile, tail);
    for (const act of open) perform(program, profile, act);
  }
  // the ledger is gone and the snapshot survived: what it knows stands, and what came before is in doubt
  if (!stored && rev !== NONE) profile = { ...profile, prunedAt: profile.newestAt };
  rev = (stored?.rev ?? NONE) + 1;
  return { profile, seed, rev, events: open.flatMap(({ events }) => events), healed };
}
