// How the stage listens and waits on a page.

import type { Ears } from '../../../shared/page/ears.ts';
import type { Timers } from '../../../shared/page/triggers.ts';

/** What a timer can hold (ms). */
const LONGEST = 2 ** 31 - 1;

export const ears: Ears = {
  listen(target, types, fn) {
    // the types say which event it is
    const heard = fn as (event: Event) => void;
    for (const type of types.split(' '))
      target.addEventListener(type, heard, { capture: true, passive: true });
  },
  quiet: (fn) => fn,
};

export const timers: Timers<ReturnType<typeof setTimeout>> = {
  setTimer: (fn, ms) => setTimeout(fn, Math.min(ms, LONGEST)),
  clearTimer: (id) => clearTimeout(id),
};
