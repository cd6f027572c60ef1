// Work that can wait: in idle time, in slices short enough not to be felt.

import { listen, now, setTimer, whenIdle } from './native.ts';

/** Resolves when the page has time. */
export const idle = (): Promise<void> => new Promise((resolve) => whenIdle(resolve));

/** Longer than this (ms) nothing waits for the rest of a page. */
const PATIENCE = 1000;

let calmed: Promise<unknown> | undefined;

/** Resolves when the page has loaded, or takes its time with that, and has nothing else to do. */
export function calm(): Promise<unknown> {
  calmed ??= new Promise<void>((resolve) => {
    if (document.readyState === 'complete') resolve();
    listen(window, 'load', () => resolve());
    setTimer(resolve, PATIENCE);
  }).then(idle);
  return calmed;
}

/** A slice's length in ms; then the page gets its turn. */
const SLICE = 4;

/** Hands every item to `work`, never longer than a slice at a time. */
export async function inSlices<T>(items: T[], work: (item: T) => void): Promise<void> {
  let start = now();
  for (const item of items) {
    if (now() - start > SLICE) {
      await idle();
      start = now();
    }
    work(item);
  }
}
