// Learn, for a site that has groups of buyers of an earlier run: which is which is told by where they lie, names of the
// author's stay, and what something uses is not taken from it.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { serveBare } from '../../support/tag.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox(
  'the same panel over the same reader; learn.spec.ts and learn-visits.spec.ts read files there',
);

const scale = { mean: [3, 1, 4], spread: [1.5, 1, 2] } as const;
type Group = NonNullable<Config['personas']>['groups'][number];
const group = (id: string, name: string, centre: Group['centre']): Group => ({
  id,
  name,
  description: `${name.replace(', about', ', last about')}, spent about 150: 50 % of buyers`,
  centre,
  share: 0.5,
});
const segmentOf = ({ id, name, description }: Group): Config['segments'][number] => ({
  id,
  name,
  description,
  when: { kind: 'days', event: 'purchase', is: { $gte: 2 } },
});
const personasOf = (groups: Group[]): Config['personas'] => ({
  mean: [...scale.mean],
  spread: [...scale.spread],
  groups,
});

const often = group('persona-1', 'Bought about 12 times, about 3 days ago', [-1, 1.5, 1.4]);
const once = group('persona-2', 'Bought once, about 5 months ago', [1.3, -1, -0.5]);
const gone = group('persona-3', 'Bought about 3 times, about 2 months ago', [0.7, 0.1, 0.5]);
const [first, ...others] = three.experiences;
const config: Config = {
  ...three,
  learned: { at: '2026-06-01', from: '2025-01-01', until: '2026-05-30', buyers: 2357 },
  value: { purchases: [1, 20, 1, 2] },
  personas: personasOf([often, { ...once, name: 'Came by once' }, gone]),
  segments: [...three.segments, ...[often, once, gone].map(segmentOf)],
  experiences: [
    { ...first!, variants: first!.variants.map((one) => ({ ...one, segment: gone.id })) },
    ...others,
  ],
};
/** The rarest stand first by now. */
const learned = {
  learned: { at: '2026-11-28', from: '2026-01-01', until: '2026-11-27', buyers: 900 },
  personas: personasOf([
    group('persona-1', 'Bought once, about 6 months ago', [1.4, -1, -0.5]),
    group('persona-2', 'Bought about 11 times, about 4 days ago', [-0.9, 1.4, 1.3]),
  ]),
};

test(
  'groups of a second run keep their names, and what is used stays',
  same,
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
      .setInputFiles({
        name: 'learned.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(learned)),
      });
    const groups = panel.page.getByRole('region', { name: 'Groups of buyers', exact: true });
    await expect(groups.getByRole('listitem')).toHaveText([
      /^Came by once/,
      /^Bought about 11 times, about 4 days ago/,
    ]);
    await expect(groups).toContainText(
      `“${gone.name}” is of an earlier run, and something in your draft uses it`,
    );
    await panel.press('Take over: Groups of buyers');
    await expect(groups).toContainText('In your draft');
    await expect(groups.getByLabel('Name').first()).toHaveValue('Came by once');
    const draft = await panel.page.evaluate(async () => {
      const { browser = chrome } = globalThis as { browser?: typeof chrome };
      const all: Record<string, unknown> = await browser.storage.local.get(null);
      const [, kept] = Object.entries(all).find(([key]) => key.startsWith('draft:')) ?? [];
      return (kept as { value: { config: Config } }).value.config;
    });
    expect(draft.personas!.groups.map(({ id, name }) => [id, name])).toEqual([
      ['persona-2', 'Came by once'],
      ['persona-1', 'Bought about 11 times, about 4 days ago'],
    ]);
    expect(draft.segments.map(({ id }) => id)).toEqual(['phones', 'persona-3']);
    // what to expect is of the earlier run still
    expect(draft.learned).toEqual({ ...config.learned });
  },
);
