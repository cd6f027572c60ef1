// What became of the last publish of the site in front; one at a time.

import { effect, signal } from '@preact/signals';
import { type Desk, desk } from '../draft/desk.ts';
import type { Draft } from '../draft/draft.ts';
import type { Act } from '../draft/stop.ts';
import { sayError } from '../kit/say-error.ts';
import { whenOver } from '../kit/when-over.ts';
import type { Outcome } from './outcome.ts';

/** How the author wants it done again, having seen what became of it. */
export interface How {
  /** what is live stopped or started again, instead of the draft */
  act?: Act;
  /** write even where the server cannot guard */
  isBold?: boolean;
  /** what is there may be overwritten, if it is still this */
  overwrites?: string;
}
export interface Result {
  outcome: Outcome;
  /** where it went, such as "shop.example" */
  place: string;
  act?: Act;
  again(how: How): void;
}

export function createOutcomeHere({ origin, draft }: Pick<Desk, 'origin' | 'draft'>) {
  const result = signal<Result | undefined>(undefined);
  const isPublishing = signal(false);

  /**
   * Publishes the draft as it is now, unless that is being done already, and says what became of it. Never throws.
   *
   * @param send is called at once, still in the click
   */
  async function publishOnce(
    place: string,
    rest: Pick<Result, 'act' | 'again'>,
    send: (site: string, current: Draft) => Promise<Outcome>,
  ): Promise<void> {
    const at = origin.value;
    const current = draft.value;
    if (at === undefined || !current || isPublishing.value) return;
    isPublishing.value = true;
    result.value = undefined;
    try {
      result.value = { outcome: await send(at, current), place, ...rest };
    } catch (error) {
      result.value = { outcome: { kind: 'broken', message: sayError(error) }, place, ...rest };
    } finally {
      isPublishing.value = false;
    }
  }

  /** What became of one site's publish is no news of the next. */
  const forget = () => {
    if (origin.value !== undefined) result.value = undefined;
  };

  return {
    result,
    isPublishing,
    publishOnce,
    start: (signal: AbortSignal) => whenOver(signal, effect(forget)),
  };
}

/** The panel's own; `main` starts it. */
export const outcomeHere = createOutcomeHere(desk);
export const { result, isPublishing, publishOnce } = outcomeHere;
