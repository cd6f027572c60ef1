// What the editor shows over the page: outlines, a name, a toolbar. One element of our own in the top layer, with a closed
// shadow root; nothing of the page is touched, and taking it away leaves nothing. Nothing is typed here: what stands in a
// page the page can read and write, whatever root it stands in.

import type { Position } from '../../../shared/schema/change.ts';
import type { Media } from '../../wire/sizes.ts';
import type { AtElement } from '../../wire/tools-for.ts';
import { BOX_CSS } from './box-view.ts';
import { keepOnTop } from './keep-on-top.ts';
import type { Sizer } from './sizer.ts';
import { createSizing } from './sizing.ts';
import type { Sketch } from './sketch.ts';
import { TOOLBAR_CSS, type Toolbar } from './toolbar.ts';
import { findShown } from './twins.ts';

const CSS_TEXT = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; width: auto !important; height: auto !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; overflow: hidden !important;
  pointer-events: none !important; display: block !important; z-index: 2147483647 !important; }
:host(.none) { display: none !important; }
.glass { position: absolute; inset: 0; cursor: crosshair; pointer-events: auto; }
.glass[hidden] { display: none; }
.box { position: absolute; box-sizing: border-box; border: 2px solid #2b4794; border-radius: 3px; pointer-events: none; }
.box.hover { border: 1.5px dashed #2b4794; background: rgb(43 71 148 / 8%); }
.box.picked { box-shadow: 0 0 0 1.5px #fff, 0 0 0 4px rgb(200 58 39 / 75%); border-color: #c83a27; }
.box.point { border-color: #1d6b45; background: rgb(29 107 69 / 12%); }
.drop { position: absolute; border-radius: 2px; background: #c83a27; box-shadow: 0 0 0 1.5px #fff; pointer-events: none; }
.drop.in { border: 2px dashed #c83a27; background: rgb(200 58 39 / 12%); }
.drop[hidden], .box[hidden], .name[hidden] { display: none; }
.name { position: absolute; max-width: 60vw; padding: 2px 7px; border-radius: 4px; background: #1b2133; color: #fff;
  font: 600 12px/1.5 system-ui, sans-serif; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; pointer-events: none; }
@media (forced-colors: active) { .box, .drop, .name { forced-color-adjust: none; } }
${TOOLBAR_CSS}${BOX_CSS}`;

/** Where something dragged would go. */
export interface Drop {
  beside: Element;
  position: Position;
  /** whether its neighbours stand side by side */
  isRow: boolean;
}

export interface Overlay {
  host: HTMLElement;
  /** the glass in front of the page, which catches the pointer */
  glass: HTMLElement;
  /** whether the glass is there */
  guard(on: boolean): void;
  outline(kind: 'hover' | 'picked' | 'point', element: Element | undefined, name?: string): void;
  /** The toolbar at what is picked. */
  tools: Toolbar;
  /** The handles of what is picked. */
  sizer: Sizer;
  /** A line where something dragged would go; none takes it away. */
  mark(spot: Drop | undefined): void;
  remove(): void;
}

const isInside = ({ position }: Drop) => position === 'first' || position === 'last';

/** A line between two elements, or, inside an element, its own box. */
function findLine(drop: Drop): Record<'left' | 'top' | 'width' | 'height', string> {
  const { left, top, width, height } = findShown(drop.beside).getBoundingClientRect();
  const box = (x: number, y: number, w: number, h: number) => ({
    left: `${x}px`,
    top: `${y}px`,
    width: `${w}px`,
    height: `${h}px`,
  });
  if (isInside(drop)) return box(left, top, width, height);
  const isAhead = drop.position === 'before';
  return drop.isRow
    ? box((isAhead ? left : left + width) - 2, top, 4, height)
    : box(left, (isAhead ? top : top + height) - 2, width, 4);
}

export interface OverlayNews {
  /** a tool of the toolbar is wanted */
  pressed(tool: AtElement): void;
  /** something of the page lies over the glass, or no longer */
  covered(isCovered: boolean): void;
  /** @param media on which screens what is dragged holds */
  sketch(media: () => Media): Sketch;
}

export function createOverlay({ pressed, covered, sketch }: OverlayNews): Overlay {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS_TEXT);
  root.adoptedStyleSheets = [sheet];
  const make = (className: string) => {
    const element = document.createElement('div');
    element.className = className;
    element.hidden = true;
    root.append(element);
    return element;
  };
  const glass = make('glass');
  const boxes = { hover: make('box hover'), point: make('box point'), picked: make('box picked') };
  const drop = make('drop');
  const name = make('name');
  const shown = new Map<HTMLElement, Element>();
  const sizing = createSizing(root, host, () => shown.get(boxes.picked), sketch, pressed);
  const { tools, sizer } = sizing;

  const put = (box: HTMLElement, element: Element) => {
    const { left, top, width, height } = findShown(element).getBoundingClientRect();
    box.hidden = !element.isConnected || (width === 0 && height === 0);
    Object.assign(box.style, {
      left: `${left - 2}px`,
      top: `${top - 2}px`,
      width: `${width + 4}px`,
      height: `${height + 4}px`,
    });
  };
  let frame = 0;
  const follow = () => {
    for (const [box, element] of shown) put(box, element);
    sizer.follow();
    tools.follow();
    const holder = shown.has(boxes.hover) ? boxes.hover : boxes.picked;
    const named = shown.get(holder);
    // what is not seen anywhere has no place for its name
    name.style.visibility = holder.hidden ? 'hidden' : '';
    if (named && !name.hidden) {
      const { left, top, bottom } = findShown(named).getBoundingClientRect();
      name.style.left = `${Math.max(4, left)}px`;
      name.style.top = `${top > 28 ? top - 26 : Math.min(bottom + 6, innerHeight - 26)}px`;
    }
    frame = shown.size ? requestAnimationFrame(follow) : 0;
  };

  host.popover = 'manual';
  document.documentElement.append(host);
  host.showPopover();
  const leave = keepOnTop(host, () => !glass.hidden, covered);

  return {
    host,
    glass,
    guard(on) {
      glass.hidden = !on;
    },
    outline(kind, element, label) {
      const box = boxes[kind];
      if (!element) {
        box.hidden = true;
        shown.delete(box);
        if (!shown.size || kind === 'hover') name.hidden = true;
        return;
      }
      shown.set(box, element);
      if (label !== undefined) {
        name.textContent = label;
        name.hidden = false;
      }
      cancelAnimationFrame(frame);
      follow();
    },
    tools,
    sizer,
    mark(spot) {
      drop.hidden = !spot;
      if (!spot) return;
      drop.classList.toggle('in', isInside(spot));
      Object.assign(drop.style, findLine(spot));
    },
    remove() {
      sizing.remove();
      cancelAnimationFrame(frame);
      leave();
      host.remove();
    },
  };
}
