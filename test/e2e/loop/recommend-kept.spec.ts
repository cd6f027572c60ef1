// Lists that an earlier page has made ready: they stand there in the first frame, and nobody sees the page's own.
import type { Page } from '@playwright/test';
import type { Markup } from '../../../shared/grammar/markup.ts';
import { recordFrames } from '../../support/frames.ts';
import { call } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { isInTwo } from '../../support/tag.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';
import { asksFor, cards, enterShop, exposures, FILE, ids, LIST, type Served, serve } from './recommending.ts';

declare global {
  interface Window {
    /** What stood there as the page was read. */
    kept?: Element | null;
    hit?: number;
  }
}

test.skip(!isInTwo, 'in one file there is nothing before the rest');

/** In view from the beginning: without a list that is ready the page keeps its own. */
const NAMES = ['Mat <b>x</b>', 'Stove'];
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>';
const TOP = `<main><h1>Shop</h1>${LIST}<p id="after">After</p></main>`;

const read = (page: Page) =>
  page.evaluate((): { now?: { lists?: Record<string, [string, Markup, 1?]> } } =>
    JSON.parse(localStorage.getItem('selvedge') ?? '{}'),
  );
const lists = async (page: Page) => Object.values((await read(page)).now?.lists ?? {});
const isKept = (page: Page) => expect.poll(async () => (await lists(page)).length).toBe(1);
const names = (page: Page) => cards(page).locator('h3').allTextContents();

/** A visitor who has looked at a tent has been to the shop, whose list came too late. */
async function begin(page: Page, site: Site, served: Served = {}): Promise<void> {
  serve(site, { body: TOP, ...served });
  for (const id of ids)
    site.serve(`/i/${id}.png`, { body: PICTURE, headers: { 'content-type': 'image/svg+xml' } });
  await enterShop(page, site);
  await isKept(page);
}

test('on the second view it stands there in the first frame, and nothing moves', async ({ page, site }) => {
  await begin(page, site);
  await expect(page.locator('#list')).toBeVisible();
  const frames = await recordFrames(page);
  await page.goto(`${site.origin}/shop`);
  await expect.poll(async () => (await exposures(page)).length).toBe(2);
  await frames.settle();
  const shown = frames.list.filter(({ path, text }) => path === '/shop' && text);
  expect(shown[0]!.text).toContain('Mat <b>x</b>');
  for (const { text } of shown) {
    expect(text).toContain('Stove');
    expect(text).not.toContain('Own');
  }
  expect(frames.moves).toEqual([]);
  expect(frames.layoutShift).toBe(0);
  expect(await names(page)).toEqual(NAMES);
  await expect(page.locator('#list')).toBeHidden();
  const [first, second] = await exposures(page);
  expect(first).toMatchObject({ late: true });
  expect(second).not.toHaveProperty('late');
});

/** Puts something else in the place of what is kept. */
const keepInstead = (page: Page, change: (tree: Markup) => unknown) =>
  page.evaluate(
    ([from]) => {
      const file = JSON.parse(localStorage.getItem('selvedge')!);
      for (const list of Object.values<[string, unknown]>(file.now.lists))
        list[1] = new Function('tree', `return (${from})(tree)`)(list[1]);
      localStorage.setItem('selvedge', JSON.stringify(file));
    },
    [String(change)],
  );

/** All that the page shows before the rest of the tag may come. */
async function viewWithoutRest(page: Page, site: Site) {
  await page.route('**/selvedge-later.js*', (route) => route.abort());
  await page.goto(`${site.origin}/shop`);
}

const shape = longInFirefox('what is no list at all is refused before the browser is asked');
const hostile: [what: string, change: (tree: Markup) => unknown, details?: object][] = [
  [
    'a link that runs something',
    (tree) => ['ul', 0, ['li', 0, ['a', { href: 'javascript:hit=1' }, 'x']], tree],
  ],
  ['a handler', (tree) => ['ul', { onclick: 'hit=1' }, tree]],
  ['a script', () => ['ul', 0, ['script', 0, 'window.hit=1']]],
  ['a style', () => ['ul', { style: 'color:red' }, 'x']],
  ['a foreign picture', () => ['ul', 0, ['img', { src: 'https://foreign.invalid/x.png' }]]],
  ['an element of the page’s', () => ['x-list', 0, 'x']],
  ['what runs a library', () => ['ul', { 'data-bs-title': '<b>' }, 'x']],
  ['no tree', () => 7, shape],
  ['nothing', () => null, shape],
  ['a text', () => 'x', shape],
];
for (const [what, change, details = {}] of hostile)
  test(`${what} in what is kept: the page keeps its list`, details, async ({ page, site }) => {
    await begin(page, site);
    await keepInstead(page, change);
    await viewWithoutRest(page, site);
    await expect(page.locator('#list')).toBeVisible();
    expect(await page.locator('[data-selvedge-list]').count()).toBe(0);
    expect(await page.evaluate(() => window.hit)).toBeUndefined();
  });

