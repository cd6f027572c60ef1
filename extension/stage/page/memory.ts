// Reads the visitor's profile straight from the page's own storage, and erases it on the author's word.
//
// No bridge to the page's scripts: what is in IndexedDB is what is shown. Another origin's data is out of reach by
// the browser's own rules. The page may have written nonsense there, so nothing is taken that has not its shape.

import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { isRecord } from '../../wire/is-record.ts';
import type { Look, Memory } from '../../wire/stage-shapes.ts';

const NAME = 'selvedge';
/** The newest so many, of at most so many characters: what a message between page and panel carries with ease. */
const MOST_EVENTS = 10_000;
const MOST_TEXT = 4_000_000;
/** Read at a time, so that a ledger that another script has filled fits into memory. */
const PAGE = 100;

export function readConsent(): Look['consent'] {
  try {
    const { consent } = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    return consent === 'granted' || consent === 'implied' || consent === 'denied' ? consent : 'none';
  } catch {
    return 'none';
  }
}

/** Looking does not make it. */
export async function hasDatabase(): Promise<boolean> {
  const all = await indexedDB.databases().catch(() => []);
  return all.some(({ name }) => name === NAME);
}

type Event = Memory['events'][0];

/** Through JSON, so that nothing but data comes along. */
function toEvent(raw: unknown): { event: Event; length: number }[] {
  if (!isRecord(raw)) return [];
  const { name, at, props } = raw;
  if (typeof name !== 'string' || typeof at !== 'number' || !Number.isFinite(at) || !isRecord(props))
    return [];
  try {
    const text = JSON.stringify(props);
    return [{ event: { name: name.slice(0, 200), at, props: JSON.parse(text) }, length: text.length }];
  } catch {
    return [];
  }
}

function toTraits(raw: unknown): Memory['traits'] {
  if (!isRecord(raw)) return {};
  const isPlain = (value: unknown): value is string | number | boolean =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const traits: Memory['traits'] = {};
  for (const [name, value] of Object.entries(raw))
    if (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) traits[name] = value;
  return traits;
}

/** From the newest back, a page at a time. @returns oldest first */
async function readNewest(db: IDBPDatabase): Promise<{ events: Event[]; older: number }> {
  const events: Event[] = [];
  const keys = await db.getAllKeys('events');
  let length = 0;
  let from = keys.length;
  while (from > 0 && keys.length - from < MOST_EVENTS && length < MOST_TEXT) {
    const first = Math.max(0, from - PAGE);
    const page: unknown[] = await db.getAll('events', IDBKeyRange.bound(keys[first], keys[from - 1]));
    for (const { event, length: size } of page.reverse().flatMap(toEvent)) {
      if (length + size > MOST_TEXT) return { events: events.reverse(), older: keys.length - events.length };
      events.push(event);
      length += size;
    }
    from = first;
  }
  return { events: events.reverse(), older: from };
}

export async function readMemory(): Promise<Memory> {
  // on plain http there is none; the tour's shop has the whole extension's
  const { storage }: { storage?: StorageManager } = navigator;
  const usage = await (/^http/.test(location.protocol) ? storage : undefined)?.estimate().then(
    (estimate) => estimate.usage,
    () => undefined,
  );
  const rest = { ...(usage !== undefined && { bytes: usage }) };
  const empty: Memory = { events: [], traits: {}, prunedAt: null, ...rest };
  if (!(await hasDatabase())) return empty;
  const db = await openDB(NAME);
  try {
    const { objectStoreNames: names } = db;
    if (!names.contains('events') || !names.contains('state')) return empty;
    const { events, older } = await readNewest(db);
    const state: unknown = await db.get('state', 'visitor');
    const { seed, profile } = isRecord(state) ? state : {};
    const { traits, prunedAt } = isRecord(profile) ? profile : {};
    return {
      events,
      ...(older > 0 && { older }),
      traits: toTraits(traits),
      ...(typeof seed === 'string' && { seed }),
      prunedAt: typeof prunedAt === 'number' ? prunedAt : null,
      ...rest,
    };
  } finally {
    db.close();
  }
}

/** @param deny leave the refusal, so that nothing is remembered from now on either */
export async function eraseMemory(deny: boolean): Promise<void> {
  const mark = () =>
    deny ? localStorage.setItem(NAME, '{"consent":"denied"}') : localStorage.removeItem(NAME);
  mark();
  if (await hasDatabase()) await deleteDB(NAME);
  // a page that was just writing may have put it back
  mark();
}
