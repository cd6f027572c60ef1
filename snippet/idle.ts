// Work that can wait: in idle time, in slices short enough not to be felt.

import { setTimer } from './native.ts';

/** Resolves when the page has time (Safari has no requestIdleCallback: a timer then). */
export const idle = (): Promise<unknown> =>
  new Promise((resolve) =>
    'requestIdleCallback' in window
      ? requestIdleCallback(resolve, { timeout: 2000 })
      : setTimer(() => resolve(0), 50),
  );

/** A slice's length in ms; then the page gets its turn. */
const SLICE = 4;

/** Hands every item to `work`, never longer than a slice at a time. */
export async function inSlices<T>(items: T[], work: (item: T) => void): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start > SLICE) {
      await idle();
      start = performance.now();
    }
    work(item);
  }
}
