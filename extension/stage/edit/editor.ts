// Editing on the live page: hover shows, a click picks, a double click opens the panel's field for the text, dragging
// what is picked moves it. All that it changes is said to the panel, which changes the draft; the preview then shows it.
// So the editor itself changes nothing.
//
// In browse mode there is no glass in front of the page, and it works as ever.

import type { Target } from '../../../shared/schema/target.ts';
import type { Undo } from '../../wire/browser.ts';
import type { EditOrder, EditState } from '../../wire/edit-shapes.ts';
import { tell } from '../../wire/news.ts';
import type { Preview } from '../page/preview.ts';
import { createChoice } from './choice.ts';
import { copyMarkup } from './copy-markup.ts';
import { findPath } from './describe-picked.ts';
import { findHere, seek } from './find-here.ts';
import { holdOpen } from './hold-open.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { type Picking, startPicking } from './picking.ts';
import { createPlainPage } from './plain-page.ts';
import { isHoldKey } from './read-key.ts';
import { createSketch } from './sketch.ts';

/** All that a pointer tells a page, but for touches: what is dragged here is told by pointer events. */
const POINTER = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'mousedown',
  'mousemove',
  'mouseup',
  'click',
  'dblclick',
] as const;

/** From the beginning: on a site that is allowed that is before any of the page's own. */
function hearFirst(picking: () => Picking | undefined, other: (event: KeyboardEvent) => void): void {
  for (const type of ['keydown', 'keyup'] as const)
    addEventListener(
      type,
      (event) => {
        const now = picking();
        if (now) now.keys(event);
        else other(event);
      },
      true,
    );
  for (const type of POINTER)
    addEventListener(
      type,
      (event) => {
        if (picking()?.pointer(event)) event.stopImmediatePropagation();
      },
      true,
    );
}

export function createEditor(
  preview: Pick<Preview, 'borrow' | 'sketch' | 'state'>,
): (order: EditOrder) => EditState {
  let overlay: Overlay | undefined;
  let picking: Picking | undefined;
  let mode: EditState['mode'] = 'off';
  let letGo: Undo | undefined;
  const open = () =>
    createOverlay({
      pressed: (tool) => tell('edit', { kind: 'tool', tool }),
      covered: (isCovered) => tell('edit', { kind: 'covered', isCovered }),
      sketch: (media) =>
        createSketch(preview, choice.picked, media, (sizes, at) =>
          tell('edit', { kind: 'sized', sizes, media: at }),
        ),
    });
  const page = createPlainPage(preview);
  const choice = createChoice(page, () => overlay);
  hearFirst(() => picking, hold);
  // what arrow keys made a moment ago
  addEventListener('pagehide', () => overlay?.sizer.settle());

  const leave = (next: 'browse' | 'off') => {
    mode = next;
    // while it is known what is picked
    overlay?.sizer.take(undefined);
    choice.clear();
    picking?.end();
    overlay?.remove();
    letGo?.();
    overlay = picking = letGo = undefined;
  };
  const enter = () => {
    overlay ??= open();
    picking ??= startPicking(overlay, choice, page, () => leave('browse'));
    mode = 'pick';
  };
  /** While the page is used as ever: picking begins, and what is open there stays open. */
  function hold(event: KeyboardEvent): void {
    if (mode !== 'browse' || !event.isTrusted || !isHoldKey(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    letGo = holdOpen();
    enter();
    tell('edit', { kind: 'held' });
  }
  const point = (target: Target | undefined) => {
    const [element] = target ? seek(target) : [];
    if (element && !overlay) {
      overlay = open();
      overlay.guard(false);
    }
    overlay?.outline('point', element);
    element?.scrollIntoView({ block: 'nearest' });
    if (!element && mode !== 'pick') leave(mode);
  };
  const choose = (element: Element | undefined) => element && { picked: choice.choose(element) };

  const carryOut = (order: EditOrder): Omit<EditState, 'mode'> | undefined => {
    const chosen = choice.element();
    switch (order.kind) {
      case 'pick':
        enter();
        return;
      case 'browse':
        leave('browse');
        return;
      case 'end':
        leave('off');
        return;
      case 'step':
        enter();
        return choose(choice.step(order.to));
      case 'climb':
        return choose(chosen && findPath(chosen)[order.index]);
      case 'dive':
        return choose(choice.beneath()[order.index]);
      case 'copy':
        return chosen && { copy: page.plainly(() => copyMarkup(chosen)) };
      case 'shift':
        picking?.shift(order.by);
        return;
      case 'point':
        point(order.target);
        return;
      case 'find':
        return { found: page.plainly(() => findHere(order.targets)) };
    }
  };
  return (order) => {
    const answer = carryOut(order);
    return { mode, ...answer };
  };
}
