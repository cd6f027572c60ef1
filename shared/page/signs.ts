// What a visitor does on a page that says something of itself: that it is in use, how far it was seen, that it is about
// to be left. Which of the browser's events say so is decided here; who listens, and how, is the caller's.

import type { Ears } from './ears.ts';
import { seenShare } from './seen-share.ts';

export interface Signs {
  /** A sign of life: idleness begins anew. */
  alive(): void;
  /** The share (0–1) of the page that has come into view. */
  scrolled(share: number): void;
  /** The pointer has left through the top, where tabs and the address are. */
  left(): void;
}

export function hearSigns(listen: Ears['listen'], { alive, scrolled, left }: Signs): void {
  listen(window, 'pointerdown pointermove keydown scroll visibilitychange', alive);
  // scrolling within a shadow root is not heard outside (https://dom.spec.whatwg.org/#dom-event-composed), but what
  // moves it is
  listen(window, 'scroll wheel touchmove', () => scrolled(seenShare()));
  listen<MouseEvent>(document, 'mouseout', ({ relatedTarget, clientY }) => {
    if (!relatedTarget && clientY <= 0) left();
  });
}
