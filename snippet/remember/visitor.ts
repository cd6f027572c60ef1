// Remembers one visitor: folds what happens into the profile at once, in memory, and stores it behind.
//
// Modes: `waiting` for consent and `memory` after storage failed keep everything on this page;
// `stored` writes; `off` records nothing (denied, opted out, or just forgotten).
// What memory holds is always the stored state plus the acts not stored yet, done again on top of it:
// so it does not matter which tab writes first.

import type { Program } from '../../shared/engine/compile.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { type Arrival, createProfile, type Profile } from '../../shared/engine/profile.ts';
import type { Props } from '../../shared/schema/props.ts';
import { clearTimer, now, setTimer } from '../native.ts';
import type { Warn } from '../warn.ts';
import { type Act, perform, type Traits } from './act.ts';
import { createLedger, type LedgerEvent } from './ledger.ts';
import { merge } from './merge.ts';
import { type Repair, repair } from './repair.ts';
import { clearFlags, readSnapshot, type StoredConsent, watchSnapshot, writeSnapshot } from './snapshot.ts';

export type Mode = 'waiting' | 'stored' | 'memory' | 'off';

export interface Visitor {
  profile(): Profile;
  seed(): string;
  mode(): Mode;
  consent(): StoredConsent | undefined;
  /** Resolves when the ledger has been read, or storage was given up. */
  ready: Promise<void>;
  /** Begins a page: takes what is remembered, synchronously, when `as` allows; waits for consent otherwise. */
  begin(as: StoredConsent | undefined): void;
  /** Records an event. Resolves when it is committed (at once where nothing is stored); never rejects. */
  track(name: string, props: Props, arrival?: Arrival, tagged?: boolean): Promise<void>;
  set(traits: Traits): Promise<void>;
  /** From now on what happens, and what this page has seen, is stored. Resolves when it is. */
  keep(as: StoredConsent): Promise<void>;
  /** Erases everything; with `mark` leaves the denial. Resolves when storage is empty. */
  erase(mark: boolean): Promise<void>;
  /** The page is hidden, or left for good: stores what is pending without waiting for anything. */
  leave(forGood: boolean): void;
  /** All that is remembered, oldest first. */
  events(): Promise<VisitorEvent[]>;
}

/** Storage that has not answered by then (ms) is given up for this page, unless it answers after all. */
const PATIENCE = 1000;

/** 128 random bits as hex: it places this browser on this site, says nothing about it, and never leaves it. */
const createSeed = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * @param retention ms that events are kept
 * @param changed called when the profile changed otherwise than by an act of this page:
 *   the ledger knew better, another tab wrote, or everything was erased
 */
