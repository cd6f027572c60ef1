// What the extension keeps on this device: one item per key, each with a version and a shape that is checked
// whenever it is read. What does not fit (another version, a damaged disk) counts as absent, unless one asks what lies there.

import * as z from 'zod/mini';
import { readStored, removeStored, type Undo, watchStored, writeStored } from './browser.ts';

export type Found<T> =
  | { kind: 'nothing' }
  | { kind: 'value'; value: T }
  | { kind: 'unreadable'; raw: unknown };

export interface Stored<T> {
  /** What lies there, also where it does not fit. */
  find(): Promise<Found<T>>;
  read(): Promise<T | undefined>;
  /** One writer of a key at a time in this page. */
  write(value: T): Promise<void>;
  /** Reads, lets `change` answer the next value, writes it if there is one: nobody else in this page writes there in between. */
  update<Next extends T | undefined>(change: (before: T | undefined) => Next): Promise<Next>;
  remove(): Promise<void>;
  /** Calls with each new value, from whichever page wrote it; undefined when removed. */
  watch(changed: (value: T | undefined) => void): Undo;
  /** Calls with what lies there, then with each new value. What was read before one of those, or comes after the end, counts no more. */
  follow(heard: (value: T | undefined) => void): Undo;
}

/** By key: what ends with the last of those that write there. */
const turns = new Map<string, Promise<unknown>>();

function inTurn<R>(key: string, act: () => Promise<R>): Promise<R> {
  const next = (turns.get(key) ?? Promise.resolve()).then(act);
  const last = next
    .catch(() => undefined)
    .then(() => {
      if (turns.get(key) === last) turns.delete(key);
    });
  turns.set(key, last);
  return next;
}

export function stored<T>(key: string, version: number, shape: z.ZodMiniType<T>): Stored<T> {
  const envelope = z.object({ version: z.literal(version), value: z.unknown() });
  const open = (raw: unknown): T | undefined => {
    const parsed = envelope.safeParse(raw);
    return parsed.success ? shape.safeParse(parsed.data.value).data : undefined;
  };
  const find = async (): Promise<Found<T>> => {
    const raw = await readStored(key);
    if (raw === undefined) return { kind: 'nothing' };
    const value = open(raw);
    return value === undefined ? { kind: 'unreadable', raw } : { kind: 'value', value };
  };
  const read = async () => open(await readStored(key));
  const write = (value: T) => writeStored(key, { version, value });
  const watch = (changed: (value: T | undefined) => void) =>
    watchStored((at, raw) => {
      if (at === key) changed(open(raw));
    });
  return {
    find,
    read,
    write: (value) => inTurn(key, () => write(value)),
    update: (change) =>
      inTurn(key, async () => {
        const value = change(await read());
        if (value !== undefined) await write(value);
        return value;
      }),
    remove: () => inTurn(key, () => removeStored(key)),
    watch,
    follow(heard) {
      let isKnown = false;
      const hear = (value: T | undefined) => {
        isKnown = true;
        heard(value);
      };
      const take = (value: T | undefined) => {
        if (!isKnown) hear(value);
      };
      const unwatch = watch(hear);
      void read().then(take, () => take(undefined));
      return () => {
        isKnown = true;
        unwatch();
      };
    },
  };
}
