// What was begun in a form that makes something new, and has a button for it: kept until the button is pressed, whatever else
// is picked, closed or loaded meanwhile.

import { useSignal } from '@preact/signals';
import { slotOf } from '../../../../shared/engine/aspect.ts';
import type { Target } from '../../../../shared/schema/target.ts';
import { isRecord } from '../../../wire/is-record.ts';
import { origin, place } from '../../draft/desk.ts';
import { note } from '../../draft/noted.ts';
import type { Place } from '../../draft/places.ts';

/** Texts and ticks alone. */
type Fields = Record<string, string | boolean>;

const placeOf = (at: Place): string => (at.kind === 'variant' ? `${at.experience} ${at.id}` : '');

const keyOf = (tool: string, target: Target): string =>
  `begun:${origin.peek()} ${placeOf(place.peek())} ${tool} ${slotOf({ kind: 'hide', target })}`;

/** What lies there, as far as it is what the form has. */
function read<F extends Fields>(key: string, first: F): F {
  let found: unknown;
  try {
    found = JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // damaged: as if there was nothing
  }
  if (!isRecord(found)) return first;
  const next = { ...first };
  for (const name in first) {
    const value = found[name];
    if (typeof value === typeof first[name]) Object.assign(next, { [name]: value });
  }
  return next;
}

export interface Begun<F extends Fields> {
  now: F;
  put(part: Partial<F>): void;
  /** It was begun before this form was opened. */
  isOld: boolean;
  /** It is made, or given up: the form begins anew. */
  end(): void;
}

/**
 * @param tool of the panel
 * @param target of what is picked
 * @param first what the form begins with
 */
export function useBegun<F extends Fields>(tool: string, target: Target, first: F): Begun<F> {
  const key = keyOf(tool, target);
  const fields = useSignal(read(key, first));
  const isOld = useSignal(localStorage.getItem(key) !== null);
  return {
    now: fields.value,
    isOld: isOld.value,
    put(part) {
      fields.value = { ...fields.value, ...part };
      note(key, JSON.stringify(fields.value));
    },
    end() {
      localStorage.removeItem(key);
      isOld.value = false;
      fields.value = first;
    },
  };
}
