// The panel as a tab of its own, about one page: easier to drive than the side panel, the same code.

import type { Page } from '@playwright/test';
import type { Extension } from './extension.ts';

/** The browser's number of the tab that shows `page`. It must have been opened to us: by a click, or a permission. */
export async function findTabId(extension: Extension, page: Page): Promise<number> {
  const desk = await extension.openPage('welcome.html');
  const address = await page.evaluate(() => location.href);
  const id = await desk.evaluate(async (wanted) => {
    const { tabs } = ((globalThis as any).browser ?? (globalThis as any).chrome) as typeof chrome;
    const all = await tabs.query({});
    return all.filter(({ url }) => url === wanted).at(-1)?.id;
  }, address);
  await desk.close();
  if (id === undefined) throw new Error(`No tab shows ${address} openly: click the action on it first.`);
  return id;
}

/** Clicks our button on `page`, then opens the panel about it as a tab, with `view` in front. */
export async function openPanelFor(extension: Extension, page: Page, view = 'here'): Promise<Page> {
  await extension.clickAction(page);
  const id = await findTabId(extension, page);
  return await extension.openPanel(`?tab=${id}&view=${view}`);
}
