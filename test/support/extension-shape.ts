// What a spec can do with the extension, and what either browser needs to install it.

import type { BrowserContext, Page } from '@playwright/test';

export interface Extension {
  context: BrowserContext;
  /** The panel as a tab, with this query: `?tab=12` points it at another tab. */
  openPanel(query?: string): Promise<Page>;
  /** Any page of the extension as a tab. */
  openPage(path: string): Promise<Page>;
  /** A page of the extension that stays: what any of its pages may ask is asked there. */
  openDesk(): Promise<Page>;
  /** A real click on the toolbar button with `page` in front: a gesture, which grants activeTab. */
  clickAction(page: Page): Promise<void>;
  /** Runs `read` in the document of the real side panel (Firefox: sidebar), once it shows `ready` (CSS). */
  inSidePanel<T>(read: (document: Document) => T, ready?: string): Promise<T>;
  /** Lets permissions.request() for this pattern (`http://localhost/*`) succeed without a prompt. */
  allowHost(pattern: string): Promise<void>;
  /** Chooses our entry of the context menu with `page` in front. */
  clickContextMenu(page: Page, menuItemId: string): Promise<void>;
  /** Closes all pages but the desk, forgets what sites and the extension stored, and takes permissions back. */
  empty(): Promise<void>;
  /** Stops the service worker or event page, as the browser does when it is idle; a message wakes it. */
  stopBackground(): Promise<void>;
}

export interface ExtensionSetup {
  /** the unpacked extension */
  folder: string;
  profile: string;
  /** the panel's page, from the manifest */
  panel: string;
  /** of the browser, such as "de"; '' is the machine's. Firefox speaks only what its build does. */
  language: string;
}
