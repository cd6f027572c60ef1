// A list of recommended items, made in the panel: found from one of its cards, filled on the page, asked for otherwise, checked,
// and taken back. Where nothing is known of items, or too little, an author is told what to do.

import type { Page } from '@playwright/test';
import type { ItemsFile } from '../../../shared/items/items-file.ts';
import { packItems, packRows } from '../../../shared/items/pack-items.ts';
import { nameItems } from '../../../shared/learn/items/name-items.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Panel } from '../../support/panel.ts';
import { readPage, startVariant } from './begin.ts';

test.use({ isEmptied: true });

const ids = ['tent', 'mat', 'stove', 'lamp', 'rope'];
const items: ItemsFile = {
  version: 1,
  made: '2026-11-28',
  ids,
  rows: packRows([[2, 3], [3, 4], [], [], []]),
  trending: [0, 1],
  facts: {
    name: ['Tent', 'Mat', 'Stove', 'Lamp', 'Rope'],
    url: ids.map((id) => `/p/${id}`),
    price: [200, 30, 45.5, 12, 8],
    currency: 'EUR',
    group: ['to sleep', 'to sleep', 'to cook', '', ''],
  },
};
const TEXT = packItems(items);
const FILE = nameItems(TEXT);
const card = (name: string): string =>
  `<li class="card"><a href="/p/${name}"><h3>${name}</h3></a><p class="price">€ 99.00</p></li>`;
const PAGE = `<!doctype html><html lang="en"><head><title>Shop</title></head><body>
  <nav><a href="/one">One</a><a href="/two">Two</a></nav><main><h1>Shop</h1>
  <ul class="list">${['Own', 'Other', 'Third'].map(card).join('')}</ul><p>After</p></main></body></html>`;

/** The cards that are in view, of the page or of ours. */
const names = (page: Page) => page.locator('.list:visible .card h3');

const readCorner = (page: Page) => page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 40 } });

async function learnItems(panel: Panel): Promise<void> {
  const learned = {
    learned: { at: '2026-11-28', from: '2026-01-01', until: '2026-10-31', visits: 900 },
    items: { file: FILE },
  };
  await panel.page
    .locator('main input[type=file]')
    .first()
    .setInputFiles(
      [['learned.json', JSON.stringify(learned)] as const, [FILE, TEXT] as const].map(([name, content]) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(content),
      })),
    );
  await panel.press('Take over: What goes together');
  await expect(panel.page.getByRole('region', { name: 'What goes together' })).toContainText('In your draft');
}

async function openList(panel: Panel): Promise<void> {
  await panel.pick('.card h3');
  await panel.openTool('List');
  await panel.press('Pick the list');
  await expect(panel.picked).toHaveText(/list/);
  await panel.openTool('List');
}

const readChanges = (panel: Panel) =>
  panel.page.evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const all: Record<string, unknown> = await browser.storage.local.get(null);
    const [, kept] = Object.entries(all).find(([name]) => name.startsWith('draft:')) ?? [];
    return (kept as { value: { config: Config } }).value.config.experiences[0]?.variants[0]?.changes;
  });

