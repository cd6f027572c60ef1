// Counting in the site's own access log: each line once, whatever tabs and pages do; nothing but the line; and no request
// where there must be none.

import type { IncomingMessage } from 'node:http';
import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { call, enter, enterInTab, eventNames, exported, ready } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { readStores } from './stores.ts';

const counted = (id: string, parts: Partial<Config['experiences'][0]> = {}) =>
  experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Shown' }], {
    id,
    goal: 'order',
    ...parts,
  });
const MEASURED: Partial<Config> = {
  goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
  measure: { ping: {} },
  segments: [{ id: 'keen', name: 'Keen', when: { kind: 'count', event: 'page_view', is: { $gte: 99 } } }],
  experiences: [counted('home', { pages: ['/'] }), counted('last', { pages: ['/last'] })],
};

/** Serves a site that counts. @returns the requests that its log holds */
function serveCounted(site: Site, parts: Partial<Config> = {}): IncomingMessage[] {
  const log: IncomingMessage[] = [];
  serveTag(site, configOf({ ...MEASURED, ...parts }));
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  const headers = { 'set-cookie': 'visitor=17; path=/' };
  for (const path of ['/', '/other', '/last']) site.serve(path, { headers, body: pageWith('<h1>Shop</h1>') });
  site.serve('/selvedge-ping', (request) => {
    log.push(request);
    return { status: 204, body: '' };
  });
  return log;
}
const HOME = 'e=home&o=1&a=on';
const LAST = 'e=last&o=1&a=on';
const linesOf = (log: IncomingMessage[]): string[] =>
  log.map(({ url = '' }) => url.replace('/selvedge-ping?v=1&', '').replace(/&r=[0-9a-z]{12}$/, ''));
/** All that was sent so far, as of a line that comes after all else. */
async function settle(page: Page, site: Site, log: IncomingMessage[]): Promise<string[]> {
  await enter(page, `${site.origin}/last`);
  await expect.poll(() => linesOf(log)).toContain(LAST);
  return linesOf(log).filter((line) => line !== LAST);
}
/** How many lines are in the log, once what was sent before this has arrived there, too. */
async function countArrived(page: Page, log: IncomingMessage[]): Promise<number> {
  await page.evaluate(async () => void (await fetch('/other')));
  return log.length;
}

test('one line when counted and one at the goal, once over reloads and tabs, without cookie, referrer or body', async ({
  page,
  site,
  context,
}) => {
  const log = serveCounted(site);
  await page.goto(`${site.origin}/other`);
  await page.goto(site.origin);
  await expect.poll(() => linesOf(log)).toEqual([HOME]);
  const tab = await enterInTab(context, site.origin);
  await Promise.all([page.reload(), tab.reload()]);
  await Promise.all([page, tab].map((each) => ready(each)));
  await Promise.all([page, tab].map((each) => call(each, 'track', 'purchase', { value: 5 })));
  await expect.poll(() => linesOf(log)).toHaveLength(2);
  await page.goto(`${site.origin}/other`);
  await page.goBack();
  expect(await settle(page, site, log)).toEqual([HOME, `${HOME}&g=order&n=1`]);
  for (const { method, headers } of log) {
    expect(method).toBe('GET');
    expect([headers.cookie, headers.referer, headers['content-length']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  }
  const parts = log.map(({ url }) => /&r=(\w+)$/.exec(url ?? '')?.[1]);
  expect(new Set(parts).size).toBe(3);
  // word for word, but for what is random
  const sent = (await exported(page)).events.filter(({ name }) => name === 'counted');
  expect(sent.map(({ props }) => `${props.url}`.replace('/selvedge-ping?v=1&', ''))).toEqual(linesOf(log));
  expect(JSON.stringify(await readStores(page))).not.toContain(parts[0]);
});

test('nothing before consent, while it is switched off, on standby or in a preview, and nothing of it later', async ({
  page,
  site,
}) => {
  const log = serveCounted(site, { privacy: {} });
  await enter(page, site.origin);
  await call(page, 'track', 'purchase', { value: 5 });
  await enter(page, `${site.origin}/other`);
  expect(linesOf(log)).toEqual([]);
  await call(page, 'consent', 'granted');
  await enter(page, `${site.origin}/#selvedge=keen`);
  await call(page, 'track', 'purchase', { value: 5 });
  await enter(page, `${site.origin}/other`);
  await call(page, 'set', { selvedge_off: 'measure' });
  await enter(page, site.origin);
  await call(page, 'track', 'purchase', { value: 5 });
  await page.evaluate(() => document.dispatchEvent(new Event('selvedge:standby')));
  await call(page, 'track', 'purchase', { value: 5 });
  await page.evaluate(() => document.dispatchEvent(new Event('selvedge:resume')));
  // on this page it could be counted from now on
  await enter(page, `${site.origin}/other`);
  await call(page, 'set', { selvedge_off: null });
  expect(linesOf(log)).toEqual([]);
  expect(await settle(page, site, log)).toEqual([]);
  await enter(page, site.origin);
  await expect.poll(() => linesOf(log)).toEqual([LAST, HOME]);
});

test('the page is told of a goal whether it is the first since something was shown', async ({
  page,
  site,
}) => {
  serveCounted(site);
  const reach = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          window.selvedge?.on('goal', ({ experiences }) => resolve(experiences.map(({ first }) => first)));
          void window.selvedge?.track('purchase', {});
        }),
    );
  await enter(page, `${site.origin}/other`);
  expect(await reach()).toEqual([]);
  await enter(page, site.origin);
  await expect.poll(() => eventNames(page)).toContain('exposure');
  expect(await reach()).toEqual([true]);
  await call(page, 'track', 'purchase', {});
  await enter(page, `${site.origin}/other`);
  expect(await reach()).toEqual([false]);
});

