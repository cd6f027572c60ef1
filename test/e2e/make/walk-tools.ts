// The tools of the editor, as an author uses each on the page of walk.ts.

import { readOver } from '../../support/element.ts';
import { expect } from '../../support/extension.ts';
import type { Walk } from './walk.ts';

export async function pickAround({ panel }: Walk): Promise<void> {
  // the link lies over it, and nothing of it is seen
  await panel.pick('#veil');
  await expect(panel.picked).toHaveText('picture “A tent by the lake”');
  await panel.page
    .getByRole('navigation', { name: 'Also here' })
    .getByRole('button', { name: /^link/ })
    .click();
  await expect(panel.picked).toHaveText(/^link/);
  await panel.press('The element before it');
  await expect(panel.picked).toHaveText('picture “A tent by the lake”');
  await panel.press('The element after it');
  await expect(panel.picked).toHaveText(/^link/);
  await panel.press('The element around it');
  await expect(panel.picked).toHaveText(/^block/);
  await panel.press('The first element inside it');
  await expect(panel.picked).toHaveText(/^picture/);
  await panel.press('The element before it');
  await expect(panel.picked).toHaveText(/^picture/);
}

export async function setAttributes({ panel, page }: Walk): Promise<void> {
  await panel.press('Attribute');
  await panel.page.getByRole('combobox', { name: /^Attribute/ }).selectOption('title');
  await panel.field('Its value').fill('By the lake');
  await expect(page.locator('#pic')).toHaveAttribute('title', 'By the lake');
  await panel.page.getByRole('combobox', { name: /^Attribute/ }).selectOption('alt');
  await panel.press('Take it away');
  await expect(page.locator('#pic')).not.toHaveAttribute('alt');
  await expect(page.locator('#pic')).toHaveAttribute('title', 'By the lake');
  await expect(panel.changes).toHaveCount(2);
}

export async function addClass({ panel, page }: Walk): Promise<void> {
  await panel.pick('#two');
  await panel.press('Class');
  await panel.field('Add classes').fill('.loud');
  await expect(page.locator('#two')).toHaveCSS('font-weight', '700');
}

/** Of what `addClass` picked. */
export async function styleOneWidth({ panel, page }: Walk): Promise<void> {
  await panel.press('Style');
  await panel.page.getByRole('combobox', { name: /^Where/ }).selectOption('on large screens');
  await panel.field('Text size').fill('big');
  await expect(panel.says('No browser reads this. Write it such as 18px.')).toBeVisible();
  await expect(panel.changes.filter({ hasText: 'big' })).toHaveCount(0);
  await panel.field('Text size').fill('27');
  // grey on the white of the page, which the element does not say itself
  await panel.page.getByLabel('Text colour', { exact: true }).fill('#cccccc');
  await expect(panel.says(/^Hard to read: the contrast is 1\.6 to 1/)).toBeVisible();
  await panel.press('Text colour: leave as it is');
  await expect(page.locator('#two')).toHaveCSS('font-size', '27px');
  await expect(page.locator('#two')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await page.setViewportSize({ width: 500, height: 700 });
  await expect(page.locator('#two')).toHaveCSS('font-size', '16px');
  await page.setViewportSize({ width: 1280, height: 720 });
  // opened again, the form holds what was saved, for the width that was chosen last
  await panel.press('Style');
  await panel.press('Style');
  await expect(panel.field('Text size')).toHaveValue('27px');
  await panel.page.getByRole('combobox', { name: /^Where/ }).selectOption('on every screen');
  await expect(panel.field('Text size')).toHaveValue('');
  await panel.page.getByRole('combobox', { name: /^Where/ }).selectOption('on large screens');
  await panel.press('Style');
}

export async function sayToken({ panel, page }: Walk): Promise<void> {
  await panel.pick('#title');
  await panel.openTool('Text');
  await panel.field('New text').fill('For you: ');
  await panel.page.getByRole('combobox', { name: /^Say something known/ }).selectOption('context.path');
  await expect(panel.field('New text')).toHaveText('For you: {{context.path|there}}');
  await expect(panel.says('For you it reads: “For you: /”')).toBeVisible();
  await expect.poll(() => readOver(page, '#title')).toBe('For you: /');
}

export async function insertCopy({ panel, page }: Walk): Promise<void> {
  await panel.pick('#lead');
  await panel.press('Duplicate');
  await expect(panel.says(/Lost on the way/)).toContainText(
    'ids, inline styles, what scripts know it by, 1 drawing',
  );
  await panel.press('Insert the copy');
  const copy = page.locator('#lead + [data-selvedge]');
  await expect(copy).toHaveText('Tents for every weather');
  await expect(copy).toHaveClass('intro');
  // a click on it means the change, not the page around it
  await panel.pick('#lead + [data-selvedge]');
  await expect(panel.page.getByLabel('HTML', { exact: true })).toContainText('Tents for');
  await panel.press(/^More about: “Tents for/);
}

export async function insertUntil({ panel, page }: Walk): Promise<void> {
  await panel.pick('#card');
  await panel.press('The element around it');
  await expect(panel.picked).toHaveText(/^block/);
  await panel.press('Insert');
  await panel.page.getByRole('combobox', { name: /^Block/ }).selectOption('countdown');
  await panel.field('Ends at').fill('2031-05-04T18:00');
  await panel.press('Insert the block');
  await expect(page.locator('#card + [data-selvedge]')).toContainText(/^Only until .*4.*:/);
}
