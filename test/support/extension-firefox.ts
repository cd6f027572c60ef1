// The extension in stock Firefox: installed over WebDriver BiDi, with the browser's own rights where needed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, firefox, type Page } from '@playwright/test';
import { findBrowser, firefoxPrefs } from './browsers.mjs';
import { emptyOwn } from './empty-own.ts';
import type { Extension, ExtensionSetup } from './extension-shape.ts';
import type { Bidi, DriverContext, PageSession, Privileged } from './firefox-inside.ts';
import { getInternals, readyStockFirefox } from './stock-firefox.ts';

/** Of what tests serve. */
const hosts = ['localhost', '127.0.0.1', 'shop.example'];

/** Fixed by a preference, so that the extension's address needs no discovery. */
const uuid = '6d6f7a2d-0000-4000-8000-000000000001';
const base = `moz-extension://${uuid}/`;

function readGeckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** What Playwright itself speaks with Firefox about a page. */
const readSession = (page: Page): PageSession =>
  getInternals<{ delegate: { _session: PageSession } }>(page).delegate._session;

/**
 * In a page: makes what the driver fills in look typed. It comes as a script's value and an `input` event, after
 * which Firefox says no `change` when the field is left; and in a number field, which tells of no selection, it is
 * put behind what was there.
 */
function mendFilling(): void {
  let filled: EventTarget | null = null;
  addEventListener(
    'input',
    ({ isTrusted, target }) => {
      if (!isTrusted && target instanceof Element && target.matches('input, textarea')) filled = target;
    },
    true,
  );
  const leave = ({ type, target }: Event) => {
    if (target !== filled) return;
    filled = null;
    if (type === 'focusout') target?.dispatchEvent(new Event('change', { bubbles: true }));
  };
  addEventListener('change', leave, true);
  addEventListener('focusout', leave, true);

  const name = '__pw_bidiInsertText';
  let insert: ((text: string) => unknown) | undefined = Reflect.get(window, name);
  Object.defineProperty(window, name, {
    get: () => (text: string) => {
      const field = document.activeElement;
      if (field instanceof HTMLInputElement && field.type === 'number') field.value = '';
      return insert?.(text);
    },
    set: (next) => {
      insert = next;
    },
  });
}

