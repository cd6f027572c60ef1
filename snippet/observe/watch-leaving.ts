// Notices that a page is hidden or left: on a phone, being hidden may be the last that it hears.

import { listen } from '../native.ts';

/** @param left `isGone` tells a page that is left, or kept for the back button, from one that is only hidden */
export const watchLeaving = (left: (isGone: boolean) => void): void =>
  listen(window, 'visibilitychange pagehide', ({ type }) => {
    const isGone = type === 'pagehide';
    if (isGone || document.visibilityState === 'hidden') left(isGone);
  });
