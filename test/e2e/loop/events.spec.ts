// What the tag records without being asked, what it reads from the page, and what it makes of time.

import type { Page } from '@playwright/test';
import type { VisitorEvent } from '../../../shared/engine/event.ts';
import type { Target } from '../../../shared/schema/target.ts';
import type { LedgerEvent } from '../../../snippet/remember/ledger.ts';
import { call, enter, eventsOf, exported, ready } from '../../support/page-api.ts';
import { readyClicks } from '../../support/ready-clicks.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { readStores } from '../trust/stores.ts';

const events = async (page: Page): Promise<VisitorEvent[]> => (await exported(page)).events;
const names = async (page: Page) => (await events(page)).map(({ name }) => name);

test.beforeEach(({ site }) => {
  serveTag(site, configOf({ topics: [{ topic: 'tents', pages: ['/tents/*'] }] }));
  site.serve('/', pageWith('<h1>Home</h1>'));
});

test('a first page: visit_start with its source, then page_view', async ({ page, site }) => {
  await page.goto(`${site.origin}/?utm_source=news&utm_medium=email&utm_campaign=spring#x`);
  const data = await exported(page);
  expect(data).toMatchObject({ version: 1, mode: 'stored', consent: 'implied', traits: {} });
  expect(data.seed).toMatch(/^[\da-f]{32}$/);
  expect(data.events).toEqual([
    {
      name: 'visit_start',
      at: data.firstSeenAt,
      day: expect.any(Number),
      props: { source: 'news', medium: 'email', campaign: 'spring', channel: 'email', landing: '/' },
    },
    { name: 'page_view', at: data.firstSeenAt, day: expect.any(Number), props: { path: '/', topics: [] } },
  ]);
});

test('what is exported is what the database holds', async ({ page, site }) => {
  await page.goto(site.origin);
  await call(page, 'track', 'share', { method: 'link' });
  const { databases } = await readStores(page);
  const { events: stored } = databases.selvedge as { events: LedgerEvent[] };
  expect(stored.map(({ id: _key, ...event }) => event)).toEqual(await events(page));
  expect(stored.map(({ name }) => name)).toEqual(['visit_start', 'page_view', 'share']);
});

test('a second page is the same visit; half an hour later it is a new one', async ({
  page,
  site,
  travel,
}) => {
  await enter(page, site.origin);
  await enter(page, `${site.origin}/?again`);
  // the minute is for a machine whose clock is set meanwhile; the limit itself is a row of engine/fold.test.ts
  await travel('31m');
  await page.goto(site.origin);
  const all = await events(page);
  const names = all.map(({ name }) => name).filter((name) => name !== 'engagement');
  expect(names, JSON.stringify(all)).toEqual([
    'visit_start',
    'page_view',
    'page_view',
    'visit_start',
    'page_view',
  ]);
});

test('a visit that begins in an open page is a visit like any other', async ({ page, site, travel }) => {
  await enter(page, site.origin);
  await travel('31m');
  await call(page, 'track', 'share');
  expect(await names(page)).toEqual(['visit_start', 'page_view', 'visit_start', 'share']);
});

test('GA4 events are read from the dataLayer: earlier ones, pushes, gtag arguments; others are not', async ({
  page,
  site,
}) => {
  const head = `<script>
    dataLayer = [{ event: 'view_item', ecommerce: { currency: 'EUR', value: 320, items: [{ item_id: 'R2', item_category: 'tents', price: 320 }] } }, { event: 'gtm.js' }];
    function gtag() { dataLayer.push(arguments); }
  </script>`;
  site.serve('/', pageWith('<h1>Home</h1>').replace('<script', `${head}<script`));
  site.serve(
    '/late',
    pageWith(
      head.replace(
        '</script>',
        "gtag('event', 'add_to_cart', { value: 5 }); gtag('js', new Date());</script>",
      ),
    ),
  );
  await page.goto(site.origin);
  await page.evaluate(() =>
    window.dataLayer.push(
      { event: 'purchase', ecommerce: { transaction_id: 'T1', value: 320 } },
      { event: 'unknown' },
    ),
  );
  await page.evaluate(() => window.gtag('event', 'purchase', { transaction_id: 'T1', value: 320 }));
  await expect.poll(() => names(page)).toEqual(['visit_start', 'page_view', 'view_item', 'purchase']);
  const all = await events(page);
  expect(all[2]!.props.items).toEqual([{ item_id: 'R2', item_category: 'tents', price: 320 }]);
  await page.goto(`${site.origin}/late`);
  // another array in its place is found a moment later
  await expect
    .poll(async () => (await names(page)).slice(4).filter((name) => name !== 'engagement'))
    .toEqual(['page_view', 'view_item', 'add_to_cart']);
});

