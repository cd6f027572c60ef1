// The only file that touches the browser's extension API. Everything else asks for what it needs in these words.
//
// webextension-polyfill carries Chrome before 148; what only one browser has stands behind __TARGET__, which the
// build knows, so the other browser's branch is not even in the bundle.

import api from 'webextension-polyfill';

declare const __TARGET__: 'chrome' | 'firefox';

export interface Tab {
  id: number;
  /** undefined where the browser may not tell us: the tab was not opened with our button */
  url: string | undefined;
  windowId: number;
}
export interface Sender {
  /** the tab a message came from; undefined for the side panel and the background */
  tabId: number | undefined;
  frameId: number | undefined;
  url: string;
}
export type Undo = () => void;

export const isFirefox = __TARGET__ === 'firefox';
export const extensionUrl = (path: string): string => api.runtime.getURL(path);
export const word = (key: string): string => api.i18n.getMessage(key);
export const getVersion = (): string => api.runtime.getManifest().version;

const toTab = (tab: api.Tabs.Tab | undefined): Tab | undefined =>
  tab?.id === undefined ? undefined : { id: tab.id, url: tab.url, windowId: tab.windowId ?? -1 };

/** The tab in front in this window; never throws. */
export async function findActiveTab(): Promise<Tab | undefined> {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return toTab(tab);
}

export async function findTab(id: number): Promise<Tab | undefined> {
  return toTab(await api.tabs.get(id).catch(() => undefined));
}

/** Every open tab of every window; those that we may not look at have no address. */
export async function listTabs(): Promise<Tab[]> {
  return (await api.tabs.query({})).flatMap((tab) => toTab(tab) ?? []);
}

export async function openTab(url: string): Promise<void> {
  await api.tabs.create({ url });
}

export async function goTo(tabId: number, url: string): Promise<void> {
  await api.tabs.update(tabId, { url });
}

/** Brings a tab to the front; answers which one was there before. */
export async function bringToFront(tabId: number): Promise<number | undefined> {
  const [before] = await api.tabs.query({ active: true, currentWindow: true });
  if (before?.id !== tabId) await api.tabs.update(tabId, { active: true });
  return before?.id === tabId ? undefined : before?.id;
}

export async function reload(tabId: number): Promise<void> {
  await api.tabs.reload(tabId);
}

export const closeTabs = (ids: number[]): Promise<void> => api.tabs.remove(ids);
export function watchClosed(closed: () => void): Undo {
  api.tabs.onRemoved.addListener(closed);
  return () => api.tabs.onRemoved.removeListener(closed);
}

/** Tells when another tab comes to the front of this window, and when a tab loads, moves or may now be looked at. */
export function watchTabs(
  changed: (tabId: number, what: 'front' | 'loading' | 'complete' | 'moved') => void,
): Undo {
  const front = ({ tabId }: { tabId: number }) => changed(tabId, 'front');
  const updated = (tabId: number, change: { status?: string | undefined; url?: string | undefined }) => {
    if (change.status === 'loading') changed(tabId, 'loading');
    else if (change.status === 'complete') changed(tabId, 'complete');
    else if (change.url !== undefined) changed(tabId, 'moved');
  };
  api.tabs.onActivated.addListener(front);
  api.tabs.onUpdated.addListener(updated);
  return () => {
    api.tabs.onActivated.removeListener(front);
    api.tabs.onUpdated.removeListener(updated);
  };
}

/** Whether this is the address of a page of ours, such as the tour's shop. */
export const isOwnAddress = (url: string | undefined): boolean => url?.startsWith(extensionUrl('')) === true;

/**
 * Puts one of our scripts into the tab's top page (isolated world); our own pages load them themselves.
 *
 * @throws where the browser does not allow it
 */
export async function inject(tabId: number, file: 'stage.js' | 'audit.js'): Promise<void> {
  if (isOwnAddress((await findTab(tabId))?.url)) return;
  await api.scripting.executeScript({ target: { tabId }, files: [file] });
}

/**
 * Runs one of our own functions in the page's world and hands back what it answers: the page can forge that, so it
 * is only ever shown, as text. @throws where the browser does not allow it
 */
export async function askPage<T>(tabId: number, ask: () => T): Promise<unknown> {
  const [result] = await api.scripting.executeScript({ target: { tabId }, world: 'MAIN', func: ask });
  return result?.result;
}

/** Sends to the stage in the tab's top page. @throws when nobody listens there */
export async function sendToTab(tabId: number, message: unknown): Promise<unknown> {
  return await api.tabs.sendMessage(tabId, message, { frameId: 0 });
}

/** Sends to our own pages and the background; nobody there is no error. */
export async function sendToExtension(message: unknown): Promise<unknown> {
  return await api.runtime.sendMessage(message).catch(() => undefined);
}

/**
 * Answers messages. `answer` returns undefined for what is not its business, so that another listener may.
 * Messages of other extensions and of pages never arrive here: the manifest opens no door to them.
 */
export function listen(answer: (message: unknown, sender: Sender) => Promise<unknown> | undefined): Undo {
  // the polyfill's type has no listener that may answer or leave it to another
  const hear = ((message: unknown, { id, tab, frameId, url }: api.Runtime.MessageSender) =>
    id === api.runtime.id
      ? answer(message, { tabId: tab?.id, frameId, url: url ?? '' })
      : undefined) as Parameters<typeof api.runtime.onMessage.addListener>[0];
  api.runtime.onMessage.addListener(hear);
  return () => api.runtime.onMessage.removeListener(hear);
}

