// What the extension keeps on this device: one item per key, each with a version and a shape that is checked
// whenever it is read. What does not fit (an older version, a damaged disk) counts as absent.

import * as z from 'zod/mini';
import { readStored, removeStored, type Undo, watchStored, writeStored } from './browser.ts';

export interface Stored<T> {
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
  const read = async () => open(await readStored(key));
  const write = (value: T) => writeStored(key, { version, value });
  let turn: Promise<unknown> = Promise.resolve();
  return {
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
