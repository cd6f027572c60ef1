// Remembers one visitor: folds what happens into the profile at once, in memory, and stores it behind.
//
// Modes: `waiting` for consent and `memory` after storage failed keep everything on this page;
// `stored` writes; `off` records nothing (denied, opted out, or just forgotten).
// Memory is always the stored state plus the acts not stored yet, done again on top of it.

import type { Program } from '../../shared/engine/view.ts';
import type { Begun } from '../begun.ts';
import { createGate } from '../gate.ts';
import { whenCalm } from '../idle.ts';
import { now, quiet } from '../native.ts';
import type { Warn } from '../warn.ts';
import type { Act } from './act.ts';
import type { Allowed } from './commit.ts';
import { commitAlive } from './commit-alive.ts';
import { createFlush } from './flush.ts';
import type { Denial, Grant } from './grant.ts';
import { createLife, dropBacklog, endLife, haltWrites, live, recall, startOver } from './life.ts';
import { UNKNOWN } from './merge.ts';
import { type Repair, tend } from './repair.ts';
import { createSeed } from './seed.ts';
import {
  clearFlags,
  isAnotherOnFile,
  readOnFile,
  readSnapshot,
  watchSnapshot,
  writeSnapshot,
} from './snapshot.ts';
import { tellFailure } from './tell.ts';
import { createTurns } from './turns.ts';
import type { Mode, Visitor } from './visitor-api.ts';

export interface Needs {
  program: Program;
  /** ms that events are kept */
  retention: number;
  warn: Warn;
  /**
   * Called when the profile changed otherwise than by an act of this page: the ledger knew better, another tab wrote, or
   * everything was erased.
   */
  changed(): void;
  /** Its seed is taken where none is on file, and the next page's lines go on file with the rest. */
  begun?: Begun | undefined;
}

