// The list of changes of the variant that walk.ts has made, and what is about its page as a whole.

import { drag } from '../../support/drag.ts';
import { expect } from '../../support/extension.ts';
import type { Walk } from './walk.ts';

export async function changeEntry({ panel, page }: Walk): Promise<void> {
  await expect(panel.changes).toHaveCount(8);
  const first = panel.changes.first();
  await first.getByRole('button', { name: /^More about/ }).click();
  await first.getByLabel('Name').fill('The tooltip');
  await first.getByLabel('Name').press('Tab');
  await expect(first.getByRole('checkbox')).toHaveAccessibleName('On: The tooltip');
  await first.getByRole('checkbox').uncheck();
  await expect(page.locator('#pic')).not.toHaveAttribute('title');
  await first.getByRole('checkbox').check();
  await expect(page.locator('#pic')).toHaveAttribute('title', 'By the lake');
  await first.getByLabel(/^Copy to another variant/).selectOption({ label: 'Experience 1: Variant B' });
  await expect(panel.button('Undo: Change copied')).toBeVisible();
  await first.getByRole('button', { name: 'Pick anew' }).click();
  await expect(panel.says('Click the element that this change is about now.')).toBeVisible();
  await panel.pick('#count');
  await expect(page.locator('#count')).toHaveAttribute('title', 'By the lake');
  await expect(page.locator('#pic')).not.toHaveAttribute('title');
}

export async function putInOrder({ panel }: Walk): Promise<void> {
  const list = panel.page.getByRole('region', { name: 'Changes' });
  const saysOrder = () =>
    panel.changes
      .getByRole('checkbox')
      .evaluateAll((all) =>
        all.slice(0, 3).map((one) => one.getAttribute('aria-label')?.replace(/^On: (The )?(\w+).*$/, '$2')),
      );
  const order = await saysOrder();
  await panel.changes
    .first()
    .getByRole('button', { name: /^More about/ })
    .click();
  await list.getByRole('button', { name: 'Move The tooltip down' }).focus();
  await panel.page.keyboard.press('Enter');
  await expect.poll(saysOrder).toEqual([order[1], order[0], order[2]]);
  await expect(list.getByRole('button', { name: 'Move The tooltip down' })).toBeFocused();
  await panel.page.keyboard.press('Enter');
  await expect.poll(saysOrder).toEqual([order[1], order[2], order[0]]);
  await expect(list.getByRole('button', { name: 'Move The tooltip down' })).toBeFocused();
  await list.getByRole('button', { name: /^More about: The tooltip/ }).click();
  await drag(panel.changes.nth(2).locator('.grip'), panel.changes.first(), { x: 30, y: 2 });
  await expect.poll(saysOrder).toEqual(order);
}

export async function writeRules({ panel, page }: Walk): Promise<void> {
  await panel.says('For the whole page').click();
  // the field for code takes the place of a plain one
  const rules = panel.page.locator('.cm-content').and(panel.page.getByLabel('CSS rules'));
  await expect(rules).toBeVisible();
  await panel.fill('CSS rules', '#count { color: rgb(1, 2, 3) }');
  await expect(rules).toContainText('rgb(1, 2, 3)');
  await expect(page.locator('#count')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await page.bringToFront();
  await page.locator('#count').click({ force: true });
  await expect(page.locator('#count')).toHaveText('0');
  await panel.page.bringToFront();
  await panel.press('Use the page');
  await page.bringToFront();
  await page.locator('#count').click();
  await expect(page.locator('#count')).toHaveText('1');
  await page.locator('#count').evaluate((count) => {
    count.textContent = '0';
  });
}
