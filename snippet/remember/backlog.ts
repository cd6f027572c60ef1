// The acts of a page that are not known to be in the ledger yet, and who waits for them.
//
// An act is pending, then taken by a transaction or handed over while leaving, then confirmed; or given back.
// Those an earlier page left behind are carried: the ledger may hold them after all.

import type { VisitorEvent } from '../../shared/engine/event.ts';
import type { Act } from './act.ts';

export interface Backlog {
  /** Takes one in: a new one, or one that was done again. */
  add(act: Act): void;
  /** Resolves when it is stored, or nobody tries any more; asked once for each. Without one: only the latter. */
  wait(act?: Act): Promise<void>;
  /** What a transaction is to store. The same again when it runs twice. */
  take(): Act[];
  confirm(): void;
  giveBack(): void;
  /** Hands what is pending to `append`, which answers undefined where it cannot; then nothing changes. */
  handOver(append: (events: VisitorEvent[]) => Promise<unknown> | undefined): boolean;
  /** Replaces all by what an earlier page left; answers what this page itself had pending. */
  carry(left: Act[]): Act[];
  carried(): Act[];
  pending(): Act[];
  /** What this page has done that no transaction has taken, and the ledger holds nowhere. */
  own(): Act[];
  /** All that the ledger may not hold. */
  open(): Act[];
  /** Nobody need wait any longer. */
  settle(): void;
}

export function createBacklog(): Backlog {
  let pending: Act[] = [];
  let taken: Act[] = [];
  let handed: Act[] = [];
  let carried: Act[] = [];
  const waiting = new Map<Act, () => void>();
  const settle = (acts: Iterable<Act>) => {
    for (const act of acts) {
      waiting.get(act)?.();
      waiting.delete(act);
    }
  };
  // the ledger may hold what is carried, and who leaves has no time to look
  const own = () => pending.filter((act) => !carried.includes(act));
  return {
    add(act) {
      pending.push(act);
    },
    wait: (act = { traits: {}, events: [] }) => new Promise((done) => waiting.set(act, done)),
    take() {
      taken = [...taken, ...pending];
      pending = [];
      return taken;
    },
    confirm() {
      const written = taken;
      taken = carried = [];
      settle(written);
    },
    giveBack() {
      pending = [...taken, ...pending];
      taken = [];
    },
    handOver(append) {
      const mine = own();
      // traits are no events: they need a transaction
      if (!mine[0] || mine.some((act) => 'traits' in act)) return false;
      const left = append(mine.flatMap(({ events }) => events));
      if (!left) return false;
      pending = pending.filter((act) => carried.includes(act));
      handed = [...handed, ...mine];
      const arrive = () => {
        handed = handed.filter((act) => !mine.includes(act));
      };
      // the page may live on: only hidden, or kept for the back button
      left.then(
        () => {
          arrive();
          settle(mine);
        },
        () => {
          arrive();
          pending = [...mine, ...pending];
        },
      );
      return true;
    },
    carry(left) {
      const mine = own();
      carried = left;
      pending = [...left];
      return mine;
    },
    carried: () => carried,
    pending: () => pending,
    own,
    open: () => [...handed, ...taken, ...pending],
    settle: () => settle(waiting.keys()),
  };
}
