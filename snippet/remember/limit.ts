// How long the storage may take to answer, counted while the tab is awake.

import { clearTimer, now, setTimer } from '../native.ts';

/**
 * Storage that has not answered by then (ms) is given up for this page, unless it answers after all. Some disks take more
 * than a second while they have other work, and nobody but who asks for what is stored waits for it.
 */
const PATIENCE = 5000;
/** A timer is seldom later than this (ms) in a tab that is awake. */
const SLACK = 250;

/** Calls `late` when nobody has stopped it by then. @returns how to stop it */
export function limit(late: () => void): () => void {
  let timer: number;
  const wait = (until: number) => {
    // much later than asked for: the whole tab slept (frozen, or a closed lid), and so did the answer:
    // https://developer.chrome.com/docs/web-platform/page-lifecycle-api
    timer = setTimer(() => (now() > until + SLACK ? wait(Infinity) : late()), PATIENCE);
  };
  wait(now() + PATIENCE);
  return () => clearTimer(timer);
}
