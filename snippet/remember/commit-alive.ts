// Commits a life for as long as it is one: it may have ended behind this page's back, before the write or during it.

import type { Program } from '../../shared/engine/view.ts';
import type { Warn } from '../warn.ts';
import { type Allowed, type Committed, commit } from './commit.ts';
import { isEnded } from './is-ended.ts';
import type { Life } from './life.ts';
import { limit } from './limit.ts';
import { doubt } from './merge.ts';
import type { Repair } from './repair.ts';

/**
 * @param end ends the life
 * @param late called where storage does not answer in time
 * @returns undefined where the life is over
 * @throws what IndexedDB does; the acts are pending again then
 */
export async function commitAlive(
  program: Program,
  life: Life,
  allowed: Allowed,
  warn: Warn,
  mend: Repair | undefined,
  end: () => void,
  late: () => void,
): Promise<Committed | undefined> {
  const answered = limit(late);
  try {
    if (await isEnded(life, end)) return undefined;
    const committed = await commit(program, life, allowed, warn, mend);
    return (await isEnded(life, end)) ? undefined : committed;
  } catch (error) {
    if (life.isOver) return undefined;
    life.rev = doubt(life.rev);
    life.backlog.giveBack();
    throw error;
  } finally {
    answered();
    // erased while this was on its way: it may have come after that
    if (life.isOver) await life.ledger.erase();
  }
}
