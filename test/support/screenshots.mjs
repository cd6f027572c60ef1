// Takes the README's and the stores' pictures, all of them anew, in real Chromium with the built extension: the demo shop as
// it is and as somebody who likes tents gets it, and the panel beside it. Notes which words each shows (picture-words.mjs).
//
//   node test/support/screenshots.mjs      (needs dist/: run `npm run build` first; takes about a minute)
//
// The panel is opened as a tab, as wide as it is beside a page. What it shows is done by hand here, click by click,
// so a picture can promise nothing that is not there.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect } from '@playwright/test';
import { createShop } from '../shop/server.mjs';
import { chromiumArgs, ensureBrowser } from './browsers.mjs';
import { hashTheme, keepOwn, readPanel, readShop, readTexts, SHOWN } from './picture-words.mjs';
import { drawBeside, drawTile, STORE_PAGE, STORE_PANEL } from './store-pictures.mjs';

/** What the shop is called in its config, so that the panel does not speak of localhost. */
const ORIGIN = 'http://marram.example';
const PAGE = { width: 1200, height: 760 };
/** The panel's pictures, CSS px; they are taken with twice as many. */
const PANEL = { width: 420, height: 740 };
/** A machine without a desktop has no good face for `system-ui`: the panel's next ones, and one metric-compatible with Arial. */
const FACE = '"Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
const FACES = `:root { font-family: ${FACE} }`;

const fileOf = (name) => fileURLToPath(new URL(`../shop/pictures/${name}.png`, import.meta.url));
const folder = fileURLToPath(new URL('../../dist/chrome', import.meta.url));
mkdirSync(fileURLToPath(new URL('../../extension/store/pictures', import.meta.url)), { recursive: true });
const [panelWords, shopWords] = [readPanel(), readShop()];
/** By picture: the words that it shows. */
const shown = {};
// beside the tag, the config keeps its names
const shop = createShop({ tag: 'beside' });
const server = createServer((request, response) => shop.handle(request, response));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const profile = mkdtempSync(join(tmpdir(), 'selvedge-pictures-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: ensureBrowser('chromium').path,
  viewport: PAGE,
  reducedMotion: 'reduce',
  locale: 'en-GB',
  args: [
    ...chromiumArgs,
    `--host-resolver-rules=MAP marram.example:80 127.0.0.1:${server.address().port}`,
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    '--enable-unsafe-extension-debugging',
  ],
});

/** Lets the extension onto the shop as an author would: by the browser's own permission, and by a click on its button. */
async function letIn(page, id) {
  const desk = await context.newPage();
  await desk.goto('chrome://extensions');
  await desk.evaluate(
    ([extension, host]) => globalThis.chrome.developerPrivate.addHostPermission(extension, host),
    [id, `${ORIGIN}/*`],
  );
  await desk.close();
  await page.bringToFront();
  const cdp = await context.browser().newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] });
  const tab = targetInfos.find(({ type, url }) => type === 'tab' && url === page.url());
  await cdp.send('Extensions.triggerAction', { id, targetId: tab.targetId });
}

/** The panel about the shop's page, as a tab. */
async function openPanel(id) {
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${id}/welcome.html`);
  const tabId = await panel.evaluate(async (origin) => {
    const { sidePanel, tabs } = globalThis.chrome;
    // the click opened it; beside it the page is narrower than the driver makes it believe
    await sidePanel.setOptions({ enabled: false });
    const all = await tabs.query({});
    return all.find(({ url }) => url?.startsWith(origin)).id;
  }, ORIGIN);
  await panel.goto(`chrome-extension://${id}/panel.html?tab=${tabId}`);
  await panel.addStyleTag({ content: FACES });
  await expect(panel.locator('main')).toHaveAttribute('aria-busy', 'false');
  return panel;
}

