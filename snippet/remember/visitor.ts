// Remembers one visitor: folds what happens into the profile at once, in memory, and stores it behind.
//
// Modes: `waiting` for consent and `memory` after storage failed keep everything on this page;
// `stored` writes; `off` records nothing (denied, opted out, or just forgotten).
// What memory holds is always the stored state plus the acts not stored yet, done again on top of it:
// so it does not matter which tab writes first.

import type { Program } from '../../shared/engine/compile.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { fold, record } from '../../shared/engine/fold.ts';
import { type Arrival, createProfile, type Profile } from '../../shared/engine/profile.ts';
import type { Props } from '../../shared/schema/props.ts';
import { clearTimer, now, setTimer } from '../native.ts';
import type { Warn } from '../warn.ts';
import { createLedger, type LedgerEvent } from './ledger.ts';
import { type Repair, repair } from './repair.ts';
import {
  type Act,
  readSnapshot,
  type StoredConsent,
  type Traits,
  watchSnapshot,
  writeSnapshot,
} from './snapshot.ts';

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
  /** Begins a page on which nothing may be kept; what was kept before is erased. */
  refuse(): Promise<void>;
  /** Records an event. Resolves when it is committed (at once where nothing is stored); never rejects. */
  track(name: string, props: Props, arrival?: Arrival, tagged?: boolean): Promise<void>;
  set(traits: Traits): Promise<void>;
  /** From now on what happens, and what this page has seen, is stored. Resolves when it is. */
  keep(as: StoredConsent): Promise<void>;
  /** Erases everything; with `mark` leaves the denial. Resolves when storage is empty. */
  erase(mark: boolean): Promise<void>;
  /** The page is being left: stores what is pending without waiting for anything. */
  leave(): void;
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
  const ledger = createLedger();
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
  let waiting: (() => void)[] = [];
  let turn: Promise<void> = Promise.resolve();
  let planned: Promise<void> | undefined;
  let tended = false;
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  const settle = () => {
    for (const done of waiting) done();
    waiting = [];
    isReady();
  };
  const reset = (to: Mode) => {
    mode = to;
    profile = createProfile(program);
    seed = createSeed();
    rev = 0;
    upTo = 0;
    acts = unsure = handed = carried = [];
    settle();
  };
  const giveUp = (error?: unknown) => {
    if (mode !== 'stored') return;
    mode = 'memory';
    settle();
    const why = (error as Error)?.name ?? 'no answer within 1 s';
    warn({
      code: 'storage',
      message: `storage does not work here (${why}); nothing is remembered beyond this page`,
    });
    changed();
  };
  const save = () => {
    if (mode === 'stored' && consent)
      writeSnapshot({ consent, rev, upTo, seed, profile, acts: [...handed, ...unsure, ...acts] });
  };
  const perform = (act: Act) => {
    if ('traits' in act)
      for (const [key, value] of Object.entries(act.traits))
        if (value === null) delete profile.traits[key];
        else profile.traits[key] = value;
    else act.events = record(program, profile, act.name, act.props, act.at, act.arrival, act.tagged);
  };
  const act = (one: Act) =>
    new Promise<void>((done) => {
      if (mode === 'off') return done();
      perform(one);
      acts.push(one);
      if (mode !== 'stored') return done();
      waiting.push(done);
      void flush();
    });

  /** Whether everything was erased behind this page's back: in another tab, or by hand. */
  const isErased = async () => {
    const snapshot = readSnapshot();
    return snapshot?.consent === 'denied' || (rev !== 0 && !snapshot && !(await ledger.exists()));
  };
  const vanish = (erased: boolean) => {
    if (erased) {
      reset('off');
      changed();
    }
    return erased;
  };
  const write = async (mend?: Repair) => {
    const timer = setTimer(giveUp, PATIENCE);
    try {
      if (vanish(await isErased())) return;
      const state = await ledger.write(
        (stored, tail) => {
          const isThere = (event: VisitorEvent) =>
            tail.some(({ id: _id, ...other }) => JSON.stringify(other) === JSON.stringify(event));
          // a dead connection makes this run twice
          unsure = [...unsure, ...acts];
          const taken = unsure.filter((one) => !carried.includes(one) || !one.events.some(isThere));
          acts = [];
          const current = stored?.rev === rev && stored.seed === seed && !mend && !carried.length;
          if (stored && !(current && !tail.length)) {
            ({ profile, seed } = stored);
            for (const event of tail) if ((event.id ?? 0) > stored.upTo) fold(program, profile, event);
            mend?.finish(profile, tail);
            taken.forEach(perform);
          }
          // the ledger is gone and the snapshot survived: what it knows stands, and what came before is in doubt
          if (!stored && rev) profile.prunedAt = profile.newestAt;
          return {
            events: taken.flatMap(({ events }) => events),
            state: { rev: (stored?.rev ?? 0) + 1, upTo: 0, consent: consent ?? 'granted', seed, profile },
          };
        },
        mend?.upTo ?? (carried.length ? upTo : undefined),
      );
      // erased while this was on its way
      if ((mode as Mode) === 'off') return;
      mode = 'stored';
      ({ rev, upTo } = state);
      unsure = carried = [];
      save();
      if (!acts.length) settle();
      changed();
    } catch (error) {
      rev &&= -1;
      acts = [...unsure, ...acts];
      unsure = [];
      throw error;
    } finally {
      clearTimer(timer);
    }
  };
  /** One write at a time; a failure ends in memory mode, never in a rejection. */
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    turn = turn.then(job).catch(giveUp);
    return turn;
  };
  const tend = async (share?: number) => {
    tended = true;
    const mend = await repair(program, ledger, profile, retention, share);
    if (mend && mode !== 'off') await write(mend);
  };
  const flush = (): Promise<void> => {
    planned ??= inTurn(async () => {
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
      if (!tended) void tend().catch(giveUp);
    });
    return planned;
  };

  watchSnapshot(() => {
    const snapshot = readSnapshot();
    if (mode === 'off' || mode === 'memory') return;
    if (snapshot?.consent === 'denied' || !snapshot) {
      if (mode === 'stored') void isErased().then(vanish);
      return;
    }
    if (mode === 'waiting') consent = snapshot.consent;
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
      mode = as ? 'stored' : 'waiting';
      const snapshot = as && readSnapshot();
      if (snapshot && 'profile' in snapshot) ({ profile, seed, rev, upTo, acts } = snapshot);
      carried = acts;
      if (!as) isReady();
    },
    async refuse() {
      reset('off');
      if (readSnapshot()?.consent !== 'denied' && (await ledger.exists())) await this.erase(false);
    },
    track: (name, props, arrival, tagged = false) =>
      act({ name, props, at: now(), arrival, tagged, events: [] }),
    set: (traits) => act({ traits, events: [] }),
    keep(as) {
      consent = as;
      mode = 'stored';
      return flush();
    },
    async erase(mark) {
      reset('off');
      writeSnapshot(mark ? { consent: 'denied' } : undefined);
      // a database that is not there is not asked to go: asking would be harmless, but some browsers are slow at it
      await inTurn(() => ledger.erase());
    },
    leave() {
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
            settle();
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