export function createVisitor(program: Program, retention: number, warn: Warn, changed: () => void): Visitor {
  let ledger = createLedger();
  let mode: Mode = 'waiting';
  let consent: StoredConsent | undefined;
  let profile = createProfile(program);
  let seed = createSeed();
  /** Revision of the stored state that memory is built on; 0: none yet, −1: unknown. */
  let rev = 0;
  /** Key of the last event that the ledger is known to hold. */
  let upTo = 0;
  /** Not handed to the ledger yet. */
  let acts: Act[] = [];
  /** Handed over in a transaction, or while leaving, and not confirmed: should the page die now, the next one looks. */
  let unsure: Act[] = [];
  let handed: Act[] = [];
  /** Those of `acts` that an earlier page left behind: the ledger may have them after all. */
  let carried: Act[] = [];
  /** Who waits for an act to be stored. */
  const waiting = new Map<Act, () => void>();
  let turn: Promise<void> = Promise.resolve();
  let planned: Promise<void> | undefined;
  let tended = false;
  let gone = false;
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  const settle = (stored: Iterable<Act>) => {
    for (const one of stored) {
      waiting.get(one)?.();
      waiting.delete(one);
    }
  };
  /** Forgets all that memory holds; what an earlier life still has under way finds its ledger closed. */
  const reset = () => {
    mode = 'off';
    ledger.close();
    ledger = createLedger();
    clearFlags();
    profile = createProfile(program);
    seed = createSeed();
    rev = 0;
    upTo = 0;
    acts = unsure = handed = carried = [];
    settle(waiting.keys());
    isReady();
  };
  const giveUp = (error?: unknown) => {
    if (mode !== 'stored') return;
    mode = 'memory';
    settle(waiting.keys());
    isReady();
    const why = (error as Error)?.name ?? 'no answer within 1 s';
    warn({
      code: 'storage',
      message: `storage does not work here (${why}); nothing is remembered beyond this page`,
    });
    changed();
  };
  const save = () => {
    // what the ledger may not have is left to the next page, but only by a page that goes: it does it itself else
    const open = gone ? [...handed, ...unsure, ...acts] : [];
    if (mode === 'stored' && consent && readSnapshot()?.consent !== 'denied')
      writeSnapshot({ consent, rev, upTo, seed, profile, acts: open });
  };
  const act = (one: Act) =>
    new Promise<void>((done) => {
      if (mode === 'off') return done();
      perform(program, profile, one);
      acts.push(one);
      if (mode !== 'stored') return done();
      waiting.set(one, done);
      void flush();
    });

  /** Whether everything was erased behind this page's back: in another tab, or by hand. */
  const isErased = async () => {
    const snapshot = readSnapshot();
    return snapshot?.consent === 'denied' || (rev !== 0 && !snapshot && !(await ledger.exists()));
  };
  const vanish = (erased: boolean) => {
    if (erased) {
      reset();
      changed();
    }
    return erased;
  };
  const write = async (mend?: Repair) => {
    if (mode === 'off' || mode === 'waiting') return;
    const mine = ledger;
    const timer = setTimer(giveUp, PATIENCE);
    try {
      if (vanish(await isErased())) return;
      const state = await mine.write(
        (stored, tail) => {
          if (mine !== ledger) throw new Error('erased');
          // a dead connection makes this run twice
          unsure = [...unsure, ...acts];
          acts = [];
          const { events, ...merged } = merge(
            program,
            { profile, seed, rev },
            stored,
            tail,
            unsure,
            carried,
            mend,
          );
          ({ profile, seed } = merged);
          return { events, state: { ...merged, upTo: 0, consent: consent ?? 'granted' } };
        },
        mend?.upTo ?? (carried.length ? upTo : undefined),
      );
      if (mine !== ledger || vanish(await isErased())) return;
      if (mode === 'memory') mode = 'stored';
      ({ rev, upTo } = state);
      const written = unsure;
      unsure = carried = [];
      save();
      settle(written);
      isReady();
      changed();
    } catch (error) {
      if (mine !== ledger) return;
      rev &&= -1;
      acts = [...unsure, ...acts];
      unsure = [];
      throw error;
    } finally {
      clearTimer(timer);
      // erased while this was on its way: it may have come after that
      if (mine !== ledger) await mine.erase();
    }
  };
  /** One write at a time; a failure ends in memory mode, never in a rejection. */
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    turn = turn.then(job).catch(giveUp);
    return turn;
  };
  const tend = async (share?: number) => {
    tended = true;
    const mine = ledger;
    const mend = await repair(program, mine, profile, retention, share);
    if (mend && mine === ledger) await write(mend);
  };
  const recall = () => {
    const snapshot = readSnapshot();
    if (snapshot && 'profile' in snapshot) ({ profile, seed, rev, upTo, acts } = snapshot);
    carried = [...acts];
  };
  /** Takes what is remembered, and does on top of it what this page did. */
  const rebase = () => {
    const mine = acts.filter((one) => !carried.includes(one));
    profile = createProfile(program);
    acts = [];
    recall();
    for (const one of mine) perform(program, profile, one);
    acts.push(...mine);
  };
  const flush = (): Promise<void> => {
    planned ??= inTurn(async () => {
      // after the first paint, and what happens together is written together
      await new Promise<void>((resolve) => setTimer(resolve, 0));
      planned = undefined;
      try {
        do await write();
        while (acts.length && mode === 'stored');
      } catch (error) {
        if ((error as Error)?.name !== 'QuotaExceededError') throw error;
        // full: make room once, then try again
        await tend(0.2);
        await write();
      }
      // once a page, in idle time
      if (!tended && mode === 'stored') void tend().catch(giveUp);
    });
    return planned;
  };

  const erase = async (mark: boolean) => {
    reset();
    writeSnapshot(mark ? { consent: 'denied' } : undefined);
    await inTurn(async () => {
      // a database that is not there is not asked to go: asking would be harmless, but some browsers are slow at it
      if (await ledger.exists()) await ledger.erase();
    });
  };

  watchSnapshot((isGone) => {
    const snapshot = readSnapshot();
    if (mode === 'off') return;
    if (isGone) {
      // this tab may have written after the erasure, before it heard of it
      const isMine = snapshot && 'seed' in snapshot && snapshot.seed === seed;
      vanish(true);
      if (isMine) void erase(isGone === 'denied');
      return;
    }
    if (mode === 'memory' || snapshot?.consent === 'denied' || !snapshot) return;
    if (mode === 'waiting') {
      consent = snapshot.consent;
      rebase();
    }
    mode = 'stored';
    void flush();
  });

  return {
    profile: () => profile,
    seed: () => seed,
    mode: () => mode,
    consent: () => consent,
    ready,
    begin(as) {
      consent = as;
      gone = false;
      mode = as ? 'stored' : 'waiting';
      if (as) return recall();
      settle(waiting.keys());
      isReady();
    },
    track: (name, props, arrival, tagged = false) =>
      act({ name, props, at: now(), arrival, tagged, events: [] }),
    set: (traits) => act({ traits, events: [] }),
    keep(as) {
      if (mode === 'off') writeSnapshot(undefined);
      consent = as;
      if (mode === 'waiting') rebase();
      mode = 'stored';
      return flush();
    },
    erase,
    leave(forGood) {
      gone ||= forGood;
      const events = acts.flatMap((one) => one.events);
      const left = acts.every((one) => 'name' in one) && mode === 'stored' && ledger.append(events);
      if (left) {
        const mine = acts;
        handed = [...handed, ...mine];
        acts = [];
        rev = -1;
        // the page may live on (only hidden, or kept for the back button)
        left.then(
          () => {
            handed = handed.filter((one) => !mine.includes(one));
            settle(mine);
          },
          () => {
            acts = [...mine, ...acts];
          },
        );
      }
      save();
    },
    async events() {
      if (mode !== 'stored') return acts.flatMap((one) => one.events);
      await flush();
      const all: VisitorEvent[] = [];
      for (let key = 0, batch = [{ id: 0 } as LedgerEvent]; batch.length; ) {
        batch = await ledger.read(key, 1000);
        for (const { id = 0, name, at, props } of batch) {
          all.push({ name, at, props });
          key = id;
        }
      }
      return all;
    },
  };
}
