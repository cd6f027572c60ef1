// What was typed and no draft holds yet, noted in the extension's own localStorage: it can be written at once and outlives the
// panel, while a draft is stored only some ms later, under a lock.

import type * as z from 'zod/mini';

export function note(name: string, said: string): void {
  try {
    localStorage.setItem(name, said);
  } catch {
    // full: it is in its form all the same, and the draft says when it cannot be stored
  }
}

/** The names that begin so. */
export const findNoted = (prefix: string): string[] =>
  Object.keys(localStorage).filter((name) => name.startsWith(prefix));

export const readNoted = (name: string): string => localStorage.getItem(name) ?? '';

/** @returns undefined where it is damaged, or another release's */
export function parseNote<T>(shape: z.ZodMiniType<T>, said: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(said)).data;
  } catch {
    return undefined;
  }
}

/** Unless something else is noted by now. */
export function forget(name: string, said: string): void {
  if (localStorage.getItem(name) === said) localStorage.removeItem(name);
}
