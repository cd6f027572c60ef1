// When the rest of a tag in two files is asked for: after the page is painted, and whatever becomes of that.

import type { Page } from '@playwright/test';
import { ready } from '../../support/page-api.ts';
import { configOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

/** When (ms since the page began) something was painted first, and the rest asked for; 0: not yet. */
const readTimes = (page: Page) =>
  page.evaluate(() => {
    const of = (entries: PerformanceEntry[]) => Math.min(...entries.map(({ startTime }) => startTime));
    const asked = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/selvedge-later.js'));
    const [{ loadEventEnd = 0 } = {}] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    return {
      painted: of(performance.getEntriesByType('paint')),
      asked: asked.length ? of(asked) : 0,
      loadEventEnd,
    };
  });

test('not before the page is painted, also where the browser has kept it', async ({ page, site }) => {
  // of a revision of its own, as what is kept here is kept for the tests below as well
  const files = twoFilesWith(configOf({ revision: 2 }));
  for (const [name, body] of Object.entries(files)) {
    const headers = { 'content-type': 'text/javascript', 'cache-control': 'max-age=600' };
    site.serve(`/${name}`, name === 'selvedge-later.js' ? { body, headers } : body);
  }
  site.serve('/', pageWith('<h1>Home</h1>'));
  for (const path of ['/', '/?2', '/?3', '/?4']) {
    await page.goto(site.origin + path);
    await expect.poll(async () => (await readTimes(page)).asked).toBeGreaterThan(0);
    const { painted, asked, loadEventEnd } = await readTimes(page);
    // a page that is not painted for long is not waited for
    expect(asked).toBeGreaterThanOrEqual(Math.min(painted, loadEventEnd + 1900));
  }
});

const ODD: [what: string, script: string][] = [
  ['tells of no paint', 'PerformanceObserver.prototype.observe = () => {}'],
  ['cannot tell of one', 'delete window.PerformanceObserver'],
  ['throws', 'PerformanceObserver = class { constructor() { throw new Error("no") } }'],
  ['has nothing to paint', 'document.documentElement.hidden = true'],
  ['does not rest', 'requestIdleCallback = () => { throw new Error("no") }'],
];
for (const [what, script] of ODD)
  test(`a page that ${what} gets the rest once`, async ({ page, site }) => {
    for (const [name, body] of Object.entries(twoFilesWith(configOf()))) site.serve(`/${name}`, body);
    site.serve('/', pageWith('<h1>Home</h1>').replace('<script', `<script>${script}</script><script`));
    await page.goto(site.origin);
    // who asks brings it at once: nobody does
    await expect.poll(async () => (await readTimes(page)).asked).toBeGreaterThan(0);
    await ready(page);
    expect(site.requests.filter((request) => request.includes('/selvedge-later.js'))).toHaveLength(1);
  });
