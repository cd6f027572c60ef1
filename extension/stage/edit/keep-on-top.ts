// Keeps what the editor shows over whatever the page opens later.
//
// The top layer is above every z-index, and what enters it last is on top: so it is entered again. An open modal dialog
// makes everything outside of itself inert, top layer or not, so meanwhile our element stands inside of it. Looked at once a
// second, as a page can do all this, and undo it, without a word; never more often, whatever it does.

import type { Undo } from '../../wire/browser.ts';

const EVERY_MS = 1000;
/** How many points of the window are tried, across and down. */
const POINTS = 4;

/** Whether a pointer reaches the element wherever it goes. */
function isReached(host: HTMLElement): boolean {
  for (let row = 0; row < POINTS; row++)
    for (let column = 0; column < POINTS; column++) {
      const [x, y] = [(innerWidth * (column + 0.5)) / POINTS, (innerHeight * (row + 0.5)) / POINTS];
      if (document.elementFromPoint(x, y) !== host) return false;
    }
  return true;
}

function enter(host: HTMLElement, parent: Element): void {
  if (host.parentNode !== parent) parent.append(host);
  else if (host.matches(':popover-open')) host.hidePopover();
  host.showPopover();
}

/**
 * @param host in the top layer by then
 * @param isGlassy whether it should catch the pointer everywhere
 * @param covered told when it begins and ends that something lies over it all the same
 */
export function keepOnTop(
  host: HTMLElement,
  isGlassy: () => boolean,
  covered: (isCovered: boolean) => void,
): Undo {
  const over = new AbortController();
  const findOpened = () =>
    new Set([...document.querySelectorAll(':popover-open, :modal')].filter((one) => one !== host));
  let known = findOpened();
  let wasCovered = false;
  let lookedAt = performance.now();

  const look = () => {
    lookedAt = performance.now();
    const opened = findOpened();
    // which of them was opened last nobody says: the one in which we can be reached
    const dialogs = [...opened]
      .filter((one) => one.localName === 'dialog' && one.matches(':modal'))
      .reverse();
    const isInPlace = host.isConnected && host.parentElement === (dialogs[0] ?? document.documentElement);
    const isNew = [...opened].some((one) => !known.has(one));
    known = opened;
    const isLost = () => isGlassy() && innerWidth > 0 && innerHeight > 0 && !isReached(host);
    if (isNew || !isInPlace || isLost())
      for (const parent of dialogs.length ? dialogs : [document.documentElement]) {
        enter(host, parent);
        if (!isLost()) break;
      }
    const isCovered = isLost();
    if (isCovered !== wasCovered) covered(isCovered);
    wasCovered = isCovered;
  };
  const lookSoon = ({ target }: Event) => {
    if (target !== host && performance.now() - lookedAt >= EVERY_MS) look();
  };
  const timer = setInterval(look, EVERY_MS);
  // neither bubbles
  for (const type of ['toggle', 'close'])
    document.addEventListener(type, lookSoon, { capture: true, signal: over.signal });
  return () => {
    clearInterval(timer);
    over.abort();
    if (wasCovered) covered(false);
  };
}
