// The whole loop on the demo shop: observe → remember → decide → apply.

import { readFileSync } from 'node:fs';
import { recordFrames } from '../../support/frames.ts';
import { call, enter, filed } from '../../support/page-api.ts';
import { isInTwo } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const TENTS = ['/tents/ridge-2', '/tents/fjell-3', '/tents/tarn-1'];

/** Three different tents of the category page, as a visitor would open them. */
async function lookAtThreeTents(page: import('@playwright/test').Page, origin: string): Promise<void> {
  await page.goto(`${origin}/tents`);
  const paths = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/tents/"]')].map(
        (a) => a.getAttribute('href')!,
      ),
    ),
  ]);
  expect(paths.length, `tents on the shelf, such as ${TENTS[0]}`).toBeGreaterThanOrEqual(3);
  for (const path of paths.slice(0, 3)) {
    await enter(page, origin + path);
    // a page that is left while its lists load what they show says so
    await expect(page.locator('.grid[data-selvedge]')).toHaveCount(2);
  }
}

test('who looked at three tents gets a home page that leads with tents, from the first painted frame', async ({
  page,
  shop,
  guard,
}) => {
  await page.goto(`${shop.origin}/`);
  const original = await page.locator('h1').innerText();
  await lookAtThreeTents(page, shop.origin);
  expect(await call(page, 'segments')).toContain('tents');
  // what is not ready when a page is left is unknown on the next
  await filed(page);

  const frames = await recordFrames(page);
  await page.goto(`${shop.origin}/`);
  await frames.settle();
  expect(frames.list.length).toBeGreaterThan(0);
  expect(frames.findFrame(original), 'a painted frame with the original headline').toBeUndefined();
  expect(frames.layoutShift).toBe(0);
  expect(guard.warnings).toEqual([]);
});

test('the tag asks for nothing: the requests are those of the page without it, and the tag’s own files', async ({
  browser,
  shop,
}) => {
  /** pictures that the lists of the product page show for those of the page */
  let listed: string[] = [];
  const walk = async (hasTag: boolean) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    shop.requests.length = 0;
    for (const path of ['/', '/tents', '/tents/skarn-2', '/search?q=tent', '/']) {
      await page.goto(shop.origin + path);
      await page.evaluate(() => window.selvedge?.ready);
      if (!hasTag || path !== '/tents/skarn-2') continue;
      await expect(page.locator('.grid[data-selvedge]')).toHaveCount(2);
      listed = await page
        .locator('.grid[data-selvedge] img')
        .evaluateAll((images) => images.map((image) => `GET ${image.getAttribute('src')}`));
    }
    await context.close();
    // of what else is asked for by what it holds, the name
    return [...new Set(shop.requests.map((line) => line.replace(/(\/selvedge-.*)\?.*/, '$1')))].sort();
  };
  const isPicture = (line: string) => line.startsWith('GET /assets/images/');
  const withTag = await walk(true);
  shop.configure({ tag: 'none' });
  const without = await walk(false);
  expect(without.length).toBeGreaterThan(5);
  const { items } = JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8')) as {
    items: { file: string };
  };
  const files = ['selvedge.js', 'selvedge-recommend.js', items.file];
  if (isInTwo) files.push('selvedge-later.js', 'selvedge-show.js');
  const asked = [...without.filter((line) => !isPicture(line)), ...files.map((name) => `GET /${name}`)];
  expect(withTag.filter((line) => !isPicture(line))).toEqual(asked.sort());
  expect(listed).toHaveLength(8);
  expect(
    withTag.filter((line) => isPicture(line) && !without.includes(line) && !listed.includes(line)),
  ).toEqual([]);
});
