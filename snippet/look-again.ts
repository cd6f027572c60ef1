// Looks for what a page makes when it likes (a data layer, a consent tool) without leaving anything on `window`:
// an accessor there would be seen, and scripts that declare the same name would fail.
//
// Everything that can bring such a thing is a reason to look a moment later: a script that has run, a part of the
// document that is there, a message or a click that a dialog may wait for, focus that has gone into somebody's frame.
// For what comes without any of these there is a timer that grows slower, and the last look is when the page is left.

import { clearTimer, listen, quiet, setTimer } from './native.ts';

/** From a reason to the look (ms): the page's own code has run by then, and a moving pointer is one reason, not sixty. */
const SOON = 50;
/** Without any reason looks become rarer, up to this (ms). */
const SELDOM = 10_000;

type Look = (isLast?: boolean) => void;

const looks: Look[] = [];
let timer: number | undefined;
let isSoon = false;

/** Looks everywhere at once, in the order in which the looks were asked for. `isLast`: the page is being left. */
export function lookNow(isLast?: boolean): void {
  for (let i = 0; i < looks.length; i++) looks[i]?.(isLast);
}

const later = (ms: number) => {
  timer = setTimer(() => {
    isSoon = false;
    lookNow();
    // a hidden page runs little of its own, and being shown again is a reason
    if (document.visibilityState !== 'hidden') later(Math.min(ms * 2, SELDOM));
  }, ms);
};
const soon = () => {
  if (isSoon) return;
  isSoon = true;
  clearTimer(timer);
  later(SOON);
};

/** Scripts that were fetched, by whatever means: elements of theirs may be gone before they load. */
const watchFetches = quiet(() => new PerformanceObserver(soon).observe({ type: 'resource' }));

/**
 * Calls `look` now and whenever the page may have made something since, until the page is gone. It must be cheap and
 * find nothing twice by itself. Looks that are asked for first look first: whoever hears refusals asks before whoever
 * hears what happened.
 *
 * When the page is hidden or left, `lookNow(true)` is called before the ledger is written.
 */
export function lookAgain(look: Look): void {
  const guarded = quiet(look);
  guarded();
  if (!looks.push(guarded) || looks.length > 1) return;
  // `load` and `error` of script elements too, which only capturing listeners hear
  listen(document, 'readystatechange DOMContentLoaded load error', soon);
  listen(
    window,
    'load pageshow focus blur message click pointerdown pointermove keydown scroll touchstart visibilitychange',
    soon,
  );
  watchFetches();
  soon();
}
