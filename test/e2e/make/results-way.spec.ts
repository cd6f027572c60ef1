// From “I have a variant” to “I see whether it helps”, by somebody who has no developer beside them: the panel says what is
// needed and in which order, switches counting on as one step, and writes to whoever looks after the server.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Extension } from '../../support/extension-shape.ts';
import { findViolations } from '../../support/find-violations.ts';
import { readDownload } from '../../support/read-download.ts';
import type { Site } from '../../support/site.ts';
import { serveBare } from '../../support/tag.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true });

const [pattern] = three.experiences;
const tents: Config['experiences'][0] = {
  ...pattern!,
  id: 'tents',
  name: 'Tents',
  goal: 'order',
  holdout: 0.1,
};
/** As the panel made a purchase until now: with what it is worth, and no end to that. */
const config: Config = {
  ...three,
  goals: [{ id: 'order', name: 'Order', event: 'purchase', value: 'value' }],
  experiences: [tents],
};

interface Given {
  extension: Extension;
  page: Page;
  site: Site;
}

async function openResults({ extension, page, site }: Given, live: Config) {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(live) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.press('Results');
  const step = (title: RegExp) => panel.page.getByRole('listitem').filter({ hasText: title });
  return { panel, step };
}

test('counting is switched on as one step, published, and asked for', async ({
  extension,
  page,
  site,
  browserName,
}) => {
  const { panel, step } = await openResults({ extension, page, site }, config);
  const [aim, counting, letter, open] = [
    step(/^\d? ?Say what should happen more/),
    step(/Switch counting on/),
    step(/Write to whoever looks after the site/),
    step(/Open the report/),
  ];
  await expect(aim).toContainText('“Tents” counts “Order”.');
  await expect(aim).toContainText('done');
  // what it means for visitors stands there before it is on
  await expect(counting).toContainText('your own site, and nobody else');
  await expect(counting).toContainText('Only how many reach “Order” is counted, not what it is worth.');
  await expect(counting).not.toContainText('done');
  await expect(open).toContainText('too early to say');
  // nothing is asked of somebody who cannot read it
  await expect(panel.page.locator('.results pre').locator('visible=true')).toHaveCount(0);
  await expect(panel.says(/(?<!selvedge-)\b(measure|ping)\b/).locator('visible=true')).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);

  // without a draft one is begun, of what is live
  await counting.getByRole('button', { name: 'Switch counting on' }).click();
  await expect(counting).toContainText('Switched on in your draft');
  await expect(counting.getByRole('button', { name: 'Switch counting on' })).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.undo('Counting switched on');
  await expect(counting).not.toContainText('Switched on in your draft');
  await panel.redo('Counting switched on');
  await expect(counting).toContainText('Switched on in your draft');

  // whoever looks after the server reads what they need
  await letter.getByText('Read the message').click();
  const text = await letter.locator('pre').innerText();
  expect(text).toContain(new URL(site.origin).host);
  expect(text).toContain('/selvedge-ping?');
  expect(text).toContain('selvedge report /var/log/nginx/selvedge.log --config selvedge.json -o report.json');
  expect(text).toContain('selvedge-measure.js');
  await expect(letter.getByRole('button', { name: 'Copy for your developer' })).toBeVisible();

  // by its own button
  await panel.openPublishing();
  await expect(panel.differences).toContainText('Site: what helps is counted from now on.');
  await expect(panel.differences).not.toContainText('measure');
  await expect(panel.page.getByText('Nothing is counted yet')).toHaveCount(0);
  await panel.page.getByLabel('Which file').selectOption('json');
  // what is not fit is not saved: a worth without an end would be refused where it is counted
  await expect(panel.button('Save selvedge.json as a file')).toBeEnabled();
  // Playwright hears of no download of an extension there
  if (browserName === 'firefox') return;
  const download = panel.page.waitForEvent('download');
  await panel.press('Save selvedge.json as a file');
  const saved = JSON.parse(await readDownload(panel.page, await download));
  expect(saved.measure).toEqual({ ping: {} });
  expect(saved.goals).toEqual([{ id: 'order', name: 'Order', event: 'purchase' }]);
});

test('what is missing before it can be counted is said, with the way there', async ({
  extension,
  page,
  site,
}) => {
  const { goal: _goal, holdout: _holdout, ...aimless } = tents;
  const live: Config = {
    ...config,
    experiences: [aimless, { ...tents, id: 'boots', name: 'Boots', holdout: 0 }],
  };
  const { panel, step } = await openResults({ extension, page, site }, live);
  const aim = step(/Say what should happen more/);
  await expect(aim).not.toContainText('done');
  await expect(aim).toContainText('“Boots” is given to everybody, so there is nothing to compare it with.');
  await aim.getByRole('button', { name: 'Say it for “Tents”' }).click();
  await expect(panel.page.getByLabel('What should happen more?')).toBeVisible();
});

test('where visitors are counted nothing is switched on twice, and it can be ended', async ({
  extension,
  page,
  site,
}) => {
  const live: Config = {
    ...config,
    goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
    measure: { ping: {} },
  };
  const { panel, step } = await openResults({ extension, page, site }, live);
  const counting = step(/Switch counting on/);
  await expect(counting).toContainText('Visitors are counted');
  await expect(counting).toContainText('done');
  await expect(counting.getByRole('button', { name: 'Switch counting on' })).toHaveCount(0);
  await counting.getByRole('button', { name: 'Switch it off' }).click();
  await expect(counting).toContainText('Switched off in your draft');
  await expect(counting).toContainText('until you publish, visitors are counted');
  await panel.undo('Counting switched off');
  await expect(counting).not.toContainText('Switched off in your draft');
});

test('Publish leads there where nothing is counted yet', async ({ extension, page, site }) => {
  const { panel, step } = await openResults({ extension, page, site }, config);
  await panel.back();
  await panel.begin('live');
  await panel.openExperience('Tents');
  await panel.holdOut('50');
  await panel.back();
  await panel.openPublishing();
  await panel.press('Switch counting on, under Results');
  await expect(step(/Switch counting on/)).toBeVisible();
});
