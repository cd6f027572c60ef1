// What was typed and no draft holds yet, noted in the extension's own localStorage: it can be written at once and outlives the
// panel, while a draft is stored only some ms later, under a lock.

import { effect } from '@preact/signals';
import type * as z from 'zod/mini';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import type { Undo } from '../../wire/browser.ts';
import type { createEdits } from './edits.ts';

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

/**
 * What was typed just before a panel was closed goes into the draft of each site that is opened.
 *
 * @param prefixOf what the names of a site's notes begin with
 * @param shape damaged, a note is thrown away
 */
export function restoring<T>(
  {
    origin,
    draft,
    editSoon,
  }: Pick<ReturnType<typeof createEdits>, 'editSoon'> & {
    origin: { readonly value: string | undefined };
    draft: { readonly value: unknown };
  },
  prefixOf: (origin: string) => string,
  shape: z.ZodMiniType<T>,
  write: (config: Config, noted: T) => void,
): Undo {
  let restored: string | undefined;
  return effect(() => {
    const at = draft.value ? origin.value : undefined;
    if (at === restored) return;
    restored = at;
    if (at === undefined) return;
    for (const name of findNoted(prefixOf(at))) {
      const said = readNoted(name);
      const last = parseNote(shape, said);
      if (!last) {
        forget(name, said);
        continue;
      }
      editSoon(
        name,
        t`What was typed last`,
        // read under the lock: what another window is typing now is in its newest words
        (config) => write(config, parseNote(shape, readNoted(name)) ?? last),
        () => forget(name, said),
      );
    }
  });
}
