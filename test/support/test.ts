// `test` and `expect` for every end-to-end spec, and what the two browsers can do.
//
// Fixtures, besides Playwright's own `page`, `context`, `browserName`:
//   site    pages that the test writes: `site.serve('/', html)`, `page.goto(site.origin)`; see site.ts
//   shop    the demo shop on a free port: `page.goto(shop.origin)`; `shop.configure({ tag: 'none' })`; see shop.ts
//   guard   fails the test on page errors, CSP violations and requests to another origin; see guard.ts
//   travel  `await travel('8d')` moves the date of this context; see travel.ts
//   clocked a page whose clock may be set (`clocked.clock.install()`)
//   device  a profile on disk that can be closed, killed and opened again; see device.ts
// A test for one browser says so with `chromiumOnly` (with `longInFirefox`, Firefox runs it in `npm run test:long`); a whole file with `test.skip(({ browserName }) => …)`.
// Option, for a whole file: `test.use({ bfcache: true })` keeps the back/forward cache on; use `goBack` of
// back.ts there.
//
// A browser and a context are started once a worker; between two tests the context is emptied, so each has its own
// storage. A returning visitor is a second page of the context (or page.goto again); a device is for restarts.
//
// Tried on stock Firefox ESR 153 over WebDriver BiDi, Playwright 1.65.1:
//   works    goto reload click fill keyboard locator expect.poll evaluate waitForURL waitForEvent popup dialog
//            addInitScript (page and context) exposeFunction exposeBinding route (fulfill, abort, continue)
//            request/response/requestfailed events, console, pageerror/weberror, screenshot, ariaSnapshot,
//            setViewportSize, cookies, storageState, setOffline, page.clock, new contexts with locale, timezoneId,
//            viewport, userAgent, javaScriptEnabled: false; persistent profiles, close and open again, kill by pid
//   differs  goBack/goForward work only with the back/forward cache off, which is why it is off by default;
//            a CSP violation also arrives as a page error (the guard folds both into one)
//   missing  emulateMedia / colorScheme / reducedMotion do nothing (answer matchMedia in an init script instead);
//            the download event never comes; CDP, page.coverage and tracing screenshots are Chromium's only

import { test as base, expect, type Page } from '@playwright/test';
import { firefoxPrefs } from './browsers.mjs';
import { createDevice, type Device } from './device.ts';
import { isLong } from './draws.ts';
import { endLoading } from './end-loading.ts';
import { createGuard, type Guard } from './guard.ts';
import { openShop, type Shop } from './shop.ts';
import { openSite, type Site } from './site.ts';
import { readyStockFirefox } from './stock-firefox.ts';
import { travel } from './travel.ts';

interface TestFixtures {
  site: Site;
  shop: Shop;
  guard: Guard;
  travel(by: string | number): Promise<void>;
  clocked: Page;
  device: Device;
}

interface WorkerFixtures {
  bfcache: boolean;
  siteServer: Site;
  shopServer: Shop;
}

readyStockFirefox();

export const test = base.extend<TestFixtures, WorkerFixtures>({
  bfcache: [false, { option: true, scope: 'worker' }],

  launchOptions: [
    async ({ launchOptions, bfcache }, use) => {
      const { firefoxUserPrefs } = launchOptions;
      await use({
        ...launchOptions,
        ...(bfcache ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
        ...(firefoxUserPrefs
          ? {
              firefoxUserPrefs: bfcache
                ? // which page is kept hangs on the processes that pages are in: those that visitors have
                  firefoxPrefs
                : { ...firefoxUserPrefs, 'browser.sessionhistory.max_total_viewers': 0 },
            }
          : {}),
      });
    },
    { scope: 'worker' },
  ],

  siteServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const server = await openSite();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  shopServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const shop = await openShop();
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],

  site: async ({ siteServer }, use) => {
    siteServer.reset();
    await use(siteServer);
  },

  shop: async ({ shopServer }, use) => {
    shopServer.reset();
    await use(shopServer);
  },

  guard: [
    async ({ context, browserName }, use) => {
      const guard = createGuard();
      await guard.watch(context);
      await use(guard);
      if (browserName === 'firefox') await endLoading(context);
      expect(guard.findProblems(), 'the guard saw what must not happen (see guard.ts)').toEqual([]);
    },
    { auto: true },
  ],

  travel: async ({ context }, use) => {
    await use((by) => travel(context, by));
  },

  // in a context of its own: out of one that is emptied Playwright takes its clock a script at a time, and a page that is
  // made in between runs the second without the first, and throws
  clocked: async ({ browser, guard }, use) => {
    const context = await browser.newContext();
    await guard.watch(context);
    await use(await context.newPage());
    await context.close();
  },

  device: async ({ playwright, browserName, channel, guard }, use) => {
    const device = createDevice({
      browserType: playwright[browserName],
      channel,
      prepare: (context) => guard.watch(context),
    });
    await use(device);
    await device.remove();
  },
});

/**
 * Details of a test that Firefox does not run: `test('…', chromiumOnly('why'), async …)`. It is left out before a
 * browser starts for it, which `test.skip` in its body is too late for.
 */
export const chromiumOnly = (why: string) => ({
  tag: '@chromium',
  annotation: { type: 'Chromium only', description: why },
});

/**
 * Details of a test that Firefox runs in `npm run test:long` alone: a row of many over code that asks the browser nothing
 * that the rows left to Firefox do not ask, too.
 */
export const longInFirefox = (why: string) =>
  isLong ? {} : chromiumOnly(`${why}; Firefox has all of them in the long run`);

/** Of inputs that are drawn, Firefox takes every second one, all of them in the long run; a `SEED` that is asked for always. */
export const halfInFirefox = (seed: number) =>
  seed % 2 || process.env.SEED ? {} : longInFirefox('every second input that is drawn');

export { expect };
