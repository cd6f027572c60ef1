// Whether somebody has touched this page, or a frame in it, since it was loaded. That proves nothing; but where nobody
// has, no answer can be new, and whoever brings one repeats it.

import { listen } from '../native.ts';

const { userActivation }: { userActivation?: UserActivation } = navigator;
/**
 * Firefox carries it over from the page before: then only what is seen here counts.
 *
 * @see https://html.spec.whatwg.org/multipage/interaction.html#tracking-user-activation
 */
const wasActive = userActivation?.hasBeenActive;
let isTouched = false;

/** Call it before anybody asks. */
export function watchTouches(): void {
  listen(window, 'pointerdown keydown', ({ isTrusted }) => {
    isTouched ||= isTrusted;
  });
}

/** Touches in frames of others are known by the browser's own account alone, which Firefox has from version 120 on. */
export const hasActed = (): boolean => isTouched || (!wasActive && !!userActivation?.hasBeenActive);
