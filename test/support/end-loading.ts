// Lets the pages of a context come to rest before they are sent elsewhere.
//
// Firefox mixes up two navigations where one is asked for while the page before is at the end of its load: it answers the
// command with a navigation that is no one's, and Playwright says "Navigation to … is interrupted by another navigation to …"
// of the one that was asked for. Between two tests Playwright itself asks for about:blank, wherever the test has left its
// page. Seen in 3 of 100 tests that end right after a link was followed (Firefox ESR 153, Playwright 1.65.1).

import type { BrowserContext } from '@playwright/test';

/** A page whose server never answers is no fault of the next test: its load is not waited for longer. */
const longest = 3000;

export async function endLoading(context: BrowserContext): Promise<void> {
  const rest = context.pages().map((page) => page.waitForLoadState('load', { timeout: longest }));
  await Promise.allSettled(rest);
}
