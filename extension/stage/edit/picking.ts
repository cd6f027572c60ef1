// Picking on the page by pointer and keys: hover shows, a click picks, a double click or Enter opens the panel's field for
// the text, a drag moves.
//
// A pane of glass catches the pointer while it lasts: the page's own handlers never see a click.

import { tell } from '../../wire/news.ts';
import { sayText } from '../targets/take-print.ts';
import type { Choice } from './choice.ts';
import { lookThrough } from './look-through.ts';
import { createMover, type Spot } from './mover.ts';
import type { Overlay } from './overlay.ts';
import { findOwnChange } from './own-change.ts';
import type { PlainPage } from './plain-page.ts';
import { isForChosen, readKey } from './read-key.ts';
import { sayMoved } from './say-moved.ts';
import { findBeneath, findStack } from './walk.ts';

export interface Picking {
  /** Moves what is picked by one place among its siblings. */
  shift(by: -1 | 1): void;
  /** Hears a key before the page does, pressed or released. */
  keys(event: KeyboardEvent): void;
  /** Hears a pointer before the page does. @returns whether it is ours alone */
  pointer(event: MouseEvent): boolean;
  end(): void;
}

function sayHovered(element: Element): string {
  const said = sayText(element);
  return `${element.localName}${said && element.children.length < 4 ? ` “${said.slice(0, 40)}”` : ''}`;
}

/** What means nothing here is the browser's (it scrolls, or reloads), never the page's; Alt is for previews. */
function silence(event: KeyboardEvent, { tools, sizer }: Overlay): void {
  const isOurs = tools.hasFocus() || sizer.hasFocus();
  if (!isOurs && !event.altKey && event.key !== 'Alt') event.stopImmediatePropagation();
}

/** @param left called when the author leaves by Escape, after the panel was told */
export function startPicking(overlay: Overlay, choice: Choice, page: PlainPage, left: () => void): Picking {
  const { glass } = overlay;
  const stack = (x: number, y: number) => findStack(x, y, overlay.host);
  const seen = (x: number, y: number) => lookThrough(stack(x, y), x, y);
  const move = (element: Element, spot: Spot | undefined) => sayMoved(element, spot, overlay, choice, page);
  const mover = createMover(overlay, stack, move);

  const hover = (event: PointerEvent) => {
    if (event.buttons) return;
    const [top] = seen(event.clientX, event.clientY);
    overlay.outline('hover', top === choice.element() ? undefined : top, top && sayHovered(top));
  };
  const press = (event: PointerEvent) => {
    const chosen = choice.element();
    if (chosen && seen(event.clientX, event.clientY).includes(chosen)) mover.press(chosen, event);
  };
  const click = (event: MouseEvent) => {
    event.preventDefault();
    if (!event.isTrusted || mover.wasDrag()) return;
    const all = seen(event.clientX, event.clientY);
    const chosen = choice.element();
    // again at the same place with Alt: what lies beneath
    const at = chosen && event.altKey ? (all.indexOf(chosen) + 1) % all.length : 0;
    const found = all[at];
    const isOurs = found?.hasAttribute('data-selvedge');
    const own = found && isOurs ? findOwnChange(found, page.changes()) : undefined;
    if (own !== undefined) tell('edit', { kind: 'chose', change: own });
    else if (!isOurs) choice.pick(found, findBeneath(all.slice(at)));
  };
  const writeAt = (event: MouseEvent) => {
    if (event.isTrusted) overlay.tools.open('text');
  };
  const shift = (by: -1 | 1) => {
    const chosen = choice.element();
    const to = chosen?.isConnected && mover.shift(chosen, by);
    if (chosen && to) move(chosen, to.spot);
  };
  const pressKey = (event: KeyboardEvent) => {
    const meant = readKey(event);
    if (!event.isTrusted) return;
    if (overlay.sizer.key(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (!meant || (overlay.sizer.hasFocus() && meant.kind === 'tools')) return silence(event, overlay);
    // in the toolbar they are the toolbar's
    if (overlay.tools.hasFocus() && (meant.kind !== 'typed' || event.key === ' ')) return;
    if (isForChosen(meant) && !choice.element()) return silence(event, overlay);
    switch (meant.kind) {
      case 'escape':
        if (!mover.cancel()) {
          left();
          tell('edit', { kind: 'left' });
        }
        break;
      case 'undo':
      case 'redo':
        tell('edit', { kind: meant.kind });
        break;
      case 'shift':
        shift(meant.by);
        break;
      case 'step':
        choice.pick(choice.step(meant.way));
        break;
      case 'tools':
        if (!overlay.tools.focus()) return silence(event, overlay);
        break;
      case 'write':
        overlay.tools.open('text');
        break;
      case 'typed':
        break;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** What a press did not tell the page its release does not, either. */
  const releaseKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    if (readKey(event)) event.stopImmediatePropagation();
    else silence(event, overlay);
  };

  glass.addEventListener('pointermove', hover);
  glass.addEventListener('pointerdown', press);
  glass.addEventListener('click', click);
  glass.addEventListener('dblclick', writeAt);
  overlay.guard(true);

  return {
    shift,
    pointer: (event) => overlay.sizer.hear(event),
    keys: (event) => (event.type === 'keyup' ? releaseKey : pressKey)(event),
    end: () => mover.cancel(),
  };
}
