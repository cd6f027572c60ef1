// A goal made in the panel is counted: a visitor who reaches it is told as one.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { eventsOf, ready } from '../../support/page-api.ts';
import { serveBare } from '../../support/tag.ts';
import { config, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

test('a visit to this page, served, is recorded when a visitor comes there', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/thanks', PAGE);
  site.serve('/', PAGE);
  let stored = JSON.stringify(config);
  site.serve('/selvedge.json', async (request) => {
    if (request.method === 'PUT') stored = (await request.toArray()).join('');
    return { body: stored, headers: { etag: `"${stored.length}"` } };
  });
  serveBare(site);
  await page.goto(`${site.origin}/thanks`);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.openExperience('First');
  const events = panel.field(/^What should happen more/).locator('optgroup[label="An event"] option');
  await expect(events.filter({ hasText: /^Viewed a page$/ })).toHaveCount(1);
  await expect(events.filter({ hasText: /_|^(exposure|engagement|scroll|login|search|share)$/ })).toHaveCount(
    0,
  );
  await panel.field(/^What should happen more/).selectOption('page');
  await expect(panel.says(/measures “Visit \/thanks”; 10\s?% of them keep the original/)).toBeVisible();
  await expect(panel.says(/so the goal is always reached/)).toHaveCount(0);
  await panel.back();
  await panel.openPublishing();
  await expect(panel.differences).toContainText('New: goal Visit /thanks.');
  await panel.field(/^Which file/).selectOption('json');
  await panel.address.fill(`${site.origin}/selvedge.json`);
  await panel.token.fill('secret');
  await panel
    .button(/^Publish( anyway)?$/)
    .first()
    .click();
  await panel.outcome.getByRole('button', { name: 'Publish anyway' }).click();
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
  const published: Config = JSON.parse(stored);
  expect(published.experiences[0]).toMatchObject({ goal: 'visit-thanks', holdout: 0.1 });

  await page.goto(site.origin);
  await ready(page);
  expect(await eventsOf(page, 'visit_thanks')).toEqual([]);
  await page.goto(`${site.origin}/thanks`);
  await ready(page);
  await expect.poll(async () => (await eventsOf(page, 'visit_thanks')).length).toBe(1);
});

test('what a purchase is worth is counted once it is said how much one visitor counts for at most', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  const goals: Config['goals'] = [
    { id: 'order', name: 'Order', event: 'purchase' },
    { id: 'sign-up', name: 'Sign-up', event: 'sign_up' },
  ];
  site.serve('/selvedge.json', JSON.stringify({ ...config, goals, measure: { ping: {} } }));
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.press(/^Sign-up/);
  await expect(panel.field('Name')).toHaveValue('Sign-up');
  const most = panel.field('What one visitor counts for, at most');
  // what is paid nowhere has no worth
  await expect(most).toHaveCount(0);
  await panel.back();
  await panel.press(/^Order/);
  await expect(most).toHaveValue('');

  for (const wrong of ['0', '-5', 'much', '1e99']) {
    await panel.fill('What one visitor counts for, at most', wrong);
    await expect(panel.alert).toHaveText(/A number above 0 is needed, or nothing/);
    await expect(most).toHaveValue(wrong);
    await expect(panel.button(/^Undo: Worth/)).toHaveCount(0);
  }
  await panel.fill('What one visitor counts for, at most', '1.500');
  await expect(most).toHaveValue('1500');
  await expect(panel.alert).toHaveCount(0);
  await panel.back();
  await panel.openPublishing();
  await expect(panel.differences).toContainText('Order');
  await panel.back();

  await panel.press(/^Order/);
  await panel.undo('Worth of a goal');
  await expect(most).toHaveValue('');
  await panel.redo('Worth of a goal');
  await expect(most).toHaveValue('1500');
  await panel.fill('What one visitor counts for, at most', '');
  await expect(panel.button(/^Undo: Worth of a goal/)).toBeVisible();
  await panel.back();
  // as it was: nothing without an end is left
  await panel.openPublishing();
  await expect(panel.says('Nothing differs from what is live.')).toBeVisible();
});
