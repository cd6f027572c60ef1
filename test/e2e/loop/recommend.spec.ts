// A list of the page shows items that suit the visitor, chosen in the browser; where that cannot be, the page keeps its own.
import type { Page } from '@playwright/test';
import type { ItemsFile } from '../../../shared/items/items-file.ts';
import { packItems, packRows } from '../../../shared/items/pack-items.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const FILE = 'selvedge-items-0123abcd.js';
const ids = ['tent', 'mat', 'stove', 'lamp', 'rope'];
const items: ItemsFile = {
  version: 1,
  made: '2026-11-28',
  ids,
  rows: packRows([[1, 2, 3, 4], [0, 2], [], [], []]),
  trending: [2, 3, 4],
  facts: {
    name: ['Tent', 'Mat <b>x</b>', 'Stove', 'Lamp', 'Rope'],
    url: ids.map((id) => `/p/${id}`),
    image: ids.map((id) => `/i/${id}.png`),
    price: [200, 30, 45.5, 12, 8],
    currency: 'EUR',
  },
};
const LIST = `<ul class="list" id="list" data-track="x"><li class="card" data-id="own" onclick="window.hit=1"><a href="/p/own"><img alt="Own" src="/i/own.png" srcset="/i/own2.png 2x" width="40" height="40"><h3>Own</h3></a><p class="price">€ 99.00</p><i class="badge">-20 %</i><form><button>Add</button></form></li><li class="card"><h3>Two</h3></li></ul>`;
/** Below what is in view from the beginning. */
const BELOW = `<main><h1>Shop</h1><div style="height:300vh"></div>${LIST}<p id="after">After</p></main>`;
const list = (more: Partial<ChangeOf<'recommend'>> = {}): ChangeOf<'recommend'> => ({
  kind: 'recommend',
  target: { css: '.list' },
  card: { item: '.card', price: '.price' },
  from: ['similar', 'trending'],
  count: 2,
  ...more,
});
const seen = (id: string) =>
  `<script>addEventListener('load',()=>selvedge.track('view_item',{item_id:'${id}'}))</script>`;

interface Served {
  change?: Partial<ChangeOf<'recommend'>>;
  body?: string;
  file?: string;
  config?: Partial<Config>;
}
function serve(site: Site, { change, body = BELOW, file = packItems(items), config }: Served = {}): void {
  serveTag(
    site,
    configOf({
      items: { file: FILE },
      experiences: [experienceOf('everyone', [list(change)], { id: 'rec', pages: ['/shop'] })],
      ...config,
    }),
  );
  site.serveFile('/selvedge-recommend.js', 'dist/selvedge-recommend.js');
  const status = file ? 200 : 404;
  site.serve(`/${FILE}`, { status, body: file, headers: { 'content-type': 'text/javascript' } });
  site.serve('/', pageWith(`<h1>Tent</h1>${seen('tent')}`));
  site.serve('/shop', pageWith(body));
  for (const id of [...ids, 'own', 'own2'])
    site.serve(`/i/${id}.png`, { body: '', headers: { 'content-type': 'image/png' } });
}
const remembered = (page: Page) =>
  page.waitForFunction(async () => {
    const { events } = await Object(window).selvedge.export();
    return events.some(({ name }: { name: string }) => name === 'view_item');
  });
const cards = (page: Page) => page.locator('.list[data-selvedge] .card');
const exposures = (page: Page) =>
  page.evaluate(async () => {
    const { events } = await Object(window).selvedge.export();
    return events
      .filter(({ name }: { name: string }) => name === 'exposure')
      .map(({ props }: { props: object }) => props);
  });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { warned: [] });
    document.addEventListener('selvedge:warning', (event) =>
      Object(window).warned.push((event as CustomEvent).detail),
    );
  });
});
const warned = (page: Page) => page.evaluate(() => Object(window).warned);

