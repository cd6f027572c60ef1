// The draft's desk: experiences put in order, tried on the open tabs, switched on and off; published into a folder;
// versions gone back to, drafts merged, shared.

import type { Config } from '../../../shared/schema/config.ts';
import { drag } from '../../support/drag.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';

declare global {
  interface Window {
    /** what is in the clipboard, and whether the browser lets us write there */
    copied: string;
    isRefused?: boolean;
  }
}

const experience = (id: string, css: string, more: object = {}): Config['experiences'][0] => ({
  id,
  name: id,
  status: 'live',
  pages: ['/'],
  variants: [
    {
      id: 'a',
      name: 'A',
      segment: 'phones',
      changes: [{ kind: 'text', target: { css }, value: `By ${id}` }],
    },
  ],
  ...more,
});
/** Comes in when the page has been read for a while, and pushes it down. */
const late = experience('Second', 'p', {
  trigger: { kind: 'time', after: '2s' },
  variants: [
    {
      id: 'a',
      name: 'A',
      segment: 'phones',
      changes: [
        { kind: 'insert', target: { css: 'h1' }, position: 'before', html: '<h2>News</h2>'.repeat(5) },
      ],
    },
  ],
});
const config: Config = {
  version: 1,
  site: 'desk.example',
  revision: 4,
  privacy: { consent: 'implied' },
  segments: [{ id: 'phones', name: 'On a phone', when: { kind: 'context', key: 'device', is: 'phone' } }],
  experiences: [experience('First', 'h1'), late, experience('Third', 'h1')],
};
const PAGE = `<!doctype html><html lang="en"><head><title>Desk</title>
<script src="/selvedge.js" data-config="/selvedge.json"></script></head><body><h1>Title</h1><p style="height: 300px">Text</p></body></html>`;

test('experiences are put in order, tried on the open tabs, switched off, and told where they collide', async ({
  extension,
  context,
  page,
  site,
  browserName,
  guard,
}) => {
  test.setTimeout(120_000);
  await extension.allowHost('http://localhost/*');
  for (const path of ['/', '/shoes/red', '/cart']) site.serve(path, PAGE);
  site.serve('/selvedge.json', JSON.stringify(config));
  site.serveFile('/selvedge.js', 'dist/selvedge.js');
  await page.goto(`${site.origin}/shoes/red`);
  const other = await context.newPage();
  await other.goto(`${site.origin}/cart`);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  const names = () => panel.page.locator('ol .make-open strong').allTextContents();
  await expect.poll(names).toEqual(['First', 'Second', 'Third']);

  // priority, by keys: the keyboard stays with what it moved
  await panel.button('Move Third up').focus();
  await panel.page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['First', 'Third', 'Second']);
  await expect(panel.button('Move Third up')).toBeFocused();
  await panel.page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['Third', 'First', 'Second']);
  await expect(panel.button('Move Third down')).toBeFocused();
  // and by drag
  const rows = panel.page.locator('ol .make-row');
  await drag(rows.nth(0).locator('.grip'), rows.nth(2), { x: 60, y: 25 });
  await expect.poll(names).toEqual(['First', 'Second', 'Third']);

  // collisions: the same aspect of the same element on the same pages, until they share no page
  await panel.openExperience('Third');
  const collisions = panel.page.getByRole('list', { name: 'Collisions' });
  await expect(collisions).toHaveText(
    'First stands earlier and wins where a visitor gets both: the headline h1.',
  );
  const pages = panel.field(/on pages/);
  await pages.fill('/shoes/*');
  await pages.press('Tab');
  await expect(collisions).toHaveCount(0);

  // the patterns on the tabs that are open: this one matches, the other does not, wherever it may be seen
  const tabs = panel.page.getByRole('region', { name: 'Open tabs' });
  await expect(tabs).toContainText('Matches 1 of');
  await expect(tabs.getByRole('listitem').filter({ hasText: '/shoes/red' })).toContainText('this page');
  // Chrome shows the address of a tab only where our button was clicked, or on a site that we may see
  const allow = tabs.getByRole('button', { name: 'Let it see this site' });
  if (browserName === 'chromium') {
    await expect(tabs).toContainText('Selvedge cannot see the address of');
    await allow.click();
  }
  await expect(tabs.getByRole('listitem').filter({ hasText: '/cart' })).toHaveCount(1);
  await pages.fill('shoes');
  await pages.press('Tab');
  await expect(panel.says('a path begins with /')).toBeVisible();
  await pages.fill('/cart, /shoes/*');
  await pages.press('Tab');
  await expect(tabs).toContainText('Matches 2 of 2 open tabs of this site');

  // off, on, and where else visitors go
  await panel.field('Status').selectOption('paused');
  await panel.back();
  await expect(rows.nth(2)).toContainText('Paused');
  await panel.openExperience('First');
  await panel.fill('not before', '2026-12-01T08:00');
  await panel.openVariant();
  await panel.says('For the whole page').click();
  await panel.fill(/Send visitors on/, '/cart');
  await panel.back();
  await panel.back();
  await panel.openPublishing();
  const differences = panel.differences;
  await expect(differences).toContainText('Third: status changed from “live” to “paused”.');
  await expect(differences).toContainText('On a phone: Visitors are sent on to /cart.');
  await expect(differences).toContainText('First: schedule changed from nothing to');

  // a server that leads elsewhere gets nothing, and nor does where it leads; Chromium tells the driver of the request
  // that it then does not send
  guard.allow({ origins: [site.foreign] });
  site.serve('/moved.json', {
    status: 307,
    headers: { location: `${site.foreign}/stolen.json`, 'access-control-allow-origin': '*' },
    body: '',
  });
  const publish = panel.button(/^Publish( anyway)?$/);
  const result = panel.outcome;
  const address = panel.field(/address of the file/);
  await panel.page.getByLabel('Token', { exact: true }).fill('secret');
  await address.fill(`${site.origin}/moved.json`);
  await publish.first().click();
  await expect(result).toHaveAttribute('data-outcome', 'elsewhere');
  await expect(result).toContainText('Your token was not sent on');
  expect(site.requests.filter((one) => /PUT|stolen/.test(one))).toEqual([]);

  // one that ignores If-Match is found out, and written to only when the author says so
  let stored = JSON.stringify(config);
  site.serve('/store.json', async (request) => {
    if (request.method === 'PUT') stored = (await request.toArray()).join('');
    return { body: stored, headers: { etag: `"${stored.length}"` } };
  });
  await address.fill(`${site.origin}/store.json`);
  await panel.field(/^Asselvedge/).selectOption('json');
  await publish.first().click();
  await expect(result).toHaveAttribute('data-outcome', 'unguarded');
  expect(JSON.parse(stored)).toEqual(config);
  await result.getByRole('button', { name: 'Publish anyway' }).click();
  await expect(result).toHaveAttribute('data-outcome', 'published');
  expect(JSON.parse(stored)).toMatchObject({ revision: 5, experiences: [{}, {}, { status: 'paused' }] });
  expect(site.requests.filter((one) => one.includes('stolen'))).toEqual([]);
});

