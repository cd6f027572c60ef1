// Whether somebody has touched this page, or a frame in it, since it was loaded. That proves nothing; but where nobody
// has, no answer can be new, and whoever brings one repeats it.

import { listen } from '../native.ts';
import { readActive } from '../read-active.ts';

let wasActive: boolean | undefined = true;
let isTouched = false;

/**
 * Call it before anybody asks.
 *
 * @param atStart `readActive` as the page began. Firefox carries it over from the page before: then only what is seen
 *   here counts. https://html.spec.whatwg.org/multipage/interaction.html#tracking-user-activation
 */
export function watchTouches(atStart: boolean | undefined): void {
  wasActive = atStart;
  listen(window, 'pointerdown keydown', ({ isTrusted }) => {
    isTouched ||= isTrusted;
  });
}

/** Touches in frames of others are known by the browser's own account alone, which Firefox has from version 120 on. */
export const hasActed = (): boolean => isTouched || (!wasActive && !!readActive());