export async function openInFirefox({ folder, profile, panel }: ExtensionSetup): Promise<Extension> {
  const found = findBrowser('firefox', { stock: true });
  if (!found)
    throw new Error("An extension needs a stock Firefox, not Playwright's: apt-get install firefox-esr.");
  readyStockFirefox();
  const geckoId = readGeckoId(folder);
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: found.path,
    headless: !process.env.HEADED,
    timeout: 90_000,
    // opens moz-extension: pages and the browser's own window to WebDriver BiDi
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: {
      ...firefoxPrefs,
      'browser.sessionhistory.max_total_viewers': 0,
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
      // permissions.request() is granted at once, still only with a gesture
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  const bidi = getInternals<{ _browser: { _browserSession: Bidi } }>(context)._browser._browserSession;
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
  const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const { context: browserWindow } = contexts.find(
    ({ url }) => url === 'chrome://browser/content/browser.xhtml',
  )!;

  // once it is installed it opens a page by itself, a moment later: else a tab that is opened meanwhile is taken for that one.
  // Where Firefox tells of none (see openPage) the tests can do without
  const isWelcomed = () => context.pages().some((page) => page.url() === `${base}welcome.html`);
  await expect
    .poll(isWelcomed)
    .toBe(true)
    .catch(() => {});

  /** Runs a function in the browser's own window, with its rights; it gets what stands there. */
  async function runPrivileged<Given extends unknown[]>(
    act: (world: Privileged, ...args: Given) => unknown,
    ...args: Given
  ): Promise<unknown> {
    const answer = await bidi.send('script.callFunction', {
      target: { context: browserWindow },
      functionDeclaration: `async (json) => JSON.stringify(await (${act})(globalThis, ...JSON.parse(json)) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value);
  }

  /** @returns nothing where Playwright hears of no new tab */
  async function openTab(url: string): Promise<Page | undefined> {
    const opened = context.waitForEvent('page', { timeout: 40_000 }).catch(() => undefined);
    // page.goto() races with the change of process (4 of 9 pages were lost); a tab that Firefox opens does not
    const loaded = runPrivileged(async ({ Services, requestAnimationFrame }, url) => {
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      const tab = gBrowser.addTab(url, { triggeringPrincipal });
      gBrowser.selectedTab = tab;
      const isLoaded = () => {
        const { currentWindowGlobal, webProgress } = tab.linkedBrowser.browsingContext;
        return currentWindowGlobal?.documentURI.spec === url && !webProgress.isLoadingDocument;
      };
      while (!tab.closing && !isLoaded()) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, url);
    const page = await opened;
    if (page) await loaded;
    return page;
  }

  async function closeTab(url: string): Promise<void> {
    await runPrivileged(({ Services }, closed) => {
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
      const tab = gBrowser.selectedTab;
      if (tab.linkedBrowser.currentURI.spec === closed) gBrowser.removeTab(tab);
    }, url);
  }

  async function openPage(path: string): Promise<Page> {
    const url = base + path;
    let page = await openTab(url);
    if (!page) {
      // seen once in some 500 tabs, on a busy machine
      console.warn(`Firefox told of no tab for ${path}: another one is opened.`);
      await closeTab(url);
      page = await openTab(url);
    }
    if (!page) throw new Error(`Firefox told of no tab for ${path}, twice.`);
    // Firefox tells of the document that a change of process brought only once a command asks for it: half of the pages
    // had one underway by chance, the others were never heard of
    const session = readSession(page);
    await session.send('script.evaluate', {
      expression: '0',
      target: { context: session.sessionId },
      awaitPromise: false,
    });
    await page.waitForFunction(
      () => location.protocol === 'moz-extension:' && document.readyState === 'complete',
    );
    await page.evaluate(mendFilling);
    return page;
  }

  let desk: Page | undefined;
  async function openDesk(): Promise<Page> {
    desk ??= await openPage('welcome.html');
    return desk;
  }

  /** Firefox says nothing of the end of an extension's page, so Playwright is told here. */
  async function closePage(page: Page): Promise<void> {
    if (!page.url().startsWith(base)) return await page.close();
    const { sessionId } = readSession(page);
    // one that was opened in vain is closed already, and may have been told of late
    await bidi.send('browsingContext.close', { context: sessionId, promptUnload: false }).catch(() => {});
    getInternals<DriverContext>(context)._browser._onBrowsingContextDestroyed({ context: sessionId });
  }

  let clicked: Page | undefined;
  return {
    context,
    openPage,
    openDesk,
    openPanel: (query = '') => openPage(panel + query),
    async clickAction(page) {
      clicked = page;
      await page.bringToFront();
      await runPrivileged(async ({ ChromeUtils, Services, WebExtensionPolicy }, id) => {
        const { ExtensionParent } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionParent.sys.mjs',
        );
        const button = ExtensionParent.apiManager.global.browserActionFor(
          WebExtensionPolicy.getByID(id).extension,
        );
        await button.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'));
      }, geckoId);
    },
    async inSidePanel(read, ready = 'body') {
      // any page of the extension sees the live document of its sidebar
      const helper = await openDesk();
      // the sidebar is about the tab in front
      await clicked?.bringToFront();
      const view = "browser.extension.getViews({ type: 'sidebar' })[0]?.document";
      // as functions: text would need eval, which the extension's own policy forbids
      const isReady = new Function(`return Boolean(${view}?.querySelector(${JSON.stringify(ready)}))`);
      await expect.poll(() => helper.evaluate(isReady as () => boolean), { timeout: 20_000 }).toBe(true);
      return await helper.evaluate(
        new Function(`return (${read})(${view})`) as () => ReturnType<typeof read>,
      );
    },
    // the preference above answers every prompt
    async allowHost() {},
    async clickContextMenu(page, menuItemId) {
      await page.bringToFront();
      await runPrivileged(
        ({ ChromeUtils, WebExtensionPolicy }, id, menu) => {
          const { ExtensionParent } = ChromeUtils.importESModule(
            'resource://gre/modules/ExtensionParent.sys.mjs',
          );
          const info = { menuItemId: menu, editable: false, modifiers: [] };
          const { activeTab } = ExtensionParent.apiManager.global.tabTracker;
          WebExtensionPolicy.getByID(id).extension.emit('webext-menu-menuitem-click', info, activeTab);
        },
        geckoId,
        menuItemId,
      );
    },
    async empty() {
      const stays = await openDesk();
      for (const page of context.pages()) if (page !== stays) await closePage(page);
      clicked = undefined;
      await runPrivileged(async ({ Services, Ci }, names) => {
        Services.wm.getMostRecentWindow('navigator:browser').SidebarController.hide();
        const { CLEAR_COOKIES, CLEAR_DOM_STORAGES, CLEAR_ALL_CACHES } = Ci.nsIClearDataService;
        const what = CLEAR_COOKIES | CLEAR_DOM_STORAGES | CLEAR_ALL_CACHES;
        for (const name of names)
          await new Promise((done) =>
            Services.clearData.deleteDataFromHost(name, true, what, { onDataDeleted: done }),
          );
      }, hosts);
      await stays.evaluate(async () => {
        // as Firefox names it
        const { storage, permissions } = (globalThis as unknown as { browser: typeof chrome }).browser;
        await Promise.all([storage.local.clear(), storage.session.clear()]);
        const { origins = [] } = await permissions.getAll();
        if (origins.length) await permissions.remove({ origins });
      });
      await stays.evaluate(emptyOwn);
    },
    async stopBackground() {
      await runPrivileged(async ({ WebExtensionPolicy }, id) => {
        await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
      }, geckoId);
    },
  };
}
