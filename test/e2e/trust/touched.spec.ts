// What a browser says of touches is not all about this page: the click that left the page before may be told to it, at
// once (Chromium) or some time after it began (Firefox). A site's answer is new only after a touch of this page.

import type { Page } from '@playwright/test';
import { enter } from '../../support/page-api.ts';
import { pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { config, implied, stand } from './tool-pages.ts';

declare global {
  interface Window {
    /** How often somebody has asked whether the page was touched. */
    accounts: number;
    isActive: boolean;
  }
}

/** Gives the page's own account instead of the browser's: the first so many who ask hear `said`, the rest `isActive`. */
const account = (page: Page, ...said: boolean[]) =>
  page.addInitScript((said) => {
    window.accounts = 0;
    window.isActive = false;
    Object.defineProperty(UserActivation.prototype, 'hasBeenActive', {
      get: () => said[window.accounts++] ?? window.isActive,
    });
  }, said);

const GRANT = `addEventListener('DOMContentLoaded', () => selvedge.consent('granted'))`;
const PAGE = pageWith('<h1>Home</h1>').replace('<script', `<script>${GRANT}</script><script`);

test.describe('a site that repeats its grant does not end an opt-out', () => {
  test.beforeEach(async ({ page, site }) => {
    serveTag(site, config(implied));
    site.serve('/', PAGE);
    await enter(page, site.origin);
    await page.evaluate(() => window.selvedge.optOut());
    await expect.poll(() => stand(page)).toBe('denial');
  });
  const rows: [string, boolean[], string][] = [
    ['as the page begins', [true], ''],
    ['right after', [false], 'loading'],
    ['when the page is loaded', [false], 'load'],
  ];
  for (const [when, said, event] of rows)
    test(`where the click before is told ${when}`, async ({ page, site }) => {
      await account(page, ...said);
      await page.addInitScript((event) => {
        const tell = () => {
          window.isActive = true;
        };
        if (event === 'load') addEventListener('load', tell);
        else tell();
      }, event);
      await enter(page, site.origin);
      expect(await stand(page)).toBe('denial');
      await page.evaluate(() => window.selvedge.consent('granted'));
      expect(await stand(page)).toBe('denial');
    });

  test('whatever a tool that calls back with it hands over beside the answer', async ({ page, site }) => {
    await account(page, false);
    await enter(page, site.origin);
    await page.evaluate(() => {
      const say = window.selvedge.consent as (...given: unknown[]) => unknown;
      say('granted', true);
      say('granted', { by: 'visitor' });
      window.selvedge.q.push(['consent', 'granted', true]);
    });
    expect(await stand(page)).toBe('denial');
  });

  test('but where a frame of the page is touched, later on, the answer is new', async ({ page, site }) => {
    await account(page, false);
    await enter(page, site.origin);
    await page.evaluate(() => window.selvedge.consent('granted'));
    expect(await stand(page)).toBe('denial');
    // once as the page began, once when it was no longer new
    await page.waitForFunction(() => window.accounts > 1);
    await page.evaluate(() => {
      window.isActive = true;
    });
    await page.evaluate(() => window.selvedge.consent('granted'));
    await expect.poll(() => stand(page)).toBe('stored');
  });
});