test('a list shows items that suit: found from a card, filled at once, asked for otherwise, and taken back', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const before = await readPage(page);
  const corner = await readCorner(page);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  // a menu is no list of items
  await panel.pick('nav a');
  await expect(panel.button('Hide')).toBeVisible();
  await expect(panel.button('List')).toHaveCount(0);

  await openList(panel);
  await expect(panel.main).toContainText('Nothing is known of your items yet');
  await expect(panel.button('Show items that suit')).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.press('Learn what goes together');
  await learnItems(panel);
  await panel.back();

  await panel.openExperience('Experience 1');
  await panel.openVariant();
  await panel.startPicking();
  await openList(panel);
  await expect(panel.main).toContainText('Its 3 cards give way to as many items');
  await panel.press('Show items that suit');
  await expect(names(page)).toHaveText(['Lamp', 'Rope', 'Stove']);
  await expect(page.locator('.list:visible .price').first()).toHaveText('€ 12.00');
  // what is picked is outlined where it is seen: nothing of ours stands in the page's corner
  await expect.poll(async () => (await readCorner(page)).equals(corner)).toBe(true);
  await expect(panel.changes).toHaveText(/shows up to 3 recommended items in place of its cards/);

  const form = panel.page.getByRole('group', { name: 'What the list shows' });
  await panel.changes.getByRole('button', { name: /^More about/ }).click();
  await expect(form).toContainText('by the file of items in your draft');
  await expect(form).not.toContainText('what stands below');
  await expect(form).toContainText('in view as its page opens keeps the page’s own cards on that view');
  await form.getByLabel('How many').fill('4');
  await expect(names(page)).toHaveText(['Lamp', 'Rope', 'Stove', 'Mat']);
  await expect(form).toContainText('The page has 3 cards, and 4 take their place: what stands below moves.');
  expect(await findViolations(panel.page)).toEqual([]);

  // too few: the page's own cards, and what to do
  await panel.press('Without: Looked at with what they looked at');
  await expect(names(page)).toHaveText(['Own', 'Other', 'Third']);
  await expect(panel.changes).toContainText('Too few items are found for this visitor');
  await form.getByLabel('At least', { exact: true }).fill('1');
  await expect(names(page)).toHaveText(['Mat']);
  await expect(panel.changes).not.toContainText('Too few items');
  await form.getByLabel('What was bought stays away').selectOption('90d');
  await form.getByRole('checkbox', { name: 'what is in their basket' }).uncheck();
  await expect(names(page)).toHaveText(['Tent', 'Mat']);
  await form.getByLabel('One more source').selectOption('viewed');
  await expect
    .poll(() => readChanges(panel))
    .toEqual([
      expect.objectContaining({
        kind: 'recommend',
        card: { item: '.card', price: '.price' },
        from: ['trending', 'viewed'],
        count: 4,
        least: 1,
        without: ['this', 'bought'],
        boughtWithin: '90d',
      }),
    ]);
  await panel.undo('Where items come from');
  await panel.undo('What the list leaves out');
  await expect(names(page)).toHaveText(['Mat']);

  // which may stand in it: of one group or another, at a price; groups are those of the file
  await expect(form.locator('datalist option')).toHaveCount(2);
  const group = form.getByLabel('Of the group', { exact: true });
  await group.fill('to sleep');
  await group.press('Tab');
  await form.getByLabel('Price at most').fill('20');
  await expect(names(page)).toHaveText(['Own', 'Other', 'Third']);
  await form.getByLabel('Price at most').fill('100');
  await expect(names(page)).toHaveText(['Mat']);
  await form.getByLabel('Or of the group').fill('to cook');
  await form.getByLabel('Or of the group').press('Tab');
  const groups = form.getByRole('list', { name: 'Groups' }).getByRole('listitem');
  await expect(groups).toHaveText(['to sleep', 'to cook']);
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.press('Not only: to sleep');
  await expect(names(page)).toHaveText(['Own', 'Other', 'Third']);
  await expect
    .poll(() => readChanges(panel))
    .toEqual([expect.objectContaining({ where: { group: 'to cook', price: { $lte: 100 } } })]);
  await panel.press('Not only: to cook');
  await expect(groups).toHaveCount(0);
  await expect(names(page)).toHaveText(['Mat']);

  // what would move is said before anybody publishes
  await panel.open('checks');
  await panel.press('Check');
  await expect(
    panel.says('The list has 3 cards, and 1 to 4 take their place: what stands below moves.'),
  ).toBeVisible();

  await panel.open('make');
  await panel.changes.getByRole('button', { name: /^More about/ }).click();
  await panel.changes.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.changes).toHaveCount(0);
  await expect(names(page)).toHaveText(['Own', 'Other', 'Third']);
  await panel.back();
  await expect.poll(() => readPage(page)).toEqual(before);
});

test('without its file of items a list stays as it is, and the form, the change and the checks say so', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/p/own', PAGE);
  await page.goto(`${site.origin}/p/own`);
  const panel = await openPanelFor(extension, page, 'make');
  const config: Config = {
    version: 1,
    site: 'shop.example',
    revision: 1,
    privacy: { consent: 'implied' },
    items: { file: FILE },
    segments: [],
    experiences: [
      {
        id: 'lists',
        name: 'Lists',
        status: 'live',
        pages: ['/p/own'],
        goal: null,
        variants: [
          {
            id: 'a',
            name: 'A',
            segment: 'everyone',
            changes: [
              {
                kind: 'recommend',
                target: { css: '.list' },
                card: { item: '.tile' },
                from: ['trending'],
                count: 3,
              },
            ],
          },
        ],
      },
    ],
  };
  await panel.page
    .locator('label', { hasText: 'Open a config file' })
    .locator('input')
    .setInputFiles({
      name: 'shop.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(config)),
    });
  await panel.openExperience('Lists');
  await panel.openVariant();
  await expect(panel.changes).toContainText(
    `${FILE} is neither in the draft nor beside the tag of this site`,
  );
  await expect(names(page)).toHaveText(['Own', 'Other', 'Third']);
  await panel.changes.getByRole('button', { name: /^More about/ }).click();
  await expect(panel.changes).toContainText('On this page the list has no such card, so it stays as it is.');
  await expect(panel.changes).toContainText('filled by the file of items beside the tag');
  // made on one product's page it is led to those of all
  const alone = panel.says('It shows on this one page alone.');
  await expect(alone).toBeVisible();
  await panel.press('Show it on all pages below /p/');
  await expect(alone).toHaveCount(0);
  await panel.undo('Pages');
  await expect(alone).toBeVisible();
  await panel.open('checks');
  await panel.press('Check');
  await expect(panel.says('“.tile” finds no card in the list')).toBeVisible();
  await expect(panel.says(/is neither in the draft nor beside the tag/)).toBeVisible();
});
