// A marketer's day: from an installed extension on a page that knows nothing of us to files in a folder, with what is
// asked of each step. `DAY=folder` also takes its pictures, narrow and wide, light and dark.

import { join } from 'node:path';
import { readOver } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Panel } from '../../support/panel.ts';
import { readPage } from './begin.ts';

test.use({ isEmptied: true });

/** As a small theatre may have it: no style, no id, a picture, a list, a form. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Lantern Theatre</title>
<link rel="icon" href="data:,"></head><body>
<header><nav><a href="/">Home</a> <a href="/plays">Plays</a> <a href="/visit">Your visit</a></nav></header>
<main>
<h1>Plays every night</h1>
<p>Five small halls, one long bar, and a season of new writing.</p>
<p><a href="/tickets">Buy a ticket</a></p>
<img src="/stage.svg" alt="The stage" width="320" height="120">
<h2>This week</h2>
<ul><li>Tuesday: The Ferry</li><li>Friday: Small Hours</li></ul>
<form action="/letters"><h2>Letters</h2><label>E-mail <input name="mail" type="email"></label> <button>Write to me</button></form>
</main><footer><p>Open from noon.</p></footer></body></html>`;
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 120"><rect width="320" height="120" fill="#446"/></svg>';

async function takePictures(panel: Panel, name: string): Promise<void> {
  const folder = process.env.DAY;
  if (!folder) return;
  for (const width of [320, 420])
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.page.setViewportSize({ width, height: 900 });
      await panel.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await panel.page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
}

test('a day: five changes for two kinds of visitors, a goal, somebody made up, checks, and files in a folder', async ({
  extension,
  page,
  site,
  browserName,
}) => {
  test.setTimeout(240_000);
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/stage.svg', { body: PICTURE, headers: { 'content-type': 'image/svg+xml' } });
  await page.goto(site.origin);
  const before = await readPage(page);
  const panel = await openPanelFor(extension, page);
  await takePictures(panel, '01-here');
  // nothing of anybody is remembered without the tag: so nothing is offered to be done with it
  await panel.open('visitor');
  await expect(panel.says(/Once it is, it remembers in each visitor’s own browser/)).toBeVisible();
  for (const name of ['Forget', 'Opt out', 'Save as a file']) await expect(panel.button(name)).toHaveCount(0);
  await panel.open('here');

  // three clicks and the typing: one here, two on the page
  await panel.press('Change something for some visitors');
  await expect(panel.button('Use the page')).toBeVisible();
  await panel.writeAt('h1', 'Plays every night', 'Good to see you again');
  await expect.poll(() => readOver(page, 'h1')).toBe('Good to see you again');
  await takePictures(panel, '02-first-change');

  await panel.pick('main p a');
  await panel.press('Link');
  await panel.field('Leads to').fill('/tickets?from=friends');
  await expect(page.locator('main p a')).toHaveAttribute('href', '/tickets?from=friends');
  await panel.pick('main img');
  await panel.press('Picture');
  await panel.field(/What it shows/).fill('The hall, lit');
  await expect(page.locator('main img')).toHaveAttribute('alt', 'The hall, lit');
  await panel.pick('footer p');
  await panel.press('Hide');
  await panel.pick('h2');
  await panel.press('Style');
  await panel.field('Text size').fill('32');
  await expect(page.locator('h2').first()).toHaveCSS('font-size', '32px');
  await takePictures(panel, '03-style');
  await expect(panel.changes).toHaveCount(5);

  // for whom, and what for
  await panel.back();
  await panel.field(/^What should happen more/).selectOption('click');
  // until then a click is the page's own
  await expect(panel.says('Click the button or link on the page')).toBeVisible();
  await panel.clickPage('main p a');
  await panel.page.bringToFront();
  await takePictures(panel, '04-goal');
  await panel.press('Count this');
  await panel.field(/^Segment of/).selectOption({ label: 'a new segment …' });
  await panel.page.getByRole('searchbox').fill('returning');
  await takePictures(panel, '05-templates');
  await panel.page.locator('[data-template] summary').first().click();
  await panel.useTemplate();
  await takePictures(panel, '06-segment');
  await panel.back();
  await takePictures(panel, '07-home');

  // seen as either kind, on the page
  await panel.open('preview');
  await panel.preview('Back again');
  await expect.poll(() => readOver(page, 'h1')).toBe('Good to see you again');
  await takePictures(panel, '08-preview');
  await panel.preview('The original');
  await expect(page.locator('h1')).toHaveText('Plays every night');
  await expect(panel.says('And also in')).toHaveCount(0);
  await panel.endPreview();

  // somebody made up, for a month
  await panel.open('people');
  await panel.press('Make up a visitor');
  await panel.field('Name').fill('Ada');
  await panel.press('Keep');
  const ada = panel.page.locator('details').filter({ hasText: 'Ada' }).first();
  await ada.locator('summary').first().click();
  await ada.getByRole('button', { name: 'Walk as them' }).click();
  await expect(panel.banner).toContainText('Ada');
  await ada.getByRole('button', { name: '1 month' }).click();
  await takePictures(panel, '09-ada');
  await panel.endPreview();
  await expect.poll(() => readPage(page)).toEqual(before);

  await panel.open('checks');
  await panel.press('Check');
  await expect(panel.says(/Check again/)).toBeVisible();
  await takePictures(panel, '10-checks');

  // into a folder
  await panel.page.getByRole('region', { name: 'Not published yet' }).getByRole('button').click();
  await takePictures(panel, '11-publish');
  if (browserName !== 'chromium') return;
  await panel.page.evaluate(() =>
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }),
  );
  await panel.press('Choose a folder on this computer');
  await panel.button(/into the folder/).click();
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
  await takePictures(panel, '12-published');
});
