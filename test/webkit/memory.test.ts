// What is remembered outlives the browser: closed, or killed in the middle of it.
//
// A driven WebKit keeps nothing (https://webkitgtk.org/reference/webkit2gtk/stable/class.NetworkSession.html, ephemeral), so
// these browsers are a visitor's own on a kept profile, and their pages tell the test what they see.

import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { isAlive } from '../support/device.ts';
import { openSite, type Site } from '../support/site.ts';
import { configOf, experienceOf, serveTag } from '../support/tag.ts';
import { closeDisplay, end, openBrowser } from './processes.ts';
import { serveWatch, test, watchedPage } from './test.ts';

interface Report {
  frames: string[];
  errors: string[];
  warnings: string[];
  mode: string;
  seed: string;
  pages: number;
  shares: number;
}

let site: Site;
let profile: string;
let tell: (report: Report) => void;
/** What the page is to do once it has reported. */
let then: 'close' | 'stay';

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'selvedge-webkit-'));
  site = await openSite();
  serveWatch(site);
  serveTag(
    site,
    configOf({
      segments: [
        { id: 'again', name: 'again', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } },
      ],
      experiences: [experienceOf('again', [{ kind: 'text', target: { css: 'h1' }, value: 'Welcome back' }])],
    }),
  );
  site.serve('/report.js', `(${report})()`);
  site.serve('/', watchedPage('<h1>Original</h1><script src="/report.js"></script>'));
  site.serve('/report', async (request) => {
    let body = '';
    for await (const part of request) body += part;
    tell(JSON.parse(body));
    return then;
  });
});
afterEach(async () => {
  await site.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 15, retryDelay: 100 });
});
afterAll(closeDisplay);

/** In the page: once what it did is in the ledger, says what it saw and what is remembered. */
async function report(): Promise<void> {
  const { selvedge, seen } = window;
  await selvedge.ready;
  await selvedge.track('share');
  await window[Symbol.for('selvedge.test.settle')]!('now');
  const { mode, seed, events } = await selvedge.export();
  const count = (name: string) => events.filter((event: { name: string }) => event.name === name).length;
  const answer = await fetch('/report', {
    method: 'POST',
    body: JSON.stringify({ ...seen, mode, seed, pages: count('page_view'), shares: count('share') }),
  });
  // its only window: the browser ends as it does when somebody closes it
  if ((await answer.text()) === 'close') window.close();
}

/** Opens the browser on its profile, waits for the page's report, and has it closed, or kills it at once. */
async function visit(how: 'closed' | 'killed'): Promise<Report> {
  then = how === 'closed' ? 'close' : 'stay';
  const told = new Promise<Report>((resolve) => {
    tell = resolve;
  });
  const browser = await openBrowser(profile, site.origin);
  const gone = once(browser, 'close');
  try {
    const report = await told;
    if (how === 'closed') await gone;
    return report;
  } finally {
    await end(browser, 'SIGKILL');
    // what stores for it may end after it, and the next one is to find all of it
    await expect.poll(() => isAlive(browser.pid!), { timeout: 10_000 }).toBe(false);
  }
}

for (const how of ['closed', 'killed'] as const)
  test(`${how} and opened again: one visitor, nothing that was acknowledged is lost`, async () => {
    const first = await visit(how);
    expect(first).toMatchObject({ mode: 'stored', pages: 1, shares: 1, errors: [], warnings: [] });
    expect(first.frames.filter(Boolean)).toEqual(['Original']);
    for (const times of [2, 3]) {
      const { frames, ...next } = await visit(how);
      expect(next).toEqual({
        mode: 'stored',
        seed: first.seed,
        pages: times,
        shares: times,
        errors: [],
        warnings: [],
      });
      // a browser that is killed may not have written its localStorage yet, and with it the copy for the first paint
      if (how === 'closed') expect(frames.filter(Boolean)).toEqual(['Welcome back']);
    }
  });
