// The back/forward cache in both browsers, for the specs about pages that come back from it.

import { goBack } from '../../support/back.ts';
import { expect, test } from '../../support/test.ts';

test.use({ bfcache: true });

test('a page comes back from the back/forward cache', async ({ page, site }) => {
  // what it was shown as, each time: a page that is loaded anew begins with none
  const script = 'shown = []; addEventListener("pageshow", ({ persisted }) => { shown.push(persisted) })';
  site.serve('/one', `<!doctype html><title>One</title><script>${script}</script>`);
  site.serve('/two', '<!doctype html><title>Two</title>');
  const readShown = () => page.evaluate('JSON.stringify(shown)');
  await page.goto(`${site.origin}/one`);
  await expect.poll(readShown).toBe('[false]');
  await page.goto(`${site.origin}/two`);
  await goBack(page, '/one');
  await expect.poll(readShown).toBe('[false,true]');
  expect(site.requests, 'it is not asked for again').toEqual(['GET /one', 'GET /two']);
});
