// Keeps one draft per site on this device. Every change is a function of what is stored, run under a lock that all
// our pages share: two panels on one site take turns, and neither overwrites the other.
//
// Nothing is wiped without a word: a draft thrown away lies there until another begins, and what this release cannot
// read (a newer one's, a damaged disk's) is not written over.

import * as z from 'zod/mini';
import { t } from '../../../shared/words/t.ts';
import { messageOf } from '../../wire/message-of.ts';
import { type Stored, stored } from '../../wire/stored.ts';
import type { Draft } from './draft.ts';

const Named = z.looseObject({ id: z.string() });
/** What the panel's lists are made of. The config itself is checked before it goes anywhere. */
const Listed = z.looseObject({
  segments: z.array(Named),
  experiences: z.array(
    z.looseObject({
      id: z.string(),
      pages: z.array(z.string()),
      variants: z.array(
        z.looseObject({ id: z.string(), changes: z.array(z.looseObject({ kind: z.string() })) }),
      ),
    }),
  ),
});
const Shape = z.looseObject({
  config: Listed,
  past: z.array(z.looseObject({})),
  future: z.array(z.looseObject({})),
  versions: z.array(z.looseObject({ config: Listed })),
  base: z.optional(Listed),
  thrownAt: z.optional(z.number()),
});

/** As it lies there. */
interface Kept extends Draft {
  /** ms since epoch: then it is no draft any more, but can be brought back */
  thrownAt?: number;
}
export type FoundDraft =
  | { kind: 'nothing' }
  | { kind: 'draft'; draft: Draft }
  | { kind: 'thrown'; draft: Draft; at: number }
  | { kind: 'unreadable'; raw: unknown };

const item = (origin: string): Stored<Kept> =>
  stored(
    `draft:${origin}`,
    1,
    z.custom<Kept>((value) => Shape.safeParse(value).success),
  );

export interface DraftStore {
  find(): Promise<FoundDraft>;
  /**
   * @param change gets no draft where one was thrown away: what it answers takes its place
   * @throws Error in plain words when the disk is full or what lies there cannot be read; it is then as before
   */
  update(change: (before: Draft | undefined) => Draft): Promise<Draft>;
  /** @param now ms since epoch @throws as `update` */
  throwAway(now: number): Promise<void>;
  /** @returns the draft that is there then; undefined where there is none */
  bringBack(): Promise<Draft | undefined>;
  /** For good, whatever lies there. */
  remove(): Promise<void>;
  watch(changed: (draft: Draft | undefined) => void): () => void;
}

/** @param origin of the site: "https://shop.example" */
export function draftOf(origin: string): DraftStore {
  const kept = item(origin);
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => navigator.locks.request(`draft:${origin}`, act);
  const find = async (): Promise<FoundDraft> => {
    const found = await kept.find();
    if (found.kind !== 'value') return found;
    const { thrownAt, ...draft } = found.value;
    return thrownAt === undefined
      ? { kind: 'draft', draft: found.value }
      : { kind: 'thrown', draft, at: thrownAt };
  };
  const write = async (next: Kept) => {
    try {
      await kept.write(next);
    } catch (error) {
      throw new Error(
        t`The draft could not be saved (${messageOf(error)}). Take out large pictures or old versions, then try again; nothing was lost.`,
      );
    }
  };
  return {
    find,
    watch: (changed) => kept.watch((value) => changed(value?.thrownAt === undefined ? value : undefined)),
    update: (change) =>
      inTurn(async () => {
        const found = await find();
        if (found.kind === 'unreadable')
          throw new Error(
            t`The draft that is kept here cannot be read, so nothing was changed. “Make” says what can be done.`,
          );
        const before = found.kind === 'draft' ? found.draft : undefined;
        const next = change(before);
        if (next !== before) await write(next);
        return next;
      }),
    throwAway: (now) =>
      inTurn(async () => {
        const found = await find();
        if (found.kind === 'draft') await write({ ...found.draft, thrownAt: now });
      }),
    bringBack: () =>
      inTurn(async () => {
        const found = await find();
        if (found.kind === 'thrown') await write(found.draft);
        return found.kind === 'thrown' || found.kind === 'draft' ? found.draft : undefined;
      }),
    remove: () => inTurn(() => kept.remove()),
  };
}
