// A catalog beside visits: it is known by its columns, joins what was chosen, and gives items their names and addresses.

import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { makeVisits } from '../../unit/shared/learn/items/made-visits.ts';
import { config, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox(
  'the same panel over the same reader; learn.spec.ts and learn-visits.spec.ts read files there',
);

const BEGIN = Date.UTC(2026, 0, 1);
const LOOKS = makeVisits(0.9, { visits: 1500, items: 80 }).flatMap((items, visit) =>
  items.map((item, i) => `mark-${visit},${item},${new Date(BEGIN + visit * 36e5 + i * 6e4).toISOString()}`),
);
const VISITS = `Session,Item,Date\n${LOOKS.join('\n')}\n`;
/** What it calls names nobody knows. */
const CATALOG = `sku;Was es ist;link;price\n${Array.from({ length: 80 }, (_, i) => `sku-${i};Ware ${i};/p/${i};${i + 10}.50 EUR\n`).join('')}`;

test(
  'a catalog is known by its columns, joins the visits, and items get their names',
  same,
  async ({ extension, page, site }) => {
    await extension.allowHost('http://localhost/*');
    site.serve('/', PAGE);
    site.serve('/selvedge.json', { body: JSON.stringify(config) });
    serveBare(site);
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page, 'make');
    await panel.press('Learn');
    const give = (name: string, content: string) =>
      panel.page
        .locator('main input[type=file]')
        .first()
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    const card = (name: string) => panel.page.getByRole('region', { name, exact: true });

    // by itself it teaches nothing
    await give('catalog.csv', CATALOG);
    await expect(card('catalog.csv')).toContainText('A catalog: what your items are called');
    await expect(panel.says('Of a catalog alone nothing is learned.')).toBeVisible();
    await expect(panel.button('Learn from it')).toBeDisabled();
    await panel.page
      .getByLabel('Choose orders or visits')
      .setInputFiles({ name: 'visits.csv', mimeType: 'text/plain', buffer: Buffer.from(VISITS) });
    await expect(card('visits.csv')).toContainText('A table of visits.');
    await expect(card('catalog.csv').getByLabel('Address of its page')).toHaveValue('2');
    await card('catalog.csv').getByLabel('Name of the item').selectOption('Was es ist');
    await expect(card('catalog.csv')).toContainText('Ware 0 · Ware 1 · Ware 2');
    expect(await findViolations(panel.page)).toEqual([]);

    await panel.press('Learn from it');
    const items = card('What goes together');
    await expect(items).toContainText('Items in the catalog: 80. Of these somebody met 80.');
    await expect(items).not.toContainText('a name and an address');
    await expect(items.getByText('Add a catalog')).toHaveCount(0);
    await items.getByLabel('Search an item').fill('Ware 7');
    await items.getByRole('button', { name: 'Ware 7 (sku-7)', exact: true }).click();
    await expect(items.getByRole('region', { name: 'Ware 7 (sku-7)' })).toContainText('Looked at with it');
    expect(await findViolations(panel.page)).toEqual([]);
  },
);
