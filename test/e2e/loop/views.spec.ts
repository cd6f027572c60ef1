// What is a page view of its own and what is not, with the Navigation API and without it, whoever wraps the history.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Condition } from '../../../shared/schema/condition.ts';
import { call, enter, eventNames, eventsOf, exported } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';

const viewsOf = async (page: Page) => (await eventsOf(page, 'page_view')).map(({ props }) => props.path);

/** Each act runs in a task of its own, and the page is given the time for a view after it. */
const ACTS: [fact: string, act: string, views: string[]][] = [
  ['a query tidied away', "history.replaceState(history.state, '', location.pathname)", []],
  ['a slider', "for (let i = 0; i < 5; i++) history.replaceState(null, '', '?max=' + i)", []],
  ['the address it has, pushed', "history.pushState({ modal: 1 }, '', location.href)", []],
  ['another query, pushed', "history.pushState(null, '', '?page=2')", ['/']],
  ['the same query in other letters', "history.pushState(null, '', '?%70age=2')", []],
  ['a fragment', "location.hash = 'top'", []],
  ['another path', "history.pushState(null, '', '/tents/')", ['/tents/']],
  ['another path by replacing', "history.replaceState(null, '', '/gr%c3%b6%c3%9fe')", ['/größe']],
  ['the same path in other letters', "history.replaceState(null, '', '/gr%C3%B6%C3%9Fe')", []],
  [
    'several in a task, of the last',
    "history.pushState(null, '', '/login'); history.replaceState(null, '', '/home?x=1'); history.replaceState(null, '', '/home')",
    ['/home'],
  ],
  ['there and back in a task', "history.pushState(null, '', '/b'); history.pushState(null, '', '/home')", []],
  [
    'a pushed query, tidied at once',
    "history.pushState(null, '', '?x=1'); history.replaceState(null, '', '/home')",
    [],
  ],
  ['parameters of a segment', "history.pushState(null, '', '/home;jsessionid=A1B2')", []],
  ['an empty route put there by a router', "history.replaceState(null, '', '/app/')", ['/app/']],
  ['a route', "location.hash = '#/settings'", ['/app/#/settings']],
  ['a route in an old notation', "location.hash = '#!a%20b'", ['/app/#!a b']],
  ['the query of a route, replaced', "history.replaceState(null, '', '#!a%20b?sort=1')", []],
  ['the query of a route, pushed', "history.pushState(null, '', '#!a%20b?sort=2')", ['/app/#!a b']],
  ['a preview link is no route', "history.replaceState(null, '', '/app/#about')", ['/app/']],
  ['by the prototype', "History.prototype.pushState.call(history, null, '', '/proto')", ['/proto']],
  ['back', 'history.back()', ['/app/']],
  ['forward', 'history.forward()', ['/proto']],
  [
    'below a base',
    "document.head.append(Object.assign(document.createElement('base'), { href: '/base/' })); history.pushState(null, '', 'relative')",
    ['/base/relative'],
  ],
];

const withoutApi = '<script>Object.defineProperty(window, "navigation", { value: undefined });</script>';
/** As some analytics do it: a wrapper of their own on the object, over what they found. */
const wrapper =
  '<script>for (const m of ["pushState", "replaceState"]) { const was = history[m]; history[m] = function () { window.wrapped = true; return was.apply(this, arguments); }; }</script>';
const named = '<script>addEventListener("DOMContentLoaded", () => 0)</script>';

const wrapped = longInFirefox('a wrapped history is the same code');
for (const [name, before, after] of [
  ['with the Navigation API where there is one', '', ''],
  ['without it', withoutApi, ''],
  ['without it, a router having wrapped the history before', withoutApi + wrapper, ''],
  ['without it, a router wrapping the history after', withoutApi, wrapper],
  ['the page using its name', withoutApi.replace('undefined', 'document.createElement("nav")'), named],
] as const)
  test(`page views ${name}`, /^with|^without it$/.test(name) ? {} : wrapped, async ({ page, site }) => {
    serveTag(site, configOf());
    const shell = pageWith('<h1>Home</h1>')
      .replace('<script', `${before}<script`)
      .replace('</head>', `${after}</head>`);
    for (const path of ['/', '/tents/']) site.serve(path, shell);
    await enter(page, `${site.origin}/?utm_source=news#x`);
    const expected = ['/'];
    for (const [fact, act, views] of ACTS) {
      await page.evaluate(
        (act) =>
          new Promise<void>((resolve) => {
            const script = document.createElement('script');
            script.textContent = act;
            document.head.append(script);
            // a traversal takes a while; two frames later every view has been entered
            const done = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
            if (/back|forward/.test(act)) addEventListener('popstate', done, { once: true });
            else done();
          }),
        act,
      );
      expected.push(...views);
      await expect.poll(() => viewsOf(page), fact).toEqual(expected);
    }
  });

test('a page that tidies its address keeps what it shows, and where its visitor came from', async ({
  page,
  site,
}) => {
  serveTag(
    site,
    configOf({
      experiences: [
        experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'From the news' }], {
          pages: ['/?utm_source=*'],
        }),
      ],
    }),
  );
  site.serve(
    '/',
    pageWith(
      "<h1>Home</h1><script>history.replaceState(null, '', '/');</script><script type=module>history.replaceState(null, '', '/?');</script>",
    ),
  );
  await enter(page, `${site.origin}/?utm_source=news`);
  await expect(page.getByRole('heading', { name: 'From the news' })).toBeVisible();
  await expect.poll(() => eventNames(page)).toEqual(['visit_start', 'page_view', 'exposure']);
  const { events } = await exported(page);
  expect(events[0]?.props.source).toBe('news');
});

