// What an author picks with stays in front of what the page opens later: a popover, a modal dialog, one in the other; and
// where it cannot, that is said. The page's own handlers hear no click meanwhile.

import type { Page } from '@playwright/test';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { startVariant } from './begin.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Layers</title>
  <style>dialog, [popover] { margin: 40px } button { font-size: 20px }</style></head>
  <body style="margin: 120px 20px"><h1>Title</h1>
  <div id="pop" popover="manual"><button id="in-pop">Stay informed</button></div>
  <dialog id="outer"><button id="in-outer">Accept all</button>
    <dialog id="inner"><button id="in-inner">Really accept</button></dialog></dialog>
  <div id="host"></div>
  <script>
    document.body.dataset.clicks = '';
    for (const one of document.querySelectorAll('button'))
      one.onclick = () => { document.body.dataset.clicks += one.id + ' '; };
    const root = document.querySelector('#host').attachShadow({ mode: 'closed' });
    root.innerHTML = '<dialog>Closed off</dialog>';
    window.act = {
      far: () => root.querySelector('dialog').showModal(),
      near: () => root.querySelector('dialog').close(),
    };
  </script></body></html>`;

/** Whether what lies in front of the element's middle is ours. */
const isBehind = (page: Page, css: string) =>
  page.evaluate((at) => {
    const { x, y, width, height } = document.querySelector(at)!.getBoundingClientRect();
    const front = document.elementFromPoint(x + width / 2, y + height / 2);
    return width > 0 && front?.matches('[popover]:not(#pop)');
  }, css);

test('picking goes on over popovers and modal dialogs that the page opens later, and it hears no click', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  const picks = async (css: string, says: RegExp) => {
    await expect.poll(() => isBehind(page, css)).toBe(true);
    await panel.clickPage(css);
    await expect(panel.picked).toHaveText(says);
  };
  await picks('h1', /Title/);
  await page.evaluate(() => document.querySelector<HTMLElement>('#pop')!.showPopover());
  await picks('#in-pop', /Stay informed/);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#outer')!.showModal());
  await picks('#in-outer', /Accept all/);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#inner')!.showModal());
  await picks('#in-inner', /Really accept/);
  // gone again, the inner one without a word
  await page.evaluate(() => document.querySelector('#inner')!.remove());
  await picks('#in-outer', /Accept all/);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#outer')!.close());
  await picks('h1', /Title/);
  // taken away by the page
  await page.evaluate(() => document.querySelector('[popover]:not(#pop)')!.remove());
  await picks('#in-pop', /Stay informed/);

  // where nobody can stand in front it is said, and no longer than it lasts
  const said = panel.says(/Something of the page lies over it/);
  await expect(said).toHaveCount(0);
  await page.evaluate('act.far()');
  await expect(said).toBeVisible();
  await page.evaluate('act.near()');
  await expect(said).toHaveCount(0);
  await picks('h1', /Title/);
  expect(await page.evaluate(() => document.body.dataset.clicks)).toBe('');

  // the page is the author's again, and as it was
  await panel.page.bringToFront();
  await panel.press('Use the page');
  await expect(page.locator('[popover]')).toHaveCount(1);
});
