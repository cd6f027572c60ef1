// Groups of buyers in a panel that speaks German: what learning called them is said in German wherever it stands, and the
// draft holds what the terminal would have written.

import type { Config } from '../../../shared/schema/config.ts';
import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { call, enter } from '../../support/page-api.ts';
import { serveBare } from '../../support/tag.ts';
import { config, PAGE } from '../make/desk-site.ts';

test.use({ isEmptied: true, language: 'de' });

const chromium = chromiumOnly('Firefox speaks another language only with a pack of it installed');

const OFTEN = 'Bought about 12 times, about 3 days ago';
const ONCE = 'Bought once, about 5 months ago';
const DESCRIPTION = 'Bought about 12 times, last about 3 days ago, spent about 1,200: 20 % of buyers';
const learned: Pick<Config, 'learned' | 'personas' | 'segments'> = {
  learned: { at: '2026-11-28', from: '2026-01-01', until: '2026-11-27', buyers: 900 },
  personas: {
    mean: [3, 1, 4],
    spread: [1.5, 1, 2],
    groups: [
      { id: 'persona-1', name: OFTEN, description: DESCRIPTION, centre: [-1, 1.5, 1.4], share: 0.2 },
      { id: 'persona-2', name: ONCE, description: '', centre: [1.3, -1, -0.5], share: 0.8 },
    ],
  },
  segments: [
    {
      id: 'persona-1',
      name: OFTEN,
      description: DESCRIPTION,
      when: { kind: 'days', event: 'purchase', is: { $gte: 4 } },
    },
  ],
};

test(
  'are called in German, in Learn, in the draft and of this browser',
  chromium,
  async ({ extension, page, site }) => {
    await extension.allowHost('http://localhost/*');
    site.serve('/', PAGE);
    site.serve('/selvedge.json', {
      body: JSON.stringify({ ...config, ...learned, segments: config.segments }),
    });
    serveBare(site);
    await enter(page, site.origin);
    await call(page, 'track', 'purchase', { value: 20 });
    const panel = await openPanelFor(extension, page, 'visitor');
    const buyer = panel.page.getByRole('region', { name: 'Als Käufer' });
    await expect(buyer).toContainText('Nächste Käufergruppe');
    await expect(buyer).toContainText('Kaufte ');
    await expect(buyer).not.toContainText(/Bought|ago/);

    await panel.page.getByRole('tab', { name: 'Machen', exact: true }).click();
    await panel.press('Lernen');
    await panel.page
      .locator('main input[type=file]')
      .first()
      .setInputFiles({
        name: 'learned.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(learned)),
      });
    const groups = panel.page.getByRole('region', { name: 'Käufergruppen', exact: true });
    await expect(groups.getByRole('listitem')).toHaveText([
      /^Kaufte etwa 12-mal, vor etwa 3 Tagen/,
      /^Kaufte einmal, vor etwa 5 Monaten/,
    ]);
    await panel.press('Alles übernehmen');
    await expect(groups).toContainText('In Ihrem Entwurf');
    await expect(groups.getByLabel('Name').first()).toHaveValue('Kaufte etwa 12-mal, vor etwa 3 Tagen');
    const read = () =>
      panel.page.evaluate(async () => {
        const all: Record<string, unknown> = await chrome.storage.local.get(null);
        const [, kept] = Object.entries(all).find(([key]) => key.startsWith('draft:')) ?? [];
        const { segments, personas } = (kept as { value: { config: Config } }).value.config;
        return [...segments, ...(personas?.groups ?? [])].map(({ name }) => name);
      });
    expect(await read()).toEqual(['On a phone', OFTEN, OFTEN, ONCE]);

    await panel.press('Zurück');
    const row = panel.button(/^Kaufte etwa 12-mal/);
    await expect(row).toContainText('gab etwa 1.200 aus: 20 % der Käufer');
    await row.click();
    const name = panel.page.getByLabel('Name', { exact: true });
    await expect(name).toHaveValue('Kaufte etwa 12-mal, vor etwa 3 Tagen');
    await expect(panel.page.locator('body')).not.toContainText(/Bought|of buyers/);
    // what an author writes is theirs, in whatever language
    await name.fill('Stammkunden');
    await expect.poll(read).toEqual(['On a phone', 'Stammkunden', OFTEN, ONCE]);
  },
);
