// What an author sees at a point: behind what is only laid over it, such as the link that covers a card or a veil that
// appears under the pointer, and in front of what no pointer can touch, such as a headline with `pointer-events: none`.
//
// By boxes and computed styles: nothing of the page is touched for it.

import { findPath } from './describe-picked.ts';

const SHOWS = 'img, picture, svg, canvas, video, iframe, object, embed, input, textarea, select, hr';

const isAt = ({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom;

const hasSomething = (element: Element): boolean =>
  element.matches(SHOWS) || element.querySelector(SHOWS) !== null || Boolean(element.textContent?.trim());

const isClear = (colour: string): boolean => /^transparent$|,\s*0\)$|\/\s*0%?\)$/.test(colour);

/** Whether its box is painted: ground, border, shadow, or something before or after what is inside. */
function isPainted(element: Element): boolean {
  const style = getComputedStyle(element);
  const { backgroundColor, backgroundImage, boxShadow } = style;
  const isBordered = (['Top', 'Right', 'Bottom', 'Left'] as const).some(
    (side) => style[`border${side}Style`] !== 'none' && style[`border${side}Width`] !== '0px',
  );
  return (
    isBordered ||
    backgroundImage !== 'none' ||
    boxShadow !== 'none' ||
    !isClear(backgroundColor) ||
    ['::before', '::after'].some((part) => {
      const { content, backgroundColor: ground, backgroundImage: image } = getComputedStyle(element, part);
      const isThere = content !== 'none' && content !== 'normal';
      return isThere && (!/^""$|^''$/.test(content) || image !== 'none' || !isClear(ground));
    })
  );
}

/** Whether what lies beneath it is seen: nothing of it is painted here. */
function isSeeThrough(element: Element, x: number, y: number): boolean {
  // faded out, by itself or by what is around it
  if (element.checkVisibility?.({ checkOpacity: true }) === false) return true;
  // reached by something of it that is laid over its surroundings, as `a::after { inset: 0 }` is
  const isBeside = ![...element.getClientRects()].some((box) => isAt(box, x, y));
  return (isBeside || !hasSomething(element)) && !isPainted(element);
}

/** What is seen inside of it there and no pointer can touch, the innermost. */
function findUntouchable(within: Element, x: number, y: number): Element | undefined {
  for (const child of [...within.children].reverse()) {
    if (!isAt(child.getBoundingClientRect(), x, y)) continue;
    const { pointerEvents, visibility } = getComputedStyle(child);
    if (pointerEvents === 'none' && visibility === 'visible' && hasSomething(child))
      return findUntouchable(child, x, y) ?? child;
  }
  return undefined;
}

/** @param stack what lies at the point, topmost first @returns the same with what is seen there first */
export function lookThrough(stack: Element[], x: number, y: number): Element[] {
  const [top] = stack;
  if (!top || top.hasAttribute('data-selvedge')) return stack;
  const hidden = findUntouchable(top, x, y);
  const path = hidden ? findPath(hidden).reverse() : [];
  const all = [...path.slice(0, path.indexOf(top)), ...stack];
  const at = all.findIndex((one) => !isSeeThrough(one, x, y));
  const seen = all[at];
  // an empty place in what is seen is meant itself
  if (at <= 0 || !seen || all.slice(0, at).some((one) => seen.contains(one))) return all;
  return [...all.slice(at), ...all.slice(0, at)];
}
