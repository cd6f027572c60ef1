// How many connections to a database a page has open or is opening, and how many transactions are underway, which outlive
// a connection that is closed: what it holds when it falls asleep.

import type { Page } from '@playwright/test';

/** Runs in the page, before its scripts. */
function watch(): void {
  const open = new Set<IDBOpenDBRequest | IDBDatabase | IDBTransaction>();
  const { open: openDatabase } = IDBFactory.prototype;
  const { close, transaction } = IDBDatabase.prototype;
  IDBFactory.prototype.open = function (...given) {
    const opening = openDatabase.apply(this, given);
    open.add(opening);
    opening.addEventListener('success', () => open.delete(opening) && open.add(opening.result));
    opening.addEventListener('error', () => open.delete(opening));
    return opening;
  };
  IDBDatabase.prototype.transaction = function (...given) {
    const begun = transaction.apply(this, given);
    open.add(begun);
    for (const end of ['complete', 'abort']) begun.addEventListener(end, () => open.delete(begun));
    return begun;
  };
  IDBDatabase.prototype.close = function () {
    open.delete(this);
    close.call(this);
  };
  Object.defineProperty(globalThis, Symbol.for('selvedge.test.connections'), { value: () => open.size });
}

/** To be called before the page is opened. */
export const watchConnections = (page: Page): Promise<unknown> => page.addInitScript(watch);

/** Answers in a frozen page too. */
export const countConnections = (page: Page): Promise<number> =>
  page.evaluate(() => window[Symbol.for('selvedge.test.connections')]!() as number);
