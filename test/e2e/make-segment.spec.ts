// The segment builder: a rule built by keyboard, read back in words, and as JSON with its errors in place.

import { expect, test } from '../support/extension.ts';
import { openPanelFor } from '../support/extension-panel.ts';

test('a nested rule is built by keyboard alone, answers for this browser at once, and is refused as JSON while it is wrong', async ({
  extension,
  page,
  shop,
}) => {
  await extension.allowHost('http://localhost/*');
  await page.goto(`${shop.origin}/tents`);
  await page.evaluate(() => (window as any).selvedge.ready);
  const panel = await openPanelFor(extension, page, 'make');
  const press = async (name: string | RegExp) => {
    await panel.getByRole('button', { name }).first().focus();
    await panel.keyboard.press('Enter');
  };
  await press('Begin with an empty draft');
  await press('New segment');
  await press('Build a rule of my own');
  const rule = panel.getByRole('region', { name: 'Rule' });
  await expect(rule.getByRole('combobox', { name: 'Condition' })).toHaveCount(2);

  // did something so often: page_view, at least 1
  const value = rule.getByLabel('Value').first();
  await value.fill('1');
  await value.press('Tab');
  await expect(panel.getByText('In', { exact: true })).toBeVisible();
  await press('+ condition');
  const second = rule.getByRole('combobox', { name: 'Condition' }).nth(2);
  await second.selectOption('context');
  await expect(rule.getByLabel('Fact')).toHaveValue('device');
  await expect(panel.getByText('Not in', { exact: true })).toBeVisible();
  await press('+ group');
  await expect(rule.getByRole('group', { name: 'any of these' })).toBeVisible();
  // all of these becomes any of these, and keeps what is in it
  await rule.getByRole('combobox', { name: 'Condition' }).first().selectOption('any');
  await expect(panel.getByText('In', { exact: true })).toBeVisible();
  await expect(rule.getByRole('combobox', { name: 'Condition' })).toHaveCount(5);

  await panel.getByText('The rule as JSON').click();
  const json = panel.getByLabel('Rule', { exact: true }).and(panel.locator('textarea'));
  await json.fill('{ "kind": "count", "event": "page_view", "is": { "$gtee": 3 } }');
  await expect(panel.locator('details').getByRole('alert')).toBeVisible();
  await expect(rule.getByRole('combobox', { name: 'Condition' })).toHaveCount(5);
  await json.fill('{ "kind": "age", "is": { "$gt": "30d" } }');
  await expect(rule.getByRole('combobox', { name: 'Condition' })).toHaveCount(1);
  await expect(rule.getByRole('combobox', { name: 'Condition' })).toHaveValue('age');
  await press(/^Undo: Rule as JSON/);
  await expect(rule.getByRole('combobox', { name: 'Condition' })).toHaveCount(5);
});
