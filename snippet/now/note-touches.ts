// Notes whether somebody touches the page before the rest of the tag is there to see it.

import type { Touches } from '../consent/acted.ts';
import { readActive } from '../read-active.ts';
import { attempt } from './attempt.ts';

/** @returns what is noted, also of what comes */
export function noteTouches(): Touches {
  const touches: Touches = { wasActive: readActive(), isTouched: false };
  const note = ({ isTrusted }: Event) => {
    touches.isTouched ||= isTrusted;
  };
  attempt(() => {
    addEventListener('pointerdown', note, true);
    addEventListener('keydown', note, true);
  }, undefined);
  return touches;
}
