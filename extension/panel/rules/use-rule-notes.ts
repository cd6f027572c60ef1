// The blanks of a rule are kept when they are left; until then what they hold is noted, and outlives the panel
// (draft/rule-notes.ts).

import { useRef } from 'preact/hooks';
import type { Condition } from '../../../shared/schema/condition.ts';
import type { Segment } from '../../../shared/schema/config.ts';
import { noteRule, trouble } from '../draft/desk.ts';

/** Edits the segment that it is given, in place. */
type Act = (one: { when: Condition }) => void;

export function useRuleNotes({ id, when }: Segment, keep: (act: Act) => Promise<void>) {
  const isTried = useRef(false);
  /** Of what is tried and not kept. */
  const forget = useRef<() => void>();
  return {
    change(act: Act): void {
      const one = { when: structuredClone(when) };
      act(one);
      const forgetIt = noteRule(id, when, one.when);
      forget.current = isTried.current ? forgetIt : undefined;
      if (!isTried.current)
        void keep(act).then(() => {
          if (!trouble.peek()) forgetIt();
        });
    },
    /** For TryOut: what `leave` changes is noted alone. */
    tryOut(leave: () => void): void {
      isTried.current = true;
      leave();
      isTried.current = false;
    },
    /** A blank is left as it was before. */
    left(): void {
      forget.current?.();
      forget.current = undefined;
    },
  };
}