test('in-page navigations are page views; a changed fragment is none', async ({ page, site }) => {
  await page.goto(site.origin);
  await page.evaluate(() => history.pushState({}, '', '/tents/ridge-2'));
  await expect.poll(async () => (await eventsOf(page, 'page_view')).length).toBe(2);
  await page.evaluate(() => {
    location.hash = 'specs';
  });
  await call(page, 'track', 'share');
  const views = (await events(page)).filter(({ name }) => name === 'page_view');
  expect(views.map(({ props }) => [props.path, props.topics])).toEqual([
    ['/', []],
    ['/tents/ridge-2', ['tents']],
  ]);
});

test('a search, a missing page, an angry click, reading to the end', async ({ page, site }) => {
  site.serve('/search', pageWith('<button>Dead</button><div style="height:5000px"></div>'));
  site.serve('/gone', { status: 404, body: pageWith('<h1>Not here</h1>') });
  const clickThrice = await readyClicks(page);
  await enter(page, `${site.origin}/search?q=two+person+tent`);
  await clickThrice(page.locator('button'));
  await expect.poll(() => eventsOf(page, 'rage_click')).toHaveLength(1);
  await page.evaluate(() => scrollTo(0, 1e5));
  await expect.poll(() => eventsOf(page, 'scroll')).toHaveLength(4);
  const all = await events(page);
  expect(all.find(({ name }) => name === 'search')!.props).toEqual({ term: 'two person tent' });
  expect(all.find(({ name }) => name === 'page_view')!.props).toEqual({
    path: '/search',
    topics: [],
    q: 'two person tent',
  });
  expect(all.filter(({ name }) => name === 'rage_click')).toHaveLength(1);
  expect(all.filter(({ name }) => name === 'scroll').map(({ props }) => props.share)).toEqual([
    0.25, 0.5, 0.75, 0.9,
  ]);
  await page.goto(`${site.origin}/gone`);
  await expect.poll(() => eventsOf(page, 'page_not_found')).toHaveLength(1);
});

test('leaving a page writes how long it was in use', async ({ page, site, travel }) => {
  await enter(page, site.origin);
  await page.mouse.move(10, 10);
  await travel('12s');
  await page.goto(`${site.origin}/?next`);
  await expect.poll(() => eventsOf(page, 'engagement')).toHaveLength(1);
  const engagement = await eventsOf(page, 'engagement');
  expect(engagement[0]!.props.seconds).toBeGreaterThanOrEqual(12);
  expect(engagement[0]!.props.seconds).toBeLessThan(30);
});