test('a denial in another tab ends what waits to be sent', async ({ page, site, context }) => {
  const many = Array.from({ length: 40 }, (_, i) => counted(`e${i}`, { pages: ['/'] }));
  const log = serveCounted(site, { experiences: many });
  const tab = await enterInTab(context, `${site.origin}/other`);
  await enter(page, site.origin);
  await expect.poll(() => log.length).toBeGreaterThan(0);
  await call(tab, 'consent', 'denied');
  const length = await countArrived(tab, log);
  expect(length).toBeLessThan(40);
  await expect.poll(async () => Object.keys((await readStores(page)).databases)).toEqual([]);
  await page.reload();
  await ready(tab);
  // one may have been on its way
  expect(log.length).toBeLessThanOrEqual(length + 1);
});

test('nothing under Global Privacy Control', async ({ page, site, context }) => {
  const log = serveCounted(site, { privacy: { consent: 'implied', gpc: 'local' } });
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
  );
  await enter(page, site.origin);
  await call(page, 'track', 'purchase', { value: 5 });
  await enter(page, site.origin);
  await call(page, 'track', 'purchase', { value: 5 });
  expect(linesOf(log)).toEqual([]);
});

test('the visitor sees what was sent, and switches it off', async ({ page, site }) => {
  const log = serveCounted(site);
  await enter(page, site.origin);
  await expect.poll(() => linesOf(log)).toEqual([HOME]);
  await call(page, 'open');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('What was sent to this site is listed');
  await expect(dialog).toContainText('Counted as a visitor, on the side “home: on”');
  await expect(dialog).toContainText(`/selvedge-ping?v=1&${HOME}&r=…`);
  await dialog.getByRole('switch', { name: 'Count what works' }).click();
  await expect(dialog.getByRole('switch', { name: 'Count what works' })).not.toBeChecked();
  await call(page, 'track', 'purchase', { value: 5 });
  await page.reload();
  await ready(page);
  await call(page, 'set', { selvedge_off: null });
  expect(await settle(page, site, log)).toEqual([HOME]);
});

test('what happened while it was off is not counted once it is on again', async ({ page, site }) => {
  const log = serveCounted(site);
  await enter(page, site.origin);
  await expect.poll(() => linesOf(log)).toEqual([HOME]);
  // before there was time to look at any of it
  const switchOffAndOn = () =>
    page.evaluate(() => {
      void window.selvedge?.set({ selvedge_off: 'measure' });
      void window.selvedge?.track('purchase', {});
      return window.selvedge?.set({ selvedge_off: null });
    });
  await switchOffAndOn();
  expect(await settle(page, site, log)).toEqual([HOME]);
  // from then on it is
  await call(page, 'track', 'purchase', {});
  await expect.poll(() => linesOf(log)).toEqual([HOME, LAST, `${HOME}&g=order&n=1`, `${LAST}&g=order&n=1`]);
});

test('what another tab switches off ends what waits to be sent, also in a tab that has not heard of it', async ({
  page,
  site,
  context,
}) => {
  const many = Array.from({ length: 40 }, (_, i) => counted(`e${i}`, { pages: ['/'] }));
  const log = serveCounted(site, { experiences: many });
  const tab = await enterInTab(context, `${site.origin}/other`);
  await page.addInitScript(() =>
    addEventListener('storage', (event) => event.stopImmediatePropagation(), true),
  );
  await enter(page, site.origin);
  await expect.poll(() => log.length).toBeGreaterThan(0);
  await call(tab, 'set', { selvedge_off: 'measure' });
  const length = await countArrived(tab, log);
  await expect.poll(async () => JSON.stringify(await readStores(page))).toContain('"waiting":[]');
  await enter(tab, `${site.origin}/other`);
  // one may have been on its way
  expect(log.length).toBeLessThanOrEqual(length + 1);
});

test('a line that a blocker stops is lost, and the page is as ever', async ({ page, site, guard }) => {
  const log = serveCounted(site);
  guard.allow({ errors: /selvedge-ping|ERR_FAILED|Failed to load resource/ });
  let stopped = 0;
  await page.route('**/selvedge-ping?*', (route) => {
    stopped += 1;
    return route.abort();
  });
  await enter(page, site.origin);
  await expect(page.getByRole('heading')).toHaveAccessibleName('Shown');
  await expect.poll(() => stopped).toBe(1);
  await call(page, 'track', 'purchase', { value: 5 });
  // written as counted before it is sent: only the blocker tells when it was stopped
  await expect.poll(() => stopped).toBe(2);
  const written = (await exported(page)).events.filter(({ name }) => name === 'counted');
  expect(written).toHaveLength(2);
  await page.unroute('**/selvedge-ping?*');
  expect(await settle(page, site, log)).toEqual([]);
});
