// See: what an author learns of the page in front, in both browsers. Numbers are those of the issue.

import { readOver } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { recordFrames } from '../../support/frames.ts';
import { call, enter } from '../../support/page-api.ts';

test.use({ isEmptied: true });

test('1, 2: a click on the button opens the panel, which says what is here, what this browser gets and why', async ({
  extension,
  page,
  shop,
}) => {
  await enter(page, `${shop.origin}/?utm_source=letter&utm_medium=email`);
  const panel = await openPanelFor(extension, page, 'visitor');
  const segment = panel.page.locator('details[data-segment=letter]');
  await expect(segment).toContainText('In');
  await segment.locator('summary').click();
  await expect(segment).toContainText('How they came: email; needs email');
  await expect(panel.page.getByRole('listitem').filter({ hasText: 'Began a visit' })).toContainText(
    'came from letter',
  );

  await extension.clickAction(page);
  const text = await extension.inSidePanel(
    (document) => (document.querySelector('main') as HTMLElement).innerText,
    'details[data-experience]',
  );
  expect(text).toContain('Selvedge runs on this page');
  expect(text).toContain('marram.example, revision 1');
  expect(text).toMatch(/Home hero\s+Letter/);
});

test('3: a chosen segment is shown at once, goes along through the site, is not recorded and ends without a trace', async ({
  extension,
  page,
  shop,
}) => {
  await extension.allowHost('http://localhost/*');
  await enter(page, `${shop.origin}/`);
  const title = await page.locator('#hero-title').textContent();
  const read = () => page.evaluate(async () => (await window.selvedge.export()).events);
  const before = await read();
  const panel = await openPanelFor(extension, page, 'preview');
  const findMain = () => panel.main.evaluate((main) => main.getBoundingClientRect().top);
  // whom this page has something for is marked
  const option = (name: string) =>
    panel.page.locator('label').filter({ has: panel.page.getByText(name, { exact: true }) });
  await expect(option('Tent enthusiast')).toContainText('changed here');
  await expect(option('Trail reader')).not.toContainText('changed here');
  const top = await findMain();
  await panel.preview('Tent enthusiast');
  await expect(panel.banner).toContainText('Preview: Tent enthusiast');
  expect(await findMain(), 'what the author is about to press stays where it is').toBe(top);
  await expect.poll(() => readOver(page, '#hero-title')).toBe('A dry night on any hill');
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Tents, tarps, mats');
  await panel.walk();
  await page.bringToFront();
  await page.goto(`${shop.origin}/delivery`);
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Tents, tarps, mats');
  const frames = await recordFrames(page);
  await page.goto(`${shop.origin}/`);
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Tents, tarps, mats');
  await frames.settle();
  expect(frames.findFrame('A dry night on any hill'), 'a painted frame with the variant').toBeDefined();
  expect(frames.findFrame(title?.trim() ?? ''), 'a painted frame with the original').toBeUndefined();
  expect(await call(page, 'segments')).toEqual([]);

  await panel.endPreview();
  await expect(panel.banner).toHaveCount(0);
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Search the shop');
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.locator('#hero-title').textContent()).toBe(title);
  // what was walked through in the preview was never recorded, nor what it showed
  const after = (await read()).slice(before.length);
  expect(after.filter(({ props }) => props.path === '/delivery' || props.variant === 'tents')).toEqual([]);
});

test('2: what is remembered can be saved, forgotten and refused', async ({ extension, page, shop }) => {
  await enter(page, `${shop.origin}/tents/vard-4`);
  const panel = await openPanelFor(extension, page, 'visitor');
  await expect(panel.says('Viewed an item Vard 4 Season')).toBeVisible();
  await panel.press('Forget');
  await panel.press('Forget it all');
  await expect(panel.says('Nothing is remembered of this browser')).toBeVisible();
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).length + localStorage.length))
    .toBe(0);

  await enter(page, `${shop.origin}/tents`);
  await expect(panel.says('On visit 1, page 1')).toBeVisible();
  await panel.press('Opt out');
  await panel.press('Opt out');
  await expect(panel.page.getByRole('heading', { name: 'This browser has opted out here' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('selvedge'))).toBe('{"consent":"denied"}');
});

test('4: a made-up visitor is in the segments their history says, walks the site, and time moves on for them', async ({
  extension,
  page,
  shop,
}) => {
  await enter(page, `${shop.origin}/`);
  const panel = await openPanelFor(extension, page, 'people');
  await panel.press('Make up a visitor');
  // stock Firefox adds to a number where fill should replace it
  const type = async (label: string, value: string) => {
    await panel.field(label).press('ControlOrMeta+a');
    await panel.field(label).pressSequentially(value);
  };
  await panel.field('Name').fill('Ada');
  await type('First seen, days ago', '40');
  await type('Visits', '5');
  await type('Spent in all', '180');
  await panel.field('Came by').selectOption('email');
  await panel.field('Device').selectOption('phone');
  await panel.field('It is').selectOption('Saturday');
  await panel.press('Something they did');
  await panel.page.getByLabel('is', { exact: true }).fill('tents');
  await type('times', '4');
  await expect(panel.field('Spent in all')).toHaveValue('180');
  await panel.press('Keep');

  const ada = panel.page.locator('details').filter({ hasText: 'Ada' }).first();
  await ada.locator('summary').first().click();
  const isIn = (id: string) => ada.locator(`details[data-segment=${id}] > summary`);
  for (const id of ['returning', 'tents', 'letter', 'phone', 'loyal-tents'])
    await expect(isIn(id)).toHaveText(/In$/);
  for (const id of ['new', 'big-spender']) await expect(isIn(id)).toHaveText(/Not in$/);
  await expect(ada).toContainText('Sat');

  await ada.getByRole('button', { name: 'Walk as them' }).click();
  await expect(panel.banner).toContainText('Preview: Ada');
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Tents, tarps, mats');
  await ada.getByRole('button', { name: '1 month' }).click();
  await expect(isIn('tents')).toHaveText(/Not in$/);
  await expect(page.locator('#search-field')).toHaveAttribute('placeholder', 'Search the shop');
});
