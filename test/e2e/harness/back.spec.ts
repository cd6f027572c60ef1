// The back/forward cache in both browsers, for the specs about pages that come back from it.

import { goBack } from '../../support/back.ts';
import { expect, test } from '../../support/test.ts';

test.use({ bfcache: true });

test('a page comes back from the back/forward cache', async ({ page, site }) => {
  const script = 'addEventListener("pageshow", (event) => { document.title = String(event.persisted) })';
  site.serve('/one', `<!doctype html><title>One</title><script>${script}</script>`);
  site.serve('/two', '<!doctype html><title>Two</title>');
  await page.goto(`${site.origin}/one`);
  await expect(page).toHaveTitle('false');
  await page.goto(`${site.origin}/two`);
  await goBack(page, '/one');
  await expect.poll(() => page.evaluate(() => document.title)).toBe('true');
});
