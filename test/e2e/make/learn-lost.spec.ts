// Items that are learned again without the catalog: what the draft's lists would lose by it is said before it is taken over.

import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { csvOf, makeOrders } from '../../unit/cli/orders.ts';
import { makeVisits } from '../../unit/shared/learn/items/made-visits.ts';
import { config, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox(
  'the same panel over the same reader; learn.spec.ts and learn-visits.spec.ts read files there',
);

const BEGIN = Date.UTC(2026, 0, 1);
const LOOKS = makeVisits(0.9, { visits: 1500, items: 80 }).flatMap((items, visit) =>
  items.map((item, i) => `v-${visit},${item},${new Date(BEGIN + visit * 36e5 + i * 6e4).toISOString()}`),
);
const CATALOG = Array.from({ length: 80 }, (_, i) => `sku-${i};Ware ${i};/p/${i};${i + 10}.50 EUR`);
const FILES = {
  'visits.csv': `Session,Item,Date\n${LOOKS.join('\n')}\n`,
  'orders.csv': csvOf(makeOrders()),
  'catalog.csv': `sku;title;link;price\n${CATALOG.join('\n')}\n`,
};

test(
  'a file of items that knows less than the draft’s says what is lost, and how to have it',
  same,
  async ({ extension, page, site }) => {
    await extension.allowHost('http://localhost/*');
    site.serve('/', PAGE);
    site.serve('/selvedge.json', { body: JSON.stringify(config) });
    serveBare(site);
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page, 'make');
    await panel.press('Learn');
    const give = (...names: (keyof typeof FILES)[]) =>
      panel.page
        .locator('main input[type=file]')
        .first()
        .setInputFiles(
          names.map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(FILES[name]) })),
        );
    const items = panel.page.getByRole('region', { name: 'What goes together', exact: true });
    const warns = items.getByText('knows less of items');

    await give('visits.csv', 'catalog.csv');
    await panel.press('Learn from it');
    await expect(items).toContainText('Of these somebody met 80.');
    await expect(warns).toHaveCount(0);
    await items.getByRole('button', { name: 'Take over' }).click();
    await expect(items).toContainText('In your draft');

    await panel.press('Begin anew');
    await give('visits.csv', 'orders.csv');
    await expect(items).toHaveCount(0);
    await panel.press('Learn from it');
    await expect(warns).toContainText('A name and an address: then 80 of 80, now 0 of 80.');
    await expect(warns).toContainText('A price: then 80 of 80, now 0 of 80.');
    await expect(warns).not.toContainText('A picture');
    await expect(warns).toContainText('Add a catalog and learn again');
    expect(await findViolations(panel.page)).toEqual([]);

    // of all of it that part is left out; its own button takes it over
    const all = panel.page.getByRole('region', { name: 'All of it', exact: true });
    await expect(all).toContainText('“What goes together” is left out of it');
    const own = items.getByRole('button', { name: 'Take over' });
    const takeAll = panel.page.getByRole('button', { name: 'Take all of it over' });
    await takeAll.click();
    await expect(all).toContainText('All of it is in your draft.');
    await expect(own).toBeVisible();
    await expect(items).not.toContainText('In your draft');
    await own.click();
    await expect(items).toContainText('In your draft');
    await expect(all).not.toContainText('is left out of it');
  },
);
