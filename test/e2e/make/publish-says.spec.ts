// What Publish says of a draft stays true: nothing good above what is wrong, and no news of a draft that has changed since.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Panel } from '../../support/panel.ts';
import { servePut } from './put-server.ts';

test.use({ isEmptied: true });

const same = longInFirefox('the same panel; make.spec.ts and put.spec.ts publish there');

const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [
    {
      id: 's-1',
      name: 'Readers',
      when: { kind: 'count', event: 'page_view', where: { topic: '' }, is: { $gte: 2 } },
    },
    { id: 's-2', name: 'Not readers', when: { kind: 'none', of: [{ kind: 'segment', id: 's-3' }] } },
    { id: 's-3', name: 'Others', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } },
  ],
  experiences: [
    {
      id: 'e-1',
      name: 'Hero',
      status: 'live',
      pages: ['/'],
      goal: null,
      variants: [
        {
          id: 'v-1',
          name: 'Summer',
          segment: 's-1',
          changes: [{ kind: 'text', target: { css: '#gone' }, value: 'Our shop' }],
        },
      ],
    },
  ],
};
const PAGE =
  '<!doctype html><html lang="en"><head><title>Shop</title></head><body><main><h1>Shop</h1></main></body></html>';

const open = (panel: Panel, opened: Config) =>
  panel.page
    .locator('label', { hasText: 'Open a config file' })
    .locator('input')
    .setInputFiles({
      name: 'shop.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(opened)),
    });

test.beforeEach(async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
});

test('nothing is called good above what was found wrong on the page', same, async ({ extension, page }) => {
  const panel = await openPanelFor(extension, page, 'make');
  await open(panel, { ...config, segments: config.segments.slice(2), experiences: [onto('s-3')] });
  await panel.openPublishing();
  const good = panel.says('Nothing in it breaks the page.');
  await expect(good).toBeVisible();
  await panel.press('Try it here');
  await expect(panel.says('“#gone” finds nothing on this page.')).toBeVisible();
  await expect(good).toHaveCount(0);
  // how much it weighs is told all the same
  await expect(panel.says(/^It takes .* kB of the file/)).toBeVisible();
});

test(
  'a rule with an empty blank is said in Publish and in Checks, and leads to it',
  same,
  async ({ extension, page }) => {
    const panel = await openPanelFor(extension, page, 'make');
    await open(panel, config);
    await panel.openPublishing();
    const unfinished = panel.main.getByRole('listitem').filter({ hasText: 'its rule has an empty blank' });
    await expect(unfinished).toHaveCount(1);
    await expect(panel.says('Nothing in it breaks the page.')).toHaveCount(0);
    await unfinished.getByRole('button', { name: '“Readers”' }).click();
    await expect(panel.says('Still to be filled in: Value.')).toBeVisible();
    await panel.open('checks');
    await expect(unfinished).toHaveCount(1);
    expect(await findViolations(panel.page)).toEqual([]);
    await unfinished.getByRole('button', { name: '“Readers”' }).click();
    await panel.page.getByRole('button', { name: 'Take out where topic' }).click();
    await panel.open('checks');
    await expect(panel.button('Check')).toBeVisible();
    await expect(unfinished).toHaveCount(0);
  },
);

