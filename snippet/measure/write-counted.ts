// Reads and writes the record of what was counted, in one transaction with the events that it is made of: the lock between
// tabs, as everywhere in the ledger. It never makes the database, so what was erased stays so.

import { type DBSchema, openDB } from 'idb';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { isEvent } from '../../shared/engine/event.ts';
import type { LedgerEvent, State } from '../remember/ledger.ts';
import { type Counted, createCounted, isCounted } from './counted.ts';

interface Stores extends DBSchema {
  events: { key: number; value: LedgerEvent };
  state: { key: string; value: unknown };
}

const NAME = 'selvedge';
const RECORD = 'counted';
/** Where nobody has looked before, so many of the newest events are. */
const NEWEST = 200;

/** @throws what IndexedDB does, and where there is none of ours */
const openLedger = () =>
  openDB<Stores>(NAME, undefined, {
    upgrade() {
      throw new Error('erased');
    },
  });

/**
 * @param seed whose record it is: of nobody else anything is read or written
 * @param next changes the record, by the events since it was written last. `isOff`: the visitor does not let it be counted,
 *   which another tab may have been told. It answers whether a record is begun where there is none
 * @returns the record as it is written; undefined where there is none, or nobody to count
 */
export async function writeCounted(
  seed: string,
  next: (counted: Counted, events: VisitorEvent[], isOff: boolean) => boolean,
): Promise<Counted | undefined> {
  const db = await openLedger();
  try {
    const tx = db.transaction(['events', 'state'], 'readwrite');
    const states = tx.objectStore('state');
    const visitor = (await states.get('visitor')) as State | undefined;
    if (visitor?.seed !== seed) return undefined;
    const found = await states.get(RECORD);
    const known = isCounted(found) ? found : undefined;
    const from = known?.upTo ?? Math.max(0, visitor.upTo - NEWEST);
    const all = await tx.objectStore('events').getAll(IDBKeyRange.lowerBound(from, true));
    const counted = known ?? createCounted(from);
    // where nobody has looked before, what happened in this visit
    const since = known ? 0 : (visitor.profile.visit?.startAt ?? 0);
    const events = all.filter((event) => isEvent(event) && event.at >= since);
    // as the switches read it in memory; of the tag nothing is lent for it, as one that does not count would pay for that
    const isOff = [visitor.profile.traits.selvedge_off].flat().includes('measure');
    if (!next(counted, events, isOff) && !known) return undefined;
    counted.upTo = all.at(-1)?.id ?? from;
    const put = states.put(counted, RECORD);
    tx.commit();
    await Promise.all([put, tx.done]);
    return counted;
  } finally {
    db.close();
  }
}