test('an address is the same for patterns, facts and history, however it is written', async ({
  page,
  site,
}) => {
  const is = { $startsWith: '/חנות/' };
  const encoded = { $startsWith: '/%d7%97%D7%A0%d7%95%D7%AA/' };
  const segment = (id: string, when: Condition) => ({ id, name: id, when });
  serveTag(
    site,
    configOf({
      topics: [{ topic: 'tents', pages: ['/%D7%97%d7%a0%D7%95%d7%aa/*'] }],
      segments: [
        segment('here', { kind: 'context', key: 'path', is }),
        segment('here encoded', { kind: 'context', key: 'path', is: encoded }),
        segment('viewed', { kind: 'count', event: 'page_view', where: { path: is }, is: { $gte: 1 } }),
        segment('viewed encoded', {
          kind: 'count',
          event: 'page_view',
          where: { path: encoded },
          is: { $gte: 1 },
        }),
        segment('topic', { kind: 'interest', topic: 'tents', share: { $gt: 0 } }),
        segment('landed', { kind: 'first', event: 'visit_start', of: 'landing', is: '/חנות/אוהל' }),
      ],
      goals: [{ id: 'shop', name: 'shop', event: 'page_view', where: { path: encoded } }],
      experiences: [
        experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }], {
          pages: ['/חנות/*'],
        }),
      ],
    }),
  );
  const plain = '/חנות/אוהל';
  const all = ['here', 'here encoded', 'viewed', 'viewed encoded', 'topic', 'landed'];
  for (const path of [
    encodeURI(plain),
    encodeURI(plain).toLowerCase(),
    `${encodeURI(plain)};jsessionid=A1B2`,
  ]) {
    site.serve(path, pageWith('<h1>Original</h1>'));
    await enter(page, site.origin + path);
    await expect(page.getByRole('heading', { name: 'Variant' }), path).toBeVisible();
    expect(await call(page, 'segments'), path).toEqual(all);
  }
  expect(await viewsOf(page)).toEqual([plain, plain, plain]);
});

test('a redirect keeps the query and the fragment', async ({ page, site }) => {
  serveTag(
    site,
    configOf({
      experiences: [
        experienceOf('everyone', [{ kind: 'redirect', url: '/other' }], { id: 'one', pages: ['/one'] }),
        experienceOf('everyone', [{ kind: 'redirect', url: '/other?a=1#own' }], {
          id: 'two',
          pages: ['/two'],
        }),
      ],
    }),
  );
  for (const path of ['/one', '/two', '/other']) site.serve(path, pageWith('<h1>Home</h1>'));
  await page.goto(`${site.origin}/one?utm_source=x#offer`);
  await page.waitForURL('**/other?utm_source=x#offer');
  await page.goto(`${site.origin}/two?a=2#offer`);
  await page.waitForURL('**/other?a=1#own');
});

test('only the first view of a page that was not there is one; #selvedge-privacy opens the view by address too', async ({
  page,
  site,
}) => {
  serveTag(site, configOf());
  site.serve('/', pageWith('<h1>Home</h1>'));
  site.serve('/gone', { status: 404, body: pageWith('<h1>Gone</h1>') });
  site.serve('/selvedge-panel.js', readFileSync('dist/selvedge-panel.js', 'utf8'));
  await page.goto(`${site.origin}/gone#selvedge-privacy`);
  const view = page.locator('selvedge-privacy');
  // before it is open it hears no key
  await expect(view.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  for (const path of ['/a', '/b', '/gone'])
    await page.evaluate((to) => history.pushState(null, '', to), path);
  await page.evaluate(() => history.pushState(null, '', '/last'));
  await expect.poll(async () => (await viewsOf(page)).length).toBeGreaterThan(1);
  expect((await eventNames(page)).filter((name) => /not_found/.test(name))).toHaveLength(1);
  await page.evaluate(() => location.replace('#selvedge-privacy'));
  await expect(view).toHaveCount(1);
});

test('a page that was not there is that too for whoever denies on it and then grants, and for nobody after it', async ({
  page,
  site,
}) => {
  serveTag(site, configOf());
  site.serve('/gone', { status: 404, body: pageWith('<h1>Gone</h1>') });
  await enter(page, `${site.origin}/gone`);
  const missing = async () => (await eventNames(page)).filter((name) => /not_found/.test(name)).length;
  expect(await missing()).toBe(1);
  const turn = async () => {
    await page.evaluate(() => window.selvedge.optOut());
    expect(await missing()).toBe(0);
    await page.evaluate(() => window.selvedge.optIn());
  };
  await turn();
  expect(await missing()).toBe(1);
  await turn();
  expect(await missing()).toBe(1);
  await page.evaluate(() => history.pushState(null, '', '/there'));
  await expect.poll(async () => (await viewsOf(page)).length).toBe(2);
  await turn();
  expect(await missing()).toBe(0);
});
