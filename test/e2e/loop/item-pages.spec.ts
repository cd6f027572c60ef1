// A site of pages with more items than one file should hold: `selvedge learn --pages` writes what goes with each, a template
// prints it, and lists are drawn of what this browser has seen. No file of items is loaded.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { call, enter, eventsOf } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, isInTwo, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { makeVisits, matesOf } from '../../unit/shared/learn/items/made-visits.ts';

const ITEMS = 40;
const idOf = (item: number) => `sku-${item}`;
const BEGIN = Date.UTC(2026, 0, 1);
const folder = mkdtempSync(join(tmpdir(), 'selvedge-pages-'));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const list: ChangeOf<'recommend'> = {
  kind: 'recommend',
  target: { css: '.list' },
  card: { item: '.card', price: '.price' },
  from: ['similar'],
  count: 2,
};
let config: Config;

test.beforeAll(() => {
  const looks = makeVisits(0.9, { visits: 1500, items: ITEMS }).flatMap((items, visit) =>
    items.map((item, i) => ({
      visitor: `visitor-${visit}`,
      name: 'view_item',
      at: BEGIN + visit * 36e5 + i * 6e4,
      props: { items: [{ item_id: item }] },
    })),
  );
  write('events.jsonl', looks.map((look) => `${JSON.stringify(look)}\n`).join(''));
  const rows = Array.from(
    { length: ITEMS },
    (_, i) => `${idOf(i)},Item ${i} <b>x</b>,/p/${idOf(i)},${i}.50 EUR`,
  );
  write('catalog.csv', `id,title,link,price\n${rows.join('\n')}\n`);
  write('selvedge.json', JSON.stringify(configOf()));
  const words =
    'learn events.jsonl --what items --catalog catalog.csv --pages rows --most 1kB --config selvedge.json --into';
  const program = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [program, ...words.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('rows: 40 files') });
  const learned: Config = JSON.parse(read('selvedge.json'));
  expect(learned.items).toEqual({ pages: true });
  config = { ...learned, experiences: [experienceOf('everyone', [list], { id: 'rec' })] };
});
test.afterAll(() => rmSync(folder, { recursive: true }));

const LIST =
  '<main><div style="height:300vh"></div><ul class="list"><li class="card"><a href="/own"><h3>Own</h3></a><p class="price">€ 9.00</p></li><li class="card"><h3>Two</h3></li></ul></main>';
const printed = (row: string) => `<script type="application/json" id="selvedge-item">${row}</script>`;

/** As a template of the owner's makes them: a page for each item. */
function serve(site: Site, more: Partial<Config> = {}): void {
  serveTag(site, { ...config, ...more });
  site.serveFile('/selvedge-recommend.js', 'dist/selvedge-recommend.js');
  for (let item = 0; item < ITEMS; item++)
    site.serve(
      `/p/${idOf(item)}`,
      pageWith(`<h1>${idOf(item)}</h1>${LIST}${printed(read(`rows/${idOf(item)}.json`))}`),
    );
  site.serve('/', pageWith(`<h1>Home</h1>${LIST}`));
}
const cards = (page: Page) => page.locator('.list[data-selvedge] .card');
const rowsOf = (page: Page) => eventsOf(page, 'item_row');
const kept = (page: Page, rows: number) => expect.poll(async () => (await rowsOf(page)).length).toBe(rows);
const recommended = (page: Page, from: string[], count: number): Promise<object[]> =>
  page.evaluate((wish) => Object(window).selvedge.recommend(wish), { from, count });
const nameOf = (id: string) => `Item ${id.slice(4)} <b>x</b>`;

test('what goes with the items that were seen stands in lists, on their pages and on others', async ({
  page,
  site,
}) => {
  serve(site);
  await enter(page, `${site.origin}/p/sku-8`);
  await expect(cards(page)).toHaveCount(2);
  const mates = matesOf('sku-8').map(nameOf);
  for (const name of await cards(page).locator('h3').allTextContents()) expect(mates).toContain(name);
  await expect(cards(page).first().locator('a')).toHaveAttribute('href', /^\/p\/sku-(9|10|11)$/);
  await expect(cards(page).first().locator('.price')).toHaveText(/^€ \d+\.50$/);
  await kept(page, 1);
  await enter(page, `${site.origin}/`);
  await expect(cards(page)).toHaveCount(2);
  for (const name of await cards(page).locator('h3').allTextContents()) expect(mates).toContain(name);
  // the latest one counts most
  await enter(page, `${site.origin}/p/sku-20`);
  await kept(page, 2);
  // what stands in the first frame of the next page knows of it by then
  const onFile = () => page.evaluate(() => localStorage.getItem('selvedge'));
  if (isInTwo) await expect.poll(onFile).toMatch(/\/p\/sku-2[123]\b/);
  await enter(page, `${site.origin}/`);
  await expect(cards(page)).toHaveCount(2);
  const now = matesOf('sku-20').map(nameOf);
  expect(now).toContain(await cards(page).locator('h3').first().textContent());
  // seen again, it is not remembered again
  await enter(page, `${site.origin}/p/sku-8`);
  await expect(cards(page)).toHaveCount(2);
  await kept(page, 2);
  expect(site.requests.filter((line) => line.includes('selvedge-items'))).toEqual([]);
});

