// Every place of Make, and every view with a draft that uses the whole language, with all that can be opened open: axe
// finds nothing, nothing scrolls sideways and nothing is cut, narrow and wide, light and dark; in forced colours what is
// chosen is still told from what is not.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations, type Look } from '../../support/find-violations.ts';
import { openFolds } from '../../support/open-folds.ts';
import { enter } from '../../support/page-api.ts';
import type { Panel, View } from '../../support/panel.ts';
import { serveBare } from '../../support/tag.ts';
import { ASKING } from '../../unit/shared/schema/sample.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Filled</title>
<script src="/selvedge.js" data-config="/selvedge.json"></script></head><body><main><h1>Gear for the long way home</h1>
<p>Tents, stoves and lamps for all who sleep outside.</p><a class="btn" href="/tents">See the tents</a>
<p><img src="/p.svg" alt="A tent" width="60" height="30"></p></main></body></html>`;
const PICTURE = {
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><path d="M0 0h60v30H0z"/></svg>',
  headers: { 'content-type': 'image/svg+xml' },
};
const CONFIG: Config = {
  ...ASKING,
  experiences: ASKING.experiences.map((one) => ({
    ...one,
    pages: ['*'],
    variants: one.variants.map((variant) => ({
      ...variant,
      changes: variant.changes.filter(({ kind }) => kind !== 'redirect'),
    })),
  })),
};
const LOOKS: readonly Look[] = [
  { width: 250, colorScheme: 'light' },
  { width: 500, colorScheme: 'dark' },
];

/** What stands out of the panel at its side, or is wider inside than it shows. */
const findCut = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => {
        if (one.closest('.unseen, .file, svg, .cm-editor, .chart, pre') || !one.checkVisibility())
          return false;
        const { left, right } = one.getBoundingClientRect();
        return left < -1 || right > clientWidth + 1;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 160));
  });

function createLook(panel: Panel) {
  return async (what: string): Promise<void> => {
    await openFolds(panel.page);
    for (const width of [250, 320, 500]) {
      await panel.page.setViewportSize({ width, height: 800 });
      expect(await findCut(panel.page), `${what}, ${width} px`).toEqual([]);
    }
    expect(await findViolations(panel.page, LOOKS), what).toEqual([]);
  };
}

test('Make, with a draft that uses the whole language', async ({ extension, page, site }) => {
  test.setTimeout(240_000);
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/p.svg', PICTURE);
  site.serve('/selvedge.json', JSON.stringify(CONFIG));
  serveBare(site);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  const look = createLook(panel);
  const tab = (name: RegExp) => panel.page.getByRole('button', { name });
  await panel.begin('live');
  await panel.makeVariant();
  await panel.startPicking();

  await test.step('a picked element, with each tool', async () => {
    await panel.pick('img');
    await expect(panel.picked).toHaveText(/^picture/);
    await panel.openTool('Picture');
    await look('picture');
    await panel.pick('h1');
    await expect(panel.picked).toHaveText(/^headline/);
    for (const tool of ['Style', 'Insert', 'Duplicate', 'Move', 'Class', 'Attribute', 'Text']) {
      await panel.openTool(tool);
      await look(tool);
    }
    await panel.writeText('A longer headline for a narrow panel');
    await panel.press('Use the page');
  });
  await test.step('an experience, and the changes of its variant', async () => {
    await panel.back();
    await look('new experience');
    await panel.back();
    await panel.openExperience(CONFIG.experiences[0]!.name);
    await look('experience');
    await panel.openVariant();
    await expect(panel.changes.first()).toBeVisible();
    for (const more of await panel.changes.getByRole('button', { name: /^More about/ }).all())
      await more.click();
    await look('changes');
    await panel.press('Add a block');
    await look('blocks');
    await panel.back();
    await panel.back();
  });
  await test.step('the draft, its segments and goals', async () => {
    await look('draft');
    for (const { name } of CONFIG.segments) {
      await tab(new RegExp(`^${name}`))
        .last()
        .click();
      await look(`segment ${name}`);
      await panel.back();
    }
    await tab(/^Order/)
      .last()
      .click();
    await look('goal');
    await panel.back();
    await panel.press(/^Need What matters/);
    await look('question');
    await panel.press('Remove this question');
    await look('removing a question');
    await panel.field('It is answered by').selectOption('number');
    await expect(panel.field('What 1 means')).toBeVisible();
    await look('a question answered by a number');
    await panel.back();
    await panel.press('Ask visitors something');
    await panel.page.locator('[data-question] summary').first().click();
    await look('questions');
    await panel.back();
    await panel.press('New segment');
    await panel.page.locator('[data-template] summary').first().click();
    await look('templates');
    await panel.back();
    await panel.press('Begin with an aim');
    await panel.page.locator('[data-playbook] summary').first().click();
    await expect(panel.button('Begin with this')).toBeVisible();
    await look('playbooks');
    await panel.back();
  });
  await test.step('publishing and history', async () => {
    await panel.openPublishing();
    await expect(panel.differences).toBeVisible();
    await look('publish');
    await panel.back();
    await panel.openHistory();
    await panel.field('Name of the version').fill('Before the sale');
    await panel.press('Keep a version');
    await expect(panel.says('Before the sale')).toBeVisible();
    await look('history');
    await panel.press('Throw this draft away');
    await look('throw away');
    await panel.button(/^Throw it away/).click();
    await expect(panel.button('Bring it back')).toBeVisible();
    await look('thrown away');
  });
});

test('what looks, with the same draft', async ({ extension, page, site }) => {
  test.setTimeout(180_000);
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/p.svg', PICTURE);
  site.serve('/selvedge.json', JSON.stringify(CONFIG));
  serveBare(site);
  await enter(page, `${site.origin}/?utm_source=letter&utm_medium=email`);
  const panel = await openPanelFor(extension, page, 'make');
  const look = createLook(panel);
  await panel.begin('live');
  await panel.makeVariant();
  await panel.startPicking();
  await panel.pick('h1');
  await panel.writeText('Only for me');
  for (const view of ['here', 'visitor', 'sheet'] as View[]) {
    await panel.open(view);
    await look(view);
  }
  await panel.open('preview');
  await panel.preview('Tents');
  await expect(panel.banner).toBeVisible();
  await look('preview');
  await panel.endPreview();
  await panel.open('people');
  await panel.press('Make up a visitor');
  await panel.press('Something they did');
  await look('somebody new');
  await panel.open('checks');
  await panel.press('Check');
  await expect(panel.button('Check again')).toBeVisible({ timeout: 60_000 });
  await look('checks');
});

test('a draft that cannot be read stays until the author throws it away', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/p.svg', PICTURE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  const key = `draft:${site.origin}`;
  const kept = { version: 2, value: 'of a newer release' };
  const store = (act: 'read' | 'write') =>
    panel.page.evaluate(
      async ([what, name, value]) => {
        const { browser = chrome } = globalThis as { browser?: typeof chrome };
        if (what === 'write') await browser.storage.local.set({ [name]: value });
        return (await browser.storage.local.get(name))[name];
      },
      [act, key, kept] as const,
    );
  await store('write');
  await panel.open('make');
  await expect(panel.says(/A draft is kept here that this release/)).toBeVisible();
  await createLook(panel)('unreadable');
  await panel.open('here');
  await panel.press('Change something for some visitors');
  await expect(panel.says(/cannot be read, so nothing was changed/)).toBeVisible();
  expect(await store('read')).toEqual(kept);
  await panel.open('make');
  await panel.press('Throw it away');
  await panel.page.getByRole('group').getByRole('button', { name: 'Throw it away' }).click();
  await expect(panel.button('Begin with an empty draft')).toBeVisible();
  await expect.poll(() => store('read')).toBeUndefined();
});

test(
  'in forced colours what is chosen is told from what is not',
  chromiumOnly('forced colours are emulated in Chromium only'),
  async ({ extension, page, site }) => {
    site.serve('/', PAGE);
    site.serve('/p.svg', PICTURE);
    site.serve('/selvedge.json', JSON.stringify(CONFIG));
    serveBare(site);
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page, 'make');
    await panel.begin('live');
    await panel.page.emulateMedia({ forcedColors: 'active' });
    const look = (css: string) =>
      panel.page
        .locator(css)
        .first()
        .evaluate((one) => {
          const { borderBottomColor, outlineStyle, outlineColor, color } = getComputedStyle(one);
          return { borderBottomColor, outlineStyle, outlineColor, color };
        });
    const tell = async (chosen: string, other: string) =>
      expect(await look(chosen), chosen).not.toEqual(await look(other));
    await tell('.tab[aria-selected="true"]', '.tab[aria-selected="false"]');
    await tell('.side-switch [aria-pressed="true"]', '.side-switch [aria-pressed="false"]');
    await panel.open('preview');
    await panel.preview('Tents');
    await expect(panel.banner).toBeVisible();
    await tell('.option:has(:checked)', '.option:not(:has(:checked))');
    await expect(panel.banner).toHaveCSS('border-bottom-width', '1px');
  },
);
