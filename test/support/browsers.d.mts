// Types of browsers.mjs, which is plain JavaScript so that it runs before anything is built.

import type { FoundWebKit } from './find-webkit.d.mts';

export type Kind = 'chromium' | 'firefox';

export interface FoundBrowser {
  path: string;
  /** who provides it: the environment, Playwright's own download, or the machine */
  origin: 'environment' | 'playwright' | 'system';
}

export const chromiumArgs: string[];
export const firefoxPrefs: Record<string, string | number | boolean>;
export const firefoxProcesses: Record<string, string | number | boolean>;
export function findBrowser(kind: Kind, options?: { stock?: boolean }): FoundBrowser | undefined;
export function findBrowser(kind: 'webkit'): FoundWebKit | undefined;
export function ensureBrowser(kind: 'webkit'): FoundWebKit;
export function ensureBrowser(kind: Kind): FoundBrowser;
export function describeBrowser(kind: Kind | 'webkit', found: FoundBrowser | FoundWebKit): string;
