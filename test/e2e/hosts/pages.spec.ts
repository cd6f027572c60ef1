// Pages that swap, restore or re-render their own parts with real libraries: htmx, Turbo, Alpine, Preact, a
// hand-written router. Changes come back with each new part, and none is frozen into what the page keeps.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { buildSync } from 'esbuild';
import type { PageChange } from '../../../shared/dom/claim.ts';
import { expect, test } from '../../support/test.ts';
import { type Lab, labHead, seen } from '../dom/lab.ts';

declare global {
  interface Window {
    /** shows another part, as each host does it */
    go(...given: unknown[]): unknown;
    Turbo: { visit(path: string): unknown };
  }
}

declare const lab: Lab;

const t = (css: string) => ({ css });

const changes: PageChange[] = [
  { kind: 'text', target: t('h1'), value: 'New' },
  { kind: 'html', target: t('p.a'), value: '<b>New</b>' },
  { kind: 'text', target: t('button.b'), value: 'Press' },
  { kind: 'attribute', target: t('.b'), name: 'title', value: 'new' },
  { kind: 'class', target: t('.b'), add: ['ours'] },
  { kind: 'link', target: t('.c'), href: '/new' },
  { kind: 'image', target: t('.d'), src: '/new.svg' },
  { kind: 'style', target: t('h1'), properties: { color: 'rgb(1, 2, 3)' } },
  { kind: 'hide', target: t('.gone') },
  { kind: 'insert', target: t('h1'), position: 'after', html: '<i>Ours</i>' },
  { kind: 'move', target: t('.m'), to: t('h1'), position: 'before' },
  { kind: 'css', value: '.b { color: rgb(4, 5, 6) }' },
];

/** One part of a page: every kind of target once. */
const part = (n: number) =>
  `<h1>Title ${n}</h1><p class="a">Text ${n}</p><button class="b" title="old">Go ${n}</button><a class="c" href="/old">Link</a><img class="d" src="/old.svg" alt=""><span class="gone">Gone</span><div class="m">Moved ${n}</div>`;

const shown = (n: number) => `Moved ${n}NewOursNewPressLink`;
const original = (n: number) => `Title ${n}Text ${n}Go ${n}LinkGoneMoved ${n}`;

const state = (page: Page) =>
  page.evaluate(() => {
    const $ = <E extends HTMLElement>(css: string) => document.querySelector<E>(`#part ${css}`)!;
    return [
      $('.b').title,
      $('.b').className,
      $<HTMLAnchorElement>('.c').pathname,
      $('.d').getAttribute('src'),
      getComputedStyle($('h1')).color,
    ].join();
  });

const changed = 'new,b ours,/new,/new.svg,rgb(1, 2, 3)';

/** Ids of the part in the page, with its text in order; each host has one element `#part`. */
const text = (page: Page) => seen(page, '#part');

interface Host {
  name: string;
  script(): string;
  head?: string;
  body: string;
  /** Shows part `n` in the page. */
  go(page: Page, n: number): Promise<unknown>;
  /** Goes back to the part before. */
  back?: (page: Page) => Promise<unknown>;
}

const file = (path: string) => readFileSync(`node_modules/${path}`, 'utf8');

const preact = () =>
  buildSync({
    stdin: {
      resolveDir: process.cwd(),
      contents: `import { h, hydrate, render } from 'preact';
        const App = ({ n }) => [h('h1', null, 'Title ', n), h('p', { class: 'a' }, 'Text ', n), h('button', { class: 'b', title: 'old' }, 'Go ', n), h('a', { class: 'c', href: '/old' }, 'Link'), h('img', { class: 'd', src: '/old.svg', alt: '' }), h('span', { class: 'gone' }, 'Gone'), h('div', { class: 'm' }, 'Moved ', n)];
        addEventListener('DOMContentLoaded', () => hydrate(h(App, { n: 1 }), document.getElementById('part')));
        window.go = (n) => render(h(App, { n }), document.getElementById('part'));`,
    },
    bundle: true,
    write: false,
    format: 'iife',
  }).outputFiles[0]?.text ?? '';