async function open(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.origin}/`);
  await remembered(page);
  await page.goto(`${site.origin}/shop`);
}

test('the page keeps its list, and what goes with what was looked at stands over it', async ({
  page,
  site,
}) => {
  serve(site);
  await open(page, site);
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).locator('h3')).toHaveText(['Mat <b>x</b>', 'Stove']);
  await expect(page.locator('#list')).toBeHidden();
  const first = cards(page).first();
  await expect(first.locator('a')).toHaveAttribute('href', '/p/mat');
  await expect(first.locator('img')).toHaveAttribute('src', '/i/mat.png');
  await expect(first.locator('img')).toHaveAttribute('alt', 'Mat <b>x</b>');
  expect(await first.locator('img').getAttribute('srcset')).toBeNull();
  await expect(first.locator('.price')).toHaveText('€30.00');
  // nothing of the first card's own, nothing that runs, nothing twice
  await expect(page.locator('.list[data-selvedge]')).not.toContainText(/-20|Own|Add|Two/);
  expect(await page.locator('.list[data-selvedge]').evaluate((one) => one.outerHTML)).not.toMatch(
    / id=|onclick|data-id|<form|<button/,
  );
  expect(await exposures(page)).toEqual([expect.objectContaining({ experience: 'rec', outcome: 'variant' })]);
  expect(JSON.stringify(await exposures(page))).not.toMatch(/late|mat|stove/);
  expect(await warned(page)).toEqual([]);
});

test('taken back, the page is what it was', async ({ page, site }) => {
  serve(site);
  await open(page, site);
  await expect(cards(page)).toHaveCount(2);
  await page.evaluate(() => document.dispatchEvent(new Event('selvedge:standby')));
  await expect(page.locator('#list')).toBeVisible();
  expect(await page.locator('main').innerHTML()).toBe(BELOW.replace(/^<main>|<\/main>$/g, ''));
});

test('what somebody may have seen stays, and the exposure says late', async ({ page, site }) => {
  serve(site, { body: `<main>${LIST}</main>` });
  await open(page, site);
  await expect
    .poll(() => exposures(page))
    .toEqual([expect.objectContaining({ experience: 'rec', late: true })]);
  await expect(page.locator('#list')).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
});

test('a list that comes into the page later is never seen as its own', async ({ page, site }) => {
  serve(site, { body: '<main><h1>Shop</h1></main>' });
  await open(page, site);
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-items')),
  );
  await exposures(page);
  await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), LIST);
  await expect(cards(page)).toHaveCount(2);
  await expect(page.locator('#list')).toBeHidden();
});

test('with fewer than the least the page keeps its list, and nobody was exposed', async ({ page, site }) => {
  serve(site, { change: { from: ['similar'], count: 5 } });
  await open(page, site);
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-items')),
  );
  expect(await exposures(page)).toEqual([]);
  await page.locator('#after').scrollIntoViewIfNeeded();
  await expect(page.locator('#list')).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
});

for (const [what, file] of [
  ['is cut off', packItems(items).slice(0, 90)],
  ['is another', 'export default "hello"'],
  ['is not there', ''],
] as const)
  test(`a file of items that ${what} is said, and the page keeps its list`, async ({ page, site }) => {
    serve(site, { file });
    await open(page, site);
    await expect.poll(() => warned(page)).toEqual([expect.objectContaining({ code: 'failed' })]);
    await page.locator('#after').scrollIntoViewIfNeeded();
    await expect(page.locator('#list')).toBeVisible();
    await expect(cards(page)).toHaveCount(0);
  });

test('an item may lead nowhere but to a page, and its name is text', async ({ page, site }) => {
  const url = ['/p/tent', 'javascript:alert(1)', 'https://a@evil.example/', '/p/lamp', '/p/rope'];
  const image = ['', '', '', 'https://foreign.example/x.png', 'javascript:1'];
  serve(site, {
    file: packItems({
      ...items,
      facts: { ...items.facts, url, image, name: ['', 'M', 'S', '<img src=x onerror=window.hit=1>', 'Rope'] },
    }),
  });
  await open(page, site);
  await expect(cards(page).locator('h3')).toHaveText(['<img src=x onerror=window.hit=1>', 'Rope']);
  expect(await cards(page).locator('img[src]').count()).toBe(0);
  expect(await page.evaluate(() => Object(window).hit)).toBeUndefined();
});

/** A page that says nothing of items is opened, and then the one with the list. */
async function openFromPage(page: Page, site: Site): Promise<void> {
  site.serve('/p/tent', pageWith('<h1>Tent</h1>'));
  await page.goto(`${site.origin}/p/tent`);
  await page.waitForFunction(async () => {
    const { events } = await Object(window).selvedge.export();
    return events.some(({ props }: { props?: { path?: string } }) => props?.path === '/p/tent');
  });
  await page.goto(`${site.origin}/shop`);
}

test('where items were met as pages, a view of an item’s page is a look at it', async ({ page, site }) => {
  serve(site, { file: packItems({ ...items, pages: true }), change: { from: ['similar'] } });
  await openFromPage(page, site);
  await expect(cards(page).locator('h3')).toHaveText(['Mat <b>x</b>', 'Stove']);
});

test('elsewhere it is none', async ({ page, site }) => {
  serve(site, { change: { from: ['similar'], least: 1 } });
  await openFromPage(page, site);
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-items')),
  );
  expect(
    await page.evaluate(() => Object(window).selvedge.recommend({ from: ['similar'], count: 2 })),
  ).toEqual([]);
  await expect(page.locator('#list')).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
  expect(await exposures(page)).toEqual([]);
});

test('whoever turned suggestions off gets none', async ({ page, site }) => {
  serve(site);
  await page.goto(`${site.origin}/`);
  await remembered(page);
  await page.evaluate(() =>
    Object(window).selvedge.set({
      selvedge_off: ['suggestions'],
    }),
  );
  await page.goto(`${site.origin}/shop`);
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-recommend')),
  );
  expect(await exposures(page)).toEqual([]);
  await expect(cards(page)).toHaveCount(0);
  // nothing is loaded for nobody
  expect(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-items')),
    ),
  ).toBe(false);
});

test('a page asks for items of its own', async ({ page, site }) => {
  serve(site);
  await open(page, site);
  const answer = await page.evaluate(async () => {
    const { selvedge } = Object(window);
    await selvedge.ready;
    return [await selvedge.recommend({ from: ['similar'], count: 2 }), await selvedge.recommend(null)];
  });
  expect(answer).toEqual([
    [
      { id: 'mat', name: 'Mat <b>x</b>', url: '/p/mat', image: '/i/mat.png', price: 30 },
      { id: 'stove', name: 'Stove', url: '/p/stove', image: '/i/stove.png', price: 45.5 },
    ],
    [],
  ]);
});
