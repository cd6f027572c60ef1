// Editing on pages that none of us wrote and under strict policies: the page keeps no trace. And what goes wrong
// while an author works loses nothing.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { doubleClick } from '../../support/double-click.ts';
import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

const readDom = (page: Page) =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    sheets: document.adoptedStyleSheets.filter(({ cssRules }) => cssRules.length).length,
  }));

async function clickAt(page: Page, css: string, count = 1): Promise<void> {
  await page.bringToFront();
  const element = page.locator(css).first();
  await element.scrollIntoViewIfNeeded();
  const box = (await element.boundingBox())!;
  const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 12)];
  await (count === 2 ? doubleClick(page, x, y) : page.mouse.click(x, y));
}

/** An experience for everybody, its first variant open for editing. */
async function openVariant(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Begin with an empty draft' }).click();
  await panel.getByRole('button', { name: 'New experience' }).click();
  await panel.getByRole('button', { name: /Edit on the page/ }).click();
  await panel.getByRole('button', { name: 'Pick on the page' }).click();
  await expect(panel.getByRole('button', { name: 'Use the page' })).toBeVisible();
}

const STRICT = `default-src 'none'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;

test('under a strict policy with Trusted Types: pick, write in place, cancel, style, hide; then no trace is left', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', {
    headers: { 'content-security-policy': STRICT },
    body: `<!doctype html><html lang="en"><head><title>Strict</title></head><body>
      <main><h1 id="title">Original <em>title</em></h1><p id="lead">The lead</p><a id="go" href="/elsewhere">Go on</a></main></body></html>`,
  });
  await page.goto(site.origin);
  const before = await readDom(page);
  const panel = await openPanelFor(extension, page, 'make');
  await openVariant(panel);

  // written in place: Enter keeps
  await clickAt(page, '#lead');
  await clickAt(page, '#lead', 2);
  await page.keyboard.type('Written on the page');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('#lead')?.shadowRoot?.textContent))
    .toBe('Written on the page');
  // Escape cancels
  await clickAt(page, '#lead', 2);
  await page.keyboard.type('Never kept');
  await page.keyboard.press('Escape');
  await expect(panel.locator('[data-change]')).toHaveCount(1);
  await expect(panel.locator('[data-change]').first()).toContainText('Written on the page');

  // a link is picked, not followed
  await clickAt(page, '#go');
  expect(new URL(page.url()).pathname).toBe('/');
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Link', exact: true }).click();
  await panel.getByLabel('Leads to').fill('/tents');
  await panel.getByRole('button', { name: 'Keep the link' }).click();
  await expect(page.locator('#go')).toHaveAttribute('href', '/tents');

  await panel.getByRole('button', { name: 'Style', exact: true }).click();
  await panel.getByLabel('Text size').fill('31px');
  await panel.getByRole('button', { name: 'Keep the style' }).click();
  await expect(page.locator('#go')).toHaveCSS('font-size', '31px');

  // off and on again
  await panel.getByRole('checkbox', { name: /leads to/ }).uncheck();
  await expect(page.locator('#go')).toHaveAttribute('href', '/elsewhere');
  await panel.getByRole('checkbox', { name: /leads to/ }).check();
  await expect(page.locator('#go')).toHaveAttribute('href', '/tents');

  // browsing: the page is the author's again
  await panel.getByRole('button', { name: 'Use the page' }).click();
  await panel.getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => readDom(page)).toEqual(before);
});

const restart = chromiumOnly(
  'the harness cannot stop the background of Firefox once its only panel is closed',
);
test(
  'undo and redo reach over a restart of the panel and of the background',
  restart,
  async ({ extension, page, shop }) => {
    await extension.allowHost('http://localhost/*');
    await page.goto(`${shop.origin}/`);
    let panel = await openPanelFor(extension, page, 'make');
    await openVariant(panel);
    await clickAt(page, '#hero-title');
    await panel.bringToFront();
    await panel.getByRole('button', { name: 'Hide', exact: true }).click();
    await expect(panel.locator('[data-change]')).toHaveCount(1);
    const address = panel.url();
    // the editor's own element in front of the page goes with the panel
    await expect(page.locator('html > [popover]')).toHaveCount(1);
    await panel.close();
    await expect(page.locator('html > [popover]')).toHaveCount(0);
    await extension.stopBackground();
    panel = await extension.openPanel(new URL(address).search);
    await panel.locator('#tab-make').click();
    await panel.getByRole('button', { name: /^Undo: Hiding/ }).click();
    await panel.getByRole('button', { name: /^Undo: New experience/ }).click();
    await expect(panel.getByText('Make the first one.')).toBeVisible();
    await panel.getByRole('button', { name: /^Redo: New experience/ }).click();
    await panel.getByRole('button', { name: /^Redo: Hiding/ }).click();
    await panel.getByRole('button', { name: /^Experience 1/ }).click();
    await panel.getByRole('button', { name: /Edit on the page/ }).click();
    await expect(panel.locator('[data-change]')).toContainText('is hidden');
  },
);

test('a broken file, a huge picture, an element that vanishes: said in words, nothing lost', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve(
    '/',
    '<!doctype html><html lang="en"><head><title>T</title></head><body><h1 id="a">A title</h1><img id="pic" src="/p.png" width="80" height="60" alt="A tent"></body></html>',
  );
  site.serve('/p.png', { body: '', headers: { 'content-type': 'image/png' } });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.locator('input[type=file]').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{ "version": 1,'),
  });
  await expect(panel.getByRole('alert')).toContainText('broken.json was not opened');
  await openVariant(panel);

  await clickAt(page, '#pic');
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Picture', exact: true }).click();
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(5_000_000) });
  await expect(panel.getByRole('alert')).toContainText('big.png has 5.0 MB');

  await clickAt(page, '#a');
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Text', exact: true }).click();
  await page.evaluate(() => document.querySelector('#a')?.remove());
  await panel.getByLabel('New text').fill('Still kept');
  await panel.getByRole('button', { name: 'Keep the text' }).click();
  await expect(panel.locator('[data-change]')).toContainText('Its element is not on this page');
  // a redesign brings it back under another name: one click takes it
  await page.evaluate(() => {
    const title = document.createElement('h2');
    title.className = 'heading';
    title.textContent = 'A title';
    document.body.append(title);
  });
  await panel.getByRole('checkbox', { name: /Still kept/ }).uncheck();
  await panel.getByRole('checkbox', { name: /Still kept/ }).check();
  await expect(panel.locator('[data-change]')).toContainText('Is it “A title” now?');
  await panel.getByRole('button', { name: 'Yes, use that' }).click();
  await expect
    .poll(() => page.evaluate(() => document.querySelector('h2')?.shadowRoot?.textContent))
    .toBe('Still kept');

  // the tab is closed in the middle of it
  await page.close();
  await expect(panel.locator('main')).toBeVisible();
});

for (const name of ['agency-7', 'creative-7', 'freelancer-7', 'grayscale-7', 'agency-5', 'creative-5']) {
  const folder = join(import.meta.dirname, `../../../node_modules/template-${name}`);
  const file = ['dist/index.html', 'index.html'].map((path) => join(folder, path)).find(existsSync);
  test(`the template ${name} is edited and left as it was`, async ({ extension, page, site }) => {
    await extension.allowHost('http://localhost/*');
    // their scripts and styles come from other hosts, which no test asks
    const html = readFileSync(file!, 'utf8')
      .replace(/<script\b[\s\S]*?<\/script>/gi, '')
      .replace(/<link\b[^>]*>/gi, '')
      .replace(/(src|srcset)="[^"]*"/g, '');
    site.serve('/', html);
    await page.goto(site.origin);
    const before = await readDom(page);
    const panel = await openPanelFor(extension, page, 'make');
    await openVariant(panel);
    for (const css of ['h1, h2', 'p', 'footer']) {
      await clickAt(page, css);
      await panel.bringToFront();
      await panel.getByRole('button', { name: css === 'footer' ? 'Hide' : 'Text', exact: true }).click();
      if (css === 'footer') continue;
      await panel.getByLabel('New text').fill(`New ${css}`);
      await panel.getByRole('button', { name: 'Keep the text' }).click();
      await expect(panel.locator('[data-change]').last()).toContainText(`New ${css}`);
    }
    await expect(panel.locator('[data-change]')).toHaveCount(3);
    // each target finds exactly one element here
    await expect(panel.locator('.make-warn')).toHaveCount(0);
    await panel.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => readDom(page)).toEqual(before);
  });
}

const emulated = chromiumOnly('the same pages; emulated media work in Chromium only');
test(
  'axe finds nothing in any place of the Make view, at 250 and 420 px, light and dark',
  emulated,
  async ({ extension, page, shop }) => {
    test.setTimeout(180_000);
    await extension.allowHost('http://localhost/*');
    await page.goto(`${shop.origin}/`);
    const panel = await openPanelFor(extension, page, 'make');
    const see = async (where: string) => expect.soft(await findViolations(panel), where).toEqual([]);
    const back = () => panel.getByRole('button', { name: 'Back' }).click();
    await see('begin');
    await panel.getByRole('button', { name: 'Begin with what is live here' }).click();
    await see('home');
    await panel.getByRole('button', { name: 'New segment' }).click();
    await panel.getByRole('searchbox').fill('category');
    await panel.locator('[data-template=category-fan] summary').click();
    await see('gallery');
    await panel.getByRole('button', { name: 'Build a rule of my own' }).click();
    await panel.getByRole('button', { name: '+ group' }).click();
    await panel.getByRole('button', { name: '+ where …' }).first().click();
    await panel.getByText('The rule as JSON').click();
    await see('segment');
    await back();
    await panel.getByRole('button', { name: /^Home hero/ }).click();
    await see('experience');
    await panel
      .getByRole('button', { name: /Edit on the page/ })
      .first()
      .click();
    await panel.getByRole('button', { name: 'Pick on the page' }).click();
    await clickAt(page, '#hero-title');
    await panel.bringToFront();
    for (const tool of ['Text', 'Style', 'Insert', 'Duplicate', 'Move', 'Attribute']) {
      await panel.getByRole('button', { name: tool, exact: true }).click();
      await see(`variant, ${tool}`);
    }
    await panel
      .getByRole('button', { name: /^More about/ })
      .first()
      .click();
    await see('variant, a change');
    await back();
    await back();
    await panel.getByRole('button', { name: 'Check and publish' }).click();
    await see('publish');
    await back();
    await panel.getByRole('button', { name: 'History' }).click();
    await see('history');
  },
);
