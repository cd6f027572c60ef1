// One interface over the extension in Chromium and in Firefox, so that each spec runs in both.
//
// Import `test` and `expect` from here in the extension's specs: `context` and `page` are then those of a browser
// with the extension from dist/ installed, a fresh profile each test (1-3 s in Chromium, 3-6 s in Firefox: keep
// them few). `site`, `shop`, `guard` and `travel` work as ever. A file that says `test.use({ isEmptied: true })`
// shares one browser with the others of its worker that say so, emptied after each test.
//
// Pitfalls, measured: a pending permission prompt is never answered in headless, hence `allowHost`; keyboard
// commands of the browser do not reach it, so test their handler; Firefox gives no download event in an
// extension's tab. Firefox's half reaches into Playwright's internals and the browser's own modules: Playwright
// is pinned exactly for it. What is known of both: docs/notes/extension-facts.md.

import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { openInChromium } from './extension-chromium.ts';
import { openInFirefox } from './extension-firefox.ts';
import type { Extension, ExtensionSetup } from './extension-shape.ts';
import { test as base, chromiumOnly, expect, longInFirefox } from './test.ts';
import { pickExtension } from './uneven.ts';

interface Manifest {
  side_panel?: { default_path: string };
  sidebar_action?: { default_panel: string };
}

export function getSetup(folder: string, profile: string, language = ''): ExtensionSetup {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) throw new Error(`${file} is missing. Build the extension first: npm run build`);
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  const panel = manifest.side_panel?.default_path ?? manifest.sidebar_action?.default_panel;
  if (!panel) throw new Error(`${file} names no side_panel.default_path or sidebar_action.default_panel.`);
  return { folder: pickExtension(folder), profile, panel: panel.replace(/^\//, ''), language };
}

/** EXTENSION_DIST: a build elsewhere, so that several people can test in one tree. */
const dist = process.env.EXTENSION_DIST ?? join(import.meta.dirname, '../../dist');

/** A browser with the extension on a new profile, for as long as `use` takes. */
async function withExtension(
  browserName: string,
  root: string,
  language: string,
  use: (extension: Extension) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'selvedge-extension-'));
  const isFirefox = browserName === 'firefox';
  const setup = getSetup(join(root, isFirefox ? 'firefox' : 'chrome'), profile, language);
  const extension = await (isFirefox ? openInFirefox : openInChromium)(setup);
  await use(extension);
  await extension.context.close();
  // its children go on writing for a moment
  await rm(profile, { recursive: true, force: true, maxRetries: 15, retryDelay: 100 });
}

/** What our own pages said when a test failed: count-tests.mjs tells it beside the test's name. */
async function noteSaid({ context }: Extension, testInfo: TestInfo): Promise<void> {
  for (const page of context.pages().filter((one) => /^(chrome|moz)-extension:/.test(one.url()))) {
    const said = await page.innerText('body', { timeout: 5000 }).catch((error) => `(${error.message})`);
    const name = `said by ${new URL(page.url()).pathname}`;
    await testInfo.attach(name, { body: said, contentType: 'text/plain' });
  }
}

interface WorkerFixtures {
  language: string;
  extensionRoot: string;
  isEmptied: boolean;
  shared: Extension | undefined;
}

export const test = base.extend<{ extension: Extension }, WorkerFixtures>({
  /** holds chrome/ and firefox/, both unpacked */
  extensionRoot: [dist, { option: true, scope: 'worker' }],
  isEmptied: [false, { option: true, scope: 'worker' }],
  language: ['', { option: true, scope: 'worker' }],
  shared: [
    ({ browserName, extensionRoot, language, isEmptied }, use) =>
      isEmptied ? withExtension(browserName, extensionRoot, language, use) : use(undefined),
    { scope: 'worker' },
  ],

  extension: async ({ browserName, extensionRoot, language, shared }, use, testInfo) => {
    // a Firefox may have to start
    if (browserName === 'firefox') testInfo.setTimeout(testInfo.timeout + 60_000);
    if (!shared) return await withExtension(browserName, extensionRoot, language, use);
    await use(shared);
    await shared.empty();
  },

  context: async ({ extension }, use, testInfo) => {
    await use(extension.context);
    if (testInfo.status !== testInfo.expectedStatus) await noteSaid(extension, testInfo);
  },

  // Playwright's own would take the first page there is: the desk
  page: async ({ context }, use) => {
    await use(await context.newPage());
  },
});

export { chromiumOnly, expect, longInFirefox };
