// A new experience is shown to nobody before it is published; Publish lists what nobody sees yet, and sets live what is
// ticked.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { config as desk, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox('the same panel; make.spec.ts and publish.spec.ts publish there');

const [first, second] = desk.experiences as [Config['experiences'][0], Config['experiences'][0]];
const config: Config = { ...desk, experiences: [first, { ...second, status: 'draft' }] };

test(
  'Publish lists what nobody sees yet, the new ones ticked, and sets those live',
  same,
  async ({ extension, page, site }) => {
    await extension.allowHost('http://localhost/*');
    site.serve('/', PAGE);
    let stored = JSON.stringify(config);
    site.serve('/selvedge.json', async (request) => {
      if (request.method === 'PUT') stored = (await request.toArray()).join('');
      return { body: stored, headers: { etag: `"${stored.length}"` } };
    });
    serveBare(site);
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page, 'make');
    await panel.begin('live');
    for (const name of ['One', 'Other']) {
      await panel.press('New experience');
      await panel.fill(/^Name$/, name);
      await expect(panel.says(/on \/; shown once you publish\.$/)).toBeVisible();
      await panel.back();
    }
    const rows = panel.page.getByRole('listitem');
    await expect(rows.filter({ hasText: 'Second' })).toContainText('Not shown yet');
    await expect(rows.filter({ hasText: 'Other' })).toContainText('Not published yet');

    await panel.openPublishing();
    const launches = panel.page.getByRole('group', { name: /^Not shown yet/ });
    const tick = (name: string) => launches.getByRole('checkbox', { name: new RegExp(`^${name}`) });
    await expect(tick('Second')).not.toBeChecked();
    for (const name of ['One', 'Other']) await expect(tick(name)).toBeChecked();
    await expect(panel.differences).toContainText('New: experience Other.');
    await tick('Other').uncheck();
    await expect(panel.differences).toContainText('New: experience Other, not shown yet.');
    await tick('Second').check();
    await expect(panel.differences).toContainText('Second: live; before: not shown yet.');
    // one step each
    await panel.undo('What publishing shows');
    await expect(tick('Second')).not.toBeChecked();
    await panel.redo('What publishing shows');
    await expect(tick('Second')).toBeChecked();
    expect(await findViolations(panel.page)).toEqual([]);

    await panel.field(/^Which file/).selectOption('json');
    await panel.address.fill(`${site.origin}/selvedge.json`);
    await panel.token.fill('secret');
    await panel
      .button(/^Publish( anyway)?$/)
      .first()
      .click();
    const boldly = panel.outcome.getByRole('button', { name: 'Publish anyway' });
    await boldly.click();
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
    expect(stored).not.toContain('$');
    expect(
      JSON.parse(stored).experiences.map(({ name, status }: Config['experiences'][0]) => [name, status]),
    ).toEqual([
      ['First', 'live'],
      ['Second', 'live'],
      ['One', 'live'],
      ['Other', 'draft'],
    ]);
    await expect(panel.says('Nothing differs from what is live.')).toBeVisible();
    await expect(launches.getByRole('checkbox')).toHaveCount(1);
    await expect(tick('Other')).not.toBeChecked();
  },
);
