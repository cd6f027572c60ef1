// Pages on a slow machine: `THROTTLE=6 npx playwright test … --project=chromium` lets them compute at a sixth of their speed.
//
// What a spec has not waited for is then not there yet: it fails here as it would on a loaded machine, once in a hundred runs.

import type { BrowserContext, Page } from '@playwright/test';

const rate = Number(process.env.THROTTLE ?? 1);

/** To be called once a context. Only Chromium can be told so. */
export function throttle(context: BrowserContext): void {
  if (rate <= 1 || context.browser()?.browserType().name() === 'firefox') return;
  const slow = async (page: Page) => {
    try {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    } catch {
      // it was closed meanwhile
    }
  };
  for (const page of context.pages()) void slow(page);
  context.on('page', (page) => void slow(page));
}
