// A hostile page cannot drive the extension: it may lie about itself, and that is shown as text; nothing privileged
// happens, nothing of the page runs in our pages, and the author's tab shows what the author chose.
//
// Each row is one attack: what the page serves, what it does once the stage is there, and what must hold after it.

import type { Page } from '@playwright/test';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import type { Panel } from '../../support/panel.ts';
import type { Responder } from '../../support/site.ts';
import { readShown, twoSegments } from '../../support/two-segments.ts';

declare global {
  interface Window {
    /** what the page got when it called the extension, and when it read one of its files */
    answer?: unknown;
    read?: string;
  }
}

test.skip(({ browserName }) => browserName !== 'chromium', 'the same code; Firefox has a spec of essences');
test.use({ isEmptied: true });

interface Scene {
  page: Page;
  panel: Panel;
  origin: string;
}
interface Attack {
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

const markup = '<img src=x onerror="document.title=1;globalThis.owned=1"><script>owned=1</script>';
const run = (page: Page, code: string) => page.addScriptTag({ content: code }).then(() => undefined);
const database = (code: string) => `
  const open = indexedDB.open('selvedge', 1);
  open.onupgradeneeded = () => { open.result.createObjectStore('events', { keyPath: 'id', autoIncrement: true }); open.result.createObjectStore('state'); };
  globalThis.filled = new Promise((done) => { open.onsuccess = () => { const tx = open.result.transaction(['events', 'state'], 'readwrite');
    const events = tx.objectStore('events'), state = tx.objectStore('state'); ${code}; tx.oncomplete = () => { open.result.close(); done(1); }; }; });`;
const text = (panel: Panel) => panel.main.innerText();
const previewFirst = async ({ panel, page }: Scene) => {
  await panel.open('preview');
  await panel.preview('First');
  await expect.poll(() => readShown(page)).toBe('First here');
};

const tag = '<script src="/selvedge.js" data-config="/selvedge.json"></script>';
/** Begins to answer and never ends, for as long as somebody listens. */
const withoutEnd: Responder = (request) => ({
  headers: { 'content-type': 'application/json' },
  body: (async function* () {
    yield '{ "version": 1,';
    await new Promise((resolve) => request.socket.once('close', resolve));
  })(),
});
const brokenChanges = twoSegments({
  experiences: [
    {
      id: 'e',
      name: 'e',
      status: 'live',
      pages: ['*'],
      variants: [{ id: 'v', name: 'v', segment: 'one', changes: Array(5_000).fill(0) }],
    },
  ],
});

const attacks: Record<string, Attack> = {
  'its own word that the tag runs': {
    tag: '',
    head: "window.selvedge = { version: '9.9.9' }",
    async holds({ panel }) {
      expect(await text(panel)).toContain('This page says that Selvedge runs on it');
      expect(await text(panel)).toContain('9.9.9, says the page');
    },
  },
  "another vendor's config before ours": {
    files: { '/vendor.js': '/* theirs */', '/vendor.json': '{"color":"red"}' },
    tag: `<script src="/vendor.js" data-config="/vendor.json"></script>${tag}`,
    async holds({ panel }) {
      expect(await text(panel)).toContain('Selvedge runs on this page');
      expect(await text(panel)).toContain('site.example, revision 7');
    },
  },
  "another vendor's config and no tag of ours": {
    files: { '/vendor.js': '/* theirs */', '/vendor.json': JSON.stringify(twoSegments()) },
    tag: '<script src="/vendor.js" data-config="/vendor.json"></script>',
    async holds({ panel }) {
      expect(await text(panel)).toContain('No config yet');
    },
  },
  'a config that never ends': {
    files: { '/selvedge.json': withoutEnd },
    async holds({ panel }) {
      await expect(panel.says('/selvedge.json was not there after 5 seconds')).toBeVisible();
    },
  },
  'a config of thousands of mistakes': {
    config: brokenChanges,
    errors: /./,
    async holds({ panel }) {
      await expect(panel.says('is not a config that works')).toBeVisible();
    },
  },
  'the beginnings of thirty thousand configs': {
    tag: `${tag}<script type="text/plain">${'{"version":1,"segments":[selvedge'.repeat(30_000)}</script>`,
    async holds({ panel }) {
      expect(await text(panel)).toContain('site.example, revision 7');
    },
  },
  'a ledger of seventy megabytes': {
    tag: '',
    head: database(
      "for (let i = 0; i < 1100; i++) events.add({ name: 'page_view', at: i + 1, props: { path: '/' + i, q: 'x'.repeat(64000) } })",
    ),
    async holds({ panel }) {
      await panel.press('Look at the page again');
      await panel.open('visitor');
      await expect(panel.says('/1099').first()).toBeVisible();
    },
  },
  'forged messages through window.postMessage': {
    head: "localStorage.setItem('kept', '1')",
    attack: ({ page }) =>
      run(
        page,
        `for (const call of ['erase', 'preview', 'endPreview', 'check']) for (const to of ['stage', 'panel', 'background'])
           postMessage({ to, call, input: { deny: true, token: 'x'.repeat(32) } }, '*');`,
      ),
    async holds({ page, panel }) {
      expect(await page.evaluate(() => localStorage.getItem('selvedge'))).not.toContain('denied');
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
      expect(await page.evaluate(() => localStorage.getItem('selvedge'))).not.toContain('denied');
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
      expect(await readShown(page)).toBe('First here');
    },
  },
  'a word of its own as the preview flag': {
    head: "sessionStorage.setItem('selvedge:preview', 'anything')",
    async holds({ panel, page }) {
      await expect(panel.banner).toHaveCount(0);
      expect(await readShown(page)).toBeNull();
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
    head: "sessionStorage.setItem('selvedge:preview', 'lessons')",
    async holds({ panel }) {
      await expect(panel.banner).toHaveCount(0);
    },
  },
  'markup in every name of the config': {
    config: twoSegments({
      site: markup,
      segments: [
        { id: 'one', name: markup, description: markup, when: { kind: 'context', key: 'path', is: markup } },
      ],
      experiences: [
        {
          id: 'e',
          name: markup,
          status: 'live',
          pages: ['*'],
          variants: [{ id: 'v', name: markup, segment: 'one', changes: [] }],
        },
      ],
    }),
    async holds({ panel }) {
      expect(await text(panel)).toContain('<img src=x');
      await panel.open('preview');
      await expect(panel.page.getByRole('radio', { name: '<img src=x' })).toBeVisible();
    },
  },
  'markup as version and title': {
    head: `document.title = ${JSON.stringify(markup)}; addEventListener('load', () => Object.defineProperty(window, 'selvedge', { value: { version: ${JSON.stringify(markup)} } }))`,
    async holds({ panel }) {
      expect(await text(panel)).toContain('<img src=x');
    },
  },
  'a version that throws when it is asked for': {
    head: "addEventListener('load', () => Object.defineProperty(window, 'selvedge', { get() { throw new Error('no') } }))",
    async holds({ panel }) {
      expect(await text(panel)).toContain('The tag is on this page, but does not run');
    },
  },
  'a config that reaches for prototypes': {
    config: '{"version":1,"site":"s","revision":1,"segments":[],"experiences":[],"__proto__":{"owned":1}}',
    async holds({ panel }) {
      expect(await text(panel)).toContain('__proto__');
      expect(
        await panel.page.evaluate(() => ({}) as { owned?: number }).then((empty) => empty.owned),
      ).toBeUndefined();
    },
  },
  'a config nested ten thousand deep': {
    config: `{"version":1,"site":"s","revision":1,"experiences":[],"segments":[{"id":"a","name":"a","when":${'{"kind":"all","of":['.repeat(10_000)}${']}'.repeat(10_000)}}]}`,
    // the tag of the page itself gives up on it
    errors: /Maximum call stack|too much recursion/,
    async holds({ panel }) {
      expect(await text(panel)).toContain('is not a config that works');
    },
  },
  'a config that runs script, sends away and restyles from elsewhere': {
    config: twoSegments({
      experiences: [
        {
          id: 'e',
          name: 'e',
          status: 'live',
          pages: ['*'],
          variants: [
            {
              id: 'v',
              name: 'v',
              segment: 'one',
              changes: [
                { kind: 'link', target: { css: '#go' }, href: 'javascript:owned=1' },
                { kind: 'html', target: { css: '#title' }, value: markup },
                { kind: 'redirect', url: 'https://evil.example/' },
                { kind: 'css', value: '@import url(https://evil.example/x.css);' },
              ],
            },
          ],
        },
      ],
    }),
    async holds({ panel, page }) {
      expect(await text(panel)).toContain('is not a config that works');
      expect(await page.evaluate(() => window.owned)).toBeUndefined();
    },
  },
  'addresses of files and of the browser as its config': {
    body: '<script data-config="file:///etc/hostname"></script><script data-config="chrome://version"></script><script data-config="javascript:owned=1"></script>',
    async holds({ panel }) {
      expect(await text(panel)).not.toContain('file:///');
      expect(await panel.page.evaluate(() => window.owned)).toBeUndefined();
    },
  },
  'nonsense in the ledger': {
    head: database(
      `for (const value of [1, 'x', null, { name: 1 }, { name: 'page_view', at: NaN, props: {} }, { name: 'page_view', at: 1, props: [1] }, { name: 'purchase', at: Infinity, props: {} }])
         try { events.add(Object(value)) } catch {}
       events.add({ name: ${JSON.stringify(markup)}, at: 5, props: { path: ${JSON.stringify(markup)}, items: 7 } });
       events.add({ name: 'page_view', at: 6, props: { path: ${JSON.stringify(markup)}, topics: { length: 1e9 } } });
       state.put({ seed: {}, profile: { traits: { __proto__: 1, x: ${JSON.stringify(markup)}, y: { z: 1 } }, prunedAt: 'x' } }, 'visitor')`,
    ),
    async holds({ panel }) {
      await panel.press('Look at the page again');
      await panel.open('visitor');
      await expect(panel.says('<img src=x').first()).toBeVisible();
    },
  },
  'a garbled and huge snapshot': {
    head: "localStorage.setItem('selvedge', '{\"consent\":\"granted\",' + 'x'.repeat(2e6))",
    async holds({ panel }) {
      await panel.open('visitor');
      await expect(panel.page.getByRole('heading', { name: 'Segments' })).toBeVisible();
    },
  },
  'patched prototypes and a toJSON on everything': {
    head: `Object.prototype.toJSON = () => 'owned'; JSON.stringify = () => 'owned'; JSON.parse = () => ({ owned: 1 });
      Array.prototype.map = () => []; Promise.prototype.then = function () { return this };
      Document.prototype.querySelectorAll = () => []; Storage.prototype.getItem = () => 'owned'; IDBFactory.prototype.databases = () => { throw 1 };`,
    errors: /./,
    async holds({ panel }) {
      expect(await text(panel)).toContain('This page');
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
      expect(await readShown(page)).toBe('First here');
      await panel.endPreview();
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    },
  },
};

for (const [name, attempt] of Object.entries(attacks)) {
  const { head = '', body = '', config = twoSegments(), attack, holds, errors, files = {} } = attempt;
  test(`a page tries: ${name}`, async ({ extension, page, site, guard }) => {
    guard.allow({ ...(errors && { errors }), origins: ['chrome-extension://invalid'] });
    guard.allow({ errors: /Failed to fetch|owned|chrome-extension|Not allowed to load|data-config/ });
    site.serveFile('/selvedge.js', 'dist/selvedge.js');
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
    expect((await kept()).filter((key) => key !== 'lessons')).toEqual(
      before.filter((key) => key !== 'lessons'),
    );
    expect(extension.context.pages().length).toBe(tabs);
  });
}
