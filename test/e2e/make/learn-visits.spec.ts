// Learn from visits: what goes together is searched, taken over and goes along with what is published; how a model held is
// a curve and a table, and what was not learned says what is missing.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Extension } from '../../support/extension-shape.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Panel } from '../../support/panel.ts';
import type { Site } from '../../support/site.ts';
import { serveBare } from '../../support/tag.ts';
import { makeVisits } from '../../unit/shared/learn/items/made-visits.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox('the same panel; Firefox keeps such a file in the first test');

const config: Config = {
  ...three,
  goals: [
    { id: 'order', name: 'Order', event: 'purchase' },
    { id: 'cart', name: 'Basket', event: 'add_to_cart' },
  ],
};
const BEGIN = Date.UTC(2026, 0, 1);
const LOOKS = makeVisits(0.9, { visits: 1500, items: 80 }).flatMap((items, visit) =>
  items.map((item, i) => `mark-${visit},${item},${new Date(BEGIN + visit * 36e5 + i * 6e4).toISOString()}`),
);
const VISITS = `Session,Item,Date\n${LOOKS.join('\n')}\n`;

interface Given {
  extension: Extension;
  page: Page;
  site: Site;
}

async function openLearn({ extension, page, site }: Given) {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(config) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.press('Learn');
  const give = (...files: [name: string, content: string][]) =>
    panel.page
      .locator('main input[type=file]')
      .first()
      .setInputFiles(
        files.map(([name, content]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })),
      );
  return { panel, give, card: (name: string) => panel.page.getByRole('region', { name, exact: true }) };
}

/** What the extension keeps under the key that begins so. */
const readKept = <T>(panel: Panel, begin: string): Promise<T | undefined> =>
  panel.page.evaluate(async (key) => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const all: Record<string, unknown> = await browser.storage.local.get(null);
    const [, kept] = Object.entries(all).find(([name]) => name.startsWith(key)) ?? [];
    return (kept as { value: T } | undefined)?.value;
  }, begin);
const readItems = async (panel: Panel): Promise<string | undefined> =>
  (await readKept<{ config: Config }>(panel, 'draft:'))?.config.items?.file;

