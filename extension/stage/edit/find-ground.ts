// The colour that lies behind an element's text: its own, or that of what it stands on.

import { parentElement } from '../../../shared/dom/native.ts';

/** Pictures and gradients are not looked at. @returns a CSS colour; white where the page says none */
export function findGround(element: Element): string {
  for (let at: Element | null = element; at; at = parentElement(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'transparent' && !/,\s*0\)$|\/\s*0\)$/.test(backgroundColor))
      return backgroundColor;
  }
  return '#fff';
}
