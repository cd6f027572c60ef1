// One author's walk through the tools of the editor, on one page, with a real panel and a real pointer.

import { readDom } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { serveWalk, type Walk } from './walk.ts';
import { changeEntry, putInOrder, writeRules } from './walk-list.ts';
import { moveBack, moveByDragging, moveByKeys } from './walk-moves.ts';
import {
  addClass,
  insertCopy,
  insertUntil,
  pickAround,
  sayToken,
  setAttributes,
  styleOneWidth,
} from './walk-tools.ts';

/** In this order: each goes on with what those before it made. */
const STEPS: [name: string, step: (walk: Walk) => Promise<void>][] = [
  ['what lies beneath and around is picked', pickAround],
  ['an attribute, and a second one beside it', setAttributes],
  ['a class', addClass],
  ['a style for one width of screen', styleOneWidth],
  ['a token, with how it reads here', sayToken],
  ['a copy, and what is lost in it', insertCopy],
  ['a block until a date', insertUntil],
  ['moved by keys on the page, one place at a time', moveByKeys],
  ['moved by dragging; let fall where it is, nothing is changed', moveByDragging],
  ['a copy that was moved is the element, to an author, and goes back', moveBack],
  ['the list: rename, off and on, to another variant, picked anew', changeEntry],
  ['the order of the list, by keys that keep the focus, and by dragging', putInOrder],
  ['rules for the page, and the page itself', writeRules],
];

test.use({ isEmptied: true });

test('an author goes through the tools: each shows on the page, undo takes each back, and no trace is left', async ({
  extension,
  page,
  site,
  browserName,
}) => {
  // a minute where nothing else runs
  test.setTimeout(300_000);
  await extension.allowHost('http://localhost/*');
  serveWalk(site);
  await page.goto(site.origin);
  const before = await readDom(page);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('empty');
  await panel.press('New experience');
  await panel.press('Another variant');
  await panel.openVariant();
  await panel.startPicking();

  for (const [name, step] of STEPS) await test.step(name, () => step({ panel, page }));

  await test.step('a page loaded anew shows the variant again', async () => {
    await page.reload();
    // Firefox was let in by the click on the button alone, which a new page ends
    if (browserName === 'firefox') await extension.clickAction(page);
    await expect(page.locator('#count')).toHaveCSS('color', 'rgb(1, 2, 3)');
  });
  await test.step('the block with a date ends the experience then', async () => {
    await panel.page.bringToFront();
    await panel.back();
    await expect(panel.field('not after')).toHaveValue('2031-05-04T18:00');
    await panel.openVariant();
  });
  await test.step('all of it is taken back, step by step, to before the experience was there', async () => {
    const undo = panel.button(/^Undo/);
    await expect(async () => {
      if (await undo.isEnabled()) await undo.click();
      await expect(undo).toBeDisabled({ timeout: 100 });
    }).toPass({ intervals: [0] });
    await expect(panel.says('This variant is gone from the draft. Undo brings it back.')).toBeVisible();
    await expect.poll(() => readDom(page)).toBe(before);
    await panel.back();
  });
});
