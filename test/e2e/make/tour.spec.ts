// The tour, on the shop inside the extension: from the first look to a change that its visitors get, each step by doing
// it; and nothing of it is left, however it ends.

import type { Page } from '@playwright/test';
import { expect, test } from '../../support/extension.ts';
import { findTabId } from '../../support/extension-panel.ts';
import type { Extension } from '../../support/extension-shape.ts';
import { findViolations } from '../../support/find-violations.ts';
import { type Panel, panelOf } from '../../support/panel.ts';

test.use({ isEmptied: true });

async function openTour(extension: Extension): Promise<{ shop: Page; panel: Panel }> {
  const shop = await extension.openPage('tour/home.html');
  const id = await findTabId(extension, shop);
  return { shop, panel: panelOf(await extension.openPanel(`?tab=${id}`), shop) };
}
const stripOf = ({ page }: Panel) => page.getByRole('region', { name: 'Tour' });

/** All that the extension keeps, in whatever store. */
async function readKept(extension: Extension): Promise<unknown> {
  const desk = await extension.openDesk();
  return desk.evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const { storage, tabs } = browser;
    const all = await tabs.query({});
    return {
      local: Object.keys(await storage.local.get(null)),
      session: Object.keys(await storage.session.get(null)),
      noted: Object.keys(localStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      shops: all.filter(({ url }) => url?.includes('/tour/')).length,
    };
  });
}
const NOTHING = { local: [], session: [], noted: [], databases: [], shops: 0 };

async function lookAtPot(shop: Page): Promise<void> {
  await shop.bringToFront();
  await shop.getByRole('link', { name: 'See the Moorland pot' }).click();
  await expect(shop.getByRole('heading', { name: 'Moorland pot' })).toBeVisible();
  await shop.getByRole('link', { name: 'Back to the front page' }).click();
  await expect(shop.getByRole('heading', { name: 'On the shelf' })).toBeVisible();
}

async function rewrite(panel: Panel, words: string): Promise<void> {
  await panel.page.bringToFront();
  await panel.press(/Change something for some visitors/);
  await expect(panel.button('Use the page')).toBeVisible();
  await panel.pick('#headline');
  await expect(stripOf(panel)).toContainText('3 of 7 · Rewrite');
  await panel.writeText(words);
}

/** By the desk, as Firefox's driver never answers for a page of the extension that went on by itself. */
async function readShop(extension: Extension): Promise<{ headline: string; previews: number }> {
  const desk = await extension.openDesk();
  return desk.evaluate(() => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const shop = browser.extension
      .getViews({ type: 'tab' })
      .find(({ location }) => location.pathname === '/tour/home.html');
    return {
      headline: shop?.document.querySelector('#headline')?.shadowRoot?.textContent ?? '',
      previews: shop?.sessionStorage.length ?? -1,
    };
  });
}

test('the tour ends in a change that the shop shows to its visitors', async ({ extension }) => {
  const { shop, panel } = await openTour(extension);
  const strip = stripOf(panel);
  await expect(strip).toContainText('1 of 7 · See');
  await expect(panel.says('Lowmoor, for practice')).toBeVisible();
  // it is no site, and nothing of it has to be allowed
  await expect(panel.says('Selvedge runs on this page')).toBeVisible();
  await expect(panel.says(/\bsite\b|-extension:/)).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);
  expect(await findViolations(shop)).toEqual([]);

  await lookAtPot(shop);
  await expect(strip).toContainText('2 of 7 · Pick');
  await rewrite(panel, 'A pot for slow mornings');
  await expect(strip).toContainText('4 of 7 · For whom');
  await expect(strip.getByRole('button', { name: /^Open/ })).toHaveCount(0);
  await panel.field('Who gets it').selectOption({ label: 'Looked at a pot' });

  await expect(strip).toContainText('5 of 7 · Walk as them');
  await panel.press('Open People');
  const them = panel.page.locator('[data-person]').filter({ hasText: 'Looked at a pot' });
  await them.locator('summary').first().click();
  await them.getByRole('button', { name: 'Walk as them' }).click();

  await expect(strip).toContainText('6 of 7 · Check');
  await expect.poll(() => readShop(extension)).toEqual({ headline: 'A pot for slow mornings', previews: 1 });
  await panel.press('Open Checks');
  await panel.press('Check');
  await expect(panel.says('Nothing found')).toBeVisible();

  await expect(strip).toContainText('7 of 7 · Publish');
  await panel.press('Open Publish');
  await expect(panel.button(/^Open Publish/)).toHaveCount(0);
  // one file, and none of what is for sites alone
  await expect(panel.button(/^Save /)).toHaveCount(1);
  for (const one of ['Hand it to a colleague', 'Stop everything', 'Other ways'])
    await expect(panel.says(one)).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);
  // without an answer what was made is live, but the tour is not at its end
  await panel.press('Save selvedge.json as a file');
  await expect(panel.says('Nothing differs from what is live.')).toBeVisible();
  await panel.press('Say what should happen more');
  await panel.field(/^What should happen more/).selectOption('nothing');
  await expect(strip).toContainText('7 of 7 · Publish');
  await panel.press('Open Publish');
  await panel.press('Save selvedge.json as a file');

  await expect(strip).toContainText(
    '“A pot for slow mornings” is live in this shop, for “Looked at a pot”. You are one of them.',
  );
  await expect(panel.says('Nothing differs from what is live.')).toBeVisible();
  // by the tag itself: nothing is previewed any more
  await expect.poll(() => readShop(extension)).toEqual({ headline: 'A pot for slow mornings', previews: 0 });
  await expect(panel.banner).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);

  await panel.press('Finish, and close the shop');
  await expect.poll(() => readKept(extension)).toEqual(NOTHING);
});

test('left in the middle, or its page closed, nothing of it is left', async ({ extension }) => {
  const { shop, panel } = await openTour(extension);
  await lookAtPot(shop);
  await expect(stripOf(panel)).toContainText('2 of 7');
  await rewrite(panel, 'Half a thought');
  await expect.poll(async () => JSON.stringify(await readKept(extension))).toMatch(/"draft:.*"tour"/);
  await panel.press('Leave the tour');
  await panel.press('Go on');
  expect(await readKept(extension)).toMatchObject({ shops: 1 });
  await panel.press('Leave the tour');
  await panel.press('Leave it');
  await expect.poll(() => readKept(extension)).toEqual(NOTHING);
  await expect(panel.says('Selvedge is not open on this page')).toBeVisible();

  // from the start again, and no longer there
  const second = await openTour(extension);
  await expect(stripOf(second.panel)).toContainText('1 of 7 · See');
  await expect(second.panel.says('My draft')).toBeVisible();
  await lookAtPot(second.shop);
  await expect(stripOf(second.panel)).toContainText('2 of 7');
  await (await extension.openDesk()).evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const { tabs } = browser;
    const all = await tabs.query({});
    for (const { id, url } of all) if (id !== undefined && url?.includes('/tour/')) await tabs.remove(id);
  });
  await expect.poll(() => readKept(extension)).toEqual(NOTHING);
});
