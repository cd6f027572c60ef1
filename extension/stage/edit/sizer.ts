// Sizing what is picked: by dragging its handles, or by arrow keys on one that has the focus. It draws to the page's own
// lengths, shows what comes of it as one drags, and says it to the panel once for each drag. Escape gives a drag back.
//
// Whoever hears an event first asks `hear` (editor.ts): what is ours no listener of the page hears.

import { createBoxView } from './box-view.ts';
import { readBox } from './read-box.ts';
import { createSizeDrag, type SizesShown } from './size-drag.ts';

export interface Sizer {
  /** Without an element the handles go. */
  take(element: Element | undefined): void;
  element(): Element | undefined;
  follow(): void;
  hear(event: MouseEvent): boolean;
  /** A key pressed while a handle has the focus, or something is being dragged. */
  key(event: KeyboardEvent): boolean;
  hasFocus(): boolean;
  /** To the first handle. */
  focus(): boolean;
  /** What arrow keys made and is not said yet, is. */
  settle(): void;
}

const KEYS: Record<string, [by: -1 | 1, isFar: boolean]> = {
  ArrowUp: [1, false],
  ArrowRight: [1, false],
  ArrowDown: [-1, false],
  ArrowLeft: [-1, false],
  PageUp: [1, true],
  PageDown: [-1, true],
};

/** @param turned told when the handles come and go */
export function createSizer(
  root: ShadowRoot,
  host: HTMLElement,
  shown: SizesShown,
  turned: (isOn: boolean) => void,
): Sizer {
  let element: Element | undefined;
  let isSwallowing = false;
  const view = createBoxView(root);

  const follow = () => {
    if (!element) return;
    const now = drag.now();
    if (element.isConnected) view.show(readBox(element), now?.name, now?.says ?? '');
    else view.clear();
  };
  const drag = createSizeDrag(shown, follow);
  const take = (next: Element | undefined) => {
    if (next === element) return;
    drag.end(!drag.now()?.press);
    element = next;
    turned(next !== undefined);
    if (next) follow();
    else view.clear();
  };

  const press = (event: MouseEvent): boolean => {
    isSwallowing = false;
    const isOurs = event.target === host && event.button === 0;
    const name = isOurs ? view.findAt(event.clientX, event.clientY) : undefined;
    if (!element || !name || !(event instanceof PointerEvent)) return false;
    drag.begin(element, name, { id: event.pointerId, x: event.clientX, y: event.clientY });
    // also out of the window
    host.setPointerCapture(event.pointerId);
    view.focus(name);
    isSwallowing = true;
    // neither a text selected nor a picture dragged
    event.preventDefault();
    return true;
  };
  const hear = (event: MouseEvent): boolean => {
    if (!event.isTrusted || !element) return false;
    if (event.type === 'pointerdown') return press(event);
    if (drag.now()?.press) {
      if (event.type === 'pointermove') drag.go(event);
      else if (event.type === 'pointerup') drag.end(true);
      else if (event.type === 'pointercancel') drag.end(false);
      return true;
    }
    // what follows a drag, wherever it ended
    if (isSwallowing && event.type !== 'pointermove' && event.type !== 'mousemove') {
      if (event.type === 'click') isSwallowing = false;
      event.preventDefault();
      return true;
    }
    return event.target === host && view.findAt(event.clientX, event.clientY) !== undefined;
  };

  const key = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') {
      if (drag.end(false)) return true;
      const isOn = element !== undefined;
      take(undefined);
      return isOn;
    }
    const name = view.focused();
    const meant = KEYS[event.key];
    if (!element || !name || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Enter') drag.settle();
    else if (meant && !drag.now()?.press) drag.nudge(element, name, ...meant);
    return meant !== undefined || event.key === 'Enter';
  };

  return {
    take,
    element: () => element,
    follow,
    hear,
    key,
    hasFocus: () => view.focused() !== undefined,
    focus: () => view.focus(),
    settle: drag.settle,
  };
}
