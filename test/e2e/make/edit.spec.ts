// Editing under strict policies: the page keeps no trace. And what goes wrong
// while an author works loses nothing.

import { readOver } from '../../support/element.ts';
import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { panelOf } from '../../support/panel.ts';
import { readPage, startVariant } from './begin.ts';

test.use({ isEmptied: true });

const STRICT = `default-src 'none'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;

test('under a strict policy with Trusted Types: pick, write, style, hide; then no trace is left', async ({
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
  const before = await readPage(page);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);

  await panel.writeAt('#lead', 'The lead', 'Shown on the page');
  await expect.poll(() => readOver(page, '#lead')).toBe('Shown on the page');
  await expect(panel.changes).toHaveCount(1);

  // a link is picked, not followed
  await panel.pick('#go');
  expect(new URL(page.url()).pathname).toBe('/');
  // the field of the text that was written has a button of that name, too
  await expect(panel.picked).toHaveText('link “Go on”');
  await panel.press('Link');
  await panel.field('Leads to').fill('/tents');
  await expect(page.locator('#go')).toHaveAttribute('href', '/tents');

  await panel.press('Style');
  await panel.field('Text size').fill('31px');
  await expect(page.locator('#go')).toHaveCSS('font-size', '31px');

  // off and on again
  await panel.page.getByRole('checkbox', { name: /leads to/ }).uncheck();
  await expect(page.locator('#go')).toHaveAttribute('href', '/elsewhere');
  await panel.page.getByRole('checkbox', { name: /leads to/ }).check();
  await expect(page.locator('#go')).toHaveAttribute('href', '/tents');

  // browsing: the page is the author's again
  await panel.press('Use the page');
  await panel.back();
  await expect.poll(() => readPage(page)).toEqual(before);
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
    await startVariant(panel);
    await panel.pick('#hero-title');
    await panel.press('Hide');
    await expect(panel.changes).toHaveCount(1);
    const address = panel.page.url();
    // the editor's own element in front of the page goes with the panel
    await expect(page.locator('html > [popover]')).toHaveCount(1);
    await panel.page.close();
    await expect(page.locator('html > [popover]')).toHaveCount(0);
    await extension.stopBackground();
    panel = panelOf(await extension.openPanel(new URL(address).search), page);
    await panel.open('make');
    await panel.undo('Hiding');
    await panel.undo('New experience');
    await expect(panel.says('An experience says who gets what')).toBeVisible();
    await panel.redo('New experience');
    await panel.redo('Hiding');
    await panel.openExperience('Experience 1');
    await panel.openVariant();
    await expect(panel.changes).toContainText('is hidden');
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
  const opener = panel.page.locator('label', { hasText: 'Open a config file' }).locator('input');
  await opener.setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{ "version": 1,'),
  });
  await expect(panel.alert).toContainText('broken.json was not opened');
  await startVariant(panel);

  await panel.pick('#pic');
  await panel.press('Picture');
  await panel.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(5_000_000) });
  await expect(panel.alert).toContainText('big.png has 5.0 MB');

  await panel.pick('#a');
  await panel.press('Text');
  await page.evaluate(() => document.querySelector('#a')?.remove());
  await panel.field('New text').fill('Still kept');
  await expect(panel.changes).toContainText('Its element is not on this page');
  // a redesign brings it back under another name: one click takes it
  await page.evaluate(() => {
    const title = document.createElement('h2');
    title.className = 'heading';
    title.textContent = 'A title';
    document.body.append(title);
  });
  await panel.page.getByRole('checkbox', { name: /Still kept/ }).uncheck();
  await panel.page.getByRole('checkbox', { name: /Still kept/ }).check();
  await expect(panel.changes).toContainText('Is it “A title” now?');
  await panel.press('Yes, use that');
  await expect.poll(() => readOver(page, 'h2')).toBe('Still kept');

  // the tab is closed in the middle of it
  await page.close();
  await expect(panel.main).toBeVisible();
});

test('a change that is turned off looks so at once, also while the draft is not saved yet', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', '<!doctype html><title>Boxes</title><h1>Title</h1>');
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  await panel.pick('h1');
  await panel.writeText('New');
  const box = panel.changes.first().getByRole('checkbox');
  await expect(box).toBeChecked();
  await panel.page.evaluate(
    (origin) =>
      new Promise<void>((held) => {
        void navigator.locks.request(
          `draft:${origin}`,
          () =>
            new Promise<void>((release) => {
              document.addEventListener('release', () => release(), { once: true });
              held();
            }),
        );
      }),
    site.origin,
  );
  await box.click();
  const more = panel.changes.first().getByRole('button', { name: /^More about/ });
  await more.click();
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(box).not.toBeChecked();
  await expect.poll(() => readOver(page, 'h1')).toBe('New');
  await panel.page.evaluate(() => document.dispatchEvent(new Event('release')));
  await expect(page.locator('h1')).toHaveText('Title');
  await expect.poll(() => readOver(page, 'h1')).not.toBe('New');
  await expect(box).not.toBeChecked();
});

test('what the page shows of a change under the pointer goes with it', async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', '<!doctype html><title>Shown</title><h1>Title</h1>');
  await page.goto(site.origin);
  const before = await readPage(page);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  await panel.pick('h1');
  await panel.writeText('New');
  await panel.press('Use the page');
  const shown = page.locator('html > [popover]');
  await expect(shown).toHaveCount(0);
  await panel.changes.first().hover();
  await expect(shown).toHaveCount(1);
  // the pointer stays where it is
  await panel.button(/^Undo/).evaluate((undo: HTMLElement) => undo.click());
  await expect(panel.changes).toHaveCount(0);
  await expect(shown).toHaveCount(0);
  await expect.poll(() => readPage(page)).toEqual(before);
});

const emulated = chromiumOnly('the same pages; emulated media work in Chromium only');
test(
  'axe finds nothing in any place of the Make view, at 250 and 420 px, light and dark',
  emulated,
  async ({ extension, page, shop }) => {
    test.setTimeout(180_000);
    await extension.allowHost('http://localhost/*');
    await page.goto(`${shop.origin}/`);
    const panel = await openPanelFor(extension, page, 'make');
    const see = async (where: string) => expect.soft(await findViolations(panel.page), where).toEqual([]);
    const back = () => panel.back();
    await see('begin');
    await panel.begin('live');
    await see('home');
    await panel.openTemplate('category', 'category-fan');
    await see('gallery');
    await panel.press('Build a rule of my own');
    await panel.press('+ group');
    await panel.button('+ where …').first().click();
    await panel.says('The rule as JSON').click();
    await see('segment');
    await back();
    await panel.openExperience('Home hero');
    await see('experience');
    await panel.openVariant();
    await panel.startPicking();
    await panel.pick('#hero-title');
    for (const tool of ['Text', 'Style', 'Insert', 'Duplicate', 'Move', 'Attribute']) {
      await panel.press(tool);
      await see(`variant, ${tool}`);
    }
    await panel
      .button(/^More about/)
      .first()
      .click();
    await see('variant, a change');
    await back();
    await back();
    await panel.openPublishing();
    await see('publish');
    await back();
    await panel.openHistory();
    await see('history');
  },
);
