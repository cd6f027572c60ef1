// Holds a page's long timers until the test has moved the date past them.
//
// Playwright's clock moves all timers: those by which the tag notices that a storage does not answer go off as well,
// while the storage itself keeps real time, and on a loaded machine the tag then gives it up. Here a timer of a
// minute or more waits for `travel` (see travel.ts) and `fire`; every shorter one keeps real time.

import type { Page } from '@playwright/test';

const LONG_MS = 60_000;

/** Runs in the page, before its scripts. */
function hold(longMs: number): void {
  const { setTimeout: start, clearTimeout: stop } = window;
  const held = new Map<number, { due: number; run: () => void }>();
  let last = 1e9;
  const setTimeout = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    if (!(ms >= longMs)) return start.call(window, () => run(...given), ms);
    held.set(++last, { due: Date.now() + ms, run: () => run(...given) });
    return last;
  };
  const clearTimeout = (id: number) => void (held.delete(id) || stop.call(window, id));
  Object.assign(window, { setTimeout, clearTimeout });
  Object.defineProperty(window, Symbol.for('selvedge.test.fire'), {
    value: () => {
      for (const [id, { due, run }] of [...held]) {
        if (due > Date.now() || !held.delete(id)) continue;
        run();
      }
    },
  });
}

/** To be called before the page is opened. @param longMs those that are held @returns what runs the timers that the date has passed */
export async function holdTimers(page: Page, longMs = LONG_MS): Promise<() => Promise<void>> {
  await page.addInitScript(hold, longMs);
  return () => page.evaluate(() => void window[Symbol.for('selvedge.test.fire')]!());
}
