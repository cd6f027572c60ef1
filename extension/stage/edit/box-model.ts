// Where the parts of an element's box lie in the window: its padding and its margin as areas, and the handles by which they
// and its size are dragged. Pure.

import { SIDES, type Side, type SizeName, type Space } from '../../wire/sizes.ts';

/** In px of the window, as the element's box is seen. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** By side, in px. */
export type Edges = Record<Side, number>;

/** From its middle, so that handles of an empty space do not lie over each other. */
const LEAST_AWAY = 11;
/** Of a handle from the window's edge. */
const INSET = 9;
/** Handles of a size stand so far along their edge, where none of a space does, and so far from the one at the corner. */
const ALONG = 0.8;
const FROM_CORNER = { x: 18, y: 16 };
/** So wide and high, the handles of a box lie beside each other. */
const LEAST_WIDTH = 112;
const LEAST_HEIGHT = 84;
/** What stands outside of a box, and the handles' own halves. */
const OUTSIDE = 2 * LEAST_AWAY;

/** Four areas between an outer box and the same one, smaller by its edges. */
export function areasBetween({ left, top, width, height }: Box, edges: Edges): Record<Side, Box> {
  // where edges would cross they meet
  const atTop = Math.min(Math.max(0, edges.top), height);
  const atBottom = Math.min(Math.max(0, edges.bottom), height - atTop);
  const atLeft = Math.min(Math.max(0, edges.left), width);
  const atRight = Math.min(Math.max(0, edges.right), width - atLeft);
  const between = height - atTop - atBottom;
  return {
    top: { left, top, width, height: atTop },
    bottom: { left, top: top + height - atBottom, width, height: atBottom },
    left: { left, top: top + atTop, width: atLeft, height: between },
    right: { left: left + width - atRight, top: top + atTop, width: atRight, height: between },
  };
}

/** Larger by its edges; a negative one does not make it smaller. */
export function growBox({ left, top, width, height }: Box, edges: Edges): Box {
  const [t, r, b, l] = SIDES.map((side) => Math.max(0, edges[side])) as [number, number, number, number];
  return { left: left - l, top: top - t, width: width + l + r, height: height + t + b };
}

export const shrinkBox = ({ left, top, width, height }: Box, edges: Edges): Box => ({
  left: left + edges.left,
  top: top + edges.top,
  width: Math.max(0, width - edges.left - edges.right),
  height: Math.max(0, height - edges.top - edges.bottom),
});

export type HandleName = 'width' | 'height' | 'both' | `${Space}-${Side}`;

interface Point {
  x: number;
  y: number;
}

/** The middle of an edge, so far inwards; outwards where that is negative. */
function findMiddle({ left, top, width, height }: Box, side: Side, inwards: number): Point {
  switch (side) {
    case 'top':
      return { x: left + width / 2, y: top + inwards };
    case 'bottom':
      return { x: left + width / 2, y: top + height - inwards };
    case 'left':
      return { x: left + inwards, y: top + height / 2 };
    case 'right':
      return { x: left + width - inwards, y: top + height / 2 };
  }
}

/** From where a length begins that is at least so long, around what it was, and with its handles in the window if it can be. */
function stretch(
  from: number,
  length: number,
  least: number,
  window: number,
): [from: number, length: number] {
  if (length >= least) return [from, length];
  const begin = from + (length - least) / 2;
  const latest = window - OUTSIDE - least;
  // gone out of the window with its element
  if (from + length < 0 || from > window) return [begin, least];
  return [Math.max(OUTSIDE, Math.min(begin, latest)), least];
}

/** What the handles stand around: the element, or a larger box around a small one. */
export function findStand({ left, top, width, height }: Box, view: { width: number; height: number }): Box {
  const [x, w] = stretch(left, width, LEAST_WIDTH, view.width);
  const [y, h] = stretch(top, height, LEAST_HEIGHT, view.height);
  return { left: x, top: y, width: w, height: h };
}

/** The middle of a handle; of an element larger than the window still in it, as far as its edge is. */
export function findHandle(
  name: HandleName,
  element: Box,
  { border, padding, margin }: Record<'border' | Space, Edges>,
  view: { width: number; height: number },
): Point {
  const box = findStand(element, view);
  const { left, top, width, height } = box;
  const keep = ({ x, y }: Point, inset = INSET): Point => ({
    x: Math.min(Math.max(x, inset), Math.max(inset, view.width - inset)),
    y: Math.min(Math.max(y, inset), Math.max(inset, view.height - inset)),
  });
  // as far as a handle can stand
  const seen = {
    left: Math.max(left, 0),
    top: Math.max(top, 0),
    right: Math.min(left + width, view.width - INSET),
    bottom: Math.min(top + height, view.height - INSET),
  };
  const along = (from: number, to: number, fromCorner: number) =>
    Math.min(from + (to - from) * ALONG, to - fromCorner);
  switch (name) {
    case 'width':
      return keep({ x: left + width, y: along(seen.top, seen.bottom, FROM_CORNER.y) });
    case 'height':
      return keep({ x: along(seen.left, seen.right, FROM_CORNER.x), y: top + height });
    case 'both':
      return keep({ x: left + width, y: top + height });
    default: {
      const [space, side] = name.split('-') as [Space, Side];
      const away =
        space === 'padding'
          ? Math.max(border[side] + padding[side] / 2, LEAST_AWAY)
          : -Math.max(margin[side] / 2, LEAST_AWAY);
      // in the middle of what is seen of its edge
      const cut = {
        left: seen.left,
        top: seen.top,
        width: seen.right - seen.left,
        height: seen.bottom - seen.top,
      };
      const isSeen = cut.width > 0 && cut.height > 0;
      const middle = findMiddle(box, side, away);
      const own = isSeen ? findMiddle(cut, side, 0) : middle;
      return keep(
        side === 'top' || side === 'bottom' ? { x: own.x, y: middle.y } : { x: middle.x, y: own.y },
        // at the window's edge those of the other space stand outside of them
        space === 'padding' ? INSET + 2 * LEAST_AWAY : INSET,
      );
    }
  }
}

/**
 * Which way a pointer makes it larger, so that the handle goes along: px of the length for a px to the right, and one down.
 *
 * @param isFilling it is as wide as there is room: more space at its right moves its right edge to the left
 */
export function growsBy(name: HandleName, isFilling: boolean): Point {
  switch (name) {
    case 'width':
    case 'both':
    case 'padding-left':
    case 'margin-left':
      return { x: 1, y: 0 };
    case 'padding-right':
    case 'margin-right':
      return { x: isFilling ? -1 : 1, y: 0 };
    case 'height':
    case 'padding-top':
    case 'padding-bottom':
    case 'margin-top':
    case 'margin-bottom':
      return { x: 0, y: 1 };
  }
}

/** What a handle sets. A picture keeps its shape; what holds words grows with them, so only the least of its height is set. */
export function namesOf(name: HandleName, isPicture: boolean): SizeName[] {
  switch (name) {
    case 'width':
      return isPicture ? ['width', 'height'] : ['width'];
    case 'height':
      return isPicture ? ['height', 'width'] : ['min-height'];
    case 'both':
      return isPicture ? ['width', 'height'] : ['width', 'min-height'];
    default:
      return [name];
  }
}