test('what goes together is searched, taken over in one step, and goes along with what is published', async ({
  extension,
  page,
  site,
}) => {
  const { panel, give, card } = await openLearn({ extension, page, site });
  await give(['visits.csv', VISITS]);
  await expect(card('visits.csv')).toContainText('A table of visits.');
  await panel.press('Learn from it');
  const items = card('What goes together');
  await expect(items.locator('.lead')).toHaveText(
    /^What goes together, of 80 items: 80 have items that are looked at/,
  );
  await expect(items).toContainText(
    /items that came next \d+ of 100 stood in a list of 16, and \d+ of 100 in a list/,
  );
  // what nothing was read for is one line, and no card of "0 buyers"
  await expect(card('What was read')).toContainText(
    'There are no orders in what was read. Classes, groups of',
  );
  await expect(card('What was read')).toContainText('Nothing that was read tells what comes before a goal.');
  await expect(card('What was read').locator('dt')).toHaveText([
    'Rows',
    'Visits',
    'Items',
    'First and last day',
  ]);
  for (const name of ['Classes (RFM)', 'Groups of buyers', 'What to expect', 'Chance of a goal'])
    await expect(card(name)).toHaveCount(0);

  await items.getByLabel('Search an item').fill('sku-7');
  await items.getByRole('button', { name: 'sku-7', exact: true }).click();
  const row = items.getByRole('region', { name: 'sku-7' });
  await expect(row).toContainText('Looked at with it');
  await expect(row.getByRole('listitem').first()).toHaveText(/^sku-[456]$/);
  await items.getByLabel('Search an item').fill('nothing such');
  await expect(items).toContainText('No item of the file is called so.');
  expect(await findViolations(panel.page)).toEqual([]);

  // another size: of what was read, without the file
  const size = items.getByLabel('How large the file is');
  const smaller = size.locator('option', { hasText: 'pairs of 5 visitors, 5 each' });
  await size.selectOption((await smaller.getAttribute('value'))!);
  await expect(items.locator('tr[aria-current=true]')).toContainText(/5\s*5$/);
  expect(await readItems(panel)).toBeUndefined();

  await panel.press('Take over: What goes together');
  await expect(items).toContainText('In your draft');
  const name = (await readItems(panel))!;
  expect(name).toMatch(/^selvedge-items-[0-9a-f]{8}\.js$/);
  const [kept] = (await readKept<{ name: string; text: string }[]>(panel, 'items:'))!;
  expect(kept?.name).toBe(name);
  expect(kept?.text).toMatch(/^export default '\{"version":1,/);
  expect(kept?.text).not.toContain('mark-');
  await panel.undo('What goes together');
  await expect(panel.button('Take over: What goes together')).toBeVisible();
  expect(await readItems(panel)).toBeUndefined();
  await panel.redo('What goes together');
  await expect(items).toContainText('In your draft');

  await panel.back();
  await panel.openPublishing();
  await expect(panel.says(`${name} goes along`)).toBeVisible();
  await expect(panel.button(`Save ${name} as a file`)).toBeEnabled();
  expect(await findViolations(panel.page)).toEqual([]);
});

test(
  'a draft that names a file which is not kept says so, and takes it when it is chosen',
  same,
  async ({ extension, page, site }) => {
    const { panel, give, card } = await openLearn({ extension, page, site });
    const text = `export default '${JSON.stringify({ version: 1, made: '2026-11-28', ids: ['a', 'b'], rows: ')())((' }).replaceAll("'", "\\'")}';\n`;
    const learned = {
      learned: { at: '2026-11-28', from: '2026-01-01', until: '2026-10-31', visits: 900 },
      items: { file: 'selvedge-items-00000000.js' },
    };
    await give(['learned.json', JSON.stringify(learned)]);
    await expect(card('What goes together')).toContainText('selvedge-items-00000000.js was not chosen');
    await panel.press('Take over: What goes together');
    await expect(card('What goes together')).toContainText('In your draft');
    await panel.back();
    await panel.openPublishing();
    await expect(panel.says('selvedge-items-00000000.js is not kept with this draft')).toBeVisible();
    await expect(panel.button('Save selvedge-items-00000000.js as a file')).toHaveCount(0);
    await panel.page
      .getByLabel('Choose selvedge-items-00000000.js')
      .setInputFiles({ name: 'other.js', mimeType: 'text/javascript', buffer: Buffer.from(text) });
    await expect(panel.alert).toHaveText('other.js is another file: it does not hold what the draft names.');
  },
);

test(
  'how a model held is a curve and a table, and what it looks at are sentences',
  same,
  async ({ extension, page, site }) => {
    const { panel, give, card } = await openLearn({ extension, page, site });
    const bins = Array.from({ length: 10 }, (_, i) => ({
      rows: 900,
      visitors: 300,
      mean: 0.01 + 0.03 * i,
      actual: 0.012 + 0.029 * i,
    }));
    const report = {
      visits: 3000,
      positives: 420,
      auc: 0.741,
      interval: [0.72, 0.76],
      mean: 0.151,
      actual: 0.142,
      slope: 1.02,
      brier: 0.1,
      brierOfMean: 0.12,
      bins,
    };
    const terms = [
      { of: { kind: 'count', event: 'add_to_cart', during: 'visit' }, as: 'log', weight: 1.2 },
      { when: { kind: 'since', event: 'purchase', is: { $lt: '7d' } }, weight: -0.69 },
    ];
    const model = { id: 'order', name: 'Order', goal: 'order', bias: -3, terms, report };
    const learned = { at: '2026-11-28', from: '2026-01-01', until: '2026-10-31', visits: 9000 };
    await give(['learned.json', JSON.stringify({ learned, models: [model] })]);
    const chance = card('Chance of a goal');
    await expect(chance.locator('.lead')).toHaveText(
      'How likely “Order” is in a visit: of 100 page views in the test 15 were expected to lead there, 14 did.',
    );
    await expect(chance).toContainText('in 74 of 100 pairs (72 to 76; 50 is chance)');
    await expect(chance.getByRole('img')).toHaveAccessibleName(
      /^What was stated against what came: from 1 stated/,
    );
    await expect(chance.getByRole('row')).toHaveCount(11);
    await expect(chance.getByRole('row').last()).toHaveText(/28\s*27\s*22–33\s*300/);
    await chance.getByText('What it looks at').click();
    await expect(chance.getByRole('listitem')).toHaveText([
      'The more, the likelier: how often in this visit: Put in the basket',
      'Less likely, the odds 2 times as low: Ordered in the last 7 days',
    ]);
    expect(await findViolations(panel.page)).toEqual([]);
    await panel.press('Take over: Chance of a goal');
    await expect(chance).toContainText('In your draft');
    const models = (await readKept<{ config: Config }>(panel, 'draft:'))?.config.models;
    expect(models).toEqual([model]);
    await panel.undo('Chance of a goal');
    await expect(panel.button('Take over: Chance of a goal')).toBeVisible();

    // of events the goal is chosen, and what is missing is said
    await panel.press('Begin anew');
    const lines = Array.from({ length: 30 }, (_, i) =>
      ['visit_start', 'page_view', i % 3 ? 'page_view' : 'add_to_cart'].map((name, j) =>
        JSON.stringify({
          visitor: `mark-${i}`,
          name,
          at: BEGIN + i * 36e5 + j * 6e4,
          props: { path: `/${j}` },
        }),
      ),
    ).flat();
    await give(['events.jsonl', `${lines.join('\n')}\n`]);
    await panel.page.getByLabel('Which goal to look for in visits').selectOption('Basket');
    await panel.press('Learn from it');
    await expect(chance).toContainText(
      /Not learned: Visits that reached the goal: \d+, and 200 are needed\./,
    );
    await expect(card('What goes together')).toContainText(
      /Not learned: Items that came after another in one of the visits of the test: \d+, and 100 are needed\./,
    );
  },
);
