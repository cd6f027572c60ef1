// Moving what is picked, on the page of walk.ts: by keys, by dragging, and back.

import type { Page } from '@playwright/test';
import { expect } from '../../support/extension.ts';
import { findPlace } from '../../support/panel.ts';
import type { Walk } from './walk.ts';

/** What the visitor sees of the list, in the order in which it is seen. */
const readList = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#list > *')]
      .filter((one) => one.getClientRects().length > 0)
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map(({ textContent }) => textContent)
      .join(' '),
  );

export async function moveByKeys({ panel, page }: Walk): Promise<void> {
  await panel.pick('#three');
  await page.bringToFront();
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => readList(page)).toBe('Vard Fjell Moor');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => readList(page)).toBe('Fjell Vard Moor');
  await page.keyboard.press('Control+z');
  await expect.poll(() => readList(page)).toBe('Vard Fjell Moor');
}

export async function moveByDragging({ panel, page }: Walk): Promise<void> {
  await panel.pick('#one');
  await page.bringToFront();
  const [from, to] = [await findPlace(page, '#one'), await findPlace(page, '#two')];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y - 10);
  await page.mouse.up();
  // so what can be undone is still the move by keys
  await page.keyboard.press('Control+z');
  await expect.poll(() => readList(page)).toBe('Vard Moor Fjell');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => readList(page)).toBe('Vard Fjell Moor');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y + 10);
  await page.mouse.up();
  await expect.poll(() => readList(page)).toBe('Fjell Moor Vard');
}

export async function moveBack({ panel, page }: Walk): Promise<void> {
  await panel.pick('#two');
  await expect(panel.picked).toHaveText('list item “Moor”');
  await page.bringToFront();
  const moved = await findPlace(page, '#two + [data-selvedge]');
  await page.mouse.click(moved.x, moved.y);
  await panel.page.bringToFront();
  await expect(panel.picked).toHaveText('list item “Vard”');
  await panel.press('Move');
  await panel.press('Back to its own place');
  await expect.poll(() => readList(page)).toBe('Vard Fjell Moor');
}
