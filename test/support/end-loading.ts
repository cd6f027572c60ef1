// Lets the pages of a context come to rest before they are sent elsewhere.
//
// Firefox mixes up two navigations where one is asked for while the page before is at the end of its load: it answers the
// command with a navigation that is no one's, and Playwright says "Navigation to … is interrupted by another navigation to …"
// of the one that was asked for. Seen in a quarter of the calls of `goto` that followed a link at once, and, as Playwright
// itself asks for about:blank between two tests, in 3 of 100 tests that end right after one (Firefox ESR 153, Playwright
// 1.65.1).
//
// Of a page of the extension Firefox tells no load, so that each would be waited for in vain; no test sends one elsewhere.

import type { BrowserContext, Page } from '@playwright/test';

/** A page whose server never answers is no fault of whoever goes elsewhere: its load is not waited for longer. */
const longest = 3000;

type Loading = Pick<Page, 'url' | 'waitForLoadState'>;

async function rest(page: Loading): Promise<void> {
  if (page.url().startsWith('moz-extension:')) return;
  await page.waitForLoadState('load', { timeout: longest }).catch(() => {});
}

export async function endLoading(context: { pages(): Loading[] }): Promise<void> {
  await Promise.all(context.pages().map(rest));
}

/** From now on a page of this context that is sent elsewhere comes to rest before. To be called once a context. */
export function restBeforeLeaving(context: BrowserContext): void {
  if (context.browser()?.browserType().name() !== 'firefox') return;
  const watch = (page: Page) => {
    const { goto, reload } = page;
    page.goto = async (...given) => {
      await rest(page);
      return goto.apply(page, given);
    };
    page.reload = async (...given) => {
      await rest(page);
      return reload.apply(page, given);
    };
  };
  context.pages().forEach(watch);
  context.on('page', watch);
}
