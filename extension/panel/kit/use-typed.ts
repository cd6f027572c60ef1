// What is typed into a field or a form that is saved as one types: shown at once, and what comes otherwise (undone, from
// another window) takes its place.

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface Typing<T> {
  now: T;
  put(next: T): void;
  /** All that may be stored by now, as texts. */
  known(): string[];
}

/** @param say the same text for what is the same */
export function useTyped<T>(stored: T, say: (value: T) => string): Typing<T> {
  const mine = useSignal(stored);
  /** What was typed and is not known to be stored, in order. */
  const sent = useRef<string[]>([]);
  const said = say(stored);
  useLayoutEffect(() => {
    const place = sent.current.indexOf(said);
    if (place >= 0) sent.current.splice(0, place + 1);
    else if (said !== say(mine.value)) {
      sent.current = [];
      mine.value = stored;
    }
  }, [said]);
  return {
    now: mine.value,
    put(next) {
      mine.value = next;
      sent.current.push(say(next));
    },
    known: () => [said, ...sent.current],
  };
}
