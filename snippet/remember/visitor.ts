// Remembers one visitor: folds what happens into the profile at once, in memory, and stores it behind.
//
// Modes: `waiting` for consent and `memory` after storage failed keep everything on this page;
// `stored` writes; `off` records nothing (denied, opted out, or just forgotten).
// Memory is always the stored state plus the acts not stored yet, done again on top of it.

import { isSound, wantsHealing } from '../../shared/engine/heal.ts';
import { createProfile } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';
import { createGate } from '../gate.ts';
import { whenCalm } from '../idle.ts';
import { now, quiet } from '../native.ts';
import type { Warn } from '../warn.ts';
import { type Act, perform } from './act.ts';
import { createBacklog } from './backlog.ts';
import { createFlush } from './flush.ts';
import { type Denial, type Grant, isSameGrant, mergeGrants } from './grant.ts';
import { isErased } from './is-erased.ts';
import { createLedger } from './ledger.ts';
import { limit } from './limit.ts';
import { doubt, merge, NONE, UNKNOWN } from './merge.ts';
import { mendBy, type Repair, repair } from './repair.ts';
import { createSeed } from './seed.ts';
import { clearFlags, isOnFile, readOnFile, readSnapshot, watchSnapshot, writeSnapshot } from './snapshot.ts';
import { tellFailure, tellHealed } from './tell.ts';
import { createTurns } from './turns.ts';
import type { Mode, Visitor } from './visitor-api.ts';

/**
 * @param retention ms that events are kept
 * @param changed called when the profile changed otherwise than by an act of this page:
 *   the ledger knew better, another tab wrote, or everything was erased
 */
