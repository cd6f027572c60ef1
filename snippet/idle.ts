// Work that can wait: in idle time, in slices short enough not to be felt.

import { listen, now, setTimer, warnConsole, whenIdle } from './native.ts';

/** Resolves when the page has time, at the latest after `patience` (ms). */
export const idle = (patience = 2000): Promise<void> => new Promise((resolve) => whenIdle(resolve, patience));

/** Longer than this (ms) nothing waits for the rest of a page. */
const PATIENCE = 1000;

let calmed: Promise<void> | undefined;

async function becomeCalm(): Promise<void> {
  await new Promise<void>((resolve) => {
    if (document.readyState === 'complete') resolve();
    listen(window, 'load', () => resolve());
    setTimer(resolve, PATIENCE);
  });
  await idle();
}

/** Calls `act` when the page has loaded, or takes its time with that, and has nothing else to do. Never rejects. */
export async function whenCalm(act: () => unknown): Promise<void> {
  try {
    calmed ??= becomeCalm();
    await calmed;
    await act();
  } catch (error) {
    warnConsole('[selvedge]', error);
  }
}

/** A slice's length in ms. */
const SLICE = 4;
/** Then the page gets its turn, so long (ms) where it never rests: work begun comes to an end. */
const TURN = 50;

/** Hands every item to `work`, never longer than a slice at a time. */
export async function inSlices<T>(items: T[], work: (item: T) => void): Promise<void> {
  let start = now();
  for (let i = 0; i < items.length; i++) {
    if (now() - start > SLICE) {
      await idle(TURN);
      start = now();
    }
    work(items[i] as T);
  }
}
