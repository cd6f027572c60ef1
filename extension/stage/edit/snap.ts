// Draws a length that is being dragged to one of the page's own: pure.

import type { OwnStep as Step } from '../../wire/survey-shapes.ts';

/** Pixels of the screen within which a step draws. */
export const REACH = 4;

export interface Snapped {
  px: number;
  step?: Step;
}

/**
 * @param steps any order
 * @param reach in the pixels of the length; 0 snaps to nothing
 */
export function snap(px: number, steps: readonly Step[], reach: number): Snapped {
  const whole = Math.round(px);
  let best: Step | undefined;
  for (const step of steps) {
    const far = Math.abs(step.px - px);
    if (far <= reach && (!best || far < Math.abs(best.px - px))) best = step;
  }
  return reach > 0 && best ? { px: best.px, step: best } : { px: whole };
}

/** The next of the page's own lengths, up or down; without one there, ten pixels further. */
export function stepOn(px: number, steps: readonly Step[], by: -1 | 1): Snapped {
  const ahead = steps.filter((step) => (by > 0 ? step.px > px : step.px < px));
  const [first] = ahead.sort((one, other) => by * (one.px - other.px));
  return first ? { px: first.px, step: first } : { px: Math.round(px) + by * 10 };
}