export function createVisitor(program: Program, retention: number, warn: Warn, changed: () => void): Visitor {
  let ledger = createLedger();
  let mode: Mode = 'waiting';
  let grant: Grant | undefined;
  let profile = createProfile(program);
  let seed = '';
  let rev = NONE; // revision of the stored state that memory is built on
  let upTo = 0; // key of the last event that the ledger is known to hold
  let backlog = createBacklog();
  let gone = false;
  let partings = 0;
  let isSaved = false; // whether the snapshot says what memory holds
  const { opened: ready, open: isReady } = createGate();
  const { opened: rest, open: hurry } = createGate(); // storing waits for the page, unless somebody waits for it

  const settle = () => {
    backlog.settle();
    isReady();
  };
  /** Forgets all that memory holds; what an earlier life still has under way finds its ledger closed. */
  const reset = () => {
    mode = 'off';
    ledger.close();
    ledger = createLedger();
    clearFlags();
    profile = createProfile(program);
    seed = createSeed();
    rev = NONE;
    upTo = 0;
    gone = false;
    settle();
    backlog = createBacklog();
  };
  /** What to do when storage fails; a failure that comes after the page was left is that leaving's doing. Quiet. */
  const orGiveUp = () => {
    const left = partings;
    return quiet((error?: unknown) => {
      if (mode !== 'stored' || left !== partings) return;
      mode = 'memory';
      settle();
      tellFailure(error, warn);
      changed();
    });
  };
  /** Ends what is on its way into the ledger: it comes back, or is committed all the same, and once is enough. */
  const halt = () => {
    partings++;
    if (ledger.abort()) backlog.giveBack();
  };
  const save = () => {
    // what the ledger may not have is left to the next page, by a page that goes
    const open = gone ? backlog.open() : [];
    if (mode !== 'stored' || !grant || (isSaved && !open[0]) || readOnFile().consent === 'denied') return;
    writeSnapshot({ ...grant, rev, upTo, seed, profile, acts: open });
    isSaved = !open[0];
  };
  const act = async (one: Act) => {
    if (mode === 'off') return;
    try {
      perform(program, profile, one);
    } catch {
      recall(true);
      perform(program, profile, one);
    }
    isSaved = false;
    const stored = backlog.add(one);
    if (mode !== 'stored') return;
    void flush();
    await stored;
  };

  const vanish = () => {
    reset();
    changed();
    return true;
  };
  const write = async (mend?: Repair) => {
    if (mode === 'off' || mode === 'waiting' || gone) return;
    const mine = ledger;
    let acts = backlog; // withheld meanwhile, it is another one
    const answered = limit(orGiveUp());
    let isNews = mode === 'memory'; // whether memory is another than before
    let isRead = false; // nothing to add, or two tabs would answer each other for ever
    const healing = !mend && wantsHealing(profile, now()) ? now() : undefined;
    try {
      if ((await isErased(rev, ledger)) && vanish()) return;
      const state = await mine.write(
        (stored, tail) => {
          if (mine !== ledger || mode === 'waiting' || !grant) throw new Error('erased');
          acts = backlog;
          const memory = { profile, seed, rev };
          const { events, healed, ...merged } = merge(program, memory, stored, tail, backlog, mend, healing);
          tellHealed(healed, warn);
          isNews ||= merged.profile !== profile;
          ({ profile, seed } = merged);
          grant = mergeGrants(grant, stored);
          isRead = isSameGrant(grant, stored) && !backlog.take()[0] && !tail[0] && !mend;
          return isRead ? undefined : { events, state: { ...merged, ...grant, upTo: 0 }, ...healed };
        },
        mend?.upTo ?? (healing ? 0 : backlog.carried().length ? upTo : undefined),
      );
      if (mine !== ledger || ((await isErased(rev, ledger)) && vanish())) return;
      if (mode === 'memory') mode = 'stored';
      if (acts === backlog) ({ rev, upTo } = state);
      else rev = UNKNOWN;
      acts.confirm();
      isSaved &&= isRead;
      if (healing) delete profile.isOdd;
      save();
      isReady();
      if (isNews) changed();
    } catch (error) {
      if (mine !== ledger) return;
      rev = doubt(rev);
      backlog.giveBack();
      throw error;
    } finally {
      answered();
      // erased while this was on its way: it may have come after that
      if (mine !== ledger) await mine.erase();
    }
  };
  const inTurn = createTurns(orGiveUp);
  /** Takes what is remembered, and does on top of it what this page did. `isOdd`: another script wrote there. */
  const recall = (isOdd?: boolean) => {
    const known = isOdd ? undefined : readSnapshot();
    profile = createProfile(program);
    if (isSound(known?.profile)) ({ profile, seed, rev, upTo } = known);
    else seed ||= createSeed();
    // a snapshot may be stale, and leaves large states out: the first write takes what is stored
    rev = doubt(rev);
    for (const one of backlog.carry(known?.acts ?? [])) void backlog.add(perform(program, profile, one));
  };
  const isMore = () => mode === 'stored' && !gone && (backlog.pending().length > 0 || !!profile.isOdd);
  const flush = createFlush(rest, inTurn, write, isMore, async (run, share) => {
    const mine = ledger;
    if (mode !== 'stored') return;
    const found = repair(program, mine, profile, upTo, retention, share);
    const isCurrent = () => mine === ledger;
    await mendBy(found, isCurrent, (mend) => run(() => write(mend))).catch(share ? undefined : orGiveUp());
  });

  const erase = (mark?: Denial) => {
    const erased = ledger.erase().catch(() => {}); // at once: the page may be left in the same breath
    reset();
    writeSnapshot(mark);
    return inTurn(() => erased);
  };
  const hear = (end?: Denial | 'erased') => {
    const snapshot = readSnapshot();
    if (mode === 'off') return changed();
    if (end) {
      const isMine = snapshot?.seed === seed; // written after the erasure, before this tab heard of it
      vanish();
      if (isMine) void erase(end === 'erased' ? undefined : end);
      return;
    }
    if (mode === 'memory' || !snapshot) return;
    // what another tab was told may not do for this one: its own tools may have doubts
    if (mode === 'waiting') return changed();
    void flush();
  };
  void whenCalm(hurry);
  void rest.then(quiet(() => watchSnapshot(hear)));

  return {
    profile: () => profile,
    seed: () => seed,
    mode: () => mode,
    grant: () => grant,
    ready,
    begin(as, doubt) {
      // after a standby the page goes on: what it has not written yet is its own
      const isOn = as && as.consent === grant?.consent && mode === 'stored' && !gone;
      grant = as;
      isSaved = false;
      if (isOn) return void flush();
      if (doubt === 'withhold') halt();
      // what the ledger has, or gets, stays there; erased it is this page's again
      const left = doubt === 'erase' ? backlog.open() : doubt || mode === 'waiting' ? backlog.own() : [];
      if (doubt === 'erase') void erase();
      gone = false;
      mode = as ? 'stored' : 'waiting';
      backlog.settle();
      backlog = createBacklog();
      if (as) recall();
      else {
        profile = createProfile(program);
        seed ||= createSeed();
        for (const one of left) void backlog.add(perform(program, profile, one));
        isReady();
      }
    },
    track: (name, props, arrival, tagged = false) =>
      act({ name, props, at: now(), arrival, tagged, events: [] }),
    set: (traits) => act({ traits, events: [] }),
    keep(as) {
      // another tab may have begun anew meanwhile: only a denial is taken back
      if (readOnFile().consent === 'denied') writeSnapshot(undefined);
      grant = as;
      isSaved = false;
      if (mode === 'waiting' || mode === 'off') recall();
      mode = 'stored';
      hurry();
      return flush();
    },
    hurry,
    erase,
    leave(forGood) {
      // what another tab has forgotten stays that, though a page that goes may never hear of it
      const isForgotten = rev !== NONE && !isOnFile(seed);
      gone ||= forGood;
      if (forGood) halt();
      hurry();
      if (mode === 'stored' && backlog.handOver(ledger.append)) rev = UNKNOWN;
      if (!isForgotten) save();
    },
    async events() {
      hurry();
      if (mode === 'stored') await flush();
      // erased or withheld meanwhile: to ask the ledger would make it anew
      return mode === 'stored' ? ledger.all() : backlog.open().flatMap((one) => one.events);
    },
  };
}
