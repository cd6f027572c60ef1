// Checks of lists of recommended items: what a list asks for and no item has, with the way to that list.

import type { ItemsFile } from '../../../shared/items/items-file.ts';
import { packItems, packRows } from '../../../shared/items/pack-items.ts';
import { nameItems } from '../../../shared/learn/items/name-items.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

test.use({ isEmptied: true });

const same = longInFirefox(
  'the same panel; extension/review.spec.ts checks and list.spec.ts makes lists there',
);

const ids = ['tent', 'mat', 'stove', 'lamp'];
const items: ItemsFile = {
  version: 1,
  made: '2026-11-28',
  ids,
  rows: packRows([[1, 2], [2, 3], [], []]),
  trending: [0, 1],
  facts: {
    name: ['Tent', 'Mat', 'Stove', 'Lamp'],
    url: ids.map((id) => `/p/${id}`),
    price: [200, 30, 45.5, 12],
    currency: 'EUR',
    group: ['to sleep', 'to sleep', 'to cook', ''],
  },
};
const TEXT = packItems(items);
const FILE = nameItems(TEXT);
const card = (name: string): string =>
  `<li class="card"><a href="/p/${name}"><img alt="" src="data:,"><h3>${name}</h3></a><p class="price">€ 99.00</p></li>`;
const PAGE = `<!doctype html><html lang="en"><head><title>Shop</title></head><body><main><h1>Shop</h1>
  <ul class="list">${['Own', 'Other'].map(card).join('')}</ul><p>After</p></main></body></html>`;

const list = (more: Partial<ChangeOf<'recommend'>>): ChangeOf<'recommend'> => ({
  kind: 'recommend',
  target: { css: '.list' },
  card: { item: '.card', name: 'h3', price: '.price' },
  from: ['trending'],
  count: 2,
  ...more,
});
/** The change before the list is turned off: what is published has one change less. */
const config = (change: ChangeOf<'recommend'>): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  items: { file: FILE },
  segments: [],
  experiences: [
    {
      id: 'lists',
      name: 'Lists',
      status: 'live',
      pages: ['/'],
      goal: null,
      variants: [
        {
          id: 'a',
          name: 'A',
          segment: 'everyone',
          changes: [{ kind: 'text', target: { css: 'h1' }, value: 'Our shop' }, change],
        },
      ],
    },
  ],
});

test(
  'a list that asks for what no item has is found by Checks, which lead to it',
  same,
  async ({ extension, page, site }) => {
    await extension.allowHost('http://localhost/*');
    site.serve('/', PAGE);
    site.serve(`/${FILE}`, TEXT);
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page, 'make');
    const change = list({ where: { group: 'tents' }, card: { item: '.card', name: 'h3', image: 'img' } });
    await panel.page
      .locator('label', { hasText: 'Open a config file' })
      .locator('input')
      .setInputFiles({
        name: 'shop.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(config(change))),
      });
    await panel.openExperience('Lists');
    await panel.openVariant();
    // numbers of what is found are of what would be published
    await panel.changes.getByRole('checkbox').first().uncheck();
    await panel.open('checks');
    await panel.press('Check');
    const found = panel.main
      .getByRole('listitem')
      .filter({ hasText: 'No item is what this list asks for, so the page keeps its own cards.' });
    await expect(found).toHaveCount(1);
    await expect(found).toContainText('These groups there are: to sleep, to cook.');
    await expect(
      panel.says('No item has a picture, so its place in the cards of this list stays empty.'),
    ).toBeVisible();
    // said once, and not what the preview made of it
    await expect(panel.says(/Too few items/)).toHaveCount(0);
    expect(await findViolations(panel.page)).toEqual([]);
    await found.getByRole('button', { name: 'Open the change' }).click();
    await expect(panel.changes.getByRole('group', { name: 'Only these items' })).toBeVisible();
    await panel.press('Not only: tents');
    await panel.open('checks');
    await panel.press('Check again');
    await expect(panel.says(/No item has a picture/)).toBeVisible();
    await expect(panel.says(/No item is what this list asks for/)).toHaveCount(0);
  },
);
