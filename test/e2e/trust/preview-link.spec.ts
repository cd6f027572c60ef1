// A preview link shows what is published for a segment, on any device, and leaves nothing behind.

import type { Page } from '@playwright/test';
import { call, enter, eventsOf, exported } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';
import { readStores } from './stores.ts';

const text = (value: string, css = 'h1') => ({ kind: 'text' as const, target: { css }, value });
const config = configOf({
  segments: [
    {
      id: 'big spender',
      name: 'Spends <b>much</b>',
      when: { kind: 'sum', event: 'purchase', of: 'value', is: { $gte: 500 } },
    },
    { id: 'new', name: 'New here', when: { kind: 'context', key: 'visitNumber', is: 1 } },
  ],
  goals: [{ id: 'go', name: 'go', event: 'go' }],
  experiences: [
    experienceOf('big spender', [text('Welcome back')], {
      holdout: 1,
      frequency: { times: 1, per: 'visitor' },
    }),
    experienceOf('new', [text('Hello', 'h2')]),
    experienceOf('everyone', [text('For all', 'h3')]),
  ],
});

const stored = (page: Page) =>
  page.evaluate(async () => [
    Object.keys(localStorage),
    Object.keys(sessionStorage),
    document.cookie,
    (await indexedDB.databases()).map(({ name }) => name),
  ]);
const nothing = [[], [], '', []];

test.beforeEach(async ({ site, page }) => {
  serveTag(site, config, { folder: '/assets/' });
  site.serveFile('/assets/selvedge-panel.js', 'dist/selvedge-panel.js');
  const html = pageWith('<h1>Old</h1><h2>Old</h2><h3>Old</h3>').replace(
    '/selvedge.js',
    '/assets/selvedge.js',
  );
  site.serve('/', html);
  site.serve(
    '/denied',
    html.replace(
      '<script',
      '<script>dataLayer = []; (function () { dataLayer.push(arguments); })("consent", "default", { personalization_storage: "denied" });</script><script',
    ),
  );
  await page.addInitScript(() => {
    for (const type of ['segments', 'exposure', 'goal', 'warning'])
      document.addEventListener(`selvedge:${type}`, () => console.debug(`told ${type}`));
  });
});

for (const path of ['/', '/denied'])
  test(`${path}: the segment’s page, whatever the visitor’s own history and consent; nothing is kept, nobody is told`, async ({
    page,
    site,
    guard,
  }) => {
    const told: string[] = [];
    page.on('console', (message) => message.text().startsWith('told ') && told.push(message.text()));
    await page.goto(`${site.origin}${path}?a=1#selvedge=big%20spender`);
    await expect(page.locator('h1')).toHaveAccessibleName('Welcome back');
    await expect(page.locator('h2')).toHaveAccessibleName('Old');
    await expect(page.locator('h3')).toHaveAccessibleName('For all');
    await page.evaluate(async () => {
      const { selvedge } = window;
      await selvedge.ready;
      await selvedge.track('go');
      await selvedge.set({ name: 'Ada' });
      await selvedge.consent('granted');
      await selvedge.consent('denied');
    });
    const notice = page.getByRole('complementary', { name: 'Preview.' });
    await expect(notice).toContainText(
      'This page as “Spends <b>much</b>” sees it. Nothing is remembered or counted.',
    );
    await expect(page.locator('h1')).toHaveAccessibleName('Welcome back');
    // an in-app navigation stays in it
    await page.evaluate(() => history.pushState(null, '', '/other'));
    await expect(page.locator('h1')).toHaveAccessibleName('Welcome back');
    expect(await stored(page)).toEqual(nothing);
    expect(told).toEqual([]);
    expect(guard.warnings).toEqual([]);
    await page.evaluate((to) => history.replaceState(null, '', to), `${path}?a=1#selvedge=big%20spender`);
    await notice.getByRole('button', { name: 'Show the ordinary page' }).click();
    await page.waitForURL(`${site.origin}${path}?a=1`);
    await expect(page.locator('h1')).toHaveAccessibleName('Old');
    await expect(notice).toHaveCount(0);
  });

for (const act of ['optOut', 'forget'] as const)
  test(`${act}() on a page that a link shows erases what was remembered before`, async ({ page, site }) => {
    await enter(page, site.origin);
    await call(page, 'track', 'share');
    await page.goto('about:blank');
    await enter(page, `${site.origin}/#selvedge=new`);
    await call(page, act);
    const { databases, localStorage } = await readStores(page);
    expect(databases).toEqual({});
    expect(localStorage).toEqual(act === 'optOut' ? { selvedge: '{"consent":"denied"}' } : {});
  });

test('a link followed on the page itself, after the visitor is known: their memory stays as it was', async ({
  page,
  site,
}) => {
  await enter(page, site.origin);
  // told before it is looked what is there
  await expect.poll(() => eventsOf(page, 'exposure')).toHaveLength(2);
  const before = await page.evaluate(async () => {
    await window.selvedge.track('share');
    return { ...(await window.selvedge.export()), exportedAt: 0 };
  });
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => {
    location.hash = '#selvedge=new';
  });
  await loaded;
  await expect(page.locator('h2')).toHaveAccessibleName('Hello');
  await expect(page.locator('h1')).toHaveAccessibleName('Old');
  const { databases } = await readStores(page);
  const { events } = databases.selvedge as { events: { name: string }[] };
  const stays = events.map(({ name }) => name);
  const names = before.events.map(({ name }: { name: string }) => name);
  // how long the first page was in use may be told when it is left
  expect(stays.filter((name) => name !== 'engagement')).toEqual(names);
});

test('what other tabs remember meanwhile is theirs', async ({ page, site, context }) => {
  await page.goto(`${site.origin}/#selvedge=new`);
  const heard = page.evaluate(
    () => new Promise<void>((resolve) => addEventListener('storage', () => resolve(), { once: true })),
  );
  const other = await context.newPage();
  await other.goto(site.origin);
  await call(other, 'track', 'share');
  await heard;
  const names = async (tab: Page) => (await exported(tab)).events.map(({ name }: { name: string }) => name);
  expect(await names(page)).toEqual([]);
  await page.goto('about:blank');
  expect((await names(other)).filter((name: string) => name !== 'exposure')).toEqual([
    'visit_start',
    'page_view',
    'share',
  ]);
});

const isOdd = (hash: string) => ['%', '<img src=x onerror=alert(1)>'].includes(hash);
const more = longInFirefox('what a browser makes of an address is asked by the odd ones');
for (const hash of [
  'nobody',
  '',
  '%',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'everyone',
])
  test(
    `#selvedge=${hash}: no such segment, so the ordinary page, which says so, and one warning`,
    isOdd(hash) ? {} : more,
    async ({ page, site, guard }) => {
      await enter(page, `${site.origin}/#selvedge=${hash}`);
      await expect(page.locator('h3')).toHaveAccessibleName('For all');
      await expect(page.locator('h1')).toHaveAccessibleName('Old');
      await expect.poll(() => guard.warnings).toHaveLength(1);
      expect(guard.warnings[0]).toMatch(/no such segment is published/);
      // what the link says is anybody's word: it is not repeated on the site's own page
      const notice = page.getByRole('complementary', { name: 'Preview.' });
      await expect(notice.getByRole('paragraph')).toHaveText(
        'The segment in this link is not published here, so this is the ordinary page.',
      );
      expect((await exported(page)).mode).toBe('stored');
      await notice.getByRole('button', { name: 'Hide this notice' }).click();
      await expect(notice).toHaveCount(0);
    },
  );
