// How long the panel is busy at once with a draft of 500 segments and 500 experiences: the longest task of each thing that
// an author does there, in Chromium.
//
//   npm run bench:tasks      (needs dist/: run `npm run build` first)
//
// Printed, never asserted: the figures are this machine's, and other work on it is in them. The goal is 200 ms.

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';

const COUNT = 500;
const PAGE =
  '<!doctype html><html lang="en"><title>Many</title><body><h1>Title</h1><p>Words for everybody here.</p>';

const ofAll = (make) => Array.from({ length: COUNT }, (_, at) => make(at));
const config = {
  version: 1,
  site: 'many.example',
  revision: 1,
  segments: ofAll((at) => ({
    id: `s${at}`,
    name: `Segment ${at}`,
    when: {
      kind: 'all',
      of: [
        { kind: 'count', event: 'view_item', where: { category: `c${at}` }, is: { $gte: 3 }, within: '7d' },
        { kind: 'none', of: [{ kind: 'since', event: 'purchase', is: { $lt: '30d' } }] },
      ],
    },
  })),
  experiences: ofAll((at) => ({
    id: `e${at}`,
    name: `Experience ${at}`,
    status: 'live',
    goal: null,
    pages: [at % 3 ? '/' : `/p/${at}/*`],
    variants: [`s${at}`, 'everyone'].map((segment, arm) => ({
      id: `v${arm}`,
      name: `Variant ${arm}`,
      segment,
      changes: [
        { kind: 'text', target: { css: 'h1' }, value: `Hello ${at}` },
        { kind: 'style', target: { css: `.t${at}` }, properties: { color: 'red' } },
      ],
    })),
  })),
};

const server = createServer((_request, response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://localhost:${server.address().port}`;
const folder = fileURLToPath(new URL('../../dist/chrome', import.meta.url));
const profile = mkdtempSync(join(tmpdir(), 'selvedge-tasks-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: ensureBrowser('chromium').path,
  args: [...chromiumArgs, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
});

async function openPanel() {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const { host: id } = new URL(worker.url());
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    ([extension, host]) => globalThis.chrome.developerPrivate.addHostPermission(extension, host),
    [id, 'http://localhost/*'],
  );
  await page.goto(origin);
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${id}/welcome.html`);
  const tab = await panel.evaluate(
    async ([site, draft]) => {
      const { permissions, tabs, storage } = globalThis.chrome;
      await permissions.request({ origins: ['http://localhost/*'] });
      await storage.local.set({ [`draft:${site}`]: { version: 1, value: draft } });
      return (await tabs.query({})).find(({ url }) => url?.startsWith(site)).id;
    },
    [origin, { config, base: config, past: [], future: [], versions: [], changedAt: 1 }],
  );
  await panel.goto(`chrome-extension://${id}/panel.html?tab=${tab}`);
  await panel.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  return panel;
}

try {
  const panel = await openPanel();
  // found by a script of a few lines: what the driver reads of a page to find a role is longer than what is measured
  const reach = (selector, words, isClicked) =>
    panel.evaluate(
      async ([css, pattern, click]) => {
        const named = new RegExp(pattern);
        const nameOf = (one) => (one.getAttribute('aria-label') ?? one.textContent).trim();
        for (;;) {
          const found = [...document.querySelectorAll(css)].find((one) => named.test(nameOf(one)));
          if (found) return click && found.click();
          await new Promise(requestAnimationFrame);
        }
      },
      [selector, words, isClicked],
    );
  const waitFor = (selector, words = '') => reach(selector, words, false);
  const click = (selector, words = '') => reach(selector, words, true);
  const say = async (what, act, shown) => {
    if (typeof act === 'function') await act();
    else if (act.length > 0) await click(...act);
    await waitFor(...shown);
    // until it is at rest
    const longest = await panel.evaluate(
      () =>
        new Promise((resolve) => {
          const rest = () => requestIdleCallback(() => resolve(globalThis.longest));
          setTimeout(rest, 500);
        }),
    );
    await panel.evaluate(() => {
      globalThis.longest = 0;
    });
    console.log(`${what}: ${longest ? `${Math.round(longest)} ms` : 'less than 50 ms'}`);
  };
  await say('open the panel', [], ['#tab-make']);
  await say('open Make', ['#tab-make'], ['button', '^Experience 3(?!\\d)']);
  await say('open a segment', ['button', '^Segment 7(?!\\d)'], ['[aria-label="Made-up visitors"]']);
  await say(
    'rename it',
    () =>
      panel.evaluate(() => {
        const field = [...document.querySelectorAll('label')].find((one) => /^Name/.test(one.textContent));
        const input = field.querySelector('input');
        input.value = 'Other';
        for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
      }),
    ['button', '^Undo: '],
  );
  await say('back to the list', ['button', '^Back'], ['button', '^Experience 3(?!\\d)']);
  await say('open an experience', ['button', '^Experience 4(?!\\d)'], ['button', 'Edit on the page']);
  await say('open its variant', ['button', 'Edit on the page'], ['[data-change]']);
  await say('turn a change off', ['[data-change] input[type=checkbox]'], ['button', '^Undo: Change']);
  await say('undo that', ['button', '^Undo: Change'], ['button', '^Redo: Change']);
  await say('back twice', async () => {
    await click('button', '^Back');
    await waitFor('button', 'Edit on the page');
    await click('button', '^Back');
  }, ['button', '^New segment']);
  await say('the templates', ['button', '^New segment'], ['[data-template]']);
  await say('back again', ['button', '^Back'], ['button', '^Check and publish']);
  await say('Publish', ['button', '^Check and publish'], ['.make-diff']);
  for (const view of ['here', 'visitor', 'preview', 'people', 'sheet', 'checks'])
    await say(view, [`#tab-${view}`], [`#tab-${view}[aria-selected=true]`]);
} finally {
  await context.close();
  server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 15, retryDelay: 100 });
}
