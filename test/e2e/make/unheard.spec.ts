// What an author types is typed in the panel: a page that listens to all it can, from before anything of ours, hears no
// key and sees no field.

import { readOver } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { startVariant } from './begin.ts';

test.use({ isEmptied: true });

declare global {
  interface Window {
    ears: string[];
    late: string[];
  }
}

const PAGE = `<!doctype html><html lang="en"><head><title>Ears</title><script>
  window.ears = [];
  for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'compositionstart', 'paste'])
    for (const on of [window, document])
      on.addEventListener(type, (event) => ears.push(type + ' ' + (event.key ?? event.data ?? '')), true);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (window.isRead && node instanceof Element) ears.push('new ' + node.localName);
  }).observe(document, { childList: true, subtree: true });
  addEventListener('load', () => { window.isRead = true; });
</script></head><body><h1>Title</h1><input id="own" autofocus aria-label="Search"><a href="/elsewhere">Go</a></body></html>`;

test('a page that listens to everything hears no key of an author, and writes nothing into the draft', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  await page.evaluate(() => document.querySelector<HTMLElement>('#own')!.focus());
  await panel.clickPage('h1', 2);
  await expect.poll(() => panel.field('New text').count()).toBe(1);

  // in a hurry, before the panel has the focus: it does nothing, and who did not listen before the editor hears nothing
  await page.evaluate(() => {
    window.late = [];
    for (const type of ['keydown', 'keyup', 'keypress', 'input'])
      addEventListener(type, () => window.late.push(type), true);
  });
  await page.keyboard.type('secret');
  await page.keyboard.press('Backspace');
  expect(await page.evaluate(() => window.late)).toEqual([]);
  await expect(page.locator('#own')).toHaveValue('');

  // the page writes by itself, into whatever may have the focus
  await page.evaluate(() => {
    document.execCommand('selectAll');
    document.execCommand('insertText', false, 'EVIL');
    window.ears = [];
  });
  await panel.page.bringToFront();
  await expect(panel.field('New text')).toBeFocused();
  await panel.page.keyboard.type('In the panel');
  await expect.poll(() => readOver(page, 'h1')).toBe('In the panel');
  await expect(panel.changes).toHaveCount(1);
  await expect(panel.changes).not.toContainText('EVIL');
  await expect(panel.changes).not.toContainText('secret');
  expect(await page.evaluate(() => window.ears)).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('html > [popover]')!.shadowRoot)).toBeNull();
});

test('a panel that a page cannot give the focus says so, marks its field, and is ready at the first click', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  const ask = panel.page.getByRole('status').filter({ hasText: 'Click into this panel' });
  const isFocused = (is: boolean) =>
    panel.page.evaluate((answer) => {
      document.hasFocus = () => answer;
      if (answer) dispatchEvent(new Event('focus'));
    }, is);
  await isFocused(false);
  await panel.clickPage('h1', 2);
  await expect(ask).toBeVisible();
  await expect(panel.field('New text')).toHaveAttribute('data-waits');
  await panel.page.bringToFront();
  await panel.page.locator('main').click({ position: { x: 2, y: 2 } });
  await isFocused(true);
  await expect(ask).toHaveCount(0);
  await expect(panel.field('New text')).not.toHaveAttribute('data-waits');
  await panel.page.keyboard.type('Ready');
  await expect(panel.field('New text')).toHaveText('Ready');
});
