// Who gets what, when, how often; and how the page goes back to what it was.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import type { Trigger } from '../../../shared/schema/experience.ts';
import { holdTimers } from '../../support/hold-timers.ts';
import { call } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, tagWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const text = (value: string, css = 'h1') => ({ kind: 'text' as const, target: { css }, value });
const exposures = async (page: Page) =>
  (await call(page, 'export')).events.filter(({ name }) => name === 'exposure').map(({ props }) => props);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const serve = (site: Site, parts: Partial<Config>, body = '<h1>Original</h1>') => {
  site.serve('/selvedge.js', tagWith(configOf(parts)));
  site.serve('/', pageWith(body));
  site.serve('/other', pageWith('<h1>Other</h1>'));
};

test('holdout is decided first: the original, counted', async ({ page, site }) => {
  serve(site, { experiences: [experienceOf('everyone', [text('Variant')], { holdout: 1 })] });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(await call(page, 'experiences')).toEqual([
    { id: 'for-everyone', outcome: 'holdout', reason: expect.any(String) },
  ]);
  await expect
    .poll(() => exposures(page))
    .toEqual([{ experience: 'for-everyone', outcome: 'holdout', segment: 'everyone' }]);
});

test('a holdout whose element is not on the page is not counted, as a variant would not be', async ({
  page,
  site,
}) => {
  serve(site, {
    experiences: [
      experienceOf('everyone', [text('Variant', '.absent')], { id: 'held', holdout: 1 }),
      experienceOf('everyone', [text('Variant', '.absent')], { id: 'shown' }),
      experienceOf('everyone', [text('Variant')], { id: 'real' }),
    ],
  });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await expect
    .poll(() => exposures(page))
    .toEqual([{ experience: 'real', outcome: 'variant', variant: 'v', segment: 'everyone' }]);
});

test('weights split the visitors of one segment; the answer stays', async ({ page, site }) => {
  const arm = (id: string) => ({ id, name: id, segment: 'everyone', weight: 1, changes: [text(id)] });
  serve(site, { experiences: [experienceOf('everyone', [], { variants: [arm('a'), arm('b')] })] });
  await page.goto(site.origin);
  const variant = String((await call(page, 'experiences'))[0]?.variant);
  expect(['a', 'b']).toContain(variant);
  for (const _again of [1, 2]) {
    await page.goto(site.origin);
    await expect(heading(page)).toHaveAccessibleName(variant);
  }
});

test('frequency: twice a visit, then the original; a new visit begins anew', async ({
  page,
  site,
  travel,
}) => {
  serve(site, {
    experiences: [experienceOf('everyone', [text('Variant')], { frequency: { times: 2, per: 'visit' } })],
  });
  for (const shown of ['Variant', 'Variant', 'Original', 'Original']) {
    await page.goto(site.origin);
    await expect(heading(page)).toHaveAccessibleName(shown);
    await page.evaluate(() => window.selvedge.ready);
  }
  await travel('31m');
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Variant');
});

test('schedule: before, within, after', async ({ page, site }) => {
  const day = (by: number) => new Date(Date.now() + by * 864e5).toISOString().replace('Z', '+00:00');
  serve(
    site,
    {
      experiences: [
        experienceOf('everyone', [text('Variant', '#before')], { id: 'a', schedule: { from: day(1) } }),
        experienceOf('everyone', [text('Variant', '#within')], {
          id: 'b',
          schedule: { from: day(-1), to: day(1) },
        }),
        experienceOf('everyone', [text('Variant', '#after')], { id: 'c', schedule: { to: day(-1) } }),
        experienceOf('everyone', [text('Variant', '#paused')], { id: 'd', status: 'paused' }),
      ],
    },
    '<h1 id="before">Original</h1><h1 id="within">Original</h1><h1 id="after">Original</h1><h1 id="paused">Original</h1>',
  );
  await page.goto(site.origin);
  for (const [id, shown] of [
    ['before', 'Original'],
    ['within', 'Variant'],
    ['after', 'Original'],
    ['paused', 'Original'],
  ])
    await expect(page.locator(`#${id}`)).toHaveAccessibleName(shown!);
});

