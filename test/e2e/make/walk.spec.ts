// One author's walk through the tools of the editor, on one page, with a real panel and a real pointer.

import type { Page } from '@playwright/test';
import { drag } from '../../support/drag.ts';
import { readDom, readOver } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findPlace } from '../../support/panel.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Walk</title><style>
  body { margin: 16px; font: 16px/1.5 sans-serif } .card { position: relative; width: 200px; height: 120px }
  .card img { width: 200px; height: 120px; background: #abc } .veil { position: absolute; inset: 0 }
  li { padding: 6px } .loud { font-weight: 700 }
  </style></head><body><main>
  <h1 id="title">Dry nights</h1>
  <p id="lead" class="intro" style="color: #333" data-x="1">Tents for <b>every</b> <svg width="8" height="8"></svg> weather</p>
  <div class="card" id="card"><img id="pic" src="/p.svg" alt="A tent by the lake"><a class="veil" id="veil" href="/tent" aria-label="See the tent"></a></div>
  <ul id="list"><li id="one">Vard</li><li id="two">Moor</li><li id="three">Fjell</li></ul>
  <button id="count" type="button">0</button>
  </main><script src="/page.js"></script></body></html>`;

/** What the visitor sees of the list, in the order in which it is seen. */
const readList = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#list > *')]
      .filter((one) => one.getClientRects().length > 0)
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map(({ textContent }) => textContent)
      .join(' '),
  );
test('an author goes through the tools: each shows on the page, undo takes each back, and no trace is left', async ({
  extension,
  page,
  site,
  browserName,
}) => {
  test.setTimeout(150_000);
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/p.svg', {
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="12"><path fill="#357" d="M0 12 10 0l10 12z"/></svg>',
    headers: { 'content-type': 'image/svg+xml' },
  });
  site.serve('/page.js', {
    body: `document.querySelector('#count').onclick = ({ target }) => { target.textContent = String(Number(target.textContent) + 1) }`,
    headers: { 'content-type': 'text/javascript' },
  });
  await page.goto(site.origin);
  const before = await readDom(page);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('empty');
  await panel.press('New experience');
  await panel.press('Another variant');
  await panel.openVariant();
  await panel.startPicking();

  // through what lies on top, and around
  await panel.pick('#veil');
  await expect(panel.picked).toHaveText(/^link/);
  await panel.page
    .getByRole('navigation', { name: 'Beneath it' })
    .getByRole('button', { name: /picture/ })
    .click();
  await expect(panel.picked).toHaveText('picture “A tent by the lake”');
  await panel.press('The element after it');
  await expect(panel.picked).toHaveText(/^link/);
  await panel.press('The element around it');
  await expect(panel.picked).toHaveText(/^block/);
  await panel.press('The first element inside it');
  await expect(panel.picked).toHaveText(/^picture/);
  await panel.press('The element before it');
  await expect(panel.picked).toHaveText(/^picture/);

  // attribute, and a second one beside it
  await panel.press('Attribute');
  await panel.page.getByRole('combobox', { name: /^Attribute/ }).selectOption('title');
  await panel.field('Its value').fill('By the lake');
  await panel.press('Keep the attribute');
  await expect(page.locator('#pic')).toHaveAttribute('title', 'By the lake');
  await panel.press('Attribute');
  await panel.page.getByRole('combobox', { name: /^Attribute/ }).selectOption('alt');
  await panel.press('Take it away');
  await expect(page.locator('#pic')).not.toHaveAttribute('alt');
  await expect(page.locator('#pic')).toHaveAttribute('title', 'By the lake');
  await expect(panel.changes).toHaveCount(2);

  // class, and a style for one width of screen
  await panel.pick('#two');
  await panel.press('Class');
  await panel.field('Add classes').fill('.loud');
  await panel.press('Keep the classes');
  await expect(page.locator('#two')).toHaveCSS('font-weight', '700');
  await panel.press('Style');
  await panel.page.getByRole('combobox', { name: /^Where/ }).selectOption('on large screens');
  await panel.field('Text size').fill('big');
  await expect(panel.says('No browser reads this. Write it such as 18px.')).toBeVisible();
  await expect(panel.button('Keep the style')).toBeDisabled();
  await panel.field('Text size').fill('27');
  // grey on the white of the page, which the element does not say itself
  await panel.field('Text colour').fill('#cccccc');
  await expect(panel.says(/^Hard to read: the contrast is 1\.6 to 1/)).toBeVisible();
  await panel.press('Text colour: leave as it is');
  await panel.press('Keep the style');
  await expect(page.locator('#two')).toHaveCSS('font-size', '27px');
  await expect(page.locator('#two')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await page.setViewportSize({ width: 500, height: 700 });
  await expect(page.locator('#two')).toHaveCSS('font-size', '16px');
  await page.setViewportSize({ width: 1280, height: 720 });
  // opened again, the form holds what was kept; emptied, it is gone
  await panel.press('Style');
  await expect(panel.field('Text size')).toHaveValue('');
  await panel.page.getByRole('combobox', { name: /^Where/ }).selectOption('on large screens');
  await expect(panel.field('Text size')).toHaveValue('27px');
  await panel.press('Style');

  // a token, with how it reads here
  await panel.pick('#title');
  await panel.press('Text');
  await panel.field('New text').fill('For you: ');
  await panel.page.getByRole('combobox', { name: /^Say something known/ }).selectOption('context.path');
  await expect(panel.field('New text')).toHaveValue('For you: {{context.path|there}}');
  await expect(panel.says('For you it reads: “For you: /”')).toBeVisible();
  await panel.press('Keep the text');
  await expect.poll(() => readOver(page, '#title')).toBe('For you: /');
  // written in place by keys: the token is there, not what it says for the author
  await panel.pick('#title');
  await page.bringToFront();
  for (const key of ['Enter', 'End', '!', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => readOver(page, '#title')).toBe('For you: /!');
  await panel.page.bringToFront();
  await panel.press('Text');
  await expect(panel.field('New text')).toHaveValue('For you: {{context.path|there}}!');

  // a copy, and what is lost in it
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

  // until a date
  await panel.pick('#card');
  await panel.press('The element around it');
  await expect(panel.picked).toHaveText(/^block/);
  await panel.press('Insert');
  await panel.page.getByRole('combobox', { name: /^Block/ }).selectOption('countdown');
  await panel.field('Ends at').fill('2031-05-04T18:00');
  await panel.press('Insert the block');
  await expect(page.locator('#card + [data-selvedge]')).toContainText(/^Only until .*4.*:/);

  // moved by keys on the page, one place at a time
  await panel.pick('#three');
  await page.bringToFront();
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => readList(page)).toBe('Vard Fjell Moor');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => readList(page)).toBe('Fjell Vard Moor');
  await page.keyboard.press('Control+z');
  await expect.poll(() => readList(page)).toBe('Vard Fjell Moor');

  // and by dragging it; let fall where it is, nothing is changed
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
  // the copy is the element, to an author
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

  // the list: rename, off and on, to another variant, picked anew
  await expect(panel.changes).toHaveCount(8);
  const list = panel.page.getByRole('region', { name: 'Changes' });
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

  // its order, by keys that keep the focus, and by dragging
  const saysOrder = () =>
    panel.changes
      .getByRole('checkbox')
      .evaluateAll((all) =>
        all.slice(0, 3).map((one) => one.getAttribute('aria-label')?.replace(/^On: (The )?(\w+).*$/, '$2')),
      );
  const order = await saysOrder();
  await first.getByRole('button', { name: /^More about/ }).click();
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

  // page rules, and the page itself
  await panel.says('For the whole page').click();
  await panel.fill('CSS rules', '#count { color: rgb(1, 2, 3) }');
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
  // a page loaded anew shows the variant again
  await page.reload();
  // Firefox was let in by the click on the button alone, which a new page ends
  if (browserName === 'firefox') await extension.clickAction(page);
  await expect(page.locator('#count')).toHaveCSS('color', 'rgb(1, 2, 3)');

  // the block with a date ends the experience then
  await panel.page.bringToFront();
  await panel.back();
  await expect(panel.field('not after')).toHaveValue('2031-05-04T18:00');
  await panel.openVariant();

  // all of it taken back, step by step, to before the experience was there
  const undo = panel.button(/^Undo/);
  await expect(async () => {
    if (await undo.isEnabled()) await undo.click();
    await expect(undo).toBeDisabled({ timeout: 100 });
  }).toPass({ intervals: [0] });
  await expect(panel.says('This variant is gone from the draft. Undo brings it back.')).toBeVisible();
  await expect.poll(() => readDom(page)).toBe(before);
  await panel.back();
});
