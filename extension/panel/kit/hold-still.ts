// Nothing moves under a pressed button: what is to be drawn between a press and its release waits for that. Findings, or news of
// a draft, would push it away meanwhile, and a browser tells of no click where both were not on the same element.

import { options } from 'preact';
import { whenOver } from './when-over.ts';

/** Pressed, and done with the click. A label or a box has its say behind that, and shows it at once. */
const PRESSED = 'button, a, summary';

/** A field that may be left by the press: what was typed into it has to be known to the button by its click. */
const LEFT = 'input, textarea, select, [contenteditable]';

export function holdStill(signal: AbortSignal): void {
  let isHeld = false;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let draw: (() => void) | undefined;

  const hold = () => {
    isHeld = true;
  };
  const release = () => {
    clearTimeout(leaving);
    isHeld = false;
    const next = draw;
    draw = undefined;
    next?.();
  };
  options.debounceRendering = (next) => {
    if (isHeld) draw = next;
    else queueMicrotask(next);
  };
  whenOver(signal, release, () => {
    delete options.debounceRendering;
  });

  addEventListener(
    'pointerdown',
    ({ button, target }) => {
      release();
      if (button !== 0 || !(target instanceof Element) || !target.closest(PRESSED)) return;
      // what comes of leaving a field is drawn within this task
      if (document.activeElement?.matches(LEFT)) leaving = setTimeout(hold);
      else hold();
    },
    { signal, capture: true },
  );
  // what a click does is drawn as it ends; where there is none, it is over as well
  addEventListener('click', release, { signal });
  addEventListener('pointerup', () => setTimeout(release), { signal, capture: true });
  addEventListener('pointercancel', release, { signal });
  // a menu or a dialog of the browser's own took the release
  addEventListener('blur', release, { signal });
  addEventListener('pointermove', ({ buttons }) => buttons === 0 && release(), { signal });
}
