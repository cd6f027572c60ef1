// Editing on pages that frameworks keep up, and on a very long one: the app goes on, the page keeps no trace.

import type { Page } from '@playwright/test';
import { readOver } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { type Framework, makeApp } from '../hosts/apps.ts';

test.use({ isEmptied: true });

test.skip(
  ({ browserName }) => browserName !== 'chromium',
  'the same code; make/walk.spec.ts runs in Firefox too',
);

const FRAMEWORKS: Framework[] = ['react', 'vue', 'svelte'];

/** Without comments: an element that React makes anew has fewer of them. */
const readDom = (page: Page) =>
  page.evaluate(() => document.documentElement.outerHTML.replace(/<!--.*?-->/g, ''));
const saysTitle = (page: Page) => readOver(page, 'h1');

test('an app of React, Vue or Svelte is edited, goes on meanwhile, and is left without a trace', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  for (const name of ['/old.svg', '/new.svg'])
    site.serve(name, {
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>',
      headers: { 'content-type': 'image/svg+xml' },
    });
  for (const framework of FRAMEWORKS) {
    const { html, script } = await makeApp(framework);
    site.serve(`/${framework}.js`, script);
    site.serve(
      `/${framework}`,
      `<!doctype html><html lang="en" data-mode="head"><head><title>Host</title></head><body><div id="root">${html}</div><script src="/${framework}.js"></script></body></html>`,
    );
  }
  const open = async (framework: Framework) => {
    await page.goto(`${site.origin}/${framework}`);
    await page.waitForFunction(() => 'host' in window && (window.host as { isReady: boolean }).isReady);
  };
  const host = (act: string) => page.evaluate(act);

  await open('react');
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('empty');
  await panel.makeVariant();
  await panel.startPicking();
  for (const [css, tool] of [
    ['h1', 'Text'],
    ['.first', 'Hide'],
    ['ul', 'Insert'],
    ['.second', 'Style'],
  ] as const) {
    await panel.pick(css);
    await panel.press(tool);
    if (tool === 'Text') await panel.field('New text').fill('Made over it');
    if (tool === 'Style') await panel.field('Text size').fill('33px');
    if (tool === 'Insert') await panel.press('Insert the block');
  }
  await expect(panel.changes).toHaveCount(4);
  await panel.back();
  // a page that is left before that begins the next with it
  await expect.poll(() => saysTitle(page)).not.toBe('Made over it');

  for (const framework of FRAMEWORKS) {
    await open(framework);
    await expect(panel.button(/Edit on the page/)).toBeVisible();
    const before = await readDom(page);
    await panel.openVariant();
    await expect.poll(() => saysTitle(page), framework).toBe('Made over it');
    await panel.startPicking();
    await panel.pick('.more');
    await expect(panel.picked).toHaveText(/^button/);
    // the app re-renders under the editor, and takes an element that is picked away
    await panel.pick('.i2');
    await host('host.set({ n: 7, items: [1, 3, 4] })');
    await expect(page.locator('.plain')).toHaveText('ORIGINAL7');
    await host('host.set({ n: 0, items: [1, 2, 3] })');
    await expect(page.locator('.plain')).toHaveText('ORIGINAL0');
    await expect.poll(() => saysTitle(page)).toBe('Made over it');
    await panel.back();
    await expect.poll(() => readDom(page), framework).toBe(before);
    expect(await host('host.errors'), framework).toEqual([]);
    await host('document.querySelector(".more").click()');
    await expect(page.locator('.plain')).toHaveText('ORIGINAL1');
  }
});

test('on a page of ten thousand elements picking, stepping, changing and finding again all work', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  const rows = Array.from(
    { length: 2500 },
    (_, at) =>
      `<div class="row"><h3>Row ${at}</h3><p>Text of ${at % 50}</p><a href="/p/${at % 50}">More</a></div>`,
  );
  site.serve(
    '/',
    `<!doctype html><html lang="en"><head><title>Many</title></head><body><main>${rows.join('')}</main></body></html>`,
  );
  await page.goto(site.origin);
  const before = await readDom(page);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('empty');
  await panel.makeVariant();
  await panel.startPicking();
  for (const [index, css] of ['.row:nth-child(3) p', '.row:nth-child(2500) h3'].entries()) {
    await panel.pick(css);
    await expect(panel.picked).toHaveText(index ? 'heading “Row 2499”' : 'paragraph “Text of 2”');
    await panel.writeText(`New ${index}`);
    await expect.poll(() => readOver(page, css)).toBe(`New ${index}`);
  }
  await panel.press('The element after it');
  await expect(panel.picked).toHaveText('paragraph “Text of 49”');
  // each means one element among the ten thousand
  await expect(panel.doubts).toHaveCount(0);
  // the last row goes: the change says so
  await page.evaluate(() => document.querySelector('.row:nth-child(2500)')?.remove());
  await panel.page.getByRole('checkbox', { name: /New 1/ }).uncheck();
  await panel.page.getByRole('checkbox', { name: /New 1/ }).check();
  await expect(panel.doubts).toHaveCount(1);
  await panel.back();
  await expect.poll(() => readDom(page)).toBe(before.replace(rows[2499]!, ''));
});
