// The element that an author has picked on the page, and what is said of it.

import type { Picked } from '../../wire/edit-shapes.ts';
import { tell } from '../../wire/news.ts';
import { describePicked } from './describe-picked.ts';
import type { Overlay } from './overlay.ts';
import type { PlainPage } from './plain-page.ts';
import { findBeginning, stepFrom, type Way } from './walk.ts';

export interface Choice {
  element(): Element | undefined;
  /** As it was described last. */
  picked(): Picked | undefined;
  /** What lay under the pointer beneath it, the nearest first. */
  beneath(): Element[];
  /** Outlines it and describes it. */
  choose(element: Element, beneath?: Element[]): Picked;
  /** Chooses, and tells the panel; without an element nothing happens. */
  pick(element: Element | undefined, beneath?: Element[]): void;
  /** As the page has it, without what is shown of ours. */
  describe(element: Element): Picked;
  /** The element next to it; while nothing is picked, where an author would begin. */
  step(way: Way): Element | undefined;
  clear(): void;
}

export function createChoice(page: PlainPage, overlay: () => Overlay | undefined): Choice {
  let chosen: Element | undefined;
  let said: Picked | undefined;
  let beneath: Element[] = [];

  const describe = (element: Element) => page.plainly(() => describePicked(element, beneath));
  const choose = (element: Element, under: Element[] = []) => {
    // what was sized and is not said yet is about the one before
    overlay()?.sizer.take(undefined);
    chosen = element;
    beneath = under;
    const picked = describe(element);
    said = picked;
    overlay()?.outline('hover', undefined);
    overlay()?.outline('picked', element, picked.path.at(-1));
    overlay()?.tools.offer(element, picked);
    return picked;
  };
  return {
    element: () => chosen,
    picked: () => said,
    beneath: () => beneath,
    choose,
    pick(element, under) {
      if (element) tell('edit', { kind: 'picked', picked: choose(element, under) });
    },
    describe,
    step(way) {
      return chosen?.isConnected ? stepFrom(chosen, way) : findBeginning();
    },
    clear() {
      chosen = said = undefined;
    },
  };
}
