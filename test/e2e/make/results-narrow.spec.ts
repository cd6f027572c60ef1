// Results in a panel as narrow as one gets, in a language with long words: nothing runs out of its box, every chart, table
// and bar included, and numbers are written as that language does.

import { makeReport } from '../../../shared/measure/make-report.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { serveBare } from '../../support/tag.ts';
import { countedOf, daily } from '../../unit/shared/measure/counted.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true, language: 'de' });

const WIDTH = 250;
const [pattern] = three.experiences;
const variant = pattern!.variants[0]!;
const experience = (id: string, more: Partial<Config['experiences'][0]> = {}): Config['experiences'][0] => ({
  ...pattern!,
  id,
  name: id,
  goal: 'order',
  holdout: 0.5,
  variants: [{ ...variant, segment: 'everyone' }],
  ...more,
});
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitaen';
const config: Config = {
  ...three,
  goals: [{ id: 'order', name: 'Bestellung', event: 'purchase', value: 'value', cap: 5000 }],
  measure: { ping: {} },
  experiences: [
    experience('better'),
    experience('same'),
    experience('early'),
    experience('broken'),
    experience(LONG, {
      holdout: 0.2,
      variants: ['freundliche-begruessungsworte', 'kurz'].map((id) => ({
        ...variant,
        id,
        segment: 'everyone',
        weight: 0.5,
      })),
    }),
  ],
};

/** Who reaches the goal spends so much. */
const spending = (each: number, rows: ReturnType<typeof daily>) =>
  rows.map((row) =>
    row.g ? { ...row, value: row.pings * each, squares: row.pings * each * each * 1.4 } : row,
  );
const report = makeReport(
  countedOf([
    ...spending(1234.5, daily(30, { holdout: [24_000, 1030], on: [24_000, 1130] }, { e: 'better' })),
    ...daily(14, { holdout: [2400, 72], on: [2400, 73] }, { e: 'same' }),
    ...daily(1, { holdout: [3, 0], on: [4, 1] }, { e: 'early' }),
    ...daily(14, { holdout: [2000, 60], on: [2400, 90] }, { e: 'broken' }),
    ...daily(
      20,
      { holdout: [400, 1], 'variant:freundliche-begruessungsworte': [800, 4], 'variant:kurz': [800, 3] },
      { e: LONG },
    ),
  ]),
  { config, alpha: 0.025, made: '2026-11-28T09:00:00.000Z' },
);

test(
  'at 250 px in German all of it is in its box',
  chromiumOnly('German'),
  async ({ extension, page, site }) => {
    await extension.allowHost('http://localhost/*');
    site.serve('/', PAGE);
    site.serve('/selvedge.json', { body: JSON.stringify(config) });
    serveBare(site);
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page, 'make');
    await panel.page.setViewportSize({ width: WIDTH, height: 900 });
    await panel.press('Ergebnisse');
    await panel.page.getByLabel('Bericht öffnen').setInputFiles({
      name: 'report.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(report)),
    });
    const cards = panel.page.locator('.result');
    await expect(cards).toHaveCount(config.experiences.length);
    const closed = panel.page.locator('.result details:not([open]) > summary');
    while (await closed.count()) await closed.first().click();
    // each comparison that says something has a chart of its lift and one of its visitors
    const charts = panel.page.getByRole('img').and(panel.page.locator('.chart'));
    for (const chart of await charts.all()) await expect(chart.locator('canvas')).toHaveCount(1);

    // of one day there is nothing to draw
    const early = panel.page.getByRole('region', { name: 'early', exact: true });
    await expect(early.getByRole('row').first()).toBeVisible();
    await expect(early.locator('canvas')).toHaveCount(0);
    // a name that has room is not broken
    const lines = await panel.page
      .locator('th[scope^=row]')
      .filter({ hasText: /^Variante kurz$/ })
      .evaluateAll((all) =>
        all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return range.getClientRects().length;
        }),
      );
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((one) => one !== 1)).toEqual([]);

    const outside = () =>
      panel.page.locator('.result').evaluateAll((cards, width) => {
        const all = cards.flatMap((card) => [card, ...card.querySelectorAll('*')]);
        return all.flatMap((one) => {
          const { left, right } = one.getBoundingClientRect();
          const text = (one.textContent ?? '').slice(0, 40);
          return left < 0 || right > width
            ? [`${one.tagName}.${one.className}: ${left} to ${right}: ${text}`]
            : [];
        });
      }, WIDTH);
    // a chart follows the width it is given a moment later
    await expect.poll(outside).toEqual([]);
    expect(await panel.page.evaluate(() => document.documentElement.scrollWidth)).toBe(WIDTH);

    const read = async () => (await cards.allInnerTexts()).join('\n');
    await expect.poll(read).toContain('97,5');
    await expect.poll(read).toMatch(/\n1\. Nov\.\t/);
    const said = await read();
    expect(said.match(/.*\d\.\d{1,2}\b(?!\d|\.).*/g) ?? []).toEqual([]);
  },
);
