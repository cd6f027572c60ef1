// Publishing as files: all at once, each marked as saved until the draft changes.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { serveBare } from '../../support/tag.ts';
import { config, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

test('all files are saved at once, and stay marked until the draft changes', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(config) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  const holdOut = async (share: string) => {
    await panel.openExperience('First');
    await panel.holdOut(share);
    await panel.back();
    await panel.openPublishing();
    const ways = panel.page.locator('details.ways');
    if ((await ways.getAttribute('open')) === null) await ways.locator('summary').first().click();
    await panel.field(/^Which file/).selectOption('js');
  };
  await holdOut('10');
  const saved = panel.main.getByText('Saved', { exact: true });
  await expect(panel.button('Save all 4 files')).toBeEnabled();
  await expect(saved).toHaveCount(0);
  // where a browser says what it saves depends on the browser: what the panel gives it is what counts
  await panel.page.evaluate(() => {
    const names: string[] = [];
    Object.assign(window, { names });
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
  });
  await panel.press('Save selvedge-show.js as a file');
  await expect(saved).toHaveCount(1);
  await expect(panel.says(/^All of it is saved\./)).toHaveCount(0);
  await panel.press('Save all 4 files');
  await expect(saved).toHaveCount(4);
  await expect(panel.says(/^All of it is saved\./)).toBeVisible();
  expect(await panel.page.evaluate(() => Reflect.get(window, 'names'))).toEqual([
    'selvedge-show.js',
    'selvedge-show.js',
    'selvedge-later.js',
    'selvedge-listen.js',
    'selvedge.js',
  ]);
  expect(await findViolations(panel.page)).toEqual([]);

  await panel.back();
  await holdOut('20');
  await expect(panel.button('Save all 4 files')).toBeEnabled();
  await expect(saved).toHaveCount(0);
});
