// Publishing as files: all at once, each marked as saved until the draft changes.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { readBuilt, serveBare } from '../../support/tag.ts';
import { config, PAGE } from './desk-site.ts';

const bar = { kind: 'block', shape: 'bar', place: 'top', fields: { text: 'Night hike' } };

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

test('what the draft asks for is saved with it, and goes to the site before the tag', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  const [first, ...others] = config.experiences;
  const [variant] = first?.variants ?? [];
  const shown = { ...first, variants: [{ ...variant, changes: [...(variant?.changes ?? []), bar] }] };
  site.serve('/selvedge.json', { body: JSON.stringify({ ...config, experiences: [shown, ...others] }) });
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.openPublishing();
  const ways = panel.page.locator('details.ways');
  if ((await ways.getAttribute('open')) === null) await ways.locator('summary').first().click();
  await panel.field(/^Which file/).selectOption('js');
  await expect(panel.button('Save all 5 files')).toBeEnabled();
  await panel.page.evaluate(() => {
    const saved: [string, Promise<string>][] = [];
    const { createObjectURL } = URL;
    const blobs = new Map<string, Blob>();
    Object.assign(window, {
      readSaved: () => Promise.all(saved.map(async ([name, text]) => [name, await text])),
    });
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      saved.push([this.download, blobs.get(this.href)?.text() ?? Promise.resolve('')]);
    };
  });
  await panel.press('Save all 5 files');
  const readSaved = () =>
    panel.page.evaluate(() => Reflect.get(window, 'readSaved')() as Promise<[string, string][]>);
  await expect.poll(async () => (await readSaved()).length).toBe(5);
  const texts = new Map(await readSaved());
  expect([...texts.keys()].at(-1)).toBe('selvedge.js');
  expect(texts.get('selvedge-block.js')).toBe(readBuilt('selvedge-block.js'));
  // of questions and lists there are none in this draft
  expect([...texts.keys()].filter((name) => /ask|recommend/.test(name))).toEqual([]);
  await panel.field(/^Which file/).selectOption('json');
  await expect(panel.button('Save selvedge-block.js as a file')).toHaveCount(0);
});
