// What to expect is refused where browsers forget too soon: a button lets them remember longer, as one step of the draft.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { csvOf, makeOrders } from '../../unit/cli/orders.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true });

const config: Config = { ...three, privacy: { consent: 'implied', retention: '90d' } };

test(
  'browsers that forget too soon are let remember longer, and one press learns again',
  longInFirefox('the same panel over the same reader; learn.spec.ts reads files there'),
  async ({ extension, page, site }) => {
    await extension.allowHost('http://localhost/*');
    site.serve('/', PAGE);
    site.serve('/selvedge.json', { body: JSON.stringify(config) });
    serveBare(site);
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page, 'make');
    await panel.press('Learn');
    await panel.page
      .locator('main input[type=file]')
      .first()
      .setInputFiles({ name: 'year.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf(makeOrders())) });
    await panel.press('Learn from it');
    const value = panel.page.getByRole('region', { name: 'What to expect', exact: true });
    const read = panel.page.getByRole('region', { name: 'What was read', exact: true });
    await expect(value).toContainText('Browsers remember');
    await expect(value).not.toContainText('selvedge.json');
    await expect(value).toContainText('Your site’s text on privacy must say so.');
    await expect(value.getByRole('button', { name: 'Learn again' })).toHaveCount(0);
    expect(await findViolations(panel.page)).toEqual([]);

    const longer = value.getByRole('button', { name: /^Let browsers remember \d+ days$/ });
    await longer.click();
    await expect(value.getByRole('button', { name: 'Learn again' })).toBeVisible();
    // what stands here was learned before
    await expect(read).toContainText('Learned from what browsers remember of it: 90 days.');
    await panel.undo('How long browsers remember');
    await expect(value.getByRole('button', { name: 'Learn again' })).toHaveCount(0);
    await longer.click();
    await value.getByRole('button', { name: 'Learn again' }).click();
    await expect(value.locator('.lead')).toHaveText(/order days were expected, \d+ came\.$/);
    await expect(value).not.toContainText('Browsers remember');
    await expect(read).not.toContainText('90 days.');
  },
);
