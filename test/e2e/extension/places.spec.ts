// Going from place to place in the panel: another one begins at its top, before anybody can press something in it.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { serveBare } from '../../support/tag.ts';
import { config, PAGE } from '../make/desk-site.ts';

test.use({ isEmptied: true });

test('a place that is opened from far down is at its top at once', async ({ extension, page, site }) => {
  site.serve('/', PAGE);
  site.serve('/selvedge.json', JSON.stringify(config));
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.page.setViewportSize({ width: 320, height: 320 });
  await panel.openExperience('First');
  await panel.button(/Edit on the page/).scrollIntoViewIfNeeded();
  expect(await panel.page.evaluate(() => scrollY)).toBeGreaterThan(50);
  // told in the very task that put the place there
  const arrived = panel.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('[aria-label="Who gets it"], .make details')) return;
          observer.disconnect();
          resolve(scrollY);
        }).observe(document, { childList: true, subtree: true });
      }),
  );
  await panel.openVariant();
  expect(await arrived).toBe(0);
});
