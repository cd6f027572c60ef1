// The truth: IndexedDB database `selvedge` with the stores `events` (append-only, integer keys in order
// of time) and `state` (one record: the compiled profile and the key of the last event it holds).
//
// The transaction is the lock between tabs: who writes reads the state and the events after it first.
// While a page is left there is no time for that read, so `append` stores events alone and the next
// writer, here or on the next page, folds them in. Nothing here opens the database before it is asked to.

import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { isSound } from '../../shared/engine/heal.ts';
import type { Profile } from '../../shared/engine/profile.ts';
import { readThrown } from '../../shared/engine/thrown.ts';
import { attempt, listen } from '../native.ts';
import type { Grant } from './grant.ts';

export interface LedgerEvent extends VisitorEvent {
  id?: number;
}
/** What is written in one go. */
export interface News {
  events: VisitorEvent[];
  state: State;
  /** Records of the ledger that are dated anew. */
  changed: LedgerEvent[];
  /** Records of the ledger that go. */
  odd: LedgerEvent[];
}
export interface State extends Grant {
  /** Grows with every write of this record, in any tab. */
  rev: number;
  /** Key of the last event that `profile` has folded in. */
  upTo: number;
  seed: string;
  profile: Profile;
}
interface Stores extends DBSchema {
  events: { key: number; value: LedgerEvent };
  state: { key: string; value: State };
}

const NAME = 'selvedge';
const ME = 'visitor';

export interface Ledger {
  /**
   * One transaction: hands `next` the stored state and the events it has not folded yet, stores what `next` answers.
   * @param since hand over all events after this key, even if the stored state has folded them
   * @param next undefined: all is as it should be, nothing is written. A stored state that makes no sense comes with
   *   all events there are
   * @returns the state as stored. Rejects where IndexedDB does (quota, closed, blocked), with nothing written.
   */
  write(
    next: (stored: State | undefined, tail: LedgerEvent[]) => News | undefined,
    since?: number,
  ): Promise<State>;
  /** Whether the database is there; looking does not make it. */
  exists(): Promise<boolean>;
  /** Stores events without reading, for a page that is being left. Undefined when the database is not open, or dead. */
  append(events: VisitorEvent[]): Promise<unknown> | undefined;
  /** Up to `most` events after the key `after`, oldest first. */
  read(after: number, most: number): Promise<LedgerEvent[]>;
  /** Everything, oldest first. */
  all(): Promise<VisitorEvent[]>;
  count(): Promise<number>;
  /**
   * Ends what is under way; it rejects, with nothing written. For a page that goes: Safari keeps it for the back
   * button with its transactions open, and an open one holds up the database for every other page of the site
   * (https://web.dev/articles/bfcache).
   * @returns false where a commit is on its way already, which needs nobody: that will be written
   */
  abort(): boolean;
  /** Removes all events up to and including the key. */
  remove(upTo: number): Promise<void>;
  /** Lets go of the database for good; whatever is still asked then rejects. */
  close(): void;
  erase(): Promise<void>;
}

/** Whether this page has seen that the database of this name is the tag's: another script may have made one. */
let isOurs = false;

async function openOurs(drop: () => void): Promise<IDBPDatabase<Stores>> {
  const events = { blocking: drop, terminated: drop };
  const db = await openDB<Stores>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('events', { keyPath: 'id', autoIncrement: true });
      db.createObjectStore('state');
    },
    // another tab upgrades or erases: let it, and open again when there is something to write
    ...events,
  })
    // a newer tag was here before: its stores hold these two as well
    .catch((error) =>
      readThrown(error).name === 'VersionError'
        ? openDB<Stores>(NAME, undefined, events)
        : Promise.reject(error),
    );
  const { objectStoreNames: names } = db;
  isOurs = names.contains('events') && names.contains('state');
  if (isOurs) return db;
  db.close();
  throw Object.assign(new Error(), { name: `another script has made the database ${NAME}` });
}

