// Templates that ask what was learned, or what a question asked: offered where the draft holds it, and filled by names.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { LEARNED } from '../../unit/shared/templates/history.ts';
import { config as desk, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox('the same panel; Firefox makes segments of two of these templates');

const config: Config = {
  ...desk,
  personas: {
    mean: [4, 0.6, 4.5],
    spread: [1, 0.7, 1.2],
    groups: [
      { id: 'persona-1', name: 'Buys every month', description: '', centre: [-1, 1, 1], share: 0.3 },
      { id: 'persona-2', name: 'Bought once', description: '', centre: [1, -1, -1], share: 0.7 },
    ],
  },
  questions: [
    {
      id: 'for-whom',
      name: 'Gift or self',
      ask: 'Who is it for?',
      purpose: 'So that we can show gift wrapping.',
      trait: 'for-whom',
      answer: {
        kind: 'choice',
        options: [
          { value: 'self', label: 'Myself' },
          { value: 'gift', label: 'A gift' },
        ],
      },
    },
  ],
};

test('a group of buyers and the answers of a question are chosen by their names', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(config) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');

  await panel.openTemplate('persona', 'persona-of');
  const form = panel.page.locator('[data-template=persona-of]');
  // what is expected was not learned
  await panel.page.getByRole('searchbox').fill('expected');
  await expect(panel.page.locator('[data-template^=expected]')).toHaveCount(0);
  await panel.page.getByRole('searchbox').fill('persona');
  await expect(panel.button('Use this segment')).toBeDisabled();
  // a greyed button says why; what nobody did in this browser alarms nobody
  await expect(form).toContainText('Still to be filled in: Group of buyers.');
  await expect(form.locator('.note.warn')).toHaveCount(0);
  await expect(form.locator('.note')).toContainText('That is normal where you never did it here yourself.');
  await form.getByLabel('Group of buyers').selectOption('Buys every month');
  await expect(form.locator('p').first()).toHaveText(
    'Of the groups of buyers, “Buys every month” is the nearest.',
  );
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.useTemplate();
  await expect(panel.page.getByRole('heading', { name: 'Buys like a group' })).toBeVisible();
  await expect(panel.page.getByRole('combobox', { name: 'Group of buyers' })).toHaveValue('persona-1');
  await panel.back();

  await panel.openTemplate('answered', 'answered-bought');
  const answers = panel.page.getByRole('group', { name: 'Answers' });
  // the only question is chosen, none of its answers
  await expect(panel.field('Question').locator('option:checked')).toHaveText('Gift or self');
  await expect(answers.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await answers.getByLabel('A gift').check();
  await expect(panel.says(/^Answered A gift, and ordered in the last 180 days\.$/)).toBeVisible();
  expect(await findViolations(panel.page)).toEqual([]);
  await answers.getByLabel('A gift').uncheck();
  await expect(panel.button('Use this segment')).toBeDisabled();
  await answers.getByLabel('A gift').check();
  await panel.useTemplate();
  await expect(panel.page.getByRole('combobox', { name: 'Condition' }).nth(1)).toHaveValue('trait');
  // and what those get who answered so
  await panel.press('Change something for these visitors');
  await expect(panel.page.locator('.make-bar h2')).toHaveText(/^For /);
});

test('a draft without them offers none of these templates', same, async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(desk) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.press('New segment');
  await expect(panel.page.locator('[data-template=rfm-best]')).toHaveCount(1);
  await expect(panel.page.locator('[data-template^=persona], [data-template^=answered]')).toHaveCount(0);
  // and says what it lacks for them
  await panel.page.getByRole('searchbox').fill('persona');
  await expect(
    panel.says(
      '4 more templates ask what this draft does not hold yet: groups of buyers. It is learned from your export.',
    ),
  ).toBeVisible();
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.page.getByRole('searchbox').fill('answered');
  await expect(panel.says(/^4 more templates ask what visitors answered/)).toBeVisible();
  await panel.page.getByRole('searchbox').fill('propensity');
  await panel.page.locator('.card').getByRole('button', { name: 'Learn' }).click();
  await expect(panel.page.getByRole('heading', { name: 'Learn from your own orders' })).toBeVisible();
});

test('what an export did not teach leads nobody there again', same, async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(desk) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.press('Learn');
  const buffer = Buffer.from('buyer,date,total\na,2026-01-02,1\n');
  await panel.page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name: 'one.csv', mimeType: 'text/csv', buffer });
  await panel.press('Learn from it');
  await expect(panel.page.getByRole('region', { name: 'Groups of buyers', exact: true })).toContainText(
    'Not learned',
  );
  await panel.back();
  await panel.press('New segment');
  await panel.page.getByRole('searchbox').fill('persona');
  await expect(
    panel.says('4 more templates ask what your export did not teach: groups of buyers.'),
  ).toBeVisible();
  await expect(panel.page.locator('.card').getByRole('button', { name: 'Learn' })).toHaveCount(0);
  // what it was not asked for is still to be learned
  await panel.page.getByRole('searchbox').fill('propensity');
  await expect(panel.page.locator('.card').getByRole('button', { name: 'Learn' })).toBeVisible();
});

test('a model is chosen by its name, and asks for its chance', same, async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', {
    body: JSON.stringify({ ...config, goals: LEARNED.goals, models: LEARNED.models }),
  });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.openTemplate('intent', 'goal-near');
  const form = panel.page.locator('[data-template=goal-near]');
  // the only one is chosen
  await expect(form.getByLabel('Model').locator('option:checked')).toHaveText('An order');
  const chance = form.getByLabel('Chance in %');
  await expect(chance).toHaveValue('20');
  await chance.fill('120');
  await expect(panel.button('Use this segment')).toBeDisabled();
  await expect(form).toContainText('Chance in %: more than 0, less than 100.');
  await chance.fill('20');
  await expect(form.locator('p').first()).toHaveText(
    'The chance of “An order” in this visit is 20 % or more, as your earlier visits showed.',
  );
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.useTemplate();
  await expect(panel.page.getByRole('combobox', { name: 'Model' })).toHaveValue('order');
  const held = panel.page.getByRole('spinbutton', { name: 'Chance in %' });
  await expect(held).toHaveValue('20');
  await held.fill('7');
  await held.blur();
  await panel.says('The rule as JSON').click();
  await expect(panel.page.locator('.cm-content')).toContainText(/"\$gte": 0\.07\b/);
});
