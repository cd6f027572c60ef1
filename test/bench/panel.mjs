// How soon the extension's panel can be used: from the start of its document to its first rendering with the page's
// answer or the reason why there is none, in Chromium, beside an empty page of the same extension.
//
//   npm run bench:panel      (needs dist/: run `npm run build` first)
//
// Printed, never asserted: the figure is this machine's. The goal is 300 ms.

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';

const RUNS = 11;
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

const folder = fileURLToPath(new URL('../../dist/chrome', import.meta.url));
const profile = mkdtempSync(join(tmpdir(), 'selvedge-panel-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: ensureBrowser('chromium').path,
  args: [...chromiumArgs, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
});

/** @param read in the page: when it was ready, in ms since its document began */
async function measure(address, ready, read) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForSelector(ready);
    times.push(await page.evaluate(read));
    await page.close();
  }
  const [low, middle] = [Math.min(...times), median(times)].map(Math.round);
  return `median ${middle} ms, best ${low} ms`;
}

try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const base = new URL('/', worker.url()).href;
  const panel = await measure(
    `${base}panel.html?tab=999999`,
    'h1:has-text("Selvedge")',
    () => performance.getEntriesByName('panel-ready')[0]?.startTime ?? Number.NaN,
  );
  const page = await measure(
    `${base}welcome.html`,
    'body',
    () => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
  );
  console.log(`panel ready: ${panel}\na page of the extension, loaded: ${page}`);
} finally {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 15, retryDelay: 100 });
}
