// A list of the page shows items that suit the visitor, chosen in the browser; where that cannot be, the page keeps its own.
import type { Page } from '@playwright/test';
import { packItems } from '../../../shared/items/pack-items.ts';
import { findViolations } from '../../support/find-violations.ts';
import { eventNames } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { asksFor, BELOW, cards, enterShop, exposures, items, LIST, serve } from './recommending.ts';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { warned: [] });
    document.addEventListener('selvedge:warning', (event) =>
      Object(window).warned.push((event as CustomEvent).detail),
    );
  });
});
const warned = (page: Page) => page.evaluate(() => Object(window).warned);

test('the page keeps its list, and what goes with what was looked at stands over it', async ({
  page,
  site,
}) => {
  serve(site);
  await enterShop(page, site);
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).locator('h3')).toHaveText(['Mat <b>x</b>', 'Stove']);
  await expect(page.locator('#list')).toBeHidden();
  const first = cards(page).first();
  await expect(first.locator('a')).toHaveAttribute('href', '/p/mat');
  await expect(first.locator('img')).toHaveAttribute('src', '/i/mat.png');
  // its name stands in the same link
  await expect(first.locator('img')).toHaveAttribute('alt', '');
  expect(await first.locator('img').getAttribute('srcset')).toBeNull();
  await expect(first.locator('.price')).toHaveText('€ 30.00');
  // nothing of the first card's own, nothing that runs, nothing twice
  await expect(page.locator('.list[data-selvedge]')).not.toContainText(/-20|Own|Add|Two/);
  expect(await page.locator('.list[data-selvedge]').evaluate((one) => one.outerHTML)).not.toMatch(
    / id=|onclick|data-id|<form|<button/,
  );
  expect(await exposures(page)).toEqual([expect.objectContaining({ experience: 'rec', outcome: 'variant' })]);
  expect(JSON.stringify(await exposures(page))).not.toMatch(/late|mat|stove/);
  expect(await warned(page)).toEqual([]);
});

const PICTURE = '<img alt="Own" src="/i/own.png" width="40" height="40">';
for (const [what, picture, alts] of [
  [
    'with a link of its own says where that leads',
    `<a href="/p/own">${PICTURE}</a>`,
    ['Mat <b>x</b>', 'Stove'],
  ],
  ['beside the name says nothing twice', PICTURE, ['', '']],
] as const)
  test(`a picture ${what}`, async ({ page, site }) => {
    serve(site, {
      body: `<main><h1>Shop</h1><div style="height:300vh"></div><ul class="list" id="list"><li class="card">${picture}<h2><a href="/p/own">Own</a></h2></li></ul></main>`,
    });
    await enterShop(page, site);
    await expect(cards(page)).toHaveCount(2);
    expect(
      await cards(page)
        .locator('img')
        .evaluateAll((all) => all.map((one) => one.getAttribute('alt'))),
    ).toEqual(alts);
    expect(
      await findViolations(page, [{ width: 800, colorScheme: 'light' }], '[data-selvedge-list]'),
    ).toEqual([]);
  });

test('taken back, the page is what it was', async ({ page, site }) => {
  serve(site);
  await enterShop(page, site);
  await expect(cards(page)).toHaveCount(2);
  await page.evaluate(() => document.dispatchEvent(new Event('selvedge:standby')));
  await expect(page.locator('#list')).toBeVisible();
  expect(await page.locator('main').innerHTML()).toBe(BELOW.replace(/^<main>|<\/main>$/g, ''));
});

test('what somebody may have seen stays, and the exposure says late', async ({ page, site }) => {
  serve(site, { body: `<main>${LIST}</main>` });
  await enterShop(page, site);
  await expect
    .poll(() => exposures(page))
    .toEqual([expect.objectContaining({ experience: 'rec', late: true })]);
  await expect(page.locator('#list')).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
});

test('a list that comes into the page later is never seen as its own', async ({ page, site }) => {
  serve(site, { body: '<main><h1>Shop</h1></main>' });
  await enterShop(page, site);
  await expect.poll(() => asksFor(page, 'selvedge-items')).toBe(true);
  await exposures(page);
  await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), LIST);
  await expect(cards(page)).toHaveCount(2);
  await expect(page.locator('#list')).toBeHidden();
});

test('with fewer than the least the page keeps its list, and nobody was exposed', async ({ page, site }) => {
  serve(site, { change: { from: ['similar'], count: 5 } });
  await enterShop(page, site);
  await expect.poll(() => asksFor(page, 'selvedge-items')).toBe(true);
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
    await enterShop(page, site);
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
  await enterShop(page, site);
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
  await expect.poll(() => eventNames(page)).toContain('view_item');
  await page.evaluate(() =>
    Object(window).selvedge.set({
      selvedge_off: ['suggestions'],
    }),
  );
  await page.goto(`${site.origin}/shop`);
  await expect.poll(() => asksFor(page, 'selvedge-recommend')).toBe(true);
  expect(await exposures(page)).toEqual([]);
  await expect(cards(page)).toHaveCount(0);
  // nothing is loaded for nobody
  expect(await asksFor(page, 'selvedge-items')).toBe(false);
});

test('a page asks for items of its own', async ({ page, site }) => {
  serve(site);
  await enterShop(page, site);
  const answer = await page.evaluate(async () => {
    const { selvedge } = Object(window);
    await selvedge.ready;
    const odd = [
      null,
      { from: ['similar'], count: -1 },
      { from: ['similar'], count: 2, boughtWithin: 'long' },
    ];
    return [
      await selvedge.recommend({ from: ['similar'], count: 2 }),
      ...(await Promise.all(odd.map((wish) => selvedge.recommend(wish)))),
    ];
  });
  expect(answer).toEqual([
    [
      { id: 'mat', name: 'Mat <b>x</b>', url: '/p/mat', image: '/i/mat.png', price: 30 },
      { id: 'stove', name: 'Stove', url: '/p/stove', image: '/i/stove.png', price: 45.5 },
    ],
    [],
    [],
    [],
  ]);
});

test('who says no while the items are loaded is suggested nothing', async ({ page, site }) => {
  serve(site);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isAsked = false;
  await page.route('**/selvedge-items*', async (route) => {
    isAsked = true;
    await held;
    await route.continue();
  });
  // here only the page itself asks
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => window.isDone);
  const answer = page.evaluate(() => Object(window).selvedge.recommend({ from: ['similar'], count: 2 }));
  await expect.poll(() => isAsked).toBe(true);
  await page.evaluate(() => window.selvedge.consent('denied'));
  letGo();
  expect(await answer).toEqual([]);
});

test('cards within a form are not shown over: without it they would be a list of none', async ({
  page,
  site,
}) => {
  serve(site, {
    body: BELOW.replace(
      '<ul class="list" id="list" data-track="x">',
      '<section class="list"><form><ul id="list">',
    ).replace('</ul>', '</ul></form></section>'),
  });
  await enterShop(page, site);
  await expect.poll(() => warned(page)).toEqual([expect.objectContaining({ code: 'target' })]);
  await page.locator('#after').scrollIntoViewIfNeeded();
  await expect(page.locator('#list')).toBeVisible();
  await expect(page.locator('[data-selvedge]')).toHaveCount(0);
});
