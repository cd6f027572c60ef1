// What became of the last publish of the site in front, also for who was elsewhere meanwhile; one at a time.

import { computed, signal } from '@preact/signals';
import { type Desk, desk } from '../draft/desk.ts';
import type { Draft } from '../draft/draft.ts';
import type { Act } from '../draft/stop.ts';
import { sayError } from '../kit/say-error.ts';
import type { Outcome } from './outcome.ts';
import type { Progress } from './put-parcel.ts';

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
  const last = signal<{ at: string; result: Result } | undefined>(undefined);
  /** That of one site is no news of the next. */
  const result = computed(() => (last.value?.at === origin.value ? last.value?.result : undefined));
  const isPublishing = signal(false);
  /** Which file is on its way, where several go one by one. */
  const progress = signal<Progress | undefined>(undefined);

  /**
   * Publishes the draft as it is now, unless that is being done already, and says what became of it. Never throws.
   *
   * @param send is called at once, still in the click
   */
  async function publishOnce(
    place: string,
    rest: Pick<Result, 'act' | 'again'>,
    send: (site: string, current: Draft, tell: (now: Progress) => void) => Promise<Outcome>,
  ): Promise<void> {
    const at = origin.value;
    const current = draft.value;
    if (at === undefined || !current || isPublishing.value) return;
    isPublishing.value = true;
    last.value = undefined;
    const say = (outcome: Outcome) => {
      last.value = { at, result: { outcome, place, ...rest } };
    };
    try {
      say(
        await send(at, current, (now) => {
          progress.value = now;
        }),
      );
    } catch (error) {
      say({ kind: 'broken', message: sayError(error) });
    } finally {
      isPublishing.value = false;
      progress.value = undefined;
    }
  }

  return {
    result,
    isPublishing,
    progress,
    publishOnce,
    /** The author has done with it. */
    forgetResult: () => {
      last.value = undefined;
    },
  };
}

/** The panel's own. */
export const { result, isPublishing, progress, publishOnce, forgetResult } = createOutcomeHere(desk);