const hosts: Host[] = [
  {
    name: 'htmx swaps the part',
    script: () => file('htmx.org/dist/htmx.min.js'),
    body: `<main id="part">${part(1)}</main>${[1, 2, 3].map((n) => `<u id="go${n}" hx-get="/part/${n}" hx-target="#part" hx-swap="innerHTML">go</u>`).join('')}`,
    go: (page, n) => page.click(`#go${n}`),
  },
  {
    name: 'htmx replaces the part itself',
    script: () => file('htmx.org/dist/htmx.min.js'),
    body: `<main id="part">${part(1)}</main>${[1, 2, 3].map((n) => `<u id="go${n}" hx-get="/whole/${n}" hx-target="#part" hx-swap="outerHTML">go</u>`).join('')}`,
    go: (page, n) => page.click(`#go${n}`),
  },
  {
    name: 'Turbo visits, and restores from its own snapshots',
    script: () => file('@hotwired/turbo/dist/turbo.es2017-umd.js'),
    body: `<main id="part">${part(1)}</main>`,
    go: (page, n) => page.evaluate((to) => window.Turbo.visit(`/turbo/${to}`), n),
    back: (page) => page.evaluate(() => history.back()),
  },
  {
    name: 'Alpine renders the part from data',
    script: () => `addEventListener('DOMContentLoaded', () => { ${file('alpinejs/dist/cdn.min.js')} });
      window.go = (n) => { document.getElementById('part')._x_dataStack[0].n = n };`,
    body: `<main id="part" x-data="{ n: 1 }"><h1 x-text="'Title ' + n"></h1><p class="a" x-text="'Text ' + n"></p><button class="b" title="old" x-text="'Go ' + n"></button><a class="c" :href="n ? '/old' : ''">Link</a><img class="d" :src="'/old.svg'" alt=""><span class="gone">Gone</span><div class="m" x-text="'Moved ' + n"></div></main>`,
    go: (page, n) => page.evaluate((to) => window.go(to), n),
  },
  {
    name: 'Preact hydrates and re-renders',
    script: preact,
    // a usual container: what is hydrated under an unusual name is not recognized
    body: `<div id="app"><main id="part">${part(1)}</main></div>`,
    go: (page, n) => page.evaluate((to) => window.go(to), n),
  },
  {
    name: 'a router writes innerHTML',
    script: () => 'window.go = (html) => { document.getElementById("part").innerHTML = html }',
    body: `<main id="part">${part(1)}</main>`,
    go: (page, n) => page.evaluate((html) => window.go(html), part(n)),
  },
  {
    name: 'a router replaces whole subtrees, reusing old ones',
    script: () => `const kept = new Map(); window.go = (n, html) => {
        const old = document.getElementById('part');
        kept.set(old.dataset.n, old);
        let next = kept.get(String(n));
        if (!next) { next = document.createElement('main'); next.id = 'part'; next.dataset.n = n; next.innerHTML = html; }
        old.replaceWith(next);
      }`,
    body: `<main id="part" data-n="1">${part(1)}</main>`,
    go: (page, n) => page.evaluate(([to, html]) => window.go(to, html), [n, part(n)] as const),
  },
  {
    name: 'a page that morphs by cloning itself',
    script: () => `window.go = (html) => {
        const old = document.getElementById('part');
        const next = old.cloneNode(true);
        old.replaceWith(next);
        next.innerHTML = html;
      }`,
    body: `<main id="part">${part(1)}</main>`,
    go: (page, n) => page.evaluate((html) => window.go(html), part(n)),
  },
];

for (const host of hosts) {
  test(host.name, async ({ page, site }) => {
    for (const name of ['/old.svg', '/new.svg'])
      site.serve(name, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    site.serve('/host.js', host.script());
    const head = labHead(site, changes);
    const make = (body: string) =>
      `<!doctype html><html><head><title>Host</title>${head}<script src="/host.js"></script></head><body>${body}</body></html>`;
    site.serve('/', make(host.body));
    for (const n of [1, 2, 3]) {
      site.serve(`/part/${n}`, part(n));
      site.serve(`/whole/${n}`, `<main id="part">${part(n)}</main>`);
      site.serve(`/turbo/${n}`, make(`<main id="part">${part(n)}</main>`));
    }
    await page.goto(site.origin);
    await expect.poll(() => text(page)).toBe(shown(1));
    await expect.poll(() => state(page)).toBe(changed);
    for (const n of [2, 3, 1]) {
      await host.go(page, n);
      await expect.poll(() => text(page), `part ${n}`).toBe(shown(n));
      await expect.poll(() => state(page)).toBe(changed);
    }
    if (host.back) {
      await host.back(page);
      await expect.poll(() => text(page), 'back').toBe(shown(3));
    }
    await page.evaluate(() => lab.stop());
    await expect.poll(() => text(page), 'reverted').toBe(original(host.back ? 3 : 1));
    expect(await state(page)).toBe('old,b,/old,/old.svg,rgb(0, 0, 0)');
    expect(await page.evaluate(() => document.querySelectorAll('[data-selvedge]').length)).toBe(0);
    await host.go(page, 2);
    await expect.poll(() => text(page), 'after revert').toBe(original(2));
    expect(await page.evaluate(() => lab.problems)).toEqual([]);
  });
}
