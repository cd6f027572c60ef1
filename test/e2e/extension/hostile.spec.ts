// A hostile page cannot drive the extension: whatever it does, nothing privileged happens, nothing of the page runs in our
// pages, and the author's tab shows what the author chose.

import type { Page } from '@playwright/test';
import { expect, test } from '../../support/extension.ts';
import { readTitle } from '../../support/two-segments.ts';
import { previewFirst, run, says, tryAll } from './attacks.ts';

declare global {
  interface Window {
    /** what the page got when it called the extension, and when it read one of its files */
    answer?: unknown;
    read?: string;
  }
}

test.skip(({ browserName }) => browserName !== 'chromium', 'the same code; Firefox has a spec of essences');
test.use({ isEmptied: true });

/** What is remembered is there, and not denied. */
const expectKept = (page: Page) =>
  expect.poll(() => page.evaluate(() => localStorage.getItem('selvedge'))).toContain('"consent":"implied"');

tryAll({
  'forged messages through window.postMessage': {
    head: "localStorage.setItem('kept', '1')",
    attack: ({ page }) =>
      run(
        page,
        `for (const call of ['erase', 'preview', 'endPreview', 'check']) for (const to of ['stage', 'panel', 'background'])
           postMessage({ to, call, input: { deny: true, token: 'x'.repeat(32) } }, '*');`,
      ),
    async holds({ page, panel }) {
      await expectKept(page);
      await expect(panel.banner).toHaveCount(0);
    },
  },
  'forged DOM events on the document and the window': {
    attack: ({ page }) =>
      run(
        page,
        `for (const type of ['selvedge:erase', 'selvedge:preview', 'selvedge:stage', 'message', 'selvedge.stage']) for (const on of [document, window])
           on.dispatchEvent(new CustomEvent(type, { detail: { to: 'stage', call: 'erase', input: { deny: true } } }));`,
      ),
    async holds({ page, panel }) {
      await expectKept(page);
      await expect(panel.banner).toHaveCount(0);
    },
  },
  'keys that nobody pressed': {
    attack: async (scene) => {
      await previewFirst(scene);
      await run(
        scene.page,
        `for (const code of ['KeyN', 'KeyP', 'KeyO']) for (const type of ['keydown', 'keyup'])
           document.body.dispatchEvent(new KeyboardEvent(type, { code, altKey: true, bubbles: true, composed: true }));`,
      );
    },
    async holds({ panel, page }) {
      await expect(panel.banner).toContainText('Preview: First');
      expect(await readTitle(page)).toBe('First here');
    },
  },
  'a word of its own as the preview flag': {
    head: "sessionStorage.setItem('selvedge:preview', 'anything')",
    async holds({ panel, page }) {
      await expect(panel.banner).toHaveCount(0);
      expect(await readTitle(page)).toBeNull();
    },
  },
  'a forged preview token': {
    head: "sessionStorage.setItem('selvedge:preview', '0123456789abcdef0123456789abcdef')",
    async holds({ panel, page }) {
      await expect(panel.banner).toHaveCount(0);
      await expect.poll(() => page.evaluate(() => sessionStorage.getItem('selvedge:preview'))).toBeNull();
    },
  },
  'a token that tries to name another item of our storage': {
    head: "sessionStorage.setItem('selvedge:preview', 'author')",
    async holds({ panel }) {
      await expect(panel.banner).toHaveCount(0);
    },
  },
  'patched prototypes and a toJSON on everything': {
    head: `Object.prototype.toJSON = () => 'owned'; JSON.stringify = () => 'owned'; JSON.parse = () => ({ owned: 1 });
      Array.prototype.map = () => []; Promise.prototype.then = function () { return this };
      Document.prototype.querySelectorAll = () => []; Storage.prototype.getItem = () => 'owned'; IDBFactory.prototype.databases = () => { throw 1 };`,
    errors: /./,
    async holds({ panel }) {
      await says(panel, 'This page');
      await panel.open('preview');
      await expect(panel.page.getByRole('radio', { name: 'First' })).toBeVisible();
    },
  },
  'clobbered names': {
    body: '<form id="f"><input name="attributes"><input name="querySelectorAll"><img name="body"><img name="documentElement"><img name="scripts"></form><a id="selvedge"></a><a id="chrome"></a>',
    async holds(scene) {
      await previewFirst(scene);
    },
  },
  'a call from the page to the extension': {
    attack: ({ page, panel }) =>
      page.evaluate(async (id) => {
        const runtime = window.chrome?.runtime;
        window.answer = runtime?.sendMessage
          ? await new Promise((resolve) => runtime.sendMessage(id, { to: 'panel', call: 'erase' }, resolve))
          : 'no way in';
      }, new URL(panel.page.url()).host),
    async holds({ page }) {
      expect(['no way in', undefined]).toContain(await page.evaluate(() => window.answer));
    },
  },
  'our pages and files inside the page': {
    attack: async ({ page, panel }) => {
      const base = new URL('/', panel.page.url()).href;
      await page.evaluate(async (at) => {
        const frame = document.createElement('iframe');
        frame.src = `${at}panel.html`;
        document.body.append(frame);
        window.read = await fetch(`${at}manifest.json`).then(
          () => 'read',
          () => 'refused',
        );
      }, base);
    },
    async holds({ page }) {
      expect(await page.evaluate(() => window.read)).toBe('refused');
      const frames = await Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) =>
            frame
              .locator('#panel')
              .count()
              .catch(() => 0),
          ),
      );
      expect(frames.reduce((sum, count) => sum + count, 0)).toBe(0);
    },
  },
  'overwriting the preview while it runs': {
    attack: async (scene) => {
      await previewFirst(scene);
      await run(
        scene.page,
        "sessionStorage.setItem('selvedge:preview', 'ffffffffffffffffffffffffffffffff'); localStorage.clear()",
      );
    },
    async holds({ panel, page }) {
      expect(await readTitle(page)).toBe('First here');
      await panel.endPreview();
      await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
    },
  },
});
