// What a list of recommended items holds, by the time it is on the page: sources one after the other, and what is left out.
import type { Page } from '@playwright/test';
import { packItems, packRows } from '../../../shared/items/pack-items.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import { call } from '../../support/page-api.ts';
import { experienceOf, isInTwo } from '../../support/tag.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';
import { asksFor, BELOW, cards, type Did, enterShop, exposures, items, list, serve } from './recommending.ts';

const view = (id: string): Did[0] => ['view_item', { item_id: id }];
const file = packItems({
  ...items,
  rows: packRows([[1, 2], [], [], [], []]),
  together: packRows([[], [3], [], [], []]),
  trending: [4, 1],
  facts: {
    ...items.facts,
    name: ['Tent', 'Mat', 'Stove', 'Lamp', 'Rope'],
    group: ['camp', 'camp', 'cook', 'camp', 'climb'],
    stock: [1, 1, 1, 1, 1],
  },
});

const rows: [name: string, change: Partial<ChangeOf<'recommend'>>, did: Did, shown: string[]][] = [
  [
    'one source after the other fills the list',
    { from: ['similar', 'trending'], count: 3 },
    [view('tent')],
    ['Mat', 'Stove', 'Rope'],
  ],
  [
    'in the other order',
    { from: ['trending', 'similar'], count: 3 },
    [view('tent')],
    ['Rope', 'Mat', 'Stove'],
  ],
  [
    'of one group not more than so many',
    { from: ['similar', 'together', 'trending'], count: 3, perGroup: 1 },
    [view('tent'), ['add_to_cart', { item_id: 'mat' }]],
    ['Stove', 'Lamp', 'Rope'],
  ],
  [
    'what is in the basket or was bought is left out',
    { from: ['similar', 'trending'], count: 1 },
    [
      view('tent'),
      ['purchase', { transaction_id: '1', value: 1, items: [{ item_id: 'stove' }] }],
      ['add_to_cart', { items: [{ item_id: 'mat' }] }],
    ],
    ['Rope'],
  ],
  [
    'what was looked at, the latest first',
    { from: ['viewed'], count: 2 },
    [view('rope'), view('lamp'), view('rope'), view('mat')],
    ['Mat', 'Rope'],
  ],
  [
    'only of which something is known',
    { from: ['trending', 'similar'], count: 1, where: { group: 'cook' } },
    [view('tent')],
    ['Stove'],
  ],
];

for (const [name, change, did, shown] of rows)
  test(name, longInFirefox('the same choice, which unit tests make'), async ({ page, site }) => {
    serve(site, { change, did, file });
    await enterShop(page, site);
    await expect(cards(page).locator('h3')).toHaveText(shown);
  });

test('so many of one group that too few are left: the page keeps its list', async ({ page, site }) => {
  serve(site, {
    change: { from: ['similar'], count: 2, where: { group: 'camp' } },
    did: [view('tent')],
    file,
  });
  await enterShop(page, site);
  await expect.poll(() => asksFor(page, 'selvedge-items')).toBe(true);
  await page.locator('#after').scrollIntoViewIfNeeded();
  await expect(page.locator('#list')).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
  expect(await exposures(page)).toEqual([]);
});

/** Counts how often what is remembered is asked for. */
const countRecalls = (page: Page) =>
  page.evaluate(() => {
    const { selvedge } = window;
    const { export: recall } = selvedge;
    Object.assign(window, { recalls: 0 });
    selvedge.export = () => {
      Object(window).recalls++;
      return recall();
    };
  });
const recalls = (page: Page): Promise<number> => page.evaluate(() => Object(window).recalls);

test('where the items are loaded, what is remembered is asked for once', async ({ page, site }) => {
  serve(site, { file });
  await enterShop(page, site);
  await expect(cards(page)).toHaveCount(2);
  await countRecalls(page);
  const found = await page.evaluate(() => Object(window).selvedge.recommend({ from: ['similar'], count: 2 }));
  expect(found).toHaveLength(2);
  expect(await recalls(page)).toBe(1);
});

test('lists that are filled anew ask for it once, all together', async ({ page, site }) => {
  test.skip(!isInTwo, 'in one file no list is kept');
  serve(site, {
    file,
    body: BELOW.replace(
      '<p id="after">',
      '<ul class="more"><li class="card"><a href="/x"><h3>X</h3></a></li></ul>$&',
    ),
    config: {
      experiences: [
        experienceOf('everyone', [list(), list({ target: { css: '.more' }, count: 1 })], {
          id: 'rec',
          pages: ['/shop'],
        }),
      ],
    },
  });
  await enterShop(page, site);
  const kept = () =>
    page.evaluate(() => Object.values(JSON.parse(localStorage.getItem('selvedge') ?? '{}').now?.lists ?? {}));
  await expect.poll(async () => (await kept()).length).toBe(2);
  // at rest: nobody is about to ask
  await exposures(page);
  await countRecalls(page);
  await call(page, 'track', 'add_to_cart', { item_id: 'mat' });
  await expect.poll(async () => JSON.stringify(await kept())).toContain('Rope');
  expect((await kept()).length).toBe(2);
  expect(await recalls(page)).toBe(1);
});
