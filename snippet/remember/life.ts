// What this page knows of one visitor, from what is on file or from nothing, until it is erased. Then it is over: what it
// still has under way touches nothing any more, and who comes next is somebody new.

import { isSound } from '../../shared/engine/heal.ts';
import { createProfile } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';
import { type Act, perform } from './act.ts';
import { type Backlog, createBacklog } from './backlog.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { doubt, type Memory, NONE } from './merge.ts';
import { createSeed } from './seed.ts';
import { readSnapshot } from './snapshot.ts';

export interface Life extends Memory {
  readonly ledger: Ledger;
  /** What this page did and the ledger may not hold. */
  backlog: Backlog;
  /** Key of the last event that the ledger is known to hold. */
  upTo: number;
  /** Whether the snapshot says what memory holds. */
  isSaved: boolean;
  isOver: boolean;
}

/** @param seed none: it is read, or made, where the life begins on a page */
export const createLife = (program: Program, seed = ''): Life => ({
  ledger: createLedger(),
  backlog: createBacklog(),
  profile: createProfile(program),
  seed,
  rev: NONE,
  upTo: 0,
  isSaved: false,
  isOver: false,
});

export function endLife(life: Life): void {
  life.isOver = true;
  life.ledger.close();
  life.backlog.settle();
}

/** Nobody waits for the acts so far; who keeps some of them adds them anew. */
export function dropBacklog(life: Life): void {
  life.backlog.settle();
  life.backlog = createBacklog();
}

/** Ends what is on its way into the ledger: it comes back, or is committed all the same, and once is enough. */
export function haltWrites({ ledger, backlog }: Life): void {
  if (ledger.abort()) backlog.giveBack();
}

/** Takes what is on file, and does on top of it what this page did. @param isOdd another script wrote there */
export function recall(program: Program, life: Life, isOdd?: boolean): void {
  const known = isOdd ? undefined : readSnapshot();
  life.profile = createProfile(program);
  if (isSound(known?.profile)) {
    const { profile, seed, rev, upTo } = known;
    Object.assign(life, { profile, seed, rev, upTo });
  } else life.seed ||= createSeed();
  // a snapshot may be stale, and leaves large states out: the first write takes what is stored
  life.rev = doubt(life.rev);
  for (const one of life.backlog.carry(known?.acts ?? []))
    life.backlog.add(perform(program, life.profile, one));
}

/** Nothing on file counts: of what was known, only these acts of the page. */
export function startOver(program: Program, life: Life, acts: Act[]): void {
  life.profile = createProfile(program);
  life.seed ||= createSeed();
  for (const one of acts) life.backlog.add(perform(program, life.profile, one));
}

/** Does one thing. @returns a promise that resolves when it is stored, or nobody tries any more */
export function live(program: Program, life: Life, act: Act): Promise<void> {
  try {
    perform(program, life.profile, act);
  } catch {
    recall(program, life, true);
    perform(program, life.profile, act);
  }
  life.isSaved = false;
  life.backlog.add(act);
  return life.backlog.wait(act);
}
