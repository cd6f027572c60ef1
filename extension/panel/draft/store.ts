// Keeps one draft per site on this device. Every change is a function of what is stored, run under a lock that all
// our pages share: two panels on one site take turns, and neither overwrites the other.

import * as z from 'zod/mini';
import { isRecord } from '../../wire/is-record.ts';
import { messageOf } from '../../wire/message-of.ts';
import { type Stored, stored } from '../../wire/stored.ts';
import type { Draft } from './draft.ts';

/** Only what this file wrote lies there; the config itself is checked before it goes anywhere. */
const isDraft = (value: unknown): boolean =>
  isRecord(value) &&
  isRecord(value.config) &&
  Array.isArray(value.config.segments) &&
  Array.isArray(value.config.experiences) &&
  [value.past, value.future, value.versions].every(Array.isArray);

const item = (origin: string): Stored<Draft> => stored(`draft:${origin}`, 1, z.custom<Draft>(isDraft));

export interface DraftStore {
  read(): Promise<Draft | undefined>;
  /** @throws Error in plain words when the disk is full; the stored draft is then as before */
  update(change: (before: Draft | undefined) => Draft): Promise<Draft>;
  remove(): Promise<void>;
  watch(changed: (draft: Draft | undefined) => void): () => void;
}

/** @param origin of the site: "https://shop.example" */
export function draftOf(origin: string): DraftStore {
  const kept = item(origin);
  return {
    read: kept.read,
    watch: kept.watch,
    update: (change) =>
      navigator.locks.request(`draft:${origin}`, async () => {
        const before = await kept.read();
        const next = change(before);
        if (next === before) return next;
        try {
          await kept.write(next);
        } catch (error) {
          throw new Error(
            `The draft could not be saved (${messageOf(error)}). Take out large pictures or old versions, then try again; nothing was lost.`,
          );
        }
        return next;
      }),
    remove: () => navigator.locks.request(`draft:${origin}`, () => kept.remove()),
  };
}