test('markup in it is text, and without the rest it stays as it is', async ({ page, site }) => {
  await begin(page, site);
  await keepInstead(page, () => [
    'ul',
    { class: 'list' },
    ['li', { class: 'card' }, ['h3', 0, '<img src=x onerror=hit=1>']],
  ]);
  await viewWithoutRest(page, site);
  await expect(cards(page)).toHaveText('<img src=x onerror=hit=1>');
  await expect(page.locator('#list')).toBeHidden();
});

test('under the strictest policy', async ({ page, site }) => {
  await begin(page, site, {
    // no attribute that the policy refuses
    body: TOP.replace(/ onclick="[^"]*"/, ''),
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'self' 'nonce-x'; img-src 'self'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    attributes: 'nonce="x"',
  });
  await viewWithoutRest(page, site);
  expect(await names(page)).toEqual(NAMES);
  await expect(page.locator('#list')).toBeHidden();
});

/** What the list shows at once on the next view; undefined: the page's own. */
async function nextView(page: Page, site: Site): Promise<string[] | undefined> {
  await viewWithoutRest(page, site);
  await page.locator('#after').waitFor();
  const own = await page.locator('#list').isVisible();
  const shown = await names(page);
  expect(own).toBe(!shown[0]);
  return shown[0] ? shown : undefined;
}

test('what was there in the first frame is taken over as it is, and the next view has what suits by then', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      window.kept = document.querySelector('[data-selvedge-list]');
    }),
  );
  await page.goto(`${site.origin}/shop`);
  await expect.poll(() => asksFor(page, FILE)).toBe(true);
  await expect.poll(async () => (await exposures(page)).length).toBe(2);
  const isSame = () =>
    page.evaluate(() => !!window.kept && window.kept === document.querySelector('[data-selvedge-list]'));
  expect(await isSame()).toBe(true);
  await call(page, 'track', 'add_to_cart', { item_id: 'mat' });
  await expect.poll(async () => JSON.stringify(await lists(page))).toContain('Lamp');
  // under the reader's eyes nothing changes
  expect(await isSame()).toBe(true);
  expect(await names(page)).toEqual(NAMES);
  expect(await nextView(page, site)).toEqual(['Stove', 'Lamp']);
});

test('what was bought on another page is not in it', async ({ page, site }) => {
  await begin(page, site);
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => window.isDone);
  await isKept(page);
  await call(page, 'track', 'purchase', { items: [{ item_id: 'mat' }] });
  await expect.poll(async () => JSON.stringify(await lists(page))).toContain('Lamp');
  expect(await nextView(page, site)).toEqual(['Stove', 'Lamp']);
});

test('bought, and no time to choose anew: the page keeps its own', async ({ page, site }) => {
  await begin(page, site);
  await page.route('**/selvedge-recommend.js*', (route) => route.abort());
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => window.isDone);
  await call(page, 'track', 'purchase', { items: [{ item_id: 'mat' }] });
  expect(await nextView(page, site)).toBeUndefined();
});

test('on an item’s own page nothing is kept', async ({ page, site }) => {
  await begin(page, site);
  await call(page, 'track', 'view_item', { item_id: 'stove' });
  await expect.poll(async () => (await lists(page)).length).toBe(0);
  expect(await nextView(page, site)).toBeUndefined();
});

const ends: [what: string, end: (page: Page) => Promise<unknown>][] = [
  ['all is deleted', (page) => call(page, 'forget')],
  ['the visitor refuses', (page) => call(page, 'consent', 'denied')],
  ['the visitor opts out', (page) => call(page, 'optOut')],
  ['suggestions are off', (page) => call(page, 'set', { selvedge_off: ['suggestions'] })],
];
for (const [what, end] of ends)
  test(`${what}: nothing of it is left`, async ({ page, site }) => {
    await begin(page, site);
    await end(page);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Stove');
    expect(await nextView(page, site)).toBeUndefined();
  });

test('who was away for a month gets no list of then', async ({ page, site, travel }) => {
  await begin(page, site);
  // a page that stays open would see the month pass, and its visitor in it
  await page.goto('about:blank');
  await travel('31d');
  expect(await nextView(page, site)).toBeUndefined();
});

test('who was away for less does', async ({ page, site, travel }) => {
  await begin(page, site);
  await page.goto('about:blank');
  await travel('29d');
  expect(await nextView(page, site)).toEqual(NAMES);
});

for (const [what, own] of [
  ['another class', LIST.replace('class="list"', 'class="list new"')],
  ['another element', LIST.replace('<ul', '<ol').replace('</ul', '</ol')],
] as const)
  test(`a page whose list has ${what} by now keeps its own`, async ({ page, site }) => {
    await begin(page, site);
    serve(site, { body: TOP.replace(LIST, own) });
    expect(await nextView(page, site)).toBeUndefined();
  });

test('another config, another list', async ({ page, site }) => {
  await begin(page, site);
  serve(site, { body: TOP, change: { least: 1 } });
  expect(await nextView(page, site)).toBeUndefined();
});