/** Whether the message comes from one of our own pages (panel, welcome), not from a stage in a web page. */
export const isOwnPage = ({ url }: Sender): boolean => isOwnAddress(url);

// -- what is kept ---------------------------------------------------------------------------------------------

export async function readStored(key: string): Promise<unknown> {
  return (await api.storage.local.get(key))[key];
}
export async function readAllStored(): Promise<Record<string, unknown>> {
  return await api.storage.local.get(null);
}
export async function writeStored(key: string, value: unknown): Promise<void> {
  await api.storage.local.set({ [key]: value });
}
export async function removeStored(...keys: string[]): Promise<void> {
  await api.storage.local.remove(keys);
}
/** Whatever is kept for one site, under whatever name. @param origin as it stands in the names */
export async function forgetOrigin(origin: string): Promise<void> {
  for (const area of [api.storage.local, api.storage.session])
    await area.remove(Object.keys(await area.get(null)).filter((name) => name.includes(origin)));
}
/**
 * Kept in memory until the browser closes, for our own pages only.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/storage
 */
export async function readWhileOpen(key: string): Promise<unknown> {
  return (await api.storage.session.get(key))[key];
}
export async function writeWhileOpen(key: string, value: unknown): Promise<void> {
  await api.storage.session.set({ [key]: value });
}
export function watchStored(changed: (key: string, value: unknown) => void): Undo {
  const hear = (changes: Record<string, api.Storage.StorageChange>, area: string) => {
    if (area === 'local') for (const [key, { newValue }] of Object.entries(changes)) changed(key, newValue);
  };
  api.storage.onChanged.addListener(hear);
  return () => api.storage.onChanged.removeListener(hear);
}

// -- sites ----------------------------------------------------------------------------------------------------

/**
 * The pattern of a whole site; ports cannot be named in Firefox.
 *
 * @see https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export const sitePattern = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};
/** Our own pages are open to us, and no site that could be named or asked for. */
export const hasSite = async (url: string): Promise<boolean> =>
  isOwnAddress(url) || (await api.permissions.contains({ origins: [sitePattern(url)] }));
/**
 * Must be called at once in a click: browsers ask only then.
 *
 * @see https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/User_actions
 */
export const requestSite = (url: string): Promise<boolean> =>
  api.permissions.request({ origins: [sitePattern(url)] });
export const releaseSite = (url: string): Promise<boolean> =>
  api.permissions.remove({ origins: [sitePattern(url)] });
export function watchPermissions(changed: () => void): Undo {
  api.permissions.onAdded.addListener(changed);
  api.permissions.onRemoved.addListener(changed);
  return () => {
    api.permissions.onAdded.removeListener(changed);
    api.permissions.onRemoved.removeListener(changed);
  };
}

const scriptId = (pattern: string) => `stage ${pattern}`;
/** From now on the stage is there before the page's own scripts, on every page of the site. Again does no harm. */
export async function registerStage(url: string): Promise<void> {
  if (isOwnAddress(url)) return;
  const pattern = sitePattern(url);
  const id = scriptId(pattern);
  const [known] = await api.scripting.getRegisteredContentScripts({ ids: [id] });
  if (known) return;
  await api.scripting.registerContentScripts([
    { id, js: ['stage.js'], matches: [pattern], runAt: 'document_start', persistAcrossSessions: false },
  ]);
}
export async function unregisterStage(url: string): Promise<void> {
  await api.scripting.unregisterContentScripts({ ids: [scriptId(sitePattern(url))] }).catch(() => undefined);
}

/** A picture of what the window shows, as a PNG data address. @throws where the button was not clicked on this tab */
export const capture = (windowId: number): Promise<string> =>
  api.tabs.captureVisibleTab(windowId, { format: 'png' });

// -- the browser's own controls, for the background -----------------------------------------------------------

/** Opens the panel beside the page; must be called at once in a click. */
export function openPanel(windowId: number): void {
  if (__TARGET__ === 'chrome') void chrome.sidePanel.open({ windowId });
  else void api.sidebarAction.open();
}

/** What happens with the toolbar button, the context menu, at install and at start. Call while the script starts. */
export function onControls(handlers: {
  open(tab: Tab): void;
  installed(reason: string): void;
  started(): void;
}): void {
  const open = (_from: unknown, tab: api.Tabs.Tab | undefined) => {
    const at = toTab(tab);
    if (at) handlers.open(at);
  };
  api.action.onClicked.addListener((tab) => open(undefined, tab));
  api.contextMenus.onClicked.addListener(open);
  api.runtime.onInstalled.addListener(({ reason }) => handlers.installed(reason));
  api.runtime.onStartup.addListener(handlers.started);
  // the button must be ours to handle: only then does the browser open this one tab to us:
  // https://developer.chrome.com/docs/extensions/develop/concepts/activeTab
  if (__TARGET__ === 'chrome') void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: false });
}

export async function addMenu(id: string, title: string): Promise<void> {
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id, title, contexts: ['page', 'selection', 'link', 'image'] });
}
