// Looking for violations leaves the browser alive.

import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/test.ts';

test('what axe has looked at can be found by its name, before and after', async ({ site, page }) => {
  site.serve(
    '/',
    `<!doctype html><html lang="en"><title>Shelf</title>
    <main><h1 id="name">Pots</h1><section aria-labelledby="name">One</section></main>`,
  );
  await page.goto(site.origin);
  const shelf = page.getByRole('region', { name: 'Pots' });
  await expect(shelf).toHaveCount(1);
  expect(await findViolations(page)).toEqual([]);
  await expect(shelf).toHaveCount(1);
});