for (const [kind, trigger, act] of [
  ['event', { kind: 'event', event: 'share' }, (page: Page) => call(page, 'track', 'share')],
  ['scroll', { kind: 'scroll', share: 0.6 }, (page: Page) => page.mouse.wheel(0, 1e4)],
  ['time', { kind: 'time', after: '1s' }, async () => {}],
  ['idle', { kind: 'idle', after: '1s' }, async () => {}],
  [
    'exit',
    { kind: 'exit' },
    (page: Page) =>
      page.evaluate(
        () =>
          void document.documentElement.dispatchEvent(
            new MouseEvent('mouseout', { bubbles: true, clientY: -1 }),
          ),
      ),
  ],
] as [string, Trigger, (page: Page) => Promise<unknown>][])
  test(`trigger ${kind}: the original until it fires, then the variant`, async ({ page, site }) => {
    serve(
      site,
      { experiences: [experienceOf('everyone', [text('Variant')], { trigger })] },
      '<h1 style="position:fixed">Original</h1><div style="height:4000px"></div>',
    );
    await page.goto(site.origin);
    expect((await call(page, 'experiences'))[0]).toMatchObject({ outcome: 'original' });
    if (kind !== 'time' && kind !== 'idle') await expect(heading(page)).toHaveAccessibleName('Original');
    await page.mouse.move(100, 100);
    await act(page);
    await expect(heading(page)).toHaveAccessibleName('Variant');
    await expect.poll(() => exposures(page)).toHaveLength(1);
  });

test('live: re-decided when an event changes the answer; not live: at the next page view', async ({
  page,
  site,
}) => {
  serve(
    site,
    {
      segments: [{ id: 'sharer', name: 'sharer', when: { kind: 'count', event: 'share', is: { $gte: 1 } } }],
      experiences: [
        experienceOf('sharer', [text('Now')], { id: 'now', live: true }),
        experienceOf('sharer', [text('Later', 'h2')], { id: 'later' }),
      ],
    },
    '<h1>Original</h1><h2>Original</h2>',
  );
  await page.goto(site.origin);
  await call(page, 'track', 'share');
  await expect(heading(page)).toHaveAccessibleName('Now');
  await expect(page.locator('h2')).toHaveAccessibleName('Original');
  await page.goto(site.origin);
  await expect(page.locator('h2')).toHaveAccessibleName('Later');
});

test('a live experience ends at the very moment its window does, and says so', async ({
  page,
  site,
  travel,
}) => {
  const fire = await holdTimers(page);
  serve(site, {
    segments: [
      {
        id: 'fresh',
        name: 'fresh',
        when: { kind: 'count', event: 'page_view', is: { $gte: 1 }, within: '10m' },
      },
    ],
    experiences: [experienceOf('fresh', [text('Fresh')], { live: true })],
  });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Fresh');
  await page.evaluate(() => {
    window.selvedge.on('segments', (detail: unknown) => {
      document.title = JSON.stringify(detail);
    });
  });
  await travel('9m');
  await fire();
  await expect(heading(page)).toHaveAccessibleName('Fresh');
  await travel('1m');
  await fire();
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(JSON.parse(await page.title())).toEqual({ segments: [], entered: [], left: ['fresh'] });
});

test('segments are told when they change: not by a page view in the page, but by all that erases', async ({
  context,
  page,
  site,
}) => {
  serve(site, {
    segments: [
      { id: 'reader', name: 'reader', when: { kind: 'count', event: 'page_view', is: { $gte: 1 } } },
    ],
  });
  const told = (on: Page) => on.evaluate(() => window.told);
  const listen = () => {
    window.told = [];
    window.selvedge.on('segments', (detail: unknown) => window.told.push(detail));
  };
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto(site.origin);
    await each.evaluate(() => window.selvedge.ready);
    expect(await each.evaluate(() => window.selvedge.segments())).toEqual(['reader']);
    await each.evaluate(listen);
  }
  await page.evaluate(() => history.pushState({}, '', '/?next'));
  await page.waitForFunction(async () => {
    const { events } = await window.selvedge.export();
    return events.filter(({ name }: { name: string }) => name === 'page_view').length === 3;
  });
  expect(await told(page)).toEqual([]);
  const left = [{ segments: [], entered: [], left: ['reader'] }];
  await page.evaluate(() => window.selvedge.optOut());
  expect(await told(page)).toEqual(left);
  await expect.poll(() => told(other)).toEqual(left);
});

test('redirect: same site, once a visit, the query is kept, and it is counted', async ({ page, site }) => {
  serve(site, {
    experiences: [experienceOf('everyone', [{ kind: 'redirect', url: '/other?a=1' }], { pages: ['/'] })],
  });
  await page.goto(`${site.origin}/?utm_source=x&a=2`);
  await page.waitForURL('**/other?*');
  expect(new URL(page.url()).search).toBe('?a=1&utm_source=x');
  await page.evaluate(() => window.selvedge.ready);
  expect(await exposures(page)).toEqual([
    { experience: 'for-everyone', outcome: 'variant', variant: 'v', segment: 'everyone' },
  ]);
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
});

