// Work that can wait: in idle time, in slices short enough not to be felt.

import { listen, now, setTimer, whenIdle } from './native.ts';

/** Resolves when the page has time, at the latest after `patience` (ms). */
export const idle = (patience = 2000): Promise<void> => new Promise((resolve) => whenIdle(resolve, patience));

/** Longer than this (ms) nothing waits for the rest of a page. */
const PATIENCE = 1000;

let calmed: Promise<unknown> | undefined;

/** Resolves when the page has loaded, or takes its time with that, and has nothing else to do. */
export function calm(): Promise<unknown> {
  calmed ??= new Promise<void>((resolve) => {
    if (document.readyState === 'complete') resolve();
    listen(window, 'load', () => resolve());
    setTimer(resolve, PATIENCE);
  }).then(() => idle());
  return calmed;
}

/** A slice's length in ms; then the page gets its turn, so long (ms) where it never rests: work begun comes to an end. */
const [SLICE, TURN] = [4, 50];

/** Hands every item to `work`, never longer than a slice at a time. */
export async function inSlices<T>(items: T[], work: (item: T) => void): Promise<void> {
  let start = now();
  for (const item of items) {
    if (now() - start > SLICE) {
      await idle(TURN);
      start = now();
    }
    work(item);
  }
}
