// One write of a life into the ledger: what is stored and what this page did become one (merge.ts), in one transaction.

import { wantsHealing } from '../../shared/engine/heal.ts';
import type { Program } from '../../shared/engine/view.ts';
import { now } from '../native.ts';
import type { Warn } from '../warn.ts';
import { type Grant, isSameGrant, mergeGrants } from './grant.ts';
import type { Life } from './life.ts';
import { merge, UNKNOWN } from './merge.ts';
import type { Repair } from './repair.ts';
import { tellHealed } from './tell.ts';

export interface Committed {
  /** Whether memory is another than before. */
  isNews: boolean;
  /** Takes note that it is stored. */
  confirm(): void;
}

/** What allows a life to be stored; asked again in the transaction, as it may be taken back until then. */
export interface Allowed {
  grant(): Grant | undefined;
  /** Another tab was allowed more. */
  take(grant: Grant): void;
}

/** @throws what IndexedDB does, or that nothing may be stored any more; nothing is written then */
export async function commit(
  program: Program,
  life: Life,
  allowed: Allowed,
  warn: Warn,
  mend: Repair | undefined,
): Promise<Committed> {
  let acts = life.backlog; // withheld meanwhile, it is another one
  let isNews = false;
  let isRead = false; // nothing to add, or two tabs would answer each other for ever
  const healing = !mend && wantsHealing(life.profile, now()) ? now() : undefined;
  const state = await life.ledger.write(
    (stored, tail) => {
      const mine = allowed.grant();
      if (!mine) throw new Error('erased');
      acts = life.backlog;
      const { events, healed, ...merged } = merge(program, life, stored, tail, acts, mend, healing);
      tellHealed(healed, warn);
      isNews ||= merged.profile !== life.profile;
      life.profile = merged.profile;
      life.seed = merged.seed;
      const grant = mergeGrants(mine, stored);
      allowed.take(grant);
      isRead = isSameGrant(grant, stored) && !acts.take()[0] && !tail[0] && !mend;
      return isRead ? undefined : { events, state: { ...merged, ...grant, upTo: 0 }, ...healed };
    },
    mend?.upTo ?? (healing ? 0 : life.backlog.carried().length ? life.upTo : undefined),
  );
  return {
    isNews,
    confirm() {
      if (acts === life.backlog) {
        life.rev = state.rev;
        life.upTo = state.upTo;
      } else life.rev = UNKNOWN;
      acts.confirm();
      life.isSaved &&= isRead;
      if (healing) delete life.profile.isOdd;
    },
  };
}
