// The visitor's own view of what lists suggest to them, and the switch that ends it.
import type { Page } from '@playwright/test';
import { findViolations } from '../../support/find-violations.ts';
import { call, enter, exported } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { asksFor, BELOW, cards, enterShop, exposures, serve } from './recommending.ts';

const serveView = (site: Site) => {
  for (const name of ['selvedge-panel.js', 'selvedge-languages.js'])
    site.serveFile(`/${name}`, `dist/${name}`);
};
const names = (page: Page) =>
  page.getByRole('dialog').locator('section', { hasText: 'Suggested to you' }).locator('li');
const changes = (page: Page) =>
  page
    .getByRole('dialog')
    .locator('section', { hasText: 'Changed for you on this page' })
    .locator('p:not(.why)');
const toggle = (page: Page, name = 'Show me suggestions') => page.getByRole('switch', { name });
const close = (page: Page) => page.getByRole('button', { name: 'Close' }).click();

test('what lists suggest is listed; switched off the page has its own at once', async ({ page, site }) => {
  const config = { measure: { ping: {} } };
  serve(site, { body: BELOW.replace('height:300vh', 'height:200vh'), config });
  serveView(site);
  await enterShop(page, site);
  await expect(cards(page)).toHaveCount(2);
  await call(page, 'open');
  await expect(names(page)).toHaveText(['Mat <b>x</b>', 'Stove']);
  expect(await findViolations(page, undefined, 'selvedge-privacy')).toEqual([]);
  await expect(toggle(page)).toBeChecked();
  await expect(changes(page)).toHaveText('A list shows suggestions');
  await toggle(page).click();
  await expect(cards(page)).toHaveCount(0);
  await expect(page.locator('#list')).toBeVisible();
  await expect(names(page)).toHaveCount(0);
  // the page has its own list again
  await expect(changes(page)).toHaveText('Nothing. This page is as everybody sees it.');
  await expect(toggle(page)).not.toBeChecked();
  expect((await exported(page)).traits.selvedge_off).toEqual(['suggestions']);
  // each switch keeps the others
  await toggle(page, 'Count what works').click();
  await expect(toggle(page, 'Count what works')).not.toBeChecked();
  await expect(toggle(page)).not.toBeChecked();
  const told = (await exposures(page)).length;
  await close(page);

  await enter(page, `${site.origin}/shop`);
  await expect.poll(() => asksFor(page, 'selvedge-recommend')).toBe(true);
  await page.locator('#after').scrollIntoViewIfNeeded();
  await expect(page.locator('#list')).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
  // nothing is chosen for nobody, not for this view either
  await call(page, 'open');
  await expect(toggle(page)).not.toBeChecked();
  await expect(names(page)).toHaveCount(0);
  expect(await asksFor(page, 'selvedge-items')).toBe(false);
  expect(await exposures(page)).toHaveLength(told);

  await toggle(page).click();
  await expect(names(page)).toHaveText(['Mat <b>x</b>', 'Stove']);
  await expect(toggle(page, 'Count what works')).not.toBeChecked();
  await close(page);
  await enter(page, `${site.origin}/shop`);
  await expect(cards(page)).toHaveCount(2);
});

test('where no list suggests anything there is nothing of it', async ({ page, site }) => {
  serveTag(site, configOf());
  serveView(site);
  site.serve('/', pageWith('<h1>Shop</h1>'));
  await enter(page, site.origin);
  await call(page, 'open');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(toggle(page)).toHaveCount(0);
  await expect(page.getByRole('dialog')).not.toContainText('Suggested to you');
});

test('in the language of the page', async ({ page, site }) => {
  serve(site);
  serveView(site);
  await enterShop(page, site);
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
  await call(page, 'open');
  await expect(toggle(page, 'Mir Vorschläge zeigen')).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Für Sie vorgeschlagen' })).toBeVisible();
});