test('capture rules: page, click, seen, submit; form values are never read', async ({ page, site }) => {
  const target = (css: string) => ({ css });
  serveTag(
    site,
    configOf({
      capture: [
        { kind: 'page', event: 'saw_home', pages: ['/'], props: { depth: 1 } },
        { kind: 'click', event: 'asked', target: target('button.ask'), props: { from: 'header' } },
        { kind: 'seen', event: 'saw_offer', target: target('#offer') },
        { kind: 'submit', event: 'wrote', target: target('form') },
        { kind: 'page', event: 'elsewhere', pages: ['/other'] },
      ],
    }),
  );
  site.serve(
    '/',
    pageWith(
      '<button class="ask"><b>Ask</b></button><p id="offer">Offer</p><form action="#"><input name="mail" value="ada@lovelace.example"></form>',
    ),
  );
  await enter(page, site.origin);
  await page.locator('b').click();
  await page.locator('input').press('Enter');
  // the form leads to a page of its own, which has its tag a moment later
  await page.waitForURL(/\?mail=/);
  await expect
    .poll(() => names(page))
    .toEqual(expect.arrayContaining(['saw_offer', 'saw_home', 'asked', 'wrote']));
  const all = await events(page);
  expect(all.find(({ name }) => name === 'asked')!.props).toEqual({ from: 'header' });
  expect(all.map(({ name }) => name)).not.toContain('elsewhere');
  expect(JSON.stringify(all)).not.toContain('lovelace');
});

test('capture rules mean elements as changes do: through roots, by the page’s own words', async ({
  page,
  site,
}) => {
  const click = (event: string, target: Target) => ({ kind: 'click' as const, event, target });
  serveTag(
    site,
    configOf({
      capture: [
        click('in_root', { css: 'button', within: ['x-card'] }),
        click('on_host', { css: 'x-card' }),
        click('in_page', { css: 'button' }),
        click('spaced', { css: 'a', text: ' Dry   nights ' }),
        click('outer', { css: '.box', text: 'All of it' }),
        { kind: 'seen', event: 'saw_in_root', target: { css: 'p', within: ['x-card'] } },
        { kind: 'seen', event: 'saw_late', target: { css: 'em', within: ['x-card'] } },
      ],
      experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'a' }, value: 'For you' }])],
    }),
  );
  site.serve(
    '/',
    pageWith(
      `<x-card><template shadowrootmode="open"><button>Buy</button><p>Offer</p></template></x-card>
      <a href="#a">Dry
      nights</a><div class="box">All <div class="box">of it</div></div>`,
    ),
  );
  await enter(page, site.origin);
  await page.locator('x-card button').click();
  await page.locator('a').click();
  await page.locator('.box .box').click();
  await page.locator('x-card').evaluate((host) => host.shadowRoot!.append(document.createElement('em')));
  await page.locator('x-card em').evaluate((late) => {
    late.textContent = 'Late';
  });
  await expect.poll(() => names(page)).toEqual(expect.arrayContaining(['saw_in_root', 'saw_late']));
  expect((await names(page)).filter((name) => !/^(visit|page|saw|exposure)/.test(name))).toEqual([
    'in_root',
    'on_host',
    'spaced',
    'outer',
  ]);
});

test('the third page view shows the variant on the third page, and the exposure is counted once', async ({
  page,
  site,
}) => {
  serveTag(
    site,
    configOf({
      goals: [{ id: 'asked', name: 'asked', event: 'generate_lead', value: 'value' }],
      segments: [
        { id: 'third', name: 'third', when: { kind: 'count', event: 'page_view', is: { $gte: 3 } } },
      ],
      experiences: [
        experienceOf('third', [{ kind: 'text', target: { css: 'h1' }, value: 'Third' }], { goal: 'asked' }),
      ],
    }),
  );
  for (const shown of ['Home', 'Home', 'Third']) {
    await page.goto(site.origin);
    await expect(page.getByRole('heading')).toHaveAccessibleName(shown);
    await ready(page);
  }
  await expect
    .poll(async () => (await eventsOf(page, 'exposure')).map(({ props }) => props))
    .toEqual([{ experience: 'for-third', outcome: 'variant', variant: 'v', segment: 'third' }]);
  const goal = await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.selvedge.on('goal', resolve);
        window.selvedge.track('generate_lead', { value: '12.5' });
      }),
  );
  expect(goal).toEqual({
    goal: 'asked',
    value: 12.5,
    experiences: [{ id: 'for-third', outcome: 'variant', variant: 'v', segment: 'third' }],
  });
});
