// The chance of a goal where the config has none: a button makes one, as one step of the draft, and learns again.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const config: Config = { version: 1, site: 'site.example', revision: 1, segments: [], experiences: [] };
const EVENTS = Array.from({ length: 40 }, (_, i) =>
  ['page_view', ...(i % 2 ? ['purchase'] : [])].map((name, j) =>
    JSON.stringify({ visitor: `v${i}`, name, at: Date.UTC(2026, 1, i % 20) + j, props: { value: 5 } }),
  ),
).flat();

test(
  'a goal is made where none is there to look for',
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
      .setInputFiles({ name: 'e.jsonl', mimeType: 'text/plain', buffer: Buffer.from(EVENTS.join('\n')) });
    await panel.press('Learn from it');
    const chance = panel.page.getByRole('region', { name: 'Chance of a goal', exact: true });
    await expect(chance).toContainText('Your config has no goal');
    const make = chance.getByRole('button', { name: 'Make a purchase the goal' });
    const again = chance.getByRole('button', { name: 'Learn again' });
    await expect(again).toHaveCount(0);
    expect(await findViolations(panel.page)).toEqual([]);
    await make.click();
    await expect(again).toBeVisible();
    await panel.undo('New goal');
    await expect(again).toHaveCount(0);
    await make.click();
    await again.click();
    await expect(chance).toContainText('Visits that reached the goal: ');
    await expect(chance).not.toContainText('has no goal');
  },
);
