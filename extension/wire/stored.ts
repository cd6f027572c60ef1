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
  write(value: T): Promise<void>;
  /** Reads, lets `change` answer the next value, writes it. One writer at a time in this page. */
  update(change: (before: T | undefined) => T): Promise<T>;
  remove(): Promise<void>;
  /** Calls with each new value, from whichever page wrote it; undefined when removed. */
  watch(changed: (value: T | undefined) => void): Undo;
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
  let turn: Promise<unknown> = Promise.resolve();
  return {
    find,
    read,
    write,
    update(change) {
      const next = turn.then(async () => {
        const value = change(await read());
        await write(value);
        return value;
      });
      turn = next.catch(() => undefined);
      return next;
    },
    remove: () => removeStored(key),
    watch: (changed) =>
      watchStored((at, raw) => {
        if (at === key) changed(open(raw));
      }),
  };
}
