// What a visitor may take back of what was remembered or refused: everything (`forget`), or their refusal (`optIn`).

import type { Visitor } from '../remember/visitor-api.ts';
import type { Consent } from './consent.ts';

/**
 * @param close takes back everything that was shown
 * @param restart begins the page once more, if it is running
 */
export const createTakeBack = (
  consent: Consent,
  visitor: Visitor,
  close: () => void,
  restart: () => void,
) => ({
  /** Erases everything and returns to the config's default: a new visitor begins at the next page view. */
  async forget(): Promise<void> {
    consent.forget();
    // a tool that refuses on this page still does
    const erased = visitor.erase(consent.mark());
    close();
    await erased;
  },
  async optIn(): Promise<void> {
    if (consent.standing() !== 'denied') return;
    consent.forget(true);
    await visitor.erase();
    restart();
  },
});
