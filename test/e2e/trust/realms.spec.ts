// Pages that broke or replaced what the language and the browser offer, before the tag or after it. Whatever is broken:
// the page shows its original or the variant, the API is there and throws nothing, and no error is the page's.
//
// One frame for each breakage, many to a page: a frame is a realm of its own.

import type { Page } from '@playwright/test';
import { enter } from '../../support/page-api.ts';
import { configOf, experienceOf, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

declare global {
  interface Window {
    /** what the page's own push answered */
    pushed?: number;
  }
}

/** Breakages, each one statement; what libraries of 2008 did stands under their names. */
const BREAKAGES: Record<string, string> = {
  'console is gone': 'delete window.console',
  'console is null': 'console = null',
  'console throws': 'console.warn = console.error = console.log = function () { throw new Error("mine"); }',
  'console is empty': 'console = {}',
  'requestIdleCallback is undefined': 'window.requestIdleCallback = undefined',
  'requestIdleCallback is gone': 'delete window.requestIdleCallback',
  'requestAnimationFrame is gone': 'window.requestAnimationFrame = undefined',
  'queueMicrotask is gone': 'window.queueMicrotask = undefined',
  'reportError is gone': 'window.reportError = undefined',
  'URL is gone': 'window.URL = undefined',
  'URL throws': 'window.URL = function () { throw new Error("mine"); }',
  'URLSearchParams is gone': 'window.URLSearchParams = undefined',
  'Object.hasOwn is gone': 'delete Object.hasOwn',
  'Object.fromEntries is gone': 'delete Object.fromEntries',
  'Object.entries is gone': 'delete Object.entries',
  'Object.assign is gone': 'delete Object.assign',
  'JSON is gone': 'window.JSON = undefined',
  'JSON.stringify throws': 'JSON.stringify = function () { throw new Error("mine"); }',
  'JSON is replaced':
    'window.JSON = { parse: function () { return {}; }, stringify: function () { return "{}"; } }',
  'the array iterator is gone': 'delete Array.prototype[Symbol.iterator]',
  'the array iterator throws': 'Array.prototype[Symbol.iterator] = function () { throw new Error("mine"); }',
  'the array iterator ends at once':
    'Array.prototype[Symbol.iterator] = function () { return { next: function () { return { done: true }; } }; }',
  'map iterators are gone': 'delete Map.prototype[Symbol.iterator]; delete Set.prototype[Symbol.iterator]',
  'flatMap, at, includes, flat are gone':
    'delete Array.prototype.flatMap; delete Array.prototype.at; delete Array.prototype.flat; delete Array.prototype.includes',
  'findLastIndex and replaceAll are gone':
    'delete Array.prototype.findLastIndex; delete String.prototype.replaceAll',
  'reduce does nothing': 'Array.prototype.reduce = function () { return this[0]; }',
  'arrays have toJSON': 'Array.prototype.toJSON = function () { return "[" + this + "]"; }',
  'objects have toJSON': 'Object.prototype.toJSON = function () { return "mine"; }',
  'Array.from ignores its function': 'Array.from = function (a) { return [].slice.call(a); }',
  'startsWith ignores its second argument':
    'String.prototype.startsWith = function (x) { return this.indexOf(x) === 0; }',
  'bind takes lists':
    'Function.prototype.bind = function (self, given) { var f = this; return function () { return f.apply(self, given == null ? arguments : [].concat(given)); }; }',
  'call and apply throw':
    'Function.prototype.apply = Function.prototype.call = function () { throw new Error("mine"); }',
  'Object.prototype has more':
    'Object.prototype.extra = function () {}; Array.prototype.extra = function () {}',
  'Object.prototype has get and value':
    'Object.prototype.get = undefined; Object.prototype.configurable = true',
  'intrinsics are frozen':
    '[Object, Array, Function, String, Promise, Map, Set, RegExp, Date].forEach(function (one) { Object.freeze(one); Object.freeze(one.prototype); })',
  'the DOM is frozen':
    '[Node, Element, Document, EventTarget, HTMLElement].forEach(function (one) { Object.freeze(one.prototype); })',
  'document.addEventListener is shadowed': 'document.addEventListener = undefined',
  'window.addEventListener is shadowed': 'window.addEventListener = undefined',
  'list iterators are gone':
    'delete NodeList.prototype[Symbol.iterator]; delete DOMTokenList.prototype[Symbol.iterator]',
  'text methods throw':
    '["replace", "trim", "split", "slice", "normalize", "toLowerCase"].forEach(function (name) { String.prototype[name] = function () { throw new Error("mine"); }; })',
  'exec throws': 'RegExp.prototype.exec = RegExp.prototype.test = function () { throw new Error("mine"); }',
  'Map.get throws':
    'Map.prototype.get = Set.prototype.has = WeakMap.prototype.get = function () { throw new Error("mine"); }',
  'setTimeout is gone': 'window.setTimeout = window.clearTimeout = undefined',
  'Promise is gone': 'window.Promise = undefined',
  'Promise.all is gone': 'delete Promise.all',
  'then does nothing': 'Promise.prototype.then = function () { return this; }',
  'Symbol and Reflect are gone': 'window.Symbol = window.Reflect = undefined',
  'Object.keys throws':
    'Object.keys = Object.values = Object.defineProperty = function () { throw new Error("mine"); }',
  'then throws': 'Promise.prototype.then = function () { throw new Error("mine"); }',
  'Map is gone': 'window.Map = undefined',
  'WeakMap and WeakSet are gone': 'window.WeakMap = window.WeakSet = undefined',
  'MutationObserver is gone': 'window.MutationObserver = undefined',
  'IntersectionObserver is gone': 'window.IntersectionObserver = undefined',
  'PerformanceObserver is gone': 'window.PerformanceObserver = undefined',
  'performance is gone': 'Object.defineProperty(window, "performance", { value: undefined })',
  'performance entries throw':
    'Performance.prototype.getEntriesByType = function () { throw new Error("mine"); }',
  'constructable sheets are missing':
    'window.CSSStyleSheet = function () { throw new TypeError("Illegal constructor"); }',
  'adopted sheets are missing':
    'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets',
  'CustomEvent is gone': 'window.CustomEvent = undefined',
  'MessageChannel is gone': 'window.MessageChannel = undefined; delete window.navigation',
  'history cannot be written': 'Object.freeze(history); delete window.navigation',
  'structuredClone is gone': 'window.structuredClone = undefined',
  'crypto is gone': 'Object.defineProperty(window, "crypto", { value: undefined })',
  'IDBFactory throws': 'IDBFactory.prototype.open = function () { throw new Error("mine"); }',
  'localStorage throws':
    'Object.defineProperty(window, "localStorage", { get: function () { throw new Error("mine"); } })',
  'sessionStorage throws':
    'Object.defineProperty(window, "sessionStorage", { get: function () { throw new Error("mine"); } })',
  'matchMedia is gone': 'window.matchMedia = undefined',
  'Intl is gone': 'window.Intl = undefined',
  'navigator says nothing': 'Object.defineProperty(window, "navigator", { value: {} })',
  'Date.now is wrong': 'Date.now = function () { return "x"; }',
  'dispatchEvent is shadowed':
    'document.dispatchEvent = document.querySelectorAll = document.createElement = undefined',
  'currentScript is shadowed':
    'Object.defineProperty(document, "currentScript", { value: document.createElement("form") })',
  'selvedge is a queue by var': 'var selvedge = { q: [["track", "early", {}]] }',
  'selvedge throws':
    'Object.defineProperty(window, "selvedge", { configurable: true, get: function () { throw new Error("mine"); } })',
  'selvedge is a frozen queue':
    'window.selvedge = Object.freeze({ q: Object.freeze([["track", "early", {}], null, ["constructor"], 5]) })',
  'fetch is gone': 'window.fetch = undefined',
};
/** Where the API cannot be what it was, because the page took its place. */
const NO_PLACE = /^selvedge .* after$/;
/** Without these the tag does not begin. */
const NO_TAG =
  /^(Map is gone|WeakMap and WeakSet are gone|Promise is gone|Symbol and Reflect are gone|text methods throw) before$/;

const config = configOf({
  segments: [{ id: 'seen', name: 'seen', when: { kind: 'count', event: 'page_view', is: { $gte: 1 } } }],
  capture: [{ kind: 'seen', event: 'saw', target: { css: 'h1' } }],
  experiences: [
    experienceOf('everyone', [
      { kind: 'text', target: { css: 'h1' }, value: 'Variant' },
      { kind: 'hide', target: { css: '.none' } },
      // what no page may get, least of all one on which it cannot be judged
      { kind: 'link', target: { css: 'a' }, href: 'javascript:note(9)' },
      { kind: 'image', target: { css: 'img' }, src: 'https://elsewhere.example/a.png' },
    ]),
  ],
});

const realm = (before: string, after: string) =>
  `<!doctype html><meta charset="utf-8"><title>Realm</title><script>
    var errors = [], note = errors.push.bind(errors);
    addEventListener('error', function (event) { note('error: ' + event.message); });
    addEventListener('unhandledrejection', function (event) { note('rejected: ' + (event.reason && event.reason.stack || event.reason)); });
    var say = function () { try {
      document.dispatchEvent === EventTarget.prototype.dispatchEvent;
      selvedge.track('x', { a: 1 }); selvedge.set({ b: 2 }); selvedge.segments(); selvedge.experiences(); selvedge.q.push(['track', 'y']); selvedge.on('ready', function () {});
      window.dataLayer = window.dataLayer || []; dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T', value: 1, items: [{ price: 1 }] } });
    } catch (error) { note('threw: ' + (error && error.stack || error)); } };
  </script>${before && `<script>try { ${before} } catch (error) {}</script>`}<script src="/selvedge.js"></script>${after && `<script>try { ${after} } catch (error) {}</script>`}<h1>Original</h1><p class="none">none</p><a href="/own">Own</a><img src="data:,own" alt=""><script>say();</script>`;

for (const when of ['before', 'after'] as const)
  test(`broken ${when} the tag: the page stays whole, the API is there, and no error is the page's`, async ({
    page,
    site,
    guard,
  }) => {
    // half a minute where nothing else runs
    test.setTimeout(300_000);
    guard.allow({ errors: /mine|is not iterable|undefined/ });
    const names = Object.keys(BREAKAGES);
    serveTag(site, config);
    site.serve('/realm', (request) => {
      const code = BREAKAGES[names[Number(request.url?.split('?')[1])] as string] as string;
      return when === 'before' ? realm(code, '') : realm('', code);
    });
    site.serve('/', '<!doctype html><title>Realms</title>');
    const wrong: string[] = [];
    await page.goto(site.origin);
    const seen = await page.evaluate(async (count) => {
      const results: { api: string; shown: string; own: string; errors: string[] }[] = [];
      for (let from = 0; from < count; from += 8) {
        const frames = [...Array(Math.min(8, count - from)).keys()].map((at) => {
          const frame = document.createElement('iframe');
          frame.src = `/realm?${from + at}`;
          document.body.append(frame);
          return frame;
        });
        await Promise.all(
          frames.map((frame) => new Promise((loaded) => frame.addEventListener('load', loaded))),
        );
        for (const frame of frames) {
          const realm = frame.contentWindow as Window & { errors: string[] };
          const api = (() => {
            try {
              return typeof realm.selvedge?.track;
            } catch (error) {
              return String(error);
            }
          })();
          const h1 = realm.document.body.getElementsByTagName('h1')[0]!;
          results.push({
            api,
            shown: (h1.shadowRoot?.querySelector('slot') ? h1 : (h1.shadowRoot ?? h1)).textContent,
            own: [
              realm.document.body.getElementsByTagName('a')[0]!.getAttribute('href'),
              realm.document.body.getElementsByTagName('img')[0]!.getAttribute('src'),
            ].join(),
            errors: Array.prototype.slice.call(realm.errors),
          });
        }
      }
      return results;
    }, names.length);
    names.forEach((name, at) => {
      const { api, shown, own: kept, errors } = seen[at]!;
      const what = `${name} ${when}`;
      if (api !== 'function' && !NO_PLACE.test(what) && !NO_TAG.test(what)) wrong.push(`${what}: API ${api}`);
      if (!/^(Original|Variant)$/.test(shown)) wrong.push(`${what}: shows ${shown}`);
      if (kept !== '/own,data:,own') wrong.push(`${what}: leads or loads ${kept}`);
      const own = NO_TAG.test(what) ? errors.filter((error: string) => !/^threw/.test(error)) : errors;
      if (own.length && !NO_PLACE.test(what)) wrong.push(`${what}: ${own.join(' | ').slice(0, 300)}`);
    });
    expect(wrong).toEqual([]);
  });

/** A page that replaces this method by one that throws, after the tag and before anything is stored. */
const replacing = (method: string) =>
  `<!doctype html><title>Maps</title><script src="/selvedge.js"></script><script>
    ${method} = () => { throw new Error('mine'); };</script><h1>Original</h1>`;

/** Waits until the tag has opened the database, or could not: who asks for it later is answered later. */
const openToo = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open('selvedge');
        request.onsuccess = request.onerror = () => done();
      }),
  );

