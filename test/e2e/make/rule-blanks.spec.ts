// The blanks of a rule on a site of which nothing is known yet: what they begin with, what they take, and that a rule which
// is not filled in is not answered.

import type { Locator } from '@playwright/test';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

test.use({ isEmptied: true });

const write = async (field: Locator, text: string) => {
  await field.fill(text);
  await field.press('Tab');
};

test('a rule about page views is filled in with what fits, and refuses what does not', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/tents/', '<!doctype html><html lang="en"><title>Tents</title><h1>Tents</h1></html>');
  await page.goto(`${site.origin}/tents/?colour=red`);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.page.setViewportSize({ width: 320, height: 1600 });
  await panel.begin('empty');
  await panel.press('New segment');
  await panel.press('Build a rule of my own');
  const rule = panel.page.getByRole('region', { name: 'Rule', exact: true });
  const here = panel.page.locator('section', {
    has: panel.page.getByRole('heading', { name: 'This browser' }),
  });
  const others = panel.page.getByRole('region', { name: 'Made-up visitors' });
  const nobody = others.getByText('Nobody could be made up');
  const operator = rule.getByLabel('Compared how').first();
  const [from, to] = [rule.getByLabel('Value: from'), rule.getByLabel('Value: to')];

  // what is counted is whole, and not below 0
  const value = rule.getByLabel('Value', { exact: true });
  await expect(value).toHaveValue('3');
  for (const wrong of ['-3', '2.5']) {
    await write(value, wrong);
    const why = 'A whole number is needed, 0 or more. Until then the rule keeps 3.';
    await expect(rule.getByRole('alert')).toHaveText(why);
    await expect(value).toHaveAttribute('aria-invalid', 'true');
    await expect(value).toHaveAccessibleDescription(why);
  }
  expect(await findViolations(panel.page)).toEqual([]);
  await expect(panel.button(/^Undo: Rule of a segment/)).toHaveCount(0);
  await write(value, '3');
  await expect(rule.getByRole('alert')).toHaveCount(0);

  // a range leaves room; just so many can be as well
  await operator.selectOption('from … to …');
  await expect(from).toHaveValue('3');
  await expect(to).toHaveValue('6');
  await write(from, '-3');
  await expect(rule.getByRole('alert')).toHaveText(
    'A whole number is needed, 0 or more. Until then the rule keeps 3.',
  );
  await write(from, '3');
  await write(to, '3');
  await expect(rule.getByRole('alert')).toHaveCount(0);
  await expect(others.getByText('1 of 1 in it')).toBeVisible();
  await expect(nobody).toHaveCount(0);
  await others.getByText('Own rule', { exact: true }).click();
  await expect(others.locator('details')).toContainText('3 times');

  // a page view is asked for its path
  await panel.press('+ where …');
  const asked = rule.locator('.make-where').getByLabel('Value');
  await expect(rule.getByLabel('Property')).toHaveValue('path');
  await expect(asked).toHaveValue('/tents/');
  const offered = () =>
    asked.evaluate(({ list }: HTMLInputElement) => [...(list?.options ?? [])].map(({ value: one }) => one));
  expect(await offered()).toEqual(['/tents/']);
  await expect(others.getByText('1 of 1 in it')).toBeVisible();

  // not filled in: that is said, and nobody is answered
  await panel.press('Take out where path');
  await write(rule.getByLabel('Event'), 'Ordered');
  await panel.press('+ where …');
  await expect(rule.getByLabel('Property')).toHaveValue('category');
  await expect(asked).toHaveValue('');
  await expect(rule.getByRole('status')).toHaveText('Still to be filled in: Value.');
  await expect(panel.says('Something of this rule is still to be filled in.')).toBeVisible();
  await expect(others).toHaveCount(0);
  await expect(here).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);
  await write(asked, 'tents');
  await expect(rule.getByRole('status')).toHaveCount(0);
  await expect(others.getByText('1 of 1 in it')).toBeVisible();
  const isWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await panel.page.evaluate(isWide)).toBe(false);

  // a row of the draft looks as if it led somewhere
  await panel.back();
  const row = panel.button(/^Own rule/);
  const look = () =>
    row.evaluate((element) => {
      const [own, after] = [getComputedStyle(element), getComputedStyle(element, '::after')];
      return { ground: own.backgroundColor, cursor: own.cursor, mark: after.borderTopWidth };
    });
  const before = await look();
  expect(before.cursor).toBe('pointer');
  expect(Number.parseFloat(before.mark)).toBeGreaterThan(0);
  await row.hover();
  expect((await look()).ground).not.toBe(before.ground);
});
