// Goes back in history in a way that also works with the back/forward cache on.
//
// Firefox over WebDriver BiDi never tells Playwright that a page came back from that cache (page.goBack and
// page.url then wait or lie), but the page itself still answers.

import { expect, type Page } from '@playwright/test';

/** Goes one entry back and waits until the page at `path` answers. Read `location` in the page afterwards, not page.url(). */
export async function goBack(page: Page, path: string): Promise<void> {
  // not `history.back()` at once: leaving within evaluate would lose its own answer
  await page.evaluate(() => void setTimeout(() => history.back()));
  const readPath = () => page.evaluate(() => location.pathname).catch(() => undefined);
  await expect.poll(readPath, { message: `going back to ${path}` }).toBe(path);
}
