// Preview equals production: for every segment of the shop's config, the DOM under "Preview as" is the DOM that a
// real visitor in that segment gets, on every kind of page of the shop.
//
// The real visitor is seeded into the site's storage and walks with the tag; what segments they are in by then is
// asked of the tag. Then the same tab previews exactly these segments, from document start, and both are compared.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Status } from '../../../extension/wire/stage-shapes.ts';
import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { isLong } from '../../support/draws.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { findTabId, openPanelFor } from '../../support/extension-panel.ts';
import { call, enter, filed } from '../../support/page-api.ts';
import { makeVisitor, writeVisitor } from '../../support/seed-visitor.ts';

test.skip(
  ({ browserName }) => browserName !== 'chromium',
  'the applier is the same; Firefox shows its essence',
);
test.use({ isEmptied: true });

const config: Config = JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8'));
const everyPage = [
  '/',
  '/tents',
  '/tents/vard-4',
  '/boots',
  '/boots/moor-mid',
  '/packs',
  '/packs/haul-58',
  '/journal',
  '/journal/winter-light',
  '/cart',
  '/delivery',
  '/guide',
  '/seconds',
  '/about',
  '/search?q=tent',
];
// every segment on every page in the long run; else every fifth on the pages with the most experiences
const pages = isLong ? everyPage : ['/', '/tents', '/boots', '/journal'];
const segments = config.segments.filter((_, at) => isLong || at % 5 === 0);

const lists = config.experiences.flatMap(({ variants }) =>
  variants.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.kind === 'recommend' ? [change.target.css] : [])),
  ),
);
const LEFT_OUT = ['[data-selvedge-off]', 'link[rel=modulepreload]', '[data-selvedge-list]', ...lists].join(
  ', ',
);

/**
 * All that is rendered: elements, attributes, texts, shadow roots and adopted rules; our counters made equal.
 *
 * The stage cannot see a framework's marks, so it shows a copy of what the tag moves: what is hidden for that is not
 * rendered, and ids, which a copy does not have, are left out of what was moved. Nor is a link by which the tag asks for its
 * other files: it goes again when it has them. Which items a list shows is told by what a visitor did, of which a preview
 * of segments knows nothing: lists are left out.
 */
function readDom(page: Page): Promise<string> {
  return page.evaluate((left) => {
    const say = (node: Node): string => {
      if (node.nodeType === 3) return node.nodeValue ?? '';
      if (!(node instanceof Element) || node.matches(left)) return '';
      const isOurs = node.closest('[data-selvedge], [data-selvedge-moved]');
      const attributes = [...node.attributes]
        .filter(({ name }) => !(isOurs && /^(id|data-selvedge(-moved)?)$/.test(name)))
        .map(({ name, value }) => ` ${name}="${value}"`)
        .join('');
      const root = node.shadowRoot
        ? `<#shadow>${[...node.shadowRoot.childNodes].map(say).join('')}</#shadow>`
        : '';
      const inside = [...node.childNodes].map(say).join('');
      return `<${node.localName}${attributes}>${root}${inside}</${node.localName}>`;
    };
    const rules = [...document.adoptedStyleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map((rule) => rule.cssText).filter((rule) => !rule.includes('data-selvedge-list')),
    );
    const names = new Map<string, string>();
    return `${say(document.documentElement)}\n${rules.join('\n')}`
      .replace(/data-selvedge-\d+/g, (name) => {
        if (!names.has(name)) names.set(name, `data-selvedge-n${names.size}`);
        return names.get(name)!;
      })
      .replace(/></g, '>\n<');
  }, LEFT_OUT);
}

const settle = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

const others = longInFirefox('the same two ways to the page, which a newcomer and a loyal visitor go there');

for (const { id } of segments) {
  const details = /^(new|loyal-tents)$/.test(id) ? {} : others;
  test(
    `who is in “${id}” and the preview of them see the same pages`,
    details,
    async ({ extension, page, shop }) => {
      if (id === 'phone') await page.setViewportSize({ width: 400, height: 800 });
      await extension.allowHost('http://localhost/*');
      const seeded = makeVisitor(config, id, Date.now());
      await page.goto(`${shop.origin}/selvedge.json`);
      await writeVisitor(page, seeded);
      await enter(page, `${shop.origin}/privacy`);
      await filed(page);
      const panel = await openPanelFor(extension, page, 'preview');
      const tabId = await findTabId(extension, page);
      // the extension's own start: the site is allowed, so the stage is registered for its pages
      await panel.preview('The original');
      await expect(panel.banner).toBeVisible();
      await panel.walk();
      const token = await page.evaluate(() => sessionStorage.getItem('selvedge:preview'));
      await page.evaluate(() => sessionStorage.clear());
      await page.bringToFront();

      let wasIn = 0;
      let changed = 0;
      for (const path of pages) {
        await enter(page, shop.origin + path);
        await settle(page);
        const ids = await call(page, 'segments');
        if (ids.includes(id)) wasIn++;
        const isRedirected = new URL(page.url()).pathname !== path.split('?')[0];
        const real = await readDom(page);
        await filed(page);
        const traits = await page.evaluate(async () => (await window.selvedge.export()).traits);

        await panel.page.evaluate(
          async ([key, ids, seed, traits]) => {
            const { [key]: before } = await chrome.storage.local.get(key);
            const value = {
              ...(before as { value: object }).value,
              as: { kind: 'segments', ids },
              seed,
              traits,
            };
            await chrome.storage.local.set({ [key]: { version: 1, value } });
          },
          [`preview:${token}`, ids, seeded.seed, traits] as const,
        );
        await page.evaluate((value) => sessionStorage.setItem('selvedge:preview', value!), token);
        await page.goto(shop.origin + path);
        const status = () =>
          panel.page.evaluate(
            async (tab) =>
              (
                (await chrome.tabs.sendMessage(tab, { to: 'stage', call: 'status', input: {} })) as {
                  value: Status;
                }
              ).value,
            tabId,
          );
        await expect.poll(async () => (await status()).segments).toEqual(ids);
        await settle(page);
        const { shown } = await status();
        if (isRedirected)
          expect(
            shown.some(({ redirect }) => redirect),
            path,
          ).toBe(true);
        else await expect.poll(() => readDom(page), `${path} as ${ids}`).toBe(real);
        changed += shown.filter(({ outcome }) => outcome === 'variant').length;
        await page.evaluate(() => sessionStorage.removeItem('selvedge:preview'));
      }
      expect(wasIn, `pages on which the visitor was in ${id}`).toBeGreaterThan(0);
      const isUsed = config.experiences.some(
        ({ status, variants, pages: patterns }) =>
          status === 'live' &&
          variants.some(({ segment }) => segment === id) &&
          pages.some((path) => matchesPages(patterns, shop.origin + path)),
      );
      if (isUsed) expect(changed).toBeGreaterThan(0);
    },
  );
}
