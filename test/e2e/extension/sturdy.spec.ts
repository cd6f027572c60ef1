// The panel where it is not easy: a stopped background, pages that are refused, apps, strict pages, no tag at all.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Site } from '../../support/site.ts';
import { serveBare } from '../../support/tag.ts';
import { readTitle, twoSegments } from '../../support/two-segments.ts';

test.use({ isEmptied: true });

const config = (pages: string[], status = 'live') => JSON.stringify(twoSegments({}, { pages, status }));
const html = (head = '<script src="/selvedge.js" data-config="/selvedge.json"></script>', body = '') =>
  `<!doctype html><html lang="en"><head><title>Site</title>${head}</head><body><h1 id="title">Hello</h1>${body}</body></html>`;
/** A page with the tag, whose experience is for these pages. */
function serve(site: Site, pages = ['*'], path = '/'): void {
  serveBare(site);
  site.serve('/selvedge.json', config(pages));
  site.serve(path, html());
}

test('a background that is stopped at any moment loses nothing', async ({ extension, page, site }) => {
  serve(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'preview');
  await extension.stopBackground();
  await panel.preview('First');
  await expect.poll(() => readTitle(page)).toBe('First here');
  await panel.preview('Second');
  await expect.poll(() => readTitle(page)).toBe('Second here');
  await extension.clickAction(page);
  await panel.endPreview();
  await expect(panel.banner).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('keys go from segment to segment, holding o shows the original, Escape ends', async ({
  extension,
  page,
  site,
}) => {
  serve(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'preview');
  await panel.page.getByRole('radio', { name: 'First' }).focus();
  await panel.page.keyboard.press('Space');
  await expect.poll(() => readTitle(page)).toBe('First here');
  // the page is there before the panel knows
  await expect(panel.banner).toContainText('Preview: First');
  await panel.page.keyboard.press('n');
  await expect(panel.banner).toContainText('Preview: Second');
  await expect.poll(() => readTitle(page)).toBe('Second here');
  await panel.page.keyboard.down('o');
  await expect(panel.banner).toContainText('Original, while you hold');
  await expect.poll(() => readTitle(page)).not.toBe('Second here');
  await panel.page.keyboard.up('o');
  await expect.poll(() => readTitle(page)).toBe('Second here');
  await panel.page.keyboard.press('p');
  await expect(panel.banner).toContainText('Preview: First');
  await panel.page.keyboard.press('Escape');
  await expect(panel.banner).toHaveCount(0);
});

const inFront = chromiumOnly('keys reach a page only while it is in front; the code is the same');
test('in the page the same keys work with Alt', inFront, async ({ extension, page, site }) => {
  serve(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'preview');
  await panel.preview('First');
  await expect.poll(() => readTitle(page)).toBe('First here');
  await page.bringToFront();
  await page.keyboard.press('Alt+n');
  await expect.poll(() => readTitle(page)).toBe('Second here');
  await page.keyboard.down('Alt');
  await page.keyboard.down('o');
  await expect.poll(() => readTitle(page)).not.toBe('Second here');
  await page.keyboard.up('o');
  await page.keyboard.up('Alt');
  await expect.poll(() => readTitle(page)).toBe('Second here');
});

test('a page without the tag says how to get it, and previews a file all the same', async ({
  extension,
  page,
  site,
}) => {
  site.serve('/', html(''));
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  await expect(panel.main).toContainText('Selvedge is not installed here');
  await expect(panel.main).toContainText('<script src="/selvedge.js"></script>');
  const open = (name: string, text: string) =>
    panel.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await open('broken.json', '{"version":1,"segments":[]}');
  await expect(panel.alert).toContainText('broken.json is not a config that works');
  await open('mine.json', config(['*'], 'draft'));
  await expect(panel.main).toContainText('your file mine.json');
  await panel.open('preview');
  await panel.preview('First');
  await expect.poll(() => readTitle(page)).toBe('First here');
});

test('an app that changes its address keeps the preview right', async ({ extension, page, site }) => {
  serve(site, ['/a'], '/a');
  await page.goto(`${site.origin}/a`);
  const panel = await openPanelFor(extension, page, 'preview');
  await panel.preview('First');
  await expect.poll(() => readTitle(page)).toBe('First here');
  await page.evaluate(() => history.pushState({}, '', '/b'));
  await expect.poll(() => readTitle(page)).not.toBe('First here');
  await page.evaluate(() => history.pushState({}, '', '/a'));
  await expect.poll(() => readTitle(page)).toBe('First here');
});

test('a page with a strict policy, Trusted Types, COOP and COEP is seen and previewed', async ({
  extension,
  page,
  site,
}) => {
  serve(site);
  const headers = {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  site.serve('/', () => ({ headers, body: html() }));
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'preview');
  await panel.preview('Second');
  await expect.poll(() => readTitle(page)).toBe('Second here');
});

test('pages of the browser and files are refused with a clear word', async ({
  extension,
  page,
  browserName,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-file-'));
  writeFileSync(join(folder, 'page.html'), html(''));
  try {
    // WebDriver BiDi does not go to Firefox's own pages; about:blank is one
    if (browserName === 'chromium') await page.goto('chrome://version');
    await extension.clickAction(page);
    const read = (document: Document) => (document.querySelector('main') as HTMLElement).innerText;
    await expect
      .poll(() => extension.inSidePanel(read, '.empty h2'))
      .toMatch(
        browserName === 'chromium'
          ? /belongs to the browser/
          : /belongs to the browser|not open on this page/,
      );
    if (browserName === 'chromium') {
      await page.goto(pathToFileURL(join(folder, 'page.html')).href);
      await extension.clickAction(page);
      await expect
        .poll(() => extension.inSidePanel(read, '.empty h2'))
        .toContain('This page is a file on your computer');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
