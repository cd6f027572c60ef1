// Sizing what is picked, on the page: by dragging its handles and by keys, live, to the page's own steps, one step a drag,
// for the screens that the author chooses; the page hears nothing of it and cannot do it.

import type { Page } from '@playwright/test';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { pressAtOnce } from '../../support/press-at-once.ts';
import { startVariant } from './begin.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Sizes</title><style>
  :root { --space-4: 16px; --space-6: 24px; --brand: #2b4794 }
  body { margin: 120px 40px } #card { box-sizing: border-box; width: 300px; height: 90px; padding: 10px; margin: 0 }
</style></head><body><div id="card">Every tent stays dry.</div><p>Below it</p></body></html>`;

const css = (page: Page, name: string) =>
  page.evaluate((at) => getComputedStyle(document.querySelector('#card')!).getPropertyValue(at), name);
const boxOf = (page: Page) =>
  page.evaluate(() => {
    const { left, top, right, bottom, width, height } = document
      .querySelector('#card')!
      .getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  });

test('sizes and space are dragged on the page, live, to the page’s own steps, one step a drag', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  await panel.clickPage('#card');
  await expect(panel.picked).toHaveText(/^block/);

  // by keys: into the toolbar, to "Size", and its first handle has the focus
  for (const key of ['Tab', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  // given back before it is said, which a pause does: so without one
  await pressAtOnce(page, ['ArrowRight', 'ArrowRight', 'Escape']);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => css(page, 'width')).toBe('299px');
  await page.keyboard.press('Enter');
  await expect(panel.changes).toHaveCount(1);
  await expect.poll(() => css(page, 'width')).toBe('299px');
  await panel.undo('Size');
  await expect.poll(() => css(page, 'width')).toBe('300px');

  // by pointer: the space inside at its left, 5 px further, is near one of the page's own
  await page.bringToFront();
  // who did not listen before the editor hears nothing
  await page.evaluate(() => {
    window.heard = [];
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup'])
      addEventListener(type, () => window.heard.push(type), true);
  });
  const { left, top, bottom } = await boxOf(page);
  const grip = { x: left + 11, y: (top + bottom) / 2 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 3, grip.y);
  await page.mouse.move(grip.x + 5, grip.y);
  await expect.poll(() => css(page, 'padding-left')).toBe('16px');
  expect(await css(page, 'padding-right')).toBe('10px');
  await expect(panel.changes).toHaveCount(0);
  await page.mouse.up();
  await expect(panel.changes).toHaveCount(1);
  await expect.poll(() => css(page, 'padding-left')).toBe('16px');
  // again, and given back in the middle of it
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 20, grip.y);
  await expect.poll(() => css(page, 'padding-left')).toBe('36px');
  await page.keyboard.press('Escape');
  await expect.poll(() => css(page, 'padding-left')).toBe('16px');
  await page.mouse.up();
  expect(await page.evaluate(() => window.heard)).toEqual([]);

  // the Style tool shows it, and takes it back
  await panel.page.bringToFront();
  await expect(panel.field('Space inside, left')).toHaveValue('16px');
  await panel.press('Text colour: --brand of the page');
  await expect.poll(() => css(page, 'color')).toBe('rgb(43, 71, 148)');
  await panel.field('Space inside, left').fill('2');
  await expect.poll(() => css(page, 'padding-left')).toBe('2px');
  await expect(panel.changes).toHaveCount(1);
});

test('for phones alone, where the window is as narrow; the page makes nothing of it', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.setViewportSize({ width: 500, height: 700 });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  await panel.clickPage('#card');
  await expect(panel.picked).toHaveText(/^block/);
  for (const key of ['Tab', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);

  // what a page can make itself of a pointer and keys
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('html > [popover]')!;
    const { right, bottom } = document.querySelector('#card')!.getBoundingClientRect();
    for (const [type, x] of [
      ['pointerdown', right],
      ['pointermove', right + 60],
      ['pointerup', right + 60],
    ] as const)
      host.dispatchEvent(
        new PointerEvent(type, { clientX: x, clientY: bottom, bubbles: true, composed: true, pointerId: 1 }),
      );
    for (const key of ['ArrowRight', 'Enter'])
      host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  });
  // back to the last of the screens that can be chosen here, and to the handles
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Enter');
  await expect(panel.changes).toHaveCount(1);
  // all the room there is: the first of the page's own that is wider
  await expect.poll(() => css(page, 'width')).toBe('420px');
  await expect(panel.page.getByRole('combobox', { name: /^Where/ })).toHaveValue('(max-width: 600px)');
  await expect(panel.page.getByLabel('Width', { exact: true })).toHaveValue('420px');
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect.poll(() => css(page, 'width')).toBe('300px');
});

test('the handles of something tiny do not lie over each other: each is in reach, and drags its own', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve(
    '/',
    '<!doctype html><html lang="en"><head><title>Tiny</title></head><body style="margin: 150px 200px"><b id="card" style="display: inline-block; width: 16px; height: 16px">i</b></body></html>',
  );
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  await panel.clickPage('#card');
  await expect(panel.picked).toHaveText(/“i”/);
  for (const key of ['Tab', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  // the space above it: the box that handles stand around is 84 px high, 11 of them to the middle of this one
  const { left, top, width, height } = await boxOf(page);
  const grip = { x: left + width / 2, y: top + height / 2 - 42 + 11 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x, grip.y + 4);
  await page.mouse.move(grip.x, grip.y + 7);
  await expect.poll(() => css(page, 'padding-top')).not.toBe('0px');
  await page.mouse.up();
  for (const name of ['padding-bottom', 'padding-left', 'margin-top'])
    expect(await css(page, name)).toBe('0px');
});
