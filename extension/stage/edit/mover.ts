// Moving what is picked: by dragging it on the page, or by keys, one place among its siblings at a time.
//
// The page's element stays where it is; what comes out is where a `move` change would show it. A place is told as
// an element to be before, after or inside of.

import { parentElement } from '../../../shared/dom/native.ts';
import type { Position } from '../../../shared/schema/change.ts';
import type { Overlay } from './overlay.ts';
import { findShown } from './twins.ts';
import { findBeside } from './walk.ts';

export interface Spot {
  beside: Element;
  position: Position;
}

/** Pixels that the pointer goes before it is a drag and no click. */
const SLIP = 6;
/** Within so many pixels of the window's edge a drag scrolls. */
const EDGE = 40;

/** Whether these two stand side by side, not one above the other. */
function isRow(element: Element): boolean {
  const [beside] = [element.nextElementSibling, element.previousElementSibling].filter(
    (one) => one !== null && one.getClientRects().length > 0,
  );
  if (!beside) return false;
  const [a, b] = [element.getBoundingClientRect(), beside.getBoundingClientRect()];
  return a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

/** Where something would go that is let fall at this point. */
export function findSpot(moved: Element, stack: Element[], x: number, y: number): Spot | undefined {
  let beside = stack.find((one) => !moved.contains(one) && !one.hasAttribute('data-selvedge'));
  let around = beside && parentElement(beside);
  while (beside && around && getComputedStyle(beside).display === 'inline') {
    beside = around;
    around = parentElement(beside);
  }
  if (!beside || beside.contains(moved)) return undefined;
  const { left, top, width, height } = findShown(beside).getBoundingClientRect();
  if (
    beside.childElementCount === 0 &&
    !beside.textContent?.trim() &&
    height > 24 &&
    beside.localName !== 'img'
  )
    return { beside, position: 'last' };
  const isAhead = isRow(beside) ? x < left + width / 2 : y < top + height / 2;
  return { beside, position: isAhead ? 'before' : 'after' };
}

/** Whether that is where the page has it anyway. */
function isHome(element: Element, { beside, position }: Spot): boolean {
  const all = findBeside(element);
  const next = all.find((one) => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const previous = next ? all[all.indexOf(next) - 1] : all.at(-1);
  return position === 'before' ? beside === next : position === 'after' && beside === previous;
}

export interface Mover {
  /** By one place among its siblings. @returns where it would stand; undefined: at home again, or there is no other place */
  shift(element: Element, by: -1 | 1): { spot?: Spot } | undefined;
  /** Begins with the press of a pointer on what is picked. */
  press(element: Element, event: PointerEvent): void;
  /** Whether a drag just ended: the click that follows means nothing. */
  wasDrag(): boolean;
  cancel(): boolean;
}

export function createMover(
  overlay: Overlay,
  stack: (x: number, y: number) => Element[],
  /** without a spot it is where the page has it */
  drop: (element: Element, spot: Spot | undefined) => void,
): Mover {
  /** the place among its siblings, 0 before the first, of what keys moved last */
  let shifted: { element: Element; gap: number } | undefined;
  let drag: { element: Element; x: number; y: number; isOn: boolean; spot?: Spot | undefined } | undefined;
  let ended = false;

  const over = () => {
    document.removeEventListener('pointermove', go, true);
    document.removeEventListener('pointerup', fall, true);
    document.removeEventListener('pointercancel', stop, true);
    overlay.mark(undefined);
    drag = undefined;
  };
  const stop = () => over();
  const go = (event: PointerEvent) => {
    if (!drag || !event.isTrusted) return;
    const { clientX: x, clientY: y } = event;
    drag.isOn ||= Math.hypot(x - drag.x, y - drag.y) > SLIP;
    if (!drag.isOn) return;
    if (y < EDGE) scrollBy(0, -EDGE / 2);
    else if (y > innerHeight - EDGE) scrollBy(0, EDGE / 2);
    drag.spot = findSpot(drag.element, stack(x, y), x, y);
    overlay.mark(drag.spot && { ...drag.spot, isRow: isRow(drag.spot.beside) });
  };
  const fall = (event: PointerEvent) => {
    if (!drag || !event.isTrusted) return;
    const { element, isOn, spot } = drag;
    over();
    ended = isOn;
    if (isOn && spot) drop(element, isHome(element, spot) ? undefined : spot);
  };

  return {
    shift(element, by) {
      const beside = findBeside(element);
      const home = beside.filter(
        (one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
      ).length;
      const from = shifted?.element === element ? shifted.gap : home;
      const gap = from + by;
      if (gap < 0 || gap > beside.length) return undefined;
      shifted = { element, gap };
      if (gap === home) return {};
      const [next, previous] = [beside[gap], beside[gap - 1]];
      if (by < 0 && next) return { spot: { beside: next, position: 'before' } };
      if (previous) return { spot: { beside: previous, position: 'after' } };
      return next && { spot: { beside: next, position: 'before' } };
    },
    press(element, event) {
      ended = false;
      if (event.button !== 0 || !event.isTrusted || element === document.body) return;
      drag = { element, x: event.clientX, y: event.clientY, isOn: false };
      document.addEventListener('pointermove', go, true);
      document.addEventListener('pointerup', fall, true);
      document.addEventListener('pointercancel', stop, true);
    },
    wasDrag() {
      const was = ended;
      ended = false;
      return was;
    },
    cancel() {
      const was = drag?.isOn ?? false;
      over();
      return was;
    },
  };
}
