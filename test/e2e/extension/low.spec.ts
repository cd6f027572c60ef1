// A low window: what stands above and below every view leaves most of its height to the view, and none of it is lost. A wide
// one: lines stay readable.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';

test.use({ isEmptied: true });

const PAGE =
  '<!doctype html><html lang="en"><head><title>Theatre</title></head><body><main><h1>Welcome</h1></main></body></html>';
const VIEWS = ['here', 'visitor', 'preview', 'people', 'sheet', 'checks', 'make'];

test('at 320 by 640 two thirds are left once the view is scrolled', async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: PAGE });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.page.setViewportSize({ width: 320, height: 640 });
  await panel.begin('empty');
  await panel.press('Ask visitors something');
  await panel.page.locator('[data-question=need] summary').click();
  await panel.press('Begin with this');
  await expect(panel.page.getByRole('region', { name: 'Preview' })).toBeVisible();
  await expect(panel.page.getByRole('region', { name: 'Not published yet' })).toBeVisible();
  const left: Record<string, number> = {};
  for (const view of VIEWS) {
    await panel.open(view as 'make');
    await expect(panel.page.locator('main')).toHaveAttribute('aria-busy', 'false');
    left[view] = await panel.page.evaluate(() => {
      // views that have not much in them scroll, too
      document.querySelector<HTMLElement>('#view')!.style.minHeight = '2000px';
      scrollTo(0, 1000);
      const edge = (css: string) => document.querySelector(css)!.getBoundingClientRect();
      return edge('.foot').top - Math.max(0, edge('.top').bottom);
    });
    await expect(panel.page.getByRole('tab', { selected: true })).toBeInViewport({ ratio: 1 });
  }
  for (const height of Object.values(left)) expect(height, JSON.stringify(left)).toBeGreaterThan(640 * 0.66);

  // who goes up by the keyboard sees where they are
  const again = panel.page.getByRole('button', { name: 'Look at the page again' });
  await panel.page.getByRole('tab', { selected: true }).focus();
  await panel.page.keyboard.press('Shift+Tab');
  await panel.page.keyboard.press('Shift+Tab');
  await panel.page.keyboard.press('Shift+Tab');
  await panel.page.keyboard.press('Shift+Tab');
  await expect(again).toBeFocused();
  await expect(again).toBeInViewport({ ratio: 1 });
});

test('in a tab 1300 px wide the panel is a column in its middle', async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: PAGE });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  const column = () =>
    panel.page.evaluate(() => {
      const { left, right, width } = document.querySelector('#panel')!.getBoundingClientRect();
      return { width, isCentred: Math.abs(left - (document.documentElement.clientWidth - right)) < 2 };
    });
  await panel.page.setViewportSize({ width: 1300, height: 900 });
  await expect.poll(column).toEqual({ width: 672, isCentred: true });
  await panel.page.setViewportSize({ width: 320, height: 900 });
  await expect.poll(async () => (await column()).width).toBeGreaterThan(300);
});
