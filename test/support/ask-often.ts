// Asks more often whether what a test waits for is there.
//
// Playwright asks again after 20, 50, 100 and 100 ms, then every 500 ms (locators); or after 100, 250 and 500 ms, then
// every second (`expect.poll`). Most of what is waited for here takes a few hundred ms, a good part of which was the pause
// before it was seen. An answer costs a browser some ms. It reaches into Playwright's internals: that is one more reason
// why package.json pins Playwright exactly.

import { type BrowserContext, expect, type Page } from '@playwright/test';
import { getInternals } from './stock-firefox.ts';

const OFTEN_MS = 100;
const first = [20, 50, OFTEN_MS];

/** What of Playwright's frames is used. */
interface Retrying {
  retryWithProgressAndTimeouts(progress: unknown, timeouts: number[], action: unknown): Promise<unknown>;
}

const isOften = new WeakSet<object>();

function hurry(page: Page): void {
  const frame: object = getInternals<{ mainFrame(): object }>(page).mainFrame();
  const shared = Object.getPrototypeOf(frame) as Retrying;
  if (isOften.has(shared)) return;
  isOften.add(shared);
  const retry = shared.retryWithProgressAndTimeouts;
  shared.retryWithProgressAndTimeouts = function (progress, timeouts, action) {
    const often = timeouts.map((ms) => (ms === 500 ? OFTEN_MS : ms));
    return retry.call(this, progress, often, action);
  };
}

const { poll } = expect;
expect.poll = (actual, given = {}) =>
  poll(actual, { intervals: first, ...(typeof given === 'string' ? { message: given } : given) });

/** Call for each context; more than once does no harm. */
export function askOften(context: BrowserContext): void {
  const [page] = context.pages();
  if (page) hurry(page);
  else context.once('page', hurry);
}
