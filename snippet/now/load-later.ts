// Brings the rest of the tag from beside it when the page is at rest, or as soon as somebody waits for it.
//
// `import()`, as for the other files beside the tag (snippet/beside.ts). It is asked for by what it holds, so that
// what a browser has kept of an earlier one is never paired with this.

import type { Handover } from './handover.ts';

/** So long (ms) after the page has loaded; then it counts as missing. Should it come after all, it is welcome. */
const PATIENCE = 10_000;
/** Longer than this (ms) a page that never rests is not waited for. */
const UNREST = 2_000;

export interface Later {
  takeOver(handover: Handover): void;
}

/**
 * @param address asked for when the page is at rest
 * @param missing told once, where it does not come
 * @returns what makes it come at once
 */
export function loadLater(
  address: () => string | Promise<string>,
  come: (later: Later) => void,
  missing: (why: unknown) => void,
): () => void {
  let isAsked = false;
  let isOver = false;
  const end = (why: unknown) => {
    if (!isOver) missing(why);
    isOver = true;
  };
  const load = async () => {
    if (isAsked) return;
    isAsked = true;
    try {
      come(await import(await address()));
      isOver = true;
    } catch (error) {
      end(error);
    }
  };
  const rest = () => {
    try {
      const { requestIdleCallback: whenIdle }: { requestIdleCallback?: typeof requestIdleCallback } = window;
      // Safari has none: https://bugs.webkit.org/show_bug.cgi?id=164193
      if (whenIdle) whenIdle(load, { timeout: UNREST });
      else setTimeout(load, 50);
      setTimeout(end, PATIENCE, 'slow');
    } catch {
      // a page without timers
      void load();
    }
  };
  if (document.readyState === 'complete') rest();
  else addEventListener('load', rest);
  return load;
}
