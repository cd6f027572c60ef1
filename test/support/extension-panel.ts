// The panel as a tab of its own, about one page: easier to drive than the side panel, the same code.

import { expect, type Page } from '@playwright/test';
import type { Extension } from './extension-shape.ts';
import { type Panel, panelOf, type View } from './panel.ts';

/** The browser's number of the tab that shows `page`. It must have been opened to us: by a click, or a permission. */
export async function findTabId(extension: Extension, page: Page): Promise<number> {
  const desk = await extension.openDesk();
  const address = await page.evaluate(() => location.href);
  const find = () =>
    desk.evaluate(async (wanted) => {
      // Firefox has both
      const { browser = chrome } = globalThis as { browser?: typeof chrome };
      const { tabs } = browser;
      const all = await tabs.query({});
      return all.filter(({ url }) => url === wanted).at(-1)?.id ?? -1;
    }, address);
  // the click is done before the browser has opened the tab to us
  await expect
    .poll(find, `a tab shows ${address} openly: was the action clicked on it?`)
    .toBeGreaterThanOrEqual(0);
  return find();
}

/**
 * Clicks our button on `page`, then opens the panel about it as a tab, with `view` in front. In Firefox it also
 * allows the site, as an author would: only then may the panel read its config there.
 */
export async function openPanelFor(extension: Extension, page: Page, view: View = 'here'): Promise<Panel> {
  await extension.clickAction(page);
  const id = await findTabId(extension, page);
  const panel = panelOf(await extension.openPanel(`?tab=${id}`), page);
  await expect(panel.main).toHaveAttribute('aria-busy', 'false');
  const allow = panel.button('Allow Selvedge on this site');
  if (await allow.isVisible()) {
    await allow.click();
    await expect(allow).toHaveCount(0);
  }
  await panel.open(view);
  return panel;
}
