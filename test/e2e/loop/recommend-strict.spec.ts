// Recommended items under the strictest policy, with facts that somebody hostile has written, and without moving the page.
import type { Page } from '@playwright/test';
import { packItems } from '../../../shared/items/pack-items.ts';
import { recordFrames } from '../../support/frames.ts';
import type { Site } from '../../support/site.ts';
import { expect, test } from '../../support/test.ts';
import { BELOW, cards, enterShop, exposures, FILE, items, LIST, serve } from './recommending.ts';

declare global {
  interface Window {
    searches?: number;
  }
}

/** Nothing may be asked for but scripts and pictures of the site's own, and no markup made of text. */
const STRICT =
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const headers = { 'content-security-policy': STRICT };
/** No attribute that the policy refuses. */
const plain = (html: string) =>
  html.replace(/ onclick="[^"]*"/, '').replace(/ style="height:300vh"/, ' id="gap"');
/** What keeps the list out of view without a style. */
const GAP = '<br>'.repeat(200);
const body = plain(BELOW).replace('id="gap">', `id="gap">${GAP}`);

test('a policy that lets nothing be asked for: the list is filled all the same', async ({ page, site }) => {
  serve(site, { body, headers });
  await enterShop(page, site);
  await expect(cards(page).locator('h3')).toHaveText(['Mat <b>x</b>', 'Stove']);
  await expect(page.locator('#list')).toBeHidden();
  const asked = site.requests.filter((line) => line.includes('selvedge-'));
  // of items the one file that everybody gets, and nothing of the visitor
  expect(asked.filter((line) => line.includes('items'))).toEqual([`GET /${FILE}`]);
  expect(asked.join()).not.toMatch(/tent|mat|stove/);
});

const MARKUP = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>{{trait.x}}';
test('what is hostile in the file shows nothing but itself', async ({ page, site }) => {
  const url = [
    '',
    'java\tscript:window.pwned=1',
    '/p/stove',
    '//other.example/x',
    'https://other.example/" onclick="window.pwned=1',
  ];
  serve(site, {
    body,
    headers,
    change: { from: ['similar', 'trending'], count: 2, least: 1 },
    file: packItems({
      ...items,
      facts: {
        base: 'javascript:window.pwned=1//',
        name: ['', 'Mat', 'Stove', MARKUP, '\u202e"><b>Rope'],
        url,
        image: ['', 'x.png', 'data:image/svg+xml,<svg onload="window.pwned=1"/>', 'x.png', 'javascript:1'],
        price: [null, 1, 1e21, 3, -1],
        currency: '<b>',
        group: ['__proto__', 'constructor', '__proto__', 'a', 'b'],
      },
    }),
  });
  await enterShop(page, site);
  // relative addresses would run what stands in front of them: those items are left out
  await expect(cards(page).locator('h3')).toHaveText([MARKUP, '\u202e"><b>Rope']);
  const copy = page.locator('.list[data-selvedge]');
  expect(await copy.locator('b, script, [onclick], [onerror], img[src]').count()).toBe(0);
  const links = await copy.locator('a').evaluateAll((all) => all.map((one) => Object(one).protocol));
  expect(links).toEqual(['http:', 'https:']);
  await expect(copy.locator('.price')).toHaveText(['3 <b>', '-1 <b>']);
  expect(await page.evaluate(() => window.pwned)).toBeUndefined();
});

test('as many cards as the page’s own, and nothing moves', async ({ page, site }) => {
  const style =
    '<style>*{margin:0}.card{height:120px;overflow:hidden}img{width:40px;height:40px}#gap{height:300vh}</style>';
  const two = LIST.replace('<h3>Two</h3>', '<a href="/p/two"><h3>Two</h3></a>');
  const body = `${style}<main><h1>Shop</h1><div id="gap"></div>${two}<p id="after">After</p></main>`;
  serve(site, { body });
  site.serve(
    '/without',
    `<!doctype html><html lang="en"><head><title>Test</title></head><body>${body}</body></html>`,
  );
  const top = () => page.locator('#after').evaluate((one) => one.getBoundingClientRect().top + scrollY);
  await page.goto(`${site.origin}/without`);
  const before = await top();
  const frames = await recordFrames(page, { watch: '#after' });
  await enterShop(page, site);
  await expect(cards(page)).toHaveCount(2);
  expect(await top()).toBe(before);
  await page.locator('#after').scrollIntoViewIfNeeded();
  await expect(cards(page).first()).toBeInViewport();
  await frames.settle();
  expect(frames.layoutShift).toBe(0);
  expect(frames.moves.filter(({ path }) => path === '/shop')).toEqual([]);
  expect(await exposures(page)).toEqual([expect.objectContaining({ experience: 'rec', outcome: 'variant' })]);
});

/** How often the copy of a list is searched, while so many cards are made. */
async function countSearches(page: Page, site: Site, count: number): Promise<number> {
  serve(site, { change: { count, least: 1, without: [] } });
  await enterShop(page, site);
  await expect(cards(page)).toHaveCount(count);
  return page.evaluate(() => window.searches ?? 0);
}
test('what is to be filled is looked for once, however many cards there are', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.searches = 0;
    for (const name of ['querySelectorAll', 'matches'] as const) {
      const search: (css: string) => unknown = Element.prototype[name];
      Object.assign(Element.prototype, {
        [name](this: Element, css: string) {
          if (this.ownerDocument !== document) window.searches!++;
          return search.call(this, css);
        },
      });
    }
  });
  const ofOne = await countSearches(page, site, 1);
  expect(ofOne).toBeGreaterThan(0);
  expect(await countSearches(page, site, 4)).toBe(ofOne);
});