test('published into a folder, gone back, merged with a conflict decided, and shared', async ({
  extension,
  page,
  site,
  browserName,
}) => {
  test.setTimeout(120_000);
  await extension.allowHost('http://localhost/*');
  let live = config;
  site.serve('/', PAGE);
  site.serve('/selvedge.json', () => JSON.stringify(live));
  site.serveFile('/selvedge.js', 'dist/selvedge.js');
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  // stands in for the picker and the clipboard, which ask a person; the folder is a real one of the browser
  await panel.page.evaluate(() => {
    const page = window;
    if ('showDirectoryPicker' in page)
      Object.assign(page, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: async (text: string) => {
        if (page.isRefused) throw new DOMException('Document is not focused.', 'NotAllowedError');
        page.copied = text;
      },
    });
  });
  const copied = () => panel.page.evaluate(() => window.copied);
  const back = () => panel.back();
  const holdOut = async (share: string) => {
    await panel.openExperience('First');
    await panel.holdOut(share);
    await back();
  };
  await panel.openHistory();
  await panel.field('Name of the version').fill('Before the holdout');
  await panel.press('Keep a version');
  await expect(panel.says('same as now')).toBeVisible();
  await back();
  await holdOut('10');

  await panel.openPublishing();
  await panel.press('Copy as pull-request text');
  await expect
    .poll(copied)
    .toBe('## desk.example: personalization, revision 5\n\n- First: holdout changed from nothing to 0.1.\n');
  const share = panel.page.getByRole('region', { name: 'Show it to others' });
  const says = (text: string) => expect(share.getByRole('status').filter({ hasText: text })).toBeVisible();
  await says('The changes are in the clipboard, as text for a pull request.');
  await panel.page.getByRole('combobox', { name: /What is live/ }).selectOption('phones');
  await share.getByRole('button', { name: 'Copy preview link' }).click();
  await expect.poll(copied).toBe(`${site.origin}/#selvedge=phones`);
  await says('The link is in the clipboard.');
  // a browser that does not let us: the link is there to be copied by hand, the text wants another click
  await panel.page.evaluate(() => {
    window.isRefused = true;
  });
  await share.getByRole('button', { name: 'Copy preview link' }).click();
  await says(`Copy it from here: ${site.origin}/#selvedge=phones`);
  await share.getByRole('button', { name: 'Copy as pull-request text' }).click();
  await says('Click into this panel and try again.');

  // tried on this page: two experiences want the headline; that is worth a thought, no obstacle
  await panel.press('Try it here');
  await expect(panel.says(/^Layout shift: up to 0\.\d\d, from “Second: A”/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(panel.says('it stands earlier and wins')).toBeVisible();
  await expect(panel.button('Publish anyway')).toBeVisible();

  if (browserName === 'chromium') {
    const readFolder = (name: string) =>
      panel.page.evaluate(async (file) => {
        const folder = await navigator.storage.getDirectory();
        return await (await (await folder.getFileHandle(file)).getFile()).text();
      }, name);
    const writeFolder = (name: string, text: string) =>
      panel.page.evaluate(
        async ([file, content]) => {
          const folder = await navigator.storage.getDirectory();
          const writable = await (await folder.getFileHandle(file, { create: true })).createWritable();
          await writable.write(content);
          await writable.close();
        },
        [name, text] as const,
      );
    await panel.press('Choose a folder on this computer');
    const intoFolder = panel.button(/^Publish anyway into the folder/);
    const result = panel.outcome;
    // somebody else's work lies there
    const theirs = { ...config, revision: 9, site: 'other.example' };
    await writeFolder('selvedge.json', JSON.stringify(theirs));
    await intoFolder.click();
    await expect(result).toHaveAttribute('data-outcome', 'changed');
    expect(JSON.parse(await readFolder('selvedge.json'))).toEqual(theirs);
    await panel.press('Replace it with mine');
    await expect(result).toHaveAttribute('data-outcome', 'published');
    const published: Config = JSON.parse(await readFolder('selvedge.json'));
    expect(published).toMatchObject({
      revision: 5,
      site: 'desk.example',
      experiences: [{ holdout: 0.1 }, {}, {}],
    });
    // the tag is bare beside its config, as this page has it
    expect(await readFolder('selvedge.js')).toContain('__SELVEDGE_CONFIG__');
    expect((await readFolder('selvedge-panel.js')).length).toBeGreaterThan(1000);
    await expect(panel.says('Nothing differs from what is live.')).toBeVisible();
    live = published;
  } else {
    // no such API, no such choice
    await expect(panel.button(/folder/)).toHaveCount(0);
    live = { ...config, revision: 5, experiences: config.experiences.map((one) => ({ ...one })) };
    live.experiences[0]!.holdout = 0.1;
    // brought there as a file: what is live is the draft
    await page.reload();
    await back();
    await expect(panel.says('Your draft is what is live.')).toBeVisible();
    await panel.openHistory();
  }
  if (browserName === 'chromium') {
    await back();
    await panel.openHistory();
  }

  // a broken file is refused with its place, and the draft is as it was
  await panel.page
    .locator('label', { hasText: 'Merge a file in' })
    .locator('input')
    .setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{ "version": 1,\n "site": }'),
    });
  await expect(panel.alert).toContainText(
    'broken.json was not merged, the draft is as it was. line 2, column 10: a value is expected',
  );

  // back to the version
  await panel.page
    .getByRole('listitem')
    .filter({ hasText: 'Before the holdout' })
    .getByRole('button', { name: 'Go back' })
    .click();
  await expect(panel.button('Undo: Back to Before the holdout')).toBeVisible();
  await expect(panel.page.getByRole('listitem').filter({ hasText: 'Before the holdout' })).toContainText(
    'same as now',
  );
  await back();
  await holdOut('30');

  // meanwhile somebody else publishes another holdout and another page: one is taken, one is decided
  const [first, ...rest] = live.experiences;
  live = { ...live, revision: 6, experiences: [{ ...first!, holdout: 0.5, pages: ['/', '/sale'] }, ...rest] };
  await page.reload();
  await expect(panel.says('it is revision 6 now')).toBeVisible();
  await panel.press('Merge it into my draft');
  await expect(panel.says('Both of you changed the same.')).toBeVisible();
  await expect(panel.says('With theirs: First: holdout changed from 0.3 to 0.5.')).toBeVisible();
  await panel.press('Take theirs');
  await expect(panel.says('Both of you changed the same.')).toHaveCount(0);
  await expect(panel.says('Your draft is what is live.')).toBeVisible();
  await panel.undo('Theirs');
  await panel.openPublishing();
  await expect(panel.differences).toHaveText(/First: holdout changed from 0\.5 to 0\.3\./);
});
