// What an author types into the forms of a picked element: in the draft a moment later, and not lost meanwhile.
//
// Each letter is noted, and the note goes when the draft holds it. What is found noted when a draft is opened was typed just
// before a panel was closed.

import { effect } from '@preact/signals';
import * as z from 'zod/mini';
import { slotOf } from '../../../shared/engine/aspect.ts';
import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import type { Undo } from '../../wire/browser.ts';
import { isRecord } from '../../wire/is-record.ts';
import type { Desk } from '../draft/desk.ts';
import { sortKeys } from '../draft/is-same.ts';
import { findNoted, forget, note, parseNote, readNoted } from '../draft/noted.ts';
import { isOff, noteName, noteOff, readName } from '../draft/notes.ts';
import { findChange } from './find-change.ts';
import { putChange, takeBack } from './put-change.ts';

/** By kind: whether it is about an element. */
const TARGETED: Record<Change['kind'], boolean> = {
  text: true,
  html: true,
  attribute: true,
  class: true,
  style: true,
  image: true,
  link: true,
  hide: true,
  insert: true,
  move: true,
  block: false,
  ask: false,
  recommend: true,
  css: false,
  redirect: false,
};

/** What this file wrote; another release may know kinds that this one does not. */
function isChange(one: unknown): boolean {
  if (!isRecord(one)) return false;
  const [, isTargeted] = Object.entries(TARGETED).find(([kind]) => kind === one.kind) ?? [];
  if (isTargeted === undefined) return false;
  return !isTargeted || (isRecord(one.target) && typeof one.target.css === 'string');
}

const Typed = z.object({
  experience: z.string(),
  id: z.string(),
  change: z.custom<Change>(isChange),
  /** it says what the page says by itself: so the change goes */
  isOriginal: z.boolean(),
  /** of the page */
  language: z.string(),
  what: z.string(),
  /** of a change that is there already: how it is found again (find-change.ts) */
  again: z.optional(
    z.object({
      index: z.number(),
      marks: z.array(z.number()),
      /** in which it is typed */
      form: z.string(),
      /** what the author calls it: only this is written */
      name: z.optional(z.string()),
    }),
  ),
});
export type Typed = z.infer<typeof Typed>;

/** What a variant makes of an element, as text to compare. */
export function sayMade(changes: readonly Change[], target: Target): string {
  const mine = slotOf({ kind: 'hide', target });
  const made = changes.filter(
    (one) => 'target' in one && slotOf({ kind: 'hide', target: one.target }) === mine,
  );
  return JSON.stringify(sortKeys(made));
}

const findChanges = (
  config: Config,
  { experience, id }: Pick<Typed, 'experience' | 'id'>,
): Change[] | undefined =>
  config.experiences.find((one) => one.id === experience)?.variants.find((one) => one.id === id)?.changes;

/** In place of what it was, wherever that stands; what the author notes of it stays. Gone meanwhile: nothing. */
function putAgain(
  changes: Change[],
  { index, marks, name }: NonNullable<Typed['again']>,
  next: Change,
): void {
  const place = findChange(changes, index, marks, next);
  const old = place === undefined ? undefined : changes[place];
  if (place === undefined || !old) return;
  if (name !== undefined) {
    noteName(old, name.trim());
    return;
  }
  noteName(next, readName(old) ?? '');
  noteOff(next, isOff(old));
  changes[place] = next;
}

function put(config: Config, typed: Typed): Change[] {
  const changes = findChanges(config, typed) ?? [];
  // another window may have it in its hands as well
  const change = structuredClone(typed.change);
  if (typed.again) putAgain(changes, typed.again, change);
  else if (typed.isOriginal) takeBack(changes, change, typed.language);
  else putChange(changes, change, typed.language);
  return changes;
}

const prefixOf = (origin: string): string => `typed:${origin} `;
const nameOf = (origin: string, { experience, id, change, again }: Typed): string =>
  `${prefixOf(origin)}${experience} ${id} ${again ? `${again.form} ${again.name === undefined ? '' : 'name'}` : ''} ${slotOf(change)}`;

export function createTyped({ draft, editSoon, origin }: Pick<Desk, 'draft' | 'editSoon' | 'origin'>) {
  /** What is made of the element, as the form in front shows it. */
  let written = '';
  let typedLast = 0;
  let storedLast = 0;

  /** Puts it into the draft in a moment; typing on about the same is one step to undo. */
  function type(typed: Typed): void {
    const at = origin.peek();
    if (at === undefined) return;
    const name = nameOf(at, typed);
    const text = JSON.stringify(typed);
    note(name, text);
    const mine = ++typedLast;
    editSoon(
      name,
      typed.what,
      (config) => {
        const changes = put(config, typed);
        if ('target' in typed.change) written = sayMade(changes, typed.change.target);
      },
      () => {
        forget(name, text);
        storedLast = mine;
      },
    );
  }

  /** Whether what is made of an element came otherwise than by typing here, undone or from another window; asked once. */
  function takeForeign(made: string): boolean {
    if (typedLast !== storedLast || made === written) return false;
    written = made;
    return true;
  }

  let restored: string | undefined;
  /** What was typed just before a panel was closed goes into the draft. */
  function restore(): void {
    const at = draft.value && origin.value;
    if (at === restored) return;
    restored = at;
    const noted = at === undefined ? [] : findNoted(prefixOf(at));
    if (at === undefined || !noted.length) return;
    const taken = new Map<string, string>();
    editSoon(
      prefixOf(at),
      t`What was typed last`,
      (config) => {
        // read under the lock: what another window is typing now is in its newest words
        for (const name of noted) {
          const text = readNoted(name);
          const typed = parseNote(Typed, text);
          taken.set(name, text);
          if (typed && findChanges(config, typed)) put(config, typed);
        }
      },
      () => {
        for (const [name, text] of taken) forget(name, text);
      },
    );
  }

  return { type, takeForeign, startRestoring: (): Undo => effect(restore) };
}
