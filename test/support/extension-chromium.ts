// The extension in Chromium: loaded unpacked, driven by Playwright and by CDP where Playwright sees nothing.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, chromium, expect, type Page } from '@playwright/test';
import { chromiumArgs, ensureBrowser } from './browsers.mjs';
import { emptyOwn } from './empty-own.ts';
import type { Extension, ExtensionSetup } from './extension-shape.ts';
import { ownOrigins } from './site.ts';

interface Target {
  type: string;
  url: string;
  targetId: string;
}

/** Chromium's own, on its page of extensions. */
interface PrivateApi {
  developerPrivate: { addHostPermission(extension: string, host: string): Promise<void> };
}

/** How Chromium itself tells its listeners. */
interface Dispatching {
  dispatch(...given: unknown[]): void;
}

const readEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value ? [[key, value]] : [])));

/** Where the browser listens for a second connection: it chose the port itself, so nobody else has it. */
async function readPort(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  const read = () => (existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0);
  await expect.poll(read, `a port in ${file}`).toBeGreaterThan(0);
  return read();
}

async function readTargets(cdp: CDPSession): Promise<Target[]> {
  // a filter that lets all types through: without it tabs and side panels are left out
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] });
  return targetInfos;
}

async function waitForTarget(
  cdp: CDPSession,
  what: string,
  is: (target: Target) => boolean,
): Promise<Target> {
  let found: Target | undefined;
  await expect(async () => {
    found = (await readTargets(cdp)).find(is);
    expect(found, `no ${what}`).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return found!;
}

export async function openInChromium({
  folder,
  profile,
  panel,
  language,
}: ExtensionSetup): Promise<Extension> {
  const isNew = readdirSync(profile).length === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium').path,
    headless: !process.env.HEADED,
    // on Linux Chromium reads its language here alone
    ...(language && { env: { ...readEnvironment(), LANGUAGE: language } }),
    args: [
      ...chromiumArgs,
      ...(language ? [`--lang=${language}`] : []),
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--enable-unsafe-extension-debugging',
      // next to Playwright's pipe, for a second connection that sees the side panel
      '--remote-debugging-port=0',
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).host;
  const cdp = await context.browser()!.newBrowserCDPSession();
  const base = `chrome-extension://${id}/`;

  // once it is installed it opens a page by itself, in front of all others: half a second later where nothing else runs
  const isWelcomed = () => context.pages().some((page) => page.url() === `${base}welcome.html`);
  if (isNew) await expect.poll(isWelcomed, 'the page of welcome is open').toBe(true);

  async function openPage(path: string) {
    const page = await context.newPage();
    await page.goto(base + path);
    return page;
  }

  /**
   * In a window of its own: what Chromium paints of a tab that comes to the front again, or whose window is sized, is never
   * drawn here, and who draws nothing gets one frame a second. Each click waits for two.
   */
  async function openWindow(path: string) {
    const blank = `about:blank#${path}`;
    const opened = context.waitForEvent('page', (page) => page.url() === blank);
    await cdp.send('Target.createTarget', { url: blank, newWindow: true });
    const page = await opened;
    await page.goto(base + path);
    return page;
  }

  let desk: Page | undefined;
  async function openDesk() {
    desk ??= await openPage('welcome.html');
    return desk;
  }

  return {
    context,
    openPage,
    openDesk,
    openPanel: (query = '') => openWindow(panel + query),
    async clickAction(page) {
      await page.bringToFront();
      // CDP wants the target of the tab, not of the page inside it
      const tab = await waitForTarget(cdp, 'tab', ({ type, url }) => type === 'tab' && url === page.url());
      await cdp.send('Extensions.triggerAction' as never, { id, targetId: tab.targetId } as never);
    },
    async inSidePanel(read, ready = 'body') {
      await waitForTarget(cdp, 'side panel', ({ type, url }) => type === 'page' && url === base + panel);
      // Playwright hides side panels from the context that it launched; the panel as a tab has a query
      const second = await chromium.connectOverCDP(`http://127.0.0.1:${await readPort(profile)}`);
      try {
        const pages = second.contexts().flatMap((each) => each.pages());
        const page = pages.find((each) => each.url() === base + panel);
        if (!page) throw new Error('The side panel is not among the pages of the browser.');
        await page.waitForSelector(ready);
        return await page.evaluate(`(${read})(document)`);
      } finally {
        await second.close();
      }
    },
    async allowHost(pattern) {
      const page = await context.newPage();
      // its interface is there before the page is
      await page.goto('chrome://extensions', { waitUntil: 'commit' });
      await page.evaluate(
        ([extension, host]) =>
          (chrome as unknown as PrivateApi).developerPrivate.addHostPermission(extension, host),
        [id, pattern] as const,
      );
      await page.close();
    },
    async clickContextMenu(page, menuItemId) {
      await page.bringToFront();
      await context.serviceWorkers()[0]!.evaluate(
        async ([menu, url]) => {
          const { tabs, contextMenus } = chrome;
          const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
          (contextMenus.onClicked as unknown as Dispatching).dispatch(
            { menuItemId: menu, editable: false, pageUrl: url },
            tab,
          );
        },
        [menuItemId, page.url()] as const,
      );
    },
    async empty() {
      // it keeps the browser open, too
      const stays = await openDesk();
      await Promise.all(context.pages().map((page) => page !== stays && page.close()));
      await stays.evaluate(async () => {
        await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
        const { origins = [] } = await chrome.permissions.getAll();
        if (origins.length) await chrome.permissions.remove({ origins });
        // a folder that a test published into
        const files = await navigator.storage.getDirectory();
        for await (const name of files.keys()) await files.removeEntry(name, { recursive: true });
      });
      await stays.evaluate(emptyOwn);
      // the browser's own connection has no storage to clear, a page's has
      const page = await context.newCDPSession(stays);
      for (const origin of ownOrigins)
        await page.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    },
    async stopBackground() {
      const isWorker = ({ type, url }: Target) => type === 'service_worker' && url.startsWith(base);
      const { targetId } = await waitForTarget(cdp, 'service worker', isWorker);
      await cdp.send('Target.closeTarget', { targetId });
      await expect.poll(async () => (await readTargets(cdp)).some(isWorker)).toBe(false);
    },
  };
}
