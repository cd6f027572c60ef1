// How many databases a page's origin has. Who looks whether there is one opens it and takes that back, and a browser may list it
// until it is taken back: so it is asked until it is so.

import { expect, type Page } from '@playwright/test';

export const expectDatabases = (page: Page, count: number, message?: string): Promise<void> =>
  expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length), message).toBe(count);