export function createVisitor({ program, retention, warn, changed, begun }: Needs): Visitor {
  let life = createLife(program, begun?.decided?.seed);
  let mode: Mode = 'waiting';
  let grant: Grant | undefined;
  let gone = false;
  let partings = 0;
  let forgotten = ''; // seed of whoever was erased here last, without a denial
  const { opened: ready, open: isReady } = createGate();
  const { opened: rest, open: hurry } = createGate(); // storing waits for the page, unless somebody waits for it

  /** Forgets all that memory holds. */
  const reset = () => {
    mode = 'off';
    endLife(life);
    life = createLife(program, createSeed());
    clearFlags();
    gone = false;
    isReady();
  };
  const vanish = () => {
    reset();
    changed();
  };
  /** What to do when storage fails; a failure that comes after the page was left is that leaving's doing. Quiet. */
  const orGiveUp = () => {
    const left = partings;
    return quiet((error?: unknown) => {
      if (mode !== 'stored' || left !== partings) return;
      mode = 'memory';
      life.backlog.settle();
      isReady();
      tellFailure(error, warn);
      changed();
    });
  };
  const halt = () => {
    partings++;
    haltWrites(life);
  };
  const save = () => {
    // what the ledger may not have is left to the next page, by a page that goes
    const acts = gone ? life.backlog.open() : [];
    const { rev, upTo, seed, profile, isSaved } = life;
    if (mode !== 'stored' || !grant || (isSaved && !acts[0])) return;
    // takes its time, in which another tab may refuse
    const next = lines?.forNext();
    if (readOnFile().consent === 'denied') return;
    writeSnapshot({ ...grant, rev, upTo, seed, profile, acts, ...next });
    life.isSaved = !acts[0];
  };
  const act = async (one: Act) => {
    if (mode === 'off') return;
    const stored = live(program, life, one);
    if (mode !== 'stored') return;
    void flush();
    await stored;
  };
  const refile = () => {
    // it comes when it likes: somebody else may have begun there since
    if (isAnotherOnFile(life.seed)) return;
    life.isSaved = false;
    save();
  };
  const lines = begun?.fileLines?.(program, () => life.profile, refile);

  const write = async (mend?: Repair) => {
    if (mode === 'off' || mode === 'waiting' || gone) return;
    const mine = life;
    const allowed: Allowed = {
      grant: () => (mine.isOver || mode === 'waiting' ? undefined : grant),
      take: (next) => {
        grant = next;
      },
    };
    const wasLost = mode === 'memory';
    const committed = await commitAlive(program, mine, allowed, warn, mend, vanish, orGiveUp());
    if (!committed) return;
    if (mode === 'memory') mode = 'stored';
    committed.confirm();
    save();
    isReady();
    if (committed.isNews || wasLost) changed();
  };
  const inTurn = createTurns(orGiveUp);
  const isMore = () =>
    mode === 'stored' && !gone && (life.backlog.pending().length > 0 || !!life.profile.isOdd);
  const flush = createFlush(rest, inTurn, write, isMore, async (run, share) => {
    const mine = life;
    if (mode !== 'stored') return;
    const mended = tend(program, mine, retention, share, (mend) => run(() => write(mend)));
    await mended.catch(share ? undefined : orGiveUp());
  });

  const erase = (mark?: Denial) => {
    forgotten = mark ? '' : life.seed;
    const erased = life.ledger.erase().catch(() => {}); // at once: the page may be left in the same breath
    reset();
    writeSnapshot(mark);
    return inTurn(() => erased);
  };
  const hear = (end?: Denial | 'erased') => {
    const snapshot = readSnapshot();
    // a page that was left in the same moment wrote back who was forgotten here
    if (mode === 'off') return !end && snapshot?.seed === forgotten ? void erase() : changed();
    if (end) {
      const isMine = snapshot?.seed === life.seed; // written after the erasure, before this tab heard of it
      if (isMine) void erase(end === 'erased' ? undefined : end);
      else reset();
      // what is on file by now counts
      return changed();
    }
    if (mode === 'memory' || !snapshot) return;
    // what another tab was told may not do for this one: its own tools may have doubts
    if (mode === 'waiting') return changed();
    void flush();
  };
  void whenCalm(hurry);
  void rest.then(quiet(() => watchSnapshot(() => (mode === 'stored' ? life.seed : ''), hear)));

  return {
    profile: () => life.profile,
    seed: () => life.seed,
    mode: () => mode,
    grant: () => grant,
    ready,
    begin(as, doubt) {
      // after a standby the page goes on: what it has not written yet is its own
      const isOn = as && as.consent === grant?.consent && mode === 'stored' && !gone;
      grant = as;
      life.isSaved = false;
      if (isOn) return void flush();
      if (doubt === 'withhold') halt();
      const { backlog } = life;
      // what the ledger has, or gets, stays there; erased it is this page's again
      const left = doubt === 'erase' ? backlog.open() : doubt || mode === 'waiting' ? backlog.own() : [];
      if (doubt === 'erase') void erase();
      gone = false;
      mode = as ? 'stored' : 'waiting';
      dropBacklog(life);
      if (as) return recall(program, life);
      startOver(program, life, left);
      isReady();
    },
    track(name, props, arrival, tagged = false, at = now()) {
      const done = act({ name, props, at, arrival, tagged, events: [] });
      lines?.happened(name);
      return done;
    },
    set: (traits) => act({ traits, events: [] }),
    keep(as) {
      // another tab may have begun anew meanwhile: only a denial is taken back
      if (readOnFile().consent === 'denied') writeSnapshot(undefined);
      grant = as;
      life.isSaved = false;
      if (mode === 'waiting' || mode === 'off') recall(program, life);
      mode = 'stored';
      hurry();
      return flush();
    },
    hurry,
    erase,
    leave(forGood) {
      // somebody else began there since; an empty file may be the site's doing (`hear` tells who forgot)
      const isOthers = isAnotherOnFile(life.seed);
      gone ||= forGood;
      if (forGood) halt();
      hurry();
      if (mode === 'stored' && life.backlog.handOver(life.ledger.append)) life.rev = UNKNOWN;
      if (!isOthers) save();
    },
    async events() {
      hurry();
      // storage that never answers is given up, and its write hangs on
      if (mode === 'stored') await Promise.race([flush(), life.backlog.wait()]);
      // erased or withheld meanwhile: to ask the ledger would make it anew
      return mode === 'stored' ? life.ledger.all() : life.backlog.open().flatMap((one) => one.events);
    },
  };
}
