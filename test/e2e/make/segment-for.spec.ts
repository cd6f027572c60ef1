// A segment that is made for a variant: the variant gets it however it is made, and who went to make it comes back to
// where they were.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Extension } from '../../support/extension-shape.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Panel } from '../../support/panel.ts';
import type { Site } from '../../support/site.ts';
import { serveBare } from '../../support/tag.ts';
import { config, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

/** The experiences as the draft holds them. */
const readExperiences = (panel: Panel): Promise<Config['experiences'] | undefined> =>
  panel.page.evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const all: Record<string, unknown> = await browser.storage.local.get(null);
    const [, kept] = Object.entries(all).find(([key]) => key.startsWith('draft:')) ?? [];
    return (kept as { value: { config: Config } } | undefined)?.value.config.experiences;
  });

async function open({ extension, page, site }: { extension: Extension; page: Page; site: Site }) {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(config) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.page.setViewportSize({ width: 320, height: 1600 });
  await panel.begin('live');
  await panel.openExperience('First');
  const given = async () => (await readExperiences(panel))?.[0]?.variants[0]?.segment;
  return { panel, given };
}

const change = 'Change something for these visitors';

test('from a variant: it has the segment, and Back and Done lead to it', async ({
  extension,
  page,
  site,
}) => {
  const { panel, given } = await open({ extension, page, site });
  await panel.openVariant();
  const whom = panel.page.getByLabel('Who gets it', { exact: true });
  const heading = panel.page.locator('.make-bar h2');

  // who looks only comes back with nothing changed
  await whom.selectOption({ label: 'a new segment …' });
  await expect(panel.page.getByRole('searchbox')).toBeVisible();
  await panel.back();
  await expect(whom).toHaveValue('phones');
  expect(await given()).toBe('phones');

  // a rule of one's own
  await whom.selectOption({ label: 'a new segment …' });
  await panel.press('Build a rule of my own');
  await expect(heading).toHaveText('Own rule');
  await expect.poll(given).toBe('own-rule');
  // its page begins no second experience
  await expect(panel.page.getByRole('region', { name: 'Made-up visitors' })).toBeVisible();
  await expect(panel.button(change)).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.back();
  await expect(heading).toHaveText('For Own rule');
  await expect(whom.locator('option:checked')).toHaveText('Own rule');

  // from a template
  await whom.selectOption({ label: 'a new segment …' });
  await panel.page.getByRole('searchbox').fill('returning');
  await panel.page.locator('[data-template] summary').first().click();
  await panel.useTemplate();
  await expect(heading).toHaveText('For Back again');
  await expect(whom.locator('option:checked')).toHaveText('Back again');

  // one undo takes back both: the segment, and that it was given
  await panel.undo('New segment');
  await expect(whom.locator('option:checked')).toHaveText('Own rule');
  await panel.undo('New segment');
  await expect(whom).toHaveValue('phones');
  await expect.poll(given).toBe('phones');

  await whom.selectOption({ label: 'a new segment …' });
  await panel.press('Build a rule of my own');
  await panel.press('Done');
  await expect(heading).toHaveText('For Own rule');
  await expect(panel.changes).toHaveCount(1);
  expect((await readExperiences(panel))?.map(({ id }) => id)).toEqual(['First', 'Second', 'Third']);
});

test('from an experience: Back and Done lead there; from the draft there is nobody to come back to', async ({
  extension,
  page,
  site,
}) => {
  const { panel, given } = await open({ extension, page, site });
  const whom = panel.page.getByLabel('Segment of A');
  const heading = panel.page.locator('.make-bar h2');
  await whom.selectOption({ label: 'a new segment …' });
  await panel.press('Build a rule of my own');
  await expect(panel.button(change)).toHaveCount(0);
  await panel.press('Done');
  await expect(heading).toHaveText('First');
  await expect(whom.locator('option:checked')).toHaveText('Own rule');
  await expect.poll(given).toBe('own-rule');
  await panel.back();

  await panel.button(/^Own rule/).click();
  await expect(panel.button(change)).toBeVisible();
  await expect(panel.button('Done')).toHaveCount(0);
  await panel.back();
  await expect(heading).toHaveText('Draft');
});
