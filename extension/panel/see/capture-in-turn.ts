// One picture of the window after the other, as fast as the browser allows.

import { t } from '../../../shared/words/t.ts';
import { capture } from '../../wire/browser.ts';
import { within } from '../../wire/within.ts';

/**
 * Chrome allows two captures a second and refuses the third.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/tabs#method-captureVisibleTab
 */
const BETWEEN_MS = 500;
/** A browser with much else to do fails to read a frame back now and then, or does not answer at all. */
const TRIES = 3;
const PATIENCE_MS = 10_000;

let capturedAt = Number.NEGATIVE_INFINITY;

const sayLate = (seconds: number): string =>
  t`the browser gave no picture of the page within ${seconds} seconds: keep its window in sight`;

/**
 * Counted from the end of the one before: however long either takes to begin, they never come too close.
 *
 * @returns a PNG as a data: address
 * @throws Error when the browser gives none, asked three times
 */
export async function captureInTurn(windowId: number): Promise<string> {
  for (let left = TRIES; ; left--) {
    const rest = capturedAt + BETWEEN_MS - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, Math.ceil(rest)));
    try {
      return await within(PATIENCE_MS, capture(windowId), sayLate);
    } catch (error) {
      if (left <= 1) throw error;
    } finally {
      capturedAt = performance.now();
    }
  }
}
