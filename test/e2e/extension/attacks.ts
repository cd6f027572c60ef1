// Attacks of a hostile page on the extension: what the page serves, what it does once the stage is there, and what must
// hold after it; and what holds after every attack.

import type { Page } from '@playwright/test';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Panel } from '../../support/panel.ts';
import type { Responder } from '../../support/site.ts';
import { serveBare } from '../../support/tag.ts';
import { readTitle, twoSegments } from '../../support/two-segments.ts';

export interface Scene {
  page: Page;
  panel: Panel;
  origin: string;
}
export interface Attack {
  /** in the page's head, before anything of ours */
  head?: string;
  body?: string;
  config?: unknown;
  /** in place of the usual tag */
  tag?: string;
  /** more of its files */
  files?: Record<string, Responder>;
  /** after the panel has looked */
  attack?(scene: Scene): Promise<unknown>;
  holds(scene: Scene): Promise<void>;
  /** lines the page itself must be allowed to throw */
  errors?: RegExp;
}

export const markup = '<img src=x onerror="document.title=1;globalThis.owned=1"><script>owned=1</script>';
export const run = (page: Page, code: string) => page.addScriptTag({ content: code }).then(() => undefined);
export const database = (code: string) => `
  const open = indexedDB.open('selvedge', 1);
  open.onupgradeneeded = () => { open.result.createObjectStore('events', { keyPath: 'id', autoIncrement: true }); open.result.createObjectStore('state'); };
  globalThis.filled = new Promise((done) => { open.onsuccess = () => { const tx = open.result.transaction(['events', 'state'], 'readwrite');
    const events = tx.objectStore('events'), state = tx.objectStore('state'); ${code}; tx.oncomplete = () => { open.result.close(); done(1); }; }; });`;
export const text = (panel: Panel) => panel.main.innerText();
/** It may have more to say than it has read so far. */
export const says = (panel: Panel, words: string) =>
  expect(panel.main).toContainText(words, { useInnerText: true });
export const previewFirst = async ({ panel, page }: Scene) => {
  await panel.open('preview');
  await panel.preview('First');
  await expect.poll(() => readTitle(page)).toBe('First here');
};

export const tag = '<script src="/selvedge.js" data-config="/selvedge.json"></script>';
/** A test for each. */
export function tryAll(attacks: Record<string, Attack>): void {
  for (const [name, attempt] of Object.entries(attacks)) {
    const { head = '', body = '', config = twoSegments(), attack, holds, errors, files = {} } = attempt;
    test(`a page tries: ${name}`, async ({ extension, page, site, guard }) => {
      guard.allow({ ...(errors && { errors }), origins: ['chrome-extension://invalid'] });
      guard.allow({ errors: /Failed to fetch|owned|chrome-extension|Not allowed to load|data-config/ });
      serveBare(site);
      site.serve('/selvedge.json', typeof config === 'string' ? config : JSON.stringify(config));
      for (const [path, responder] of Object.entries(files)) site.serve(path, responder);
      site.serve(
        '/',
        `<!doctype html><html lang="en"><head><title>Site</title><script>${head.replaceAll('</script', '<\\/script')}</script>
       ${attempt.tag ?? tag}</head>
       <body><h1 id="title">Hello</h1><a id="go" href="/">go</a>${body}</body></html>`,
      );
      await page.goto(site.origin);
      await page.evaluate('window.filled');
      const panel = await openPanelFor(extension, page);
      const tabs = extension.context.pages().length;
      const kept = () =>
        panel.page.evaluate(async () =>
          Object.keys(await chrome.storage.local.get(null)).filter((key) => !key.startsWith('preview:')),
        );
      const before = await kept();
      const scene = { page, panel, origin: site.origin };
      await attack?.(scene);
      await holds(scene);

      // what holds after every attack
      expect(
        await panel.page.evaluate(() => window.owned),
        'script of the page ran in the panel',
      ).toBeUndefined();
      expect(
        await panel.page.locator('main img, main script, main iframe').count(),
        'markup of the page in the panel',
      ).toBe(0);
      expect(
        await panel.page.evaluate(() => chrome.permissions.getAll().then(({ origins }) => origins)),
      ).toEqual([]);
      expect(await kept()).toEqual(before);
      expect(extension.context.pages().length).toBe(tabs);
    });
  }
}
