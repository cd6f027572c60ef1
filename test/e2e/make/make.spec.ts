// Make: an author makes, checks and publishes, in the real panel on the live shop.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { FORM } from '../../../shared/publish/form.ts';
import { readBundled } from '../../../shared/publish/read-bundled.ts';
import { LATER } from '../../../shared/publish/siblings.ts';
import { readDom, readOver } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';

declare global {
  interface Window {
    seenHeadlines: Set<string>;
  }
}

const PICTURE = '/assets/images/mark.svg';
const TOKEN = 'a-token-of-the-shop';

/** A visit, and what the headline said in each frame that was painted. */
async function visit(context: BrowserContext, url: string) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = new Set<string>();
    window.seenHeadlines = seen;
    const look = () => {
      const title = document.querySelector('#hero-title');
      const text = (title?.shadowRoot?.textContent || title?.textContent)?.trim();
      if (text) seen.add(text);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.waitForFunction(() => window.seenHeadlines.size > 0);
  const headlines: string[] = await page.evaluate(() => [...window.seenHeadlines]);
  return { page, headlines };
}
test.use({ isEmptied: true });

test('a new author makes a segment, a variant with four changes, publishes it, and a visitor who qualifies gets it from the first frame', async ({
  extension,
  page,
  shop,
  device,
}) => {
  // nearly a minute where nothing else runs
  test.setTimeout(300_000);
  shop.configure({ token: TOKEN });
  await extension.allowHost('http://localhost/*');
  await page.goto(`${shop.origin}/`);
  const before = await readDom(page);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('empty');

  // a segment from a template
  await panel.openTemplate('e-mail', 'email-arrival');
  await panel.useTemplate();
  await expect(panel.page.getByRole('heading', { name: 'Came from an e-mail' })).toBeVisible();
  await panel.back();

  // an experience with a variant for it
  await panel.press('New experience');
  await panel.field(/^Segment of/).selectOption({ label: 'Came from an e-mail' });
  await panel.openVariant();
  await panel.startPicking();

  // a headline
  await panel.pick('#hero-title');
  await panel.writeText('Good to see you, reader');
  await expect.poll(() => readOver(page, '#hero-title')).toBe('Good to see you, reader');

  // a picture
  await panel.pick('main img');
  await panel.press('Picture');
  await panel.field('Address of the picture').fill(PICTURE);
  await panel.field(/What it shows/).fill('A tent in the evening');
  await expect(page.locator('img[alt="A tent in the evening"]')).toHaveAttribute(
    'src',
    '/assets/images/mark.svg',
  );

  // a hidden block
  await panel.pick('main section:nth-of-type(2) h2');
  await panel.press('The element around it');
  await panel.press('Hide');
  await expect(panel.page.getByRole('listitem').filter({ hasText: 'is hidden' })).toBeVisible();

  // a banner
  await panel.pick('#hero-title');
  await panel.press('Insert');
  // the field for code takes the place of a plain one when it has loaded
  const code = panel.page.locator('.cm-content');
  await expect(code).toBeVisible();
  await code.fill('<p>Ten days of letters, ten percent off</p>');
  await expect(code).toHaveText('<p>Ten days of letters, ten percent off</p>');
  await panel.press('Insert the block');
  await expect(page.getByText('Ten days of letters')).toBeVisible();

  // undo and redo reach the page
  await panel.undo('Block');
  await expect(page.getByText('Ten days of letters')).toHaveCount(0);
  await panel.redo('Block');
  await expect(page.getByText('Ten days of letters')).toBeVisible();

  // away from the variant, the page is as it was
  await panel.back();
  await expect.poll(() => readDom(page)).toBe(before);
  await panel.page
    .getByLabel('Pages')
    .or(panel.field(/on pages/))
    .fill('/');
  await panel.back();

  // published over what is live: the shop's own config is somebody else's work
  await panel.openPublishing();
  await expect(panel.says('Nothing in it breaks the page.')).toBeVisible();
  await panel.address.fill(`${shop.origin}/selvedge.js`);
  await panel.token.fill('wrong');
  await panel.publish();
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'refused');
  await expect(panel.outcome).toContainText('Your draft is kept');
  await panel.token.fill(TOKEN);
  await panel.publish();
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
  await expect(panel.says('Nothing differs from what is live.')).toBeVisible();

  // what went out is what the command line makes of the same draft
  const readServed = async (name: string) => await (await fetch(`${shop.origin}/${name}`)).text();
  const served = await readServed('selvedge.js');
  const holder = FORM === 'two' ? await readServed(LATER.name) : served;
  const file = test.info().outputPath('selvedge.json');
  writeFileSync(file, JSON.stringify(readBundled(holder)));
  const bundled = execFileSync(process.execPath, ['dist/cli.js', 'bundle', file, '-o', '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(served).toBe(bundled);
  if (FORM === 'two') expect(holder).toBe(readFileSync(test.info().outputPath(LATER.name), 'utf8'));

  // a fresh visitor who comes from a letter, and one who does not
  const reader = await visit(await device.open(), `${shop.origin}/?utm_source=letter&utm_medium=email`);
  expect(reader.headlines).toEqual(['Good to see you, reader']);
  await expect(reader.page.getByText('Ten days of letters')).toBeVisible();
  await expect(reader.page.locator('img[alt="A tent in the evening"]')).toHaveAttribute('src', PICTURE);
  await device.remove();
  const other = await visit(await device.open(), `${shop.origin}/`);
  expect(other.headlines).not.toContain('Good to see you, reader');
});
