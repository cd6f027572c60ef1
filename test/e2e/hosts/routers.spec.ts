// Single-page apps with their real routers, under the tag as an owner serves it: what a page's experience changed
// is gone with the page, and back with it, however the visitor moves.

import type { Page } from '@playwright/test';
import { buildSync } from 'esbuild';
import { recordFrames } from '../../support/frames.ts';
import { enter } from '../../support/page-api.ts';
import { configOf, experienceOf, isInTwo, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { seen } from '../dom/lab.ts';

declare const host: { errors: string[]; go(path: string): void };

const t = (css: string) => ({ css });

/** Each page has a headline, words and a button of its own; the header is shared by all. */
const config = configOf({
  experiences: ['one', 'two'].map((name) =>
    experienceOf(
      'everyone',
      [
        { kind: 'text', target: t('h1'), value: `New ${name}` },
        { kind: 'html', target: t('.words'), value: `<b>Words ${name}</b>` },
        { kind: 'text', target: t('.go'), value: `Press ${name}` },
        { kind: 'insert', target: t('h1'), position: 'after', html: `<i>Note ${name}</i>` },
        { kind: 'class', target: t('header'), add: [`on-${name}`] },
        { kind: 'attribute', target: t('header'), name: 'title', value: name },
        { kind: 'style', target: t('header'), properties: { color: name === 'one' ? 'red' : 'blue' } },
        { kind: 'hide', target: t('.gone') },
      ],
      { id: name, pages: [`/${name}`] },
    ),
  ),
});

const script = (source: string) =>
  buildSync({
    stdin: {
      resolveDir: process.cwd(),
      contents: `const host = (window.host = { errors: [] });
        for (const level of ['error', 'warn']) {
          const was = console[level];
          console[level] = (...all) => { host.errors.push(all.join(' ')); was.apply(console, all); };
        }
        const load = async (name) => (await fetch('/data/' + name)).text();
        ${source}`,
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  }).outputFiles[0]?.text ?? '';

const routers: [name: string, source: string][] = [
  [
    'React Router, with loaders',
    `import { createElement as h } from 'react';
     import { createRoot } from 'react-dom/client';
     import { createBrowserRouter, Outlet, useLoaderData } from 'react-router';
     import { RouterProvider } from 'react-router/dom';
     const Part = () => { const name = useLoaderData(); return h('main', null, h('h1', null, 'ORIGINAL ', name),
       h('p', { className: 'words' }, 'ORIGINAL ', name), h('button', { className: 'go' }, 'ORIGINAL ', name), h('p', { className: 'gone' }, 'Gone ', name)); };
     const Shell = () => [h('header', { key: 1 }, 'Shop'), h(Outlet, { key: 2 })];
     const page = (name) => ({ path: name, Component: Part, loader: () => load(name), HydrateFallback: () => null });
     const router = createBrowserRouter([{ path: '/', Component: Shell, HydrateFallback: () => null, children: ['one', 'two', 'plain'].map(page) }]);
     host.go = (path) => router.navigate(path);
     createRoot(document.getElementById('root')).render(h(RouterProvider, { router }));`,
  ],
  [
    'Vue Router, with guards and one component for all',
    `import { createApp } from 'vue/dist/vue.esm-bundler.js';
     import { createRouter, createWebHistory } from 'vue-router';
     const Part = { props: ['name'], template: '<main><h1>ORIGINAL {{ name }}</h1><p class="words">ORIGINAL {{ name }}</p><button class="go">ORIGINAL {{ name }}</button><p class="gone">Gone {{ name }}</p></main>' };
     const router = createRouter({ history: createWebHistory(), routes: [{ path: '/:name', component: Part, props: true, beforeEnter: (to) => load(to.params.name).then(() => {}) }] });
     host.go = (path) => router.push(path);
     createApp({ template: '<header>Shop</header><router-view></router-view>' }).use(router).mount('#root');`,
  ],
];

const shown = (name: string) => `New ${name}Note ${name}Words ${name}Press ${name}`;
const plain = 'ORIGINAL plainORIGINAL plainORIGINAL plainGone plain';

const header = (page: Page) =>
  page.evaluate(() => {
    const { className, title } = document.querySelector('header')!;
    const { color } = getComputedStyle(document.querySelector('header')!);
    return [className, title, color].join();
  });
const changedHeader = (name: string) =>
  `on-${name},${name},${name === 'one' ? 'rgb(255, 0, 0)' : 'rgb(0, 0, 255)'}`;

for (const [name, source] of routers) {
  test(`${name}: each page has its own changes, and none of another's`, async ({ page, site }) => {
    serveTag(site, config);
    site.serve('/host.js', script(source));
    for (const part of ['one', 'two', 'plain']) {
      site.serve(`/data/${part}`, part);
      site.serve(
        `/${part}`,
        '<!doctype html><html><head><title>Host</title><script src="/selvedge.js"></script></head><body><div id="root"></div><script src="/host.js"></script></body></html>',
      );
    }
    const frames = await recordFrames(page);
    await page.goto(`${site.origin}/one`);
    const at = async (part: string) => {
      await expect.poll(() => seen(page, 'main'), part).toBe(part === 'plain' ? plain : shown(part));
      await expect
        .poll(() => header(page), part)
        .toBe(part === 'plain' ? ',,rgb(0, 0, 0)' : changedHeader(part));
      const left = part === 'plain' ? 0 : 2;
      expect(await page.evaluate(() => document.querySelectorAll('[data-selvedge]').length)).toBe(left);
      // it has been painted: what a frame shows of it next is what is being left
      await frames.settle();
    };
    await at('one');
    // until then a page of another address begins as it is served
    await untilShowing(page);
    for (const part of ['two', 'plain', 'one', 'plain', 'two']) {
      await page.evaluate((to) => host.go(`/${to}`), part);
      await at(part);
    }
    for (const part of ['plain', 'one']) {
      await page.evaluate(() => history.back());
      await at(part);
    }
    // a page left before it was there
    await page.evaluate(() => {
      host.go('/two');
      host.go('/plain');
    });
    await at('plain');
    await frames.settle();
    // Only what is being left may show its original: React Router changes the address first and renders a moment
    // later, and changes go with the address. What is entered never does.
    const texts = frames.list.map(({ text }) => text);
    for (const part of ['one', 'two']) {
      const entered = texts.filter(
        (text, index) => text.includes(`ORIGINAL ${part}`) && !texts[index - 1]?.includes(` ${part}`),
      );
      expect(entered).toEqual([]);
    }
    expect(await page.evaluate(() => host.errors)).toEqual([]);
  });
}

/** Waits for what hears clicks on changed links: a file of its own, which comes after the first paint. */
async function untilShowing(page: Page): Promise<void> {
  if (!isInTwo) return;
  const show = await page.waitForFunction(
    () => performance.getEntriesByType('resource').find(({ name }) => name.includes('selvedge-show'))?.name,
  );
  await page.evaluate(async (address) => void (await import(address!)), await show.jsonValue());
}

/** Hears clicks before the tag does, and has left the page before the tag hears them: as VitePress's router. */
const EARLY_ROUTER = `addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  event.preventDefault();
  const href = link.href;
  Promise.resolve().then(() => {
    history.pushState({}, '', href);
    setTimeout(() => { document.querySelector('main').textContent = 'Not a page of this app'; });
  });
}, { capture: true });`;

for (const [how, press] of [
  ['a click', (page: Page) => page.click('#go')],
  ['a key', (page: Page) => page.press('#go', 'Enter')],
] as const)
  test(`a changed link leads out of an app whose router was there first, by ${how}`, async ({
    page,
    site,
  }) => {
    serveTag(
      site,
      configOf({
        experiences: [
          experienceOf('everyone', [{ kind: 'link', target: t('#go'), href: '/target' }], {
            pages: ['/one'],
          }),
        ],
      }),
    );
    site.serve(
      '/one',
      `<!doctype html><html><head><title>App</title><script>${EARLY_ROUTER}</script><script src="/selvedge.js"></script></head>
       <body><main><a id="go" href="/two">Go</a> <a id="own" href="/two">Own</a></main></body></html>`,
    );
    site.serve(
      '/target',
      '<!doctype html><html><head><title>Target</title></head><body>Target</body></html>',
    );
    await enter(page, `${site.origin}/one`);
    await untilShowing(page);
    await press(page);
    await expect(page).toHaveTitle('Target');
    await page.goBack();
    await expect(page).toHaveTitle('App');
    await expect(page.locator('#go')).toHaveAttribute('href', '/target');
    // what no change leads elsewhere is the router's
    await page.click('#own');
    await expect(page.locator('main')).toHaveText('Not a page of this app');
    await expect(page).toHaveTitle('App');
  });

test('a press is for one click: what a script clicks on a later page is the router’s', async ({
  page,
  site,
}) => {
  serveTag(
    site,
    configOf({
      experiences: [
        experienceOf('everyone', [{ kind: 'link', target: t('#go'), href: '#part' }], { pages: ['/one'] }),
      ],
    }),
  );
  site.serve(
    '/one',
    `<!doctype html><html><head><title>App</title><script>${EARLY_ROUTER}</script><script src="/selvedge.js"></script></head>
       <body><a id="go" href="/two">Go</a><main id="part">Part</main></body></html>`,
  );
  await enter(page, `${site.origin}/one`);
  await untilShowing(page);
  await page.click('#go');
  await expect(page).toHaveURL(`${site.origin}/one#part`);
  await page.evaluate(() => history.pushState({}, '', '/later'));
  await expect(page.locator('#go')).toHaveAttribute('href', '/two');
  const passed = await page.evaluate(() => {
    document.querySelector<HTMLElement>('#go')?.click();
    // before the router goes on, in a microtask
    return location.href;
  });
  expect(passed).toBe(`${site.origin}/later`);
  await expect(page.locator('main')).toHaveText('Not a page of this app');
  await expect(page).toHaveURL(`${site.origin}/two`);
});

test('a frame that carries the tag too is changed by its own; the page around it is not', async ({
  page,
  site,
}) => {
  const text = (page_: string, value: string) =>
    experienceOf('everyone', [{ kind: 'text', target: t('h1'), value }], { id: value, pages: [page_] });
  serveTag(site, configOf({ experiences: [text('/', 'Outer'), text('/frame', 'Inner')] }));
  const make = (body: string) =>
    `<!doctype html><html><head><title>Page</title><script src="/selvedge.js"></script></head><body>${body}</body></html>`;
  site.serve('/', make('<h1>Old</h1><iframe src="/frame"></iframe>'));
  site.serve('/frame', make('<h1>Old</h1>'));
  await page.goto(site.origin);
  const read = () =>
    page.evaluate(() =>
      [document, document.querySelector('iframe')!.contentDocument!].map(
        (doc) => doc.querySelector('h1')?.shadowRoot?.textContent,
      ),
    );
  await expect.poll(read).toEqual(['Outer', 'Inner']);
  await page.evaluate(() => document.dispatchEvent(new Event('selvedge:standby')));
  expect(await read()).toEqual(['', 'Inner']);
});