test('two redirects that point at each other end', async ({ page, site }) => {
  serve(site, {
    experiences: [
      experienceOf('everyone', [{ kind: 'redirect', url: '/other' }], { id: 'a', pages: ['/'] }),
      experienceOf('everyone', [{ kind: 'redirect', url: '/' }], { id: 'b', pages: ['/other'] }),
    ],
  });
  await page.goto(site.origin);
  await page.evaluate(() => window.selvedge.ready);
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(site.requests.filter((line: string) => /GET \/(other)?$/.test(line)).length).toBeLessThanOrEqual(3);
});

test('tokens are filled as text', async ({ page, site }) => {
  serve(site, {
    experiences: [
      experienceOf('everyone', [
        text('Hi {{trait.name|there}} from {{context.query.city | nowhere}}{{trait.list|!}}'),
      ]),
    ],
  });
  await page.goto(`${site.origin}/?city=<b>Oslo</b>`);
  await expect(heading(page)).toHaveAccessibleName('Hi there from <b>Oslo</b>!');
  await call(page, 'set', { name: 'Ada', list: ['x'] });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Hi Ada from nowhere!');
});

test('the queue before the tag counts for the first decision', async ({ page, site }) => {
  serve(site, {
    segments: [{ id: 'ada', name: 'ada', when: { kind: 'trait', key: 'name', is: 'Ada' } }],
    experiences: [experienceOf('ada', [text('Ada')])],
  });
  site.serve(
    '/',
    pageWith('<h1>Original</h1>').replace(
      '<script',
      '<script>selvedge = { q: [["set", { name: "Ada" }], ["track", "share"]] }</script><script',
    ),
  );
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Ada');
  expect((await call(page, 'export')).events.map(({ name }) => name)).toContain('share');
  // code written for the queue goes on working once the tag is there
  await page.evaluate(() => window.selvedge.q.push(['track', 'login']));
  expect((await call(page, 'export')).events.map(({ name }) => name)).toContain('login');
});

test('standby gives the page back, byte for byte; resume applies again', async ({ page, site }) => {
  serve(
    site,
    {
      experiences: [
        experienceOf('everyone', [
          text('Variant'),
          { kind: 'attribute', target: { css: 'img' }, name: 'alt', value: 'Changed' },
          { kind: 'hide', target: { css: 'p' } },
          { kind: 'insert', target: { css: 'p' }, position: 'after', html: '<aside>New</aside>' },
        ]),
      ],
    },
    '<h1>Original</h1><img alt="x" src="data:,"><p>Text</p>',
  );
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await expect(page.locator('aside')).toBeVisible();
  await page.evaluate(() => void document.dispatchEvent(new CustomEvent('selvedge:standby')));
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(
    '<body><h1>Original</h1><img alt="x" src="data:,"><p>Text</p></body>',
  );
  const before = (await call(page, 'export')).events.length;
  await call(page, 'track', 'share');
  await page.evaluate(() => void document.dispatchEvent(new CustomEvent('selvedge:resume')));
  await expect(heading(page)).toHaveAccessibleName('Variant');
  const { events } = await call(page, 'export');
  expect(events.map(({ name }) => name)).not.toContain('share');
  expect(events.filter(({ name }) => name === 'page_view')).toHaveLength(1);
  expect(events.length).toBeGreaterThanOrEqual(before);
});

test('under preview the tag neither applies nor records', async ({ page, site }) => {
  serve(site, { experiences: [experienceOf('everyone', [text('Variant')])] });
  // a blank page has no storage to set
  await page.addInitScript(
    () => location.protocol === 'http:' && sessionStorage.setItem('selvedge:preview', '1'),
  );
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
  await call(page, 'track', 'share');
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('an in-page navigation reverts at once and applies what is for the new page', async ({ page, site }) => {
  serve(site, {
    experiences: [
      experienceOf('everyone', [text('Home')], { id: 'home', pages: ['/'] }),
      experienceOf('everyone', [text('Tents')], { id: 'tents', pages: ['/tents'] }),
    ],
  });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Home');
  const atOnce = await page.evaluate(() => {
    history.pushState({}, '', '/tents');
    return document.querySelector('h1')!.shadowRoot?.textContent ?? '';
  });
  expect(atOnce).toBe('');
  await expect(heading(page)).toHaveAccessibleName('Tents');
  await page.evaluate(() => history.pushState({}, '', '/none'));
  await expect(heading(page)).toHaveAccessibleName('Original');
});

test('without JavaScript, or with the script blocked, the page is the original', async ({
  browser,
  browserName,
  page,
  site,
}) => {
  serve(site, { experiences: [experienceOf('everyone', [text('Variant')])] });
  await page.route('**/selvedge.js', (route) => route.abort());
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
  // a second context of stock Firefox runs scripts all the same
  if (browserName === 'firefox') return;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(site.origin);
  await expect(still.getByRole('heading')).toHaveAccessibleName('Original');
  await context.close();
});
