// Every view of the panel and the first-run page: axe finds nothing, light and dark, at 250 and 420 px.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { openFolds } from '../../support/open-folds.ts';
import { enter } from '../../support/page-api.ts';

test.use({ isEmptied: true });

test.skip(
  ({ browserName }) => browserName !== 'chromium',
  'the same pages; emulated media work in Chromium only',
);

test('every view is free of accessibility issues, empty, filled and opened', async ({
  extension,
  page,
  shop,
}) => {
  test.setTimeout(180_000);
  await enter(page, `${shop.origin}/?utm_source=letter&utm_medium=email`);
  const panel = await openPanelFor(extension, page);
  const see = async (view: string) => {
    await panel.page.locator(`#tab-${view}`).click();
    await openFolds(panel.page);
    expect(await findViolations(panel.page), view).toEqual([]);
  };
  await see('here');
  await see('visitor');
  await panel.open('preview');
  await panel.preview('Tent enthusiast');
  await expect(panel.banner).toBeVisible();
  await see('preview');
  await panel.open('people');
  await panel.press('Make up a visitor');
  await panel.press('Something they did');
  await see('people');
  await see('sheet');
  await see('checks');
});

test('what cannot be looked at, or has no tag, is said without accessibility issues', async ({
  extension,
  guard,
  page,
}) => {
  guard.allow({ origins: ['http://shop.example'] });
  // plain http, where browsers leave out much of what a page may ask
  await page.route('http://shop.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Plain</title><h1>Plain</h1>' }),
  );
  await page.goto('http://shop.example/');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const untagged = await openPanelFor(extension, page);
  await expect(untagged.page.getByText('Selvedge is not installed here')).toBeVisible();
  expect(await findViolations(untagged.page)).toEqual([]);
  const closed = await extension.openPanel('?tab=999999');
  await expect(closed.getByRole('heading', { name: 'Selvedge is not open on this page' })).toBeVisible();
  expect(await findViolations(closed)).toEqual([]);
  const welcome = await extension.openPage('welcome.html');
  expect(await findViolations(welcome)).toEqual([]);
});
