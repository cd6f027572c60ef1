// Three clicks on one spot, as somebody makes them of whose clicks nothing comes.
//
// The tag takes them for anger where they fall within a second, and nothing comes of them in the next
// (snippet/observe/friction.ts). A driver may take longer than that for three, so the test says when they are: while its
// clicks stand, all of a page's events are of one instant, and what waits a second or more waits for the end of that.

import type { Locator, Page } from '@playwright/test';

/** Timers of less keep real time: a page is loaded by them. */
const SECOND_MS = 1000;

/** Runs in the page, before its scripts. */
function prepare(second: number): void {
  const { setTimeout: start, clearTimeout: stop } = window;
  const real = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')!.get!;
  const held = new Map<number, () => void>();
  let instant: number | undefined;
  let last = 2e9;
  Object.defineProperty(Event.prototype, 'timeStamp', {
    configurable: true,
    get(this: Event) {
      return instant ?? real.call(this);
    },
  });
  const setTimeout = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    if (instant === undefined || ms < second) return start.call(window, () => run(...given), ms);
    held.set(++last, () => run(...given));
    return last;
  };
  const clearTimeout = (id: number) => void (held.delete(id) || stop.call(window, id));
  Object.assign(window, { setTimeout, clearTimeout });
  const tell = (what: unknown) => {
    instant = what === 'stand' ? performance.now() : undefined;
    if (what === 'pass') for (const [id, run] of [...held]) if (held.delete(id)) run();
  };
  Object.defineProperty(window, Symbol.for('selvedge.test.clicks'), { value: tell });
}

/** To be called before the page is opened. @returns clicks three times, and answers once nothing more can come of it */
export async function readyClicks(page: Page): Promise<(spot: Locator) => Promise<void>> {
  await page.addInitScript(prepare, SECOND_MS);
  const tell = (what: 'stand' | 'pass') =>
    page.evaluate((told) => void window[Symbol.for('selvedge.test.clicks')]!(told), what);
  return async (spot) => {
    await tell('stand');
    await spot.click({ clickCount: 3 });
    // what a browser tells of a click later (a scroll, a toggle, a selection) is told by the second frame
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );
    await tell('pass');
  };
}
