// Whether somebody has touched this page, or a frame in it, since it was loaded. That proves nothing; but where nobody
// has, no answer can be new, and whoever brings one repeats it.

import { listen, quiet, setTimer } from '../native.ts';
import { readActive } from '../read-active.ts';

/** So long (ms) the click that led to this page may be told to it as its own. */
const LATE = 1000;

/** Touches of the page before anybody watches for them. */
export interface Touches {
  /** `readActive` as the page began */
  wasActive: boolean | undefined;
  /** Whether one was seen. */
  isTouched?: boolean;
}

let wasActive: boolean | undefined = true;
let isTouched = false;
/** What is being done was asked for earlier: whether somebody had acted by then. */
let asked: boolean | undefined;

/**
 * Call it before anybody asks.
 *
 * Touches in frames of others are known by the browser's own account alone, and that is not only about this page:
 * Chromium carries it over from the page before, and Firefox may tell the click that left that page to this one, also
 * some time after it began. Whatever of it stands there by then was not meant for this page.
 *
 * @see https://github.com/whatwg/html/pull/11454
 */
export function watchTouches(before: Touches): void {
  wasActive = true;
  isTouched = !!before.isTouched;
  // without timers it is never believed
  quiet(setTimer)(() => {
    wasActive = before.wasActive || readActive();
  }, LATE);
  listen(window, 'pointerdown keydown', ({ isTrusted }) => {
    isTouched ||= isTrusted;
  });
}

/** The browser's own account is there in Firefox from version 120 on. */
export const hasActed = (): boolean => asked ?? (isTouched || (!wasActive && !!readActive()));

/** Does what was asked for before anybody heard it: what it says of consent is judged by the touches of then. */
export function actAsOf(hadActed: boolean, act: () => void): void {
  asked = hadActed;
  try {
    act();
  } finally {
    asked = undefined;
  }
}
