// A draft goes to a colleague by a link: opened by a click, on its own site, in words first; nothing of theirs is lost.

import { writeDraftLink } from '../../../extension/panel/draft/draft-link.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { config, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

test('what came with the address is said in words, taken by a click, and the own draft is kept', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', () => ({ body: JSON.stringify(config) }));
  serveBare(site);
  const theirs = structuredClone(config);
  const [first] = theirs.experiences;
  first!.name = 'Spring sale';
  first!.variants[0]!.changes = [{ kind: 'text', target: { css: 'h1' }, value: 'Spring is here' }];
  const handed = (origin: string) =>
    writeDraftLink(
      `${site.origin}/`,
      JSON.stringify({
        selvedge: 'draft',
        version: 1,
        origin,
        at: Date.now(),
        by: 'Anna',
        note: 'For Monday',
        config: theirs,
      }),
    );

  await page.goto((await handed(site.origin))!);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.openExperience('First');
  await panel.fill(/^Name$/, 'Mine');
  await panel.back();
  const card = panel.page.getByRole('region', { name: 'A colleague’s draft' });
  // nothing is read before a click
  await expect(panel.says('came with this address')).toBeVisible();
  await expect(card).toHaveCount(0);
  await panel.press('Open the draft');
  await expect(card).toContainText('A draft from Anna');
  await expect(card).toContainText('For Monday');
  await expect(card.locator('.make-diff')).toContainText('Spring is here');
  await expect(panel.button(/^Mine/)).toBeVisible();
  expect(await findViolations(panel.page)).toEqual([]);

  await panel.press('Take it, keep mine as a version');
  await expect(panel.button(/^Spring sale/)).toBeVisible();
  await expect(panel.says('came with this address')).toHaveCount(0);
  await panel.openHistory();
  await expect(panel.says('Mine, before Anna’s draft')).toBeVisible();
  await panel.undo('Took Anna’s draft');
  await panel.back();
  await expect(panel.button(/^Mine/)).toBeVisible();

  const foreign = (await handed('https://other.example'))!;
  await page.evaluate((to) => location.assign(to), foreign);
  await panel.press('Open the draft');
  await expect(panel.alert).toContainText('This draft is for other.example, not for this site.');
  await panel.press('Close');
  await page.evaluate((to) => location.assign(to), foreign.slice(0, -9));
  await panel.press('Open the draft');
  await expect(panel.alert).toContainText('damaged or was cut');
  await expect(panel.button(/^Mine/)).toBeVisible();
});