try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const { host: id } = new URL(worker.url());
  const page = await context.newPage();
  const shootPage = async (name) => {
    await page.goto(`${ORIGIN}/`);
    // a picture that a variant put there is asked for after the page has loaded
    await page.waitForFunction((bottom) => {
      const inView = [...document.images].filter((image) => image.getBoundingClientRect().top < bottom);
      return inView.every((image) => image.complete && image.naturalWidth);
    }, PAGE.height);
    await page.screenshot({ path: fileOf(name) });
    shown[name] = keepOwn(await page.evaluate(readTexts), shopWords);
  };
  await shootPage('home-original');
  for (const path of ['/tents/skarn-2', '/tents/lang-3', '/tents/vard-4']) {
    await page.goto(ORIGIN + path);
    await page.evaluate(() => globalThis.selvedge.track('page_seen'));
  }
  await shootPage('home-tents');

  await letIn(page, id);
  const panel = await openPanel(id);
  const press = (name) => panel.getByRole('button', { name }).first().click();
  // its own lens: the driver's would resize the window, whose pictures the contact sheet is made of
  const lens = await context.newCDPSession(panel);
  const capture = async (size, deviceScaleFactor, turn) => {
    await panel.bringToFront();
    await lens.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor, mobile: false });
    await panel.mouse.move(1, 1);
    await turn?.();
    const { data } = await lens.send('Page.captureScreenshot');
    return Buffer.from(data, 'base64');
  };
  /** @param turn what is done to the panel before, once it has its size */
  const shootPanel = async (name, turn) => {
    writeFileSync(fileOf(name), await capture(PANEL, 2, turn));
    shown[name] = keepOwn(await panel.evaluate(readTexts), panelWords);
  };
  /** The same panel beside its page, as the stores want it. */
  const shootStore = async (name, turn) => {
    const own = await capture(STORE_PANEL, 1, turn);
    await page.bringToFront();
    await page.setViewportSize(STORE_PAGE);
    await drawBeside(context, name, await page.screenshot(), own);
    await page.setViewportSize(PAGE);
  };

  await panel.locator('details[data-experience=home-hero] summary').click();
  await shootPanel('panel-here');
  await shootStore('here');

  await panel.locator('#tab-make').click();
  await press('Begin with what is live here');
  await press(/^Tent enthusiast Looked/);
  await expect(panel.getByRole('region', { name: 'Made-up visitors' })).toBeVisible();
  await shootPanel('panel-segment');
  await shootStore('segment');

  await press('Back');
  await press(/^Home: the first thing/);
  await press(/^Edit on the page/);
  await press('Pick on the page');
  await expect(panel.getByRole('button', { name: 'Use the page' })).toBeVisible();
  await page.bringToFront();
  await page.locator('#hero-title').click({ position: { x: 30, y: 30 }, force: true });
  await expect(panel.getByRole('region', { name: 'Picked element' })).toBeVisible();
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Text', exact: true }).click();
  await shootPanel('panel-make');
  await shootStore('make');
  await panel.bringToFront();
  await press('Use the page');
  await press('Back');
  const banner = panel.getByRole('region', { name: 'Preview' });
  // the preview of what was edited may end by itself meanwhile
  const end = banner.getByRole('button', { name: 'End' });
  if (await banner.isVisible()) await end.click({ timeout: 5000 }).catch(() => {});
  await expect(banner).toHaveCount(0);

  await panel.locator('#tab-sheet').click();
  await press('Make the sheet');
  const rowOf = (name) => panel.getByRole('figure', { name });
  await rowOf(/^Left a basket/).waitFor({ timeout: 120_000 });
  // the page is in front: a click would wait for the panel to be drawn
  await panel.getByRole('button', { name: 'Stop' }).evaluate((button) => button.click());
  await expect(panel.getByRole('button', { name: 'Save as PNG' })).toBeVisible({ timeout: 30_000 });
  const toRow = () =>
    rowOf(/^Back after/).evaluate((row) => scrollBy(0, row.getBoundingClientRect().top - 100));
  await shootPanel('panel-sheet', toRow);
  await shootStore('sheet', toRow);
  await drawTile(context, FACE);
  writeFileSync(SHOWN, `${JSON.stringify({ theme: hashTheme(), pictures: shown }, null, 2)}\n`);
} finally {
  await context.close();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