test('a page that draws its own cards is answered of them', async ({ page, site }) => {
  serve(site, { experiences: [] });
  await enter(page, `${site.origin}/p/sku-8`);
  await kept(page, 1);
  await enter(page, `${site.origin}/`);
  const found = await recommended(page, ['viewed', 'similar'], 4);
  expect(found).toHaveLength(4);
  expect(found[0]).toEqual({ id: 'sku-8', name: nameOf('sku-8'), url: '/p/sku-8', price: 8.5 });
});

test('who has refused, or wants no suggestions, has nothing remembered; forgetting takes it', async ({
  page,
  site,
}) => {
  serve(site);
  await enter(page, `${site.origin}/p/sku-8`);
  await kept(page, 1);
  await call(page, 'forget');
  expect(await rowsOf(page)).toEqual([]);
  await enter(page, `${site.origin}/`);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  await expect(cards(page)).toHaveCount(0);
  await call(page, 'set', { selvedge_off: ['suggestions'] });
  await enter(page, `${site.origin}/p/sku-12`);
  await expect
    .poll(() => site.requests.filter((line) => line.includes('/selvedge-recommend.js')).length)
    .toBeGreaterThan(0);
  expect(await recommended(page, ['similar'], 1)).toEqual([]);
  expect(await rowsOf(page)).toEqual([]);
  await call(page, 'set', { selvedge_off: null });
  await call(page, 'optOut');
  await enter(page, `${site.origin}/p/sku-16`);
  await expect(cards(page)).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('selvedge'))).toBe('{"consent":"denied"}');
});

const HOSTILE = {
  id: 'evil',
  similar: ['script', 'data', 'markup', 'far'],
  facts: [
    { id: 'script', name: 'Script', url: 'javascript:window.hit=1' },
    { id: 'data', name: 'Data', url: 'data:text/html,<script>window.hit=1</script>' },
    {
      id: 'markup',
      name: '<img src=x onerror="window.hit=1">',
      url: '/p/markup',
      image: 'https://elsewhere.example/i.png',
    },
    { id: 'far', name: 'Far', url: 'https://elsewhere.example/p' },
  ],
};

test('a row that is hostile does nothing but say its words', async ({ page, site }) => {
  serve(site);
  const row = JSON.stringify(HOSTILE).replace(/</g, '\\u003c');
  site.serve('/evil', pageWith(`<h1>Evil</h1>${LIST}${printed(row)}`));
  await enter(page, `${site.origin}/evil`);
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).locator('h3')).toHaveText(['<img src=x onerror="window.hit=1">', 'Far']);
  await expect(cards(page).locator('img')).toHaveCount(0);
  expect(await page.locator('[href^="javascript:"],[href^="data:"]').count()).toBe(0);
  expect(await page.evaluate(() => Object(window).hit)).toBeUndefined();
});

for (const [what, element] of [
  ['no JSON', printed('{"id":"x",')],
  ['no row', printed('[1,2]')],
  ['five megabytes', printed(JSON.stringify({ id: 'big', similar: ['x'.repeat(5_000_000)] }))],
] as const)
  test(`${what} is said, and nothing of it is kept`, async ({ page, site }) => {
    serve(site);
    site.serve('/odd', pageWith(`<h1>Odd</h1>${LIST}${element}`));
    await page.addInitScript(() => {
      Object.assign(window, { warned: [] });
      document.addEventListener('selvedge:warning', (event) =>
        Object(window).warned.push((event as CustomEvent).detail.message),
      );
    });
    await enter(page, `${site.origin}/odd`);
    await expect
      .poll(() => page.evaluate(() => Object(window).warned))
      .toContainEqual(expect.stringMatching(/^#selvedge-item /));
    expect(await rowsOf(page)).toEqual([]);
    await expect(cards(page)).toHaveCount(0);
  });

test('what a visitor wrote into a page is no row', async ({ page, site }) => {
  serve(site);
  const comment = `<div id="selvedge-item">${JSON.stringify(HOSTILE).replace(/</g, '&lt;')}</div>`;
  site.serve('/comment', pageWith(`<h1>Comment</h1>${LIST}${comment}`));
  await enter(page, `${site.origin}/comment`);
  expect(await recommended(page, ['similar'], 1)).toEqual([]);
  await expect(cards(page)).toHaveCount(0);
  expect(await rowsOf(page)).toEqual([]);
});
