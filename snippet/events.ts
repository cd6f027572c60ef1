// What the tag tells the page: `selvedge.on(type, fn)` and DOM events `selvedge:TYPE` on the document.

import { attempt, dispatch } from './native.ts';
import type { Warning } from './warn.ts';

/** What somebody got. `segment`: of the variant, or in the holdout of the one that would have been given. */
interface Got {
  outcome: 'variant' | 'original' | 'holdout';
  variant?: string | undefined;
  segment?: string | undefined;
}
export interface Details {
  ready: undefined;
  segments: { segments: string[]; entered: string[]; left: string[] };
  /** `late`: a list came too late to be filled, so the page's own stayed. */
  exposure: { experience: string; late?: true } & Got;
  /** `first`: whether it is since the experience was shown, where the config says `measure`. */
  goal: { goal: string; value?: number; experiences: ({ id: string; first?: boolean } & Got)[] };
  warning: Warning;
}
export type EventType = keyof Details;
export type Emit = <T extends EventType>(type: T, detail: Details[T]) => void;
export type On = <T extends EventType>(type: T, fn: (detail: Details[T]) => void) => () => void;

export function createEvents(): { emit: Emit; on: On } {
  let listeners: { type: EventType; fn: (detail: never) => void }[] = [];
  return {
    emit(type, detail) {
      const now = listeners;
      for (let i = 0; i < now.length; i++)
        try {
          if (now[i]?.type === type) now[i]?.fn(detail as never);
        } catch (error) {
          // the listener's own fault: shown as such, and nobody else's problem
          attempt(() => reportError(error), undefined);
        }
      dispatch(`selvedge:${type}`, detail);
    },
    on(type, fn) {
      const listener = { type, fn };
      listeners = listeners.concat(listener);
      return () => {
        listeners = listeners.filter((other) => other !== listener);
      };
    },
  };
}
