// Google Consent Mode, as it stands in the data layer: `personalization_storage` of `default` and `update`.
//
// Several tools may speak there and none says who it is, nor whether a dialog was shown. So a denial by `update` is
// believed at once, and a grant takes it back only as the changed answer of what looks like the same tool (it names the
// same states) on a page that somebody has touched. No address is looked up: a default that denies in one region keeps
// the page waiting in all, whatever other defaults say.

import type { Said } from './standing.ts';

type States = Record<string, unknown>;

/**
 * @param hasActed whether somebody has touched the page or a frame in it when these states were said
 * @param later runs after so many ms: a default may wait for an update that long
 * @returns what hears the commands
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export function createConsentMode(
  say: (said: Said) => unknown,
  hasActed: (states: States) => unknown,
  later: (fn: () => void, ms: number) => unknown,
): (command: string, states: States) => void {
  const by = 'mode';
  let isDoubted = false;
  /** The states that were named when it was refused here. */
  let refusal: string | undefined;
  const namesOf = (states: States) => Object.keys(states).join();
  return (command, states) => {
    const { personalization_storage: to, region, wait_for_update: wait } = states;
    if (to !== 'denied' && to !== 'granted') return;
    if (command === 'update') {
      if (to === 'denied') refusal = namesOf(states);
      say({ by, word: to, isAct: to === 'granted' && refusal === namesOf(states) && !!hasActed(states) });
    } else if (command === 'default') {
      const assume = () => {
        if (!isDoubted) say({ by, word: 'assumed' });
      };
      if (to === 'denied') {
        isDoubted = true;
        say({ by, word: 'doubted' });
      } else if (!region)
        if (Number(wait) > 0) later(assume, Number(wait));
        else assume();
    }
  };
}
