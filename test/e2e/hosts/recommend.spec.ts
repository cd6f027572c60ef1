// Lists of React and Vue show recommended items over what the framework owns: it goes on as if nobody were there; and on
// another page of a single-page app all of it is gone.

import type { Page } from '@playwright/test';
import { expect, test } from '../../support/test.ts';
import { BELOW, cards, enterShop, serve } from '../loop/recommending.ts';
import { type ListFramework, makeListApp } from './list-apps.ts';

declare const host: { errors: string[]; set(next: { items?: string[]; open?: boolean }): void };
declare global {
  interface Window {
    isHydrated?: boolean;
    /** Of observers of all nodes of the document those that were begun and not ended. */
    watching: Set<MutationObserver>;
  }
}

const NAMES = ['Mat <b>x</b>', 'Stove'];
const names = (page: Page) => cards(page).locator('h3');
/** What the framework has in the page, without what stands over it. */
const own = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.querySelector('main')!.cloneNode(true) as Element;
    for (const node of copy.querySelectorAll('[data-selvedge]')) node.remove();
    return copy.innerHTML.replace(/ (class|style)=""/g, '');
  });

const steps = [
  { items: ['Two', 'One', 'Three'] },
  { items: ['Three'] },
  { open: false },
  { open: true, items: ['Four', 'Five'] },
];

for (const framework of ['react', 'vue'] as ListFramework[])
  test(`${framework}: the list is shown over, whatever the app does with its own`, async ({ page, site }) => {
    const { html, script } = await makeListApp(framework);
    site.serve('/host.js', script);
    const body = `<div id="root">${html}</div><script src="/host.js"></script>`;
    serve(site, { body });
    site.serve(
      '/untouched',
      `<!doctype html><html lang="en"><head><title>Test</title></head><body>${body}</body></html>`,
    );
    await page.goto(`${site.origin}/untouched`);
    const without: string[] = [];
    await page.waitForFunction(() => window.isHydrated);
    for (const step of [{}, ...steps]) {
      await page.evaluate((next) => host.set(next), step);
      await expect(page.locator('#after')).toHaveText(/After/);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      without.push(await own(page));
    }
    expect(new Set(without).size).toBe(steps.length + 1);

    await enterShop(page, site);
    // the second view has a list that was kept for it
    for (const view of [1, 2]) {
      if (view === 2) await page.reload();
      await page.waitForFunction(() => window.isHydrated);
      for (const [at, step] of [{}, ...steps].entries()) {
        await page.evaluate((next) => host.set(next), step);
        await expect.poll(() => own(page)).toBe(without[at]);
        const isOpen = !('open' in step) || step.open;
        await expect(names(page)).toHaveText(isOpen ? NAMES : []);
        await expect(page.locator('.list:not([data-selvedge])')).toBeHidden();
      }
      expect(await page.evaluate(() => host.errors)).toEqual([]);
    }
  });

test('another page of the app has nothing of it, and the way back fills it again', async ({ page, site }) => {
  await page.addInitScript(() => {
    const watching = new Set<MutationObserver>();
    Object.assign(window, { watching });
    const { observe, disconnect } = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (node, options) {
      if (
        Object.keys(options ?? {})
          .sort()
          .join() === 'childList,subtree'
      )
        watching.add(this);
      return observe.call(this, node, options);
    };
    MutationObserver.prototype.disconnect = function () {
      watching.delete(this);
      return disconnect.call(this);
    };
  });
  serve(site);
  await enterShop(page, site);
  const watching = () => page.evaluate(() => window.watching.size);
  await expect(names(page)).toHaveText(NAMES);
  const whileShown = await watching();
  for (let times = 0; times < 3; times++) {
    await page.evaluate(() => history.pushState({}, '', '/other'));
    await expect(names(page)).toHaveText([]);
    await expect(page.locator('#list')).toBeVisible();
    expect(await page.locator('main').innerHTML()).toBe(BELOW.replace(/^<main>|<\/main>$/g, ''));
    // nothing waits for lists that may come
    await expect.poll(watching).toBe(whileShown - 1);
    await page.evaluate(() => history.pushState({}, '', '/shop'));
    await expect(names(page)).toHaveText(NAMES);
    await expect.poll(watching).toBe(whileShown);
  }
});