for (const method of [
  ...['Map.prototype.get', 'Map.prototype.set', 'Map.prototype.delete', 'Set.prototype.add'],
  // what idb needs as it listens
  ...['WeakMap.prototype.get', 'WeakMap.prototype.set', 'WeakMap.prototype.has'],
  ...['Array.prototype.some', 'window.IDBIndex', 'window.Proxy'],
])
  test(`${method} replaced before anything is stored: it answers, and no error is the page’s`, async ({
    page,
    site,
  }) => {
    serveTag(site, config);
    site.serve('/', replacing(method));
    await page.goto(site.origin);
    // it answers or fails, in its own time: all that was to be stored was tried by then
    await page.evaluate(() => window.selvedge.export().then(String, String));
    await openToo(page);
    await expect(page.locator('h1')).toHaveText(/Original|Variant/);
  });

test('methods of WeakMap replaced once it has begun: it is stored all the same', async ({ page, site }) => {
  serveTag(site, config);
  site.serve('/', '<!doctype html><title>Maps</title><script src="/selvedge.js"></script><h1>Original</h1>');
  await enter(page, site.origin);
  await page.evaluate(() => {
    const { prototype } = WeakMap;
    prototype.get =
      prototype.set =
      prototype.has =
        () => {
          throw new Error('mine');
        };
    return window.selvedge.track('broken');
  });
  await enter(page, site.origin);
  const events = await page.evaluate(async () => (await window.selvedge.export()).events);
  expect(events.map(({ name }) => name)).toContain('broken');
});

test('Reflect gone after the tag: the page’s data layer pushes, and a denial in the queue is heard', async ({
  page,
  site,
}) => {
  serveTag(site, config);
  site.serve(
    '/',
    `<!doctype html><title>Reflect</title><script>dataLayer = [{ event: 'first' }]</script><script src="/selvedge.js"></script>
    <script>window.Reflect = undefined; window.pushed = dataLayer.push({ event: 'second' }); selvedge.q.push(['consent', 'denied']);</script><h1>Original</h1>`,
  );
  await page.goto(site.origin);
  expect(await page.evaluate(() => window.pushed)).toBe(2);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('selvedge')))
    .toContain('"consent":"denied"');
});
