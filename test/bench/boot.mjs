// What the tag costs inside <head>: one run of the script, from compile to the first apply, on the demo shop.
//
//   npm run bench:boot      (needs dist/: run `npm run build` first)
//
// Reads Chromium's own trace (EvaluateScript of selvedge.js: parse, run, decide, apply), so nothing is added to
// the page. Printed, never asserted: the figure is this machine's.

import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { createShop } from '../shop/server.mjs';
import { ensureBrowser } from '../support/browsers.mjs';

const RUNS = 15;
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

const shop = createShop();
const server = createServer((request, response) => shop.handle(request, response));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://localhost:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: (await ensureBrowser('chromium')).path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

/** ms of CPU for one load of the home page */
async function measure(page) {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
  await page.goto(`${origin}/`);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const runs = traceEvents.filter(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith('/selvedge.js'),
  );
  if (!runs.length) throw new Error('the trace holds no run of selvedge.js');
  // tdur: the thread's own time, so that other work on this machine does not count
  return runs.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;
}

try {
  const rows = [];
  for (const rate of [1, 4]) {
    for (const kind of ['first visit', 'returning, in a segment']) {
      const figures = [];
      let context = await browser.newContext();
      let page = await context.newPage();
      if (kind !== 'first visit')
        for (const path of ['/tents/skarn-2', '/tents/lang-3', '/tents/vard-4']) {
          await page.goto(origin + path);
          await page.evaluate(() => globalThis.selvedge.ready);
        }
      for (let run = 0; run < RUNS; run++) {
        if (kind === 'first visit') {
          await context.close();
          context = await browser.newContext();
          page = await context.newPage();
        }
        const cdp = await context.newCDPSession(page);
        await cdp.send('Emulation.setCPUThrottlingRate', { rate });
        figures.push(await measure(page));
      }
      await context.close();
      rows.push({
        CPU: `${rate}×`,
        visit: kind,
        'median ms': median(figures).toFixed(1),
        'least ms': Math.min(...figures).toFixed(1),
        'most ms': Math.max(...figures).toFixed(1),
      });
    }
  }
  console.log(`script time of selvedge.js in <head>, home page of the demo shop, ${RUNS} loads each`);
  console.table(rows);
} finally {
  await browser.close();
  server.close();
}
