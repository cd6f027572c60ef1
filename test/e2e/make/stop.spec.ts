// Stop everything: what is live is published paused by the way that is set up, and nothing else of the draft.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { config, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

test('stopped at once, said honestly where it is not, and started again', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  let stored = JSON.stringify(config);
  let isDown = false;
  let revision = 0;
  site.serve('/selvedge.json', async (request) => {
    if (request.method === 'PUT') {
      if (isDown) return { status: 503, body: 'down' };
      stored = (await request.toArray()).join('');
      revision++;
    }
    return { body: stored, headers: { etag: `"${revision}"` } };
  });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  const holdOut = async (share: string) => {
    await panel.openExperience('First');
    await panel.holdOut(share);
    await panel.back();
    await panel.openPublishing();
  };
  const isLive = () => {
    const { experiences }: Config = JSON.parse(stored);
    return experiences.map(({ status, holdout }) => [status, holdout]);
  };
  const all = (status: string) => [
    [status, 0.1],
    [status, undefined],
    [status, undefined],
  ];
  // the server does not look at If-Match: Publish asks first
  const boldly = panel.outcome.getByRole('button', { name: 'Publish anyway' });
  const card = panel.page.getByRole('region', { name: 'Stop everything' });

  // nothing was published from here: files, which are brought there by hand
  await holdOut('10');
  await panel.press('Stop everything');
  await expect(card).toContainText('You save the files here and bring them to your site');
  await panel.press('Let it run');

  await panel.field(/^Which file/).selectOption('json');
  await panel.address.fill(`${site.origin}/selvedge.json`);
  await panel.token.fill('secret');
  await panel
    .button(/^Publish( anyway)?$/)
    .first()
    .click();
  await boldly.click();
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
  expect(isLive()).toEqual(all('live'));
  await panel.back();
  await holdOut('30');

  isDown = true;
  await panel.press('Stop everything');
  await expect(card).toContainText('Pauses what visitors get now: First, Second, Third.');
  await expect(card).toContainText(`It is published at once, to ${site.origin}/selvedge.json.`);
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.press('Stop everything now');
  await expect(panel.outcome).toContainText('Not stopped.');
  await expect(panel.says('Everything is stopped')).toHaveCount(0);
  expect(isLive()).toEqual(all('live'));

  isDown = false;
  await panel.press('Stop everything');
  await panel.press('Stop everything now');
  await boldly.click();
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
  await expect(panel.outcome).toContainText('Everything is stopped');
  // the other edit is still only the author's
  expect(isLive()).toEqual(all('paused'));
  await expect(panel.differences).toHaveText(/First: holdout changed from 0\.1 to 0\.3\.$/);
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Title');

  await panel.press('Start it again');
  await panel.press('Start it again now');
  await boldly.click();
  await expect(panel.outcome).toContainText('Started again');
  expect(isLive()).toEqual(all('live'));
  await expect(panel.differences).toHaveText(/First: holdout changed from 0\.1 to 0\.3\.$/);
});