test('an error speaks of names, and leads to what it is about', same, async ({ extension, page }) => {
  const panel = await openPanelFor(extension, page, 'make');
  await open(panel, config);
  await panel.press(/^Others/);
  await panel.press('Remove this segment');
  await panel.press('Remove it');
  await panel.openPublishing();
  const error = panel.alert.getByRole('listitem');
  await expect(error).toContainText('“Not readers”: ');
  await expect(error).not.toContainText(/when\b|segments\[/);
  await error.getByRole('button', { name: '“Not readers”' }).click();
  await expect(panel.says('Visitors for whom this holds:')).toBeVisible();
});

test(
  'once the draft has changed, what was published is said to be older',
  same,
  async ({ extension, page, site }) => {
    servePut(site, '/js/');
    const panel = await openPanelFor(extension, page, 'make');
    await open(panel, { ...config, segments: config.segments.slice(2), experiences: [onto('s-3')] });
    await panel.openPublishing();
    await panel.address.fill(`${site.origin}/js/selvedge.js`);
    await panel.press(/^Publish/);
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
    const older = panel.says(
      'Published before. The draft has changed since, so what stands above is not out yet.',
    );
    await expect(older).toHaveCount(0);
    await panel.back();
    await panel.openExperience('Hero');
    await panel.holdOut('10');
    await panel.back();
    await panel.openPublishing();
    await expect(older).toBeVisible();
    await expect(panel.outcome).toHaveCount(0);
  },
);

test('an address of another kind is called what it is', same, async ({ extension, page, site }) => {
  const panel = await openPanelFor(extension, page, 'make');
  await open(panel, { ...config, segments: config.segments.slice(2), experiences: [onto('s-3')] });
  await panel.openPublishing();
  const insecure = panel.says(/anybody on the way could read the token/);
  for (const [address, says] of [
    ['shop.example/selvedge.js', 'Did you mean https://shop.example/selvedge.js?'],
    ['htps://shop.example/selvedge.js', 'This is no address of a file on the web.'],
    [`${site.origin}/js/`, 'This is a folder.'],
  ] as const) {
    await panel.address.fill(address);
    await expect(panel.says(says)).toBeVisible();
    await expect(insecure).toHaveCount(0);
    await expect(panel.button(/^Publish( anyway)?$/).last()).toBeDisabled();
  }
  await panel.address.fill('http://shop.example/selvedge.js');
  await expect(insecure).toBeVisible();

  // nothing there takes it
  await panel.address.fill(`${site.origin}/nowhere/selvedge.js`);
  await panel.press(/^Publish/);
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'failed');
  await expect(panel.outcome).toContainText('takes no file at this address');
  // a page
  site.serve('/page/selvedge.js', PAGE);
  await panel.address.fill(`${site.origin}/page/selvedge.js`);
  await panel.press(/^Publish/);
  await expect(panel.outcome).toHaveAttribute('data-outcome', 'changed');
  await expect(panel.outcome).toContainText('A web page is at this address');
  await expect(panel.outcome).not.toContainText('Somebody else');
  await expect(panel.button('Merge it into my draft')).toHaveCount(0);
});

test(
  'what Checks found is led by words, and is said to be old once the draft has changed',
  same,
  async ({ extension, page }) => {
    const panel = await openPanelFor(extension, page, 'make');
    await open(panel, { ...config, segments: config.segments.slice(2), experiences: [onto('s-3')] });
    await panel.open('checks');
    await panel.press('Check');
    const found = panel.main.getByRole('listitem').filter({ hasText: '“#gone” finds nothing on this page.' });
    await expect(found).toContainText('becomes “Our shop”');
    await expect(found).not.toContainText('change 1');
    const old = panel.says('The draft has changed since. Check again.');
    await expect(old).toHaveCount(0);
    await panel.open('make');
    await panel.openExperience('Hero');
    await panel.holdOut('10');
    await panel.open('checks');
    await expect(old).toBeVisible();
    // the way stays: who mends one finding comes back for the next
    await found.getByRole('button', { name: 'Open the change' }).click();
    await expect(panel.changes).toHaveCount(1);
    await panel.open('checks');
    await panel.press('Check again');
    await expect(old).toHaveCount(0);
  },
);

test(
  'who installs it is told that nothing is remembered before consent, and how it is given',
  same,
  async ({ extension, page }) => {
    const panel = await openPanelFor(extension, page, 'make');
    await open(panel, { ...config, segments: config.segments.slice(2), experiences: [onto('s-3')] });
    await panel.openPublishing();
    await expect(panel.says('Nothing is remembered until a visitor agrees')).toBeVisible();
    await expect(panel.says("selvedge.consent('granted')")).toBeVisible();
    expect(await findViolations(panel.page)).toEqual([]);
  },
);

function onto(segment: string): Config['experiences'][number] {
  const [first] = config.experiences;
  const [variant] = first?.variants ?? [];
  if (!first || !variant) throw new Error('the config above has one');
  return { ...first, variants: [{ ...variant, segment }] };
}