export function createLedger(): Ledger {
  let opening: Promise<IDBPDatabase<Stores>> | undefined;
  let open: IDBPDatabase<Stores> | undefined;

  const drop = () => {
    open?.close();
    open = opening = undefined;
  };
  // a frozen tab hears of nothing: it must not keep another one from erasing
  // (https://developer.chrome.com/docs/web-platform/page-lifecycle-api)
  listen(document, 'freeze', drop);
  let isClosed = false;
  const openOnce = async () => {
    try {
      open = await openOurs(drop);
      return open;
    } catch (error) {
      drop();
      throw error;
    }
  };
  const connect = () => {
    if (isClosed) throw new Error('closed');
    opening ??= openOnce();
    return opening;
  };
  const running = new Set<{ abort(): void }>();
  const begin = <M extends IDBTransactionMode = 'readonly'>(db: IDBPDatabase<Stores>, as?: M) => {
    const tx = db.transaction(['events', 'state'], as);
    running.add(tx);
    // whoever fails first says so where it is awaited; the same failure again must not reach the page
    tx.done.catch(() => {}).then(() => running.delete(tx));
    return tx;
  };
  const events = (db: IDBPDatabase<Stores>) => begin(db).objectStore('events');
  /** Runs once more when the connection turned out to be dead. */
  const within = async <T>(work: (db: IDBPDatabase<Stores>) => Promise<T>): Promise<T> => {
    const db = await connect();
    try {
      return await work(db);
    } catch (error) {
      if (readThrown(error).name !== 'InvalidStateError') throw error;
      drop();
      return work(await connect());
    }
  };
  // old browsers cannot tell (https://w3c.github.io/IndexedDB/#dom-idbfactory-databases): then it is
  const exists = async () =>
    !!open || ((await indexedDB.databases?.())?.some(({ name }) => name === NAME) ?? true);
  const after = (key: number) => IDBKeyRange.lowerBound(key, true);

  return {
    exists,
    write: (next, since = Number.POSITIVE_INFINITY) =>
      within(async (db) => {
        const tx = begin(db, 'readwrite');
        const events = tx.objectStore('events');
        const states = tx.objectStore('state');
        const found = await states.get(ME);
        // events only, of a first page that went early, or another script wrote there: it is made anew from the events
        const isOdd = !isSound(found?.profile) || !((found?.upTo ?? -1) >= 0);
        const stored = { ...found, ...(isOdd && { upTo: 0, rev: +(found?.rev ?? 0) || 0 }) } as State;
        const tail = await events.getAll(after(Math.min(since, stored.upTo)));
        const news = next(isOdd && !tail[0] ? undefined : stored, tail);
        if (!news) return stored;
        // a copy: what happens while this is being stored is stored next time, profile and event together
        const { events: added, state, changed, odd } = structuredClone(news);
        for (const { id } of odd) if (id !== undefined) events.delete(id);
        for (const event of changed) events.put(event);
        const ids = await Promise.all(added.map((event) => events.add(event)));
        state.upTo = ids.at(-1) ?? tail.at(-1)?.id ?? stored.upTo;
        const put = states.put(state, ME);
        tx.commit();
        await Promise.all([put, tx.done]);
        return state;
      }),
    append: (added) => {
      const tx = attempt(() => open?.transaction('events', 'readwrite'), undefined);
      if (!tx) return undefined;
      const all = Promise.all([...added.map((event) => tx.store.add(event)), tx.done]);
      // a page that goes has no later task: https://w3c.github.io/IndexedDB/#dom-idbtransaction-commit
      tx.commit();
      return all;
    },
    read: (key, most) => within((db) => events(db).getAll(after(key), most)),
    all: () => within(async (db) => (await events(db).getAll()).map(({ id: _key, ...event }) => event)),
    count: () => within((db) => events(db).count()),
    abort() {
      for (const tx of running) {
        try {
          tx.abort();
          running.delete(tx);
        } catch {
          // its commit is on its way
        }
      }
      return !running.size;
    },
    remove: (upTo) =>
      within(async (db) => {
        const tx = begin(db, 'readwrite');
        await Promise.all([tx.objectStore('events').delete(IDBKeyRange.upperBound(upTo)), tx.done]);
      }),
    close() {
      isClosed = true;
      drop();
    },
    async erase() {
      // what is not there is not asked to go: asking would be harmless, but some browsers are slow at it
      const found = exists();
      drop();
      if (!(await found)) return;
      if (!isOurs) (await openOurs(() => {})).close();
      await deleteDB(NAME);
    },
  };
}
