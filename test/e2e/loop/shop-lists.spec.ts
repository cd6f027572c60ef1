// The demo shop's product pages: what goes with what was looked at, and what was looked at lately, by the file that was
// learned from its made-up year.
import type { Page } from '@playwright/test';
import { enter, exported } from '../../support/page-api.ts';
import { expect, test } from '../../support/test.ts';

const looked = async (page: Page, id: string) =>
  expect
    .poll(async () =>
      JSON.stringify((await exported(page)).events.filter(({ name }) => name === 'view_item')),
    )
    .toContain(id);
const names = (page: Page, list: string) => page.locator(`${list} .grid[data-selvedge] .card-name`);

test('goes well with, and seen lately', async ({ page, shop }) => {
  await enter(page, `${shop.origin}/tents/vard-4`);
  await looked(page, 'vard-4');
  await enter(page, `${shop.origin}/kitchen/ember-stove`);
  // what is looked at next after the stove, as was planted, and after the tent
  await expect(names(page, '#related')).toHaveCount(4);
  await expect(names(page, '#related').first()).toHaveText('Tarn Pots');
  await expect(names(page, '#related')).toContainText(['Drift −18']);
  await expect(names(page, '#lately').first()).toHaveText('Vard 4 Season');
  // never what this page is about, and nothing twice
  for (const list of ['#related', '#lately']) {
    const said = await names(page, list).allTextContents();
    expect(said).not.toContain('Ember Stove');
    expect(new Set(said).size).toBe(said.length);
    await expect(page.locator(`${list} .grid:not([data-selvedge])`)).toBeHidden();
  }
  await names(page, '#related').first().locator('a').click();
  await expect(page).toHaveURL(`${shop.origin}/kitchen/tarn-pots`);
});

test('with the original, nothing is shown over', async ({ page, shop }) => {
  shop.configure({ tag: 'none' });
  await page.goto(`${shop.origin}/kitchen/ember-stove`);
  await expect(page.locator('#lately .grid .card')).toHaveCount(4);
  await expect(page.locator('[data-selvedge]')).toHaveCount(0);
});
