// Takes the README's pictures of the demo shop: the original, and what somebody who likes tents gets.
//
//   node test/support/screenshots.mjs      (needs dist/: run `npm run build` first)

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createShop } from '../shop/server.mjs';
import { chromiumArgs, ensureBrowser } from './browsers.mjs';

const out = (name) => fileURLToPath(new URL(`../shop/pictures/${name}.png`, import.meta.url));
const shop = createShop();
const server = createServer((request, response) => shop.handle(request, response));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://localhost:${server.address().port}`;
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium').path, args: chromiumArgs });
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  const shoot = async (name) => {
    await page.goto(`${origin}/`);
    await page.screenshot({ path: out(name) });
  };
  await shoot('home-original');
  for (const path of ['/tents/skarn-2', '/tents/lang-3', '/tents/vard-4']) {
    await page.goto(origin + path);
    await page.evaluate(() => globalThis.selvedge.track('page_seen'));
  }
  await shoot('home-tents');
} finally {
  await browser.close();
  server.close();
}
