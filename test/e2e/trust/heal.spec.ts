// Memory heals in a real database: odd records and wrong clocks cost neither the history nor the page.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { call, enter, exported, ready } from '../../support/page-api.ts';
import { configOf, isInTwo, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import earlier from '../../unit/shared/engine/profile-0.1.json' with { type: 'json' };

const views = {
  id: 'views',
  name: 'views',
  when: { kind: 'count' as const, event: 'view_item', is: { $gte: 3 }, within: '7d' },
};
test.beforeEach(({ site }) => {
  serveTag(site, configOf({ segments: [views] }));
  site.serve('/', pageWith('<h1>Home</h1>'));
});

/** Runs against the stores as another script of the page could. */
const inStores = (page: Page, work: string, ...given: unknown[]) =>
  page.evaluate(
    ([work, given]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('selvedge', 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('events', { keyPath: 'id', autoIncrement: true });
          opening.result.createObjectStore('state');
        };
        opening.onerror = reject;
        opening.onsuccess = () => {
          const tx = opening.result.transaction(['events', 'state'], 'readwrite');
          const events = tx.objectStore('events');
          const state = tx.objectStore('state');
          const acts: Record<string, (given: unknown[]) => void> = {
            add: (records) => records.forEach((one) => void events.add(one)),
            odd: () => {
              for (const one of [
                {},
                { name: 5, at: Date.now(), props: {} },
                { name: 'view_item', at: Number.NaN, props: {} },
                { name: 'view_item', at: Date.now(), props: null },
                { name: 'view_item', at: new Date(), props: {} },
                { name: 'view_item', props: {} },
              ])
                events.add(one);
            },
            put: ([value]) => state.put(value, 'visitor'),
            nan: () => {
              const got = state.get('visitor');
              got.onsuccess = () =>
                state.put(
                  { ...got.result, profile: { ...got.result.profile, newestAt: Number.NaN } },
                  'visitor',
                );
            },
            ahead: () => {
              const got = state.get('visitor');
              got.onsuccess = () => {
                const { profile } = got.result;
                state.put(
                  {
                    ...got.result,
                    profile: { ...profile, firstSeenAt: 9e14, visit: { ...profile.visit, startAt: 9e14 } },
                  },
                  'visitor',
                );
              };
            },
          };
          acts[work]?.(given);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [work, given] as const,
  );
const explain = (page: Page) => call(page, 'explain', 'views');
const warned = (page: Page) =>
  page.addInitScript(() => {
    window.warned = [];
    document.addEventListener('selvedge:warning', ({ detail }) => window.warned.push(detail.code));
  });
const warnings = (page: Page) => page.evaluate(() => window.warned);

test('odd records and a spoilt state: left out with one warning, everything else counts', async ({
  page,
  site,
}) => {
  await warned(page);
  await enter(page, site.origin);
  for (let i = 0; i < 3; i++) await call(page, 'track', 'view_item');
  for (const work of ['odd', 'nan', 'ahead']) {
    await inStores(page, work);
    await page.evaluate(() => localStorage.removeItem('selvedge'));
    await page.reload();
    await ready(page);
    await call(page, 'track', 'share');
    const { value, text } = await explain(page);
    expect([value, text], work).toEqual([true, expect.not.stringContaining('?')]);
    const { events, firstSeenAt } = await exported(page);
    expect(
      events.every(({ name, at, props }) => typeof name === 'string' && at > 0 && props),
      work,
    ).toBe(true);
    expect(
      events.filter(({ name }) => name === 'view_item'),
      work,
    ).toHaveLength(3);
    expect(firstSeenAt).toBe(events[0]?.at);
    expect(await warnings(page), work).toEqual(work === 'odd' ? ['memory'] : []);
  }
});

test('a clock that was a year ahead on one visit: known again from the third page on, and nothing stays in the future', async ({
  context,
  site,
}) => {
  const wrong = await context.newPage();
  await wrong.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 365 * 864e5;
  });
  await enter(wrong, site.origin);
  await call(wrong, 'track', 'view_item');
  await wrong.close();
  const page = await context.newPage();
  await warned(page);
  const said: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    await enter(page, site.origin);
    for (let n = 0; n < 3; n++) await call(page, 'track', 'view_item');
    said.push((await explain(page)).value);
    if (i === 2) expect(await warnings(page)).toEqual(['memory']);
  }
  expect(said).toEqual(['unknown', 'unknown', true, true]);
  const { events } = await exported(page);
  expect(events.filter(({ name }) => name === 'view_item')).toHaveLength(13);
  const latest = await page.evaluate(() => Date.now());
  expect(Math.max(...events.map(({ at }) => at))).toBeLessThanOrEqual(latest);
});

test('what an earlier tag stored is read: state, events and snapshot', async ({ page, site }) => {
  serveTag(
    site,
    configOf({
      segments: earlier.segments as Config['segments'],
      interests: { halfLife: '1d' },
      privacy: { consent: 'implied', retention: '9999d' },
    }),
  );
  site.serve('/empty', '<!doctype html><title>Empty</title>');
  await page.goto(`${site.origin}/empty`);
  await inStores(page, 'add', ...earlier.events);
  await inStores(page, 'put', {
    rev: 3,
    upTo: earlier.events.length,
    consent: 'implied',
    seed: 'abc',
    profile: earlier.profile,
  });
  await page.evaluate(
    ([profile, upTo]) =>
      localStorage.setItem(
        'selvedge',
        JSON.stringify({ consent: 'implied', rev: 3, upTo, seed: 'abc', profile, acts: [] }),
      ),
    [earlier.text, earlier.events.length] as const,
  );
  await page.goto(site.origin);
  // it wrote no lines for a first paint
  if (isInTwo) await ready(page);
  const sync = await call(page, 'segments');
  await ready(page);
  const { seed, traits, events } = await exported(page);
  expect([seed, traits, events.length]).toEqual(['abc', { plan: 'gold' }, earlier.events.length + 2]);
  expect(sync).toEqual(['s1', 's2', 's3', 's5']);
  expect(await call(page, 'segments')).toEqual(sync);
});
