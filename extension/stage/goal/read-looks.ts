// What the page looks like, for what is to look as if it belonged there: the colours of its text and of what it stands on,
// and of a button that is filled.

import type { Looks } from '../../wire/survey-shapes.ts';
import { findGround } from '../edit/find-ground.ts';

/** Of so many of a page's links and buttons one is filled, or none that matters. */
const MOST = 300;

const isClear = (colour: string): boolean => colour === 'transparent' || /[,/]\s*0\)$/.test(colour);

/** It has a colour of its own, and not the one that the browser gives to every button. */
export function isFilled(element: Element, ground: string): boolean {
  const { backgroundColor, borderTopStyle } = getComputedStyle(element);
  return !isClear(backgroundColor) && backgroundColor !== ground && borderTopStyle !== 'outset';
}

/**
 * @param text an element with the page's own words
 * @param buttons the likeliest first: the first that is filled with a colour of its own says the accent
 */
export function readLooks(text: Element, buttons: readonly (Element | undefined)[]): Looks {
  const { color, fontFamily } = getComputedStyle(text);
  const ground = findGround(text);
  const filled = buttons.slice(0, MOST).find((one) => one && isFilled(one, ground));
  const found = filled && getComputedStyle(filled);
  return {
    text: color,
    ground,
    font: fontFamily,
    ...(found && {
      accent: found.backgroundColor,
      onAccent: found.color,
      radius: found.borderTopLeftRadius,
    }),
  };
}
