// What a list of recommended items holds, by the time it is on the page: sources one after the other, and what is left out.
import { packItems, packRows } from '../../../shared/items/pack-items.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';
import { asksFor, cards, type Did, enterShop, exposures, items, serve } from './recommending.ts';

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
