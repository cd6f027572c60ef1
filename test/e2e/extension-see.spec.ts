// See: what an author learns of the page in front, in both browsers. Numbers are those of the issue.

import { expect, test } from '../support/extension.ts';
import { openPanelFor } from '../support/extension-panel.ts';

const tents = ['/tents', '/tents/vard-4', '/tents/moor-2', '/tents/skarn-2'];

test('1, 2: a click on the button opens the panel, which says what is here, what this browser gets and why', async ({
  extension,
  page,
  shop,
}) => {
  await page.goto(`${shop.origin}/?utm_source=letter&utm_medium=email`);
  await page.evaluate(() => (window as any).selvedge.ready);
  await extension.clickAction(page);
  await extension.allowHost('http://localhost/*');
  const text = await extension.inSidePanel(
    (document) => (document.querySelector('main') as HTMLElement).innerText,
    'details[data-experience]',
  );
  expect(text).toContain('Selvedge runs on this page');
  expect(text).toContain('marram.example, revision 1');
  expect(text).toMatch(/Home hero\s+Letter/);

  const panel = await openPanelFor(extension, page, 'visitor');
  const segment = panel.locator('details[data-segment=letter]');
  await expect(segment).toContainText('In');
  await segment.locator('summary').click();
  await expect(segment).toContainText('How they came: email; needs email');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Began a visit' })).toContainText(
    'came from letter',
  );
});

test('3: a chosen segment is shown at once, goes along through the site, is not recorded and ends without a trace', async ({
  extension,
  page,
  shop,
}) => {
  await extension.allowHost('http://localhost/*');
  await page.goto(`${shop.origin}/`);
  await page.evaluate(() => (window as any).selvedge.ready);
  const title = await page.locator('#hero-title').textContent();
  const count = () =>
    page.evaluate(async () => (await ((window as any).selvedge.export() as Promise<any>)).events.length);
  const before = await count();
  const panel = await openPanelFor(extension, page, 'preview');
  await panel.getByRole('radio', { name: 'Tent enthusiast', exact: true }).click();
  await expect(panel.getByRole('region', { name: 'Preview' })).toContainText('Preview: Tent enthusiast');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('#hero-title')?.shadowRoot?.textContent))
    .toBe('A dry night on any hill');
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Tents, tarps, mats');

  await page.goto(`${shop.origin}/delivery`);
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Tents, tarps, mats');
  await page.goto(`${shop.origin}/`);
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Tents, tarps, mats');
  expect(await page.evaluate(() => (window as any).selvedge.segments())).toEqual([]);

  await panel.getByRole('button', { name: 'End' }).click();
  await expect(panel.getByRole('region', { name: 'Preview' })).toHaveCount(0);
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Search the shop');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.locator('#hero-title').textContent()).toBe(title);
  // the page that is left open counts as viewed now; nothing of the preview does
  expect(await count()).toBeLessThanOrEqual(before + 2);
  expect(tents.length).toBe(4);
});
