// A change while its form is open: what is typed is shown at once, and in the draft a moment later, in the place where the
// change stands by then.

import { useId } from 'preact/hooks';
import { hash } from '../../../shared/engine/hash.ts';
import type { Change } from '../../../shared/schema/change.ts';
import { t } from '../../../shared/words/t.ts';
import type { Place } from '../draft/places.ts';
import { useTyped } from '../kit/use-typed.ts';
import { sayHeld } from './find-change.ts';
import { type } from './on-page.ts';

type At = Extract<Place, { kind: 'variant' }>;

export type SaveChange<C extends Change> = (next: C, what: string) => void;

export function useTypedChange<C extends Change>(
  at: At,
  stored: C,
  index: number,
): { change: C; save: SaveChange<C>; rename(name: string): void } {
  const { now, put, known } = useTyped<C>(stored, sayHeld);
  const form = useId();
  const send = (change: Change, what: string, name?: string) =>
    type({
      experience: at.experience,
      id: at.id,
      change: structuredClone(change),
      isOriginal: false,
      language: '',
      what,
      again: { index, form, marks: known().map((one) => hash(one)), ...(name !== undefined && { name }) },
    });
  return {
    change: now,
    save(next, what) {
      send(next, what);
      put(next);
    },
    rename: (name) => send(now, t`Change renamed`, name),
  };
}
