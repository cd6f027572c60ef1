// The toolbar at the picked element: by keys and by pointer it opens a tool in the panel, or hides at once; the page
// cannot press it.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { startVariant } from './begin.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Toolbar</title></head><body style="margin: 100px 20px">
  <h1>Title</h1><p id="lead">The lead</p><a id="go" href="/old">Go on</a></body></html>`;

test('a press beside the element opens the tool in the panel with the caret in its field; the page presses nothing', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  const tool = (name: string) => panel.button(name);
  /** What holds the caret in the panel, which is not in front here. */
  const findCaret = () =>
    panel.page.evaluate(() => {
      const at = document.activeElement;
      return (
        at?.getAttribute('aria-label') ??
        at?.closest('label')?.querySelector('span')?.textContent ??
        at?.textContent?.trim()
      );
    });

  // the page tries, by all that it can make itself
  await panel.clickPage('h1');
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('html > [popover]')!;
    host.click();
    host.focus();
    for (const target of [host, document.body, document])
      for (const key of ['Tab', 'Enter', ' '])
        for (const type of ['keydown', 'keyup'])
          target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
    for (let x = 0; x < innerWidth; x += 8)
      for (let y = 0; y < 200; y += 8)
        host.dispatchEvent(
          new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, composed: true }),
        );
  });
  expect(await page.evaluate(() => document.querySelector('html > [popover]')!.shadowRoot)).toBeNull();

  // by keys: into the toolbar, and the first of it
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(findCaret).toBe('New text');
  await expect(tool('Text')).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.changes).toHaveCount(0);

  // along it and to its end, over what the arrows mean elsewhere; Escape leaves it and picks on
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(tool('Style')).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.picked).toHaveText(/^headline/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect(panel.picked).toHaveText(/^paragraph/);
  await expect(panel.button('Use the page')).toBeVisible();

  // by pointer: its last button stands above the element's end
  const press = async (css: string) => {
    const { right, top } = await page.evaluate(
      (at) => document.querySelector(at)!.getBoundingClientRect(),
      css,
    );
    await page.mouse.click(right - 16, top - 55);
  };
  await press('#lead');
  await expect(tool('Text')).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(findCaret).toBe('Text');

  // a link has one more; hiding is done at once
  await panel.clickPage('#go');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(findCaret).toBe('Leads to');
  await page.keyboard.press('End');
  for (let at = 0; at < 2; at++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.locator('#go')).toBeHidden();
  await expect(panel.changes).toHaveCount(1);
  await panel.undo('Hiding');
  await expect(page.locator('#go')).toBeVisible();
});
