// End-to-end tests: every spec runs in real Chromium and in real Firefox.
//
// Firefox is the stock one (Debian's ESR, or any release), driven over WebDriver BiDi; where only
// Playwright's own build is found, that is driven its own way. What differs is listed in
// test/support/test.ts, from which every spec imports `test` and `expect`.

import { defineConfig } from '@playwright/test';
import { chromiumArgs, findBrowser, firefoxPrefs, firefoxProcesses } from './test/support/browsers.mjs';
import { findOldChromium } from './test/support/old-chromium.mjs';

const chromium = findBrowser('chromium');
const firefox = findBrowser('firefox');
const oldChromium = findOldChromium();
if (!chromium || !firefox) {
  throw new Error(
    'A browser is missing. Run `node test/support/browsers.mjs`, which finds or installs both.',
  );
}

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // two cores, two spec files at a time
  workers: 2,
  retries: 0,
  // for what hangs: a machine with other work is slow, not wrong
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    // a context costs more than most tests; between two, Playwright empties it: storage, routes, scripts, emulation
    reuseContext: true,
    headless: !process.env.HEADED,
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
  },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: { executablePath: chromium.path, args: chromiumArgs } },
    },
    {
      name: 'firefox',
      // see chromiumOnly in test/support/test.ts
      grepInvert: /@chromium/,
      use: {
        browserName: 'firefox',
        ...(firefox.origin === 'playwright' ? {} : { channel: 'moz-firefox' }),
        launchOptions: {
          executablePath: firefox.path,
          firefoxUserPrefs: { ...firefoxPrefs, ...firefoxProcesses },
          timeout: 90_000,
        },
      },
    },
    ...(oldChromium
      ? [
          {
            name: 'chromium-108',
            // the oldest that the tag is built for; what depends on the engine, not the whole suite
            testMatch: /engines\.spec\.ts$/,
            use: {
              browserName: 'chromium' as const,
              launchOptions: { executablePath: oldChromium, args: chromiumArgs },
            },
          },
        ]
      : []),
  ],
});
