// A storage that was lost, is shared, is older or newer, or too full: the ledger is the truth, and remembers once.

import { call, enter, enterInTab, eventNames, exported } from '../../support/page-api.ts';
import { expect, test } from '../../support/test.ts';
import { serveKnown } from './known.ts';

test.beforeEach(({ site }) => serveKnown(site));

test('the snapshot is lost: the ledger is the truth, the placement stays', async ({ page, site }) => {
  await page.goto(site.origin);
  const { seed } = await exported(page);
  await page.evaluate(() => localStorage.clear());
  await enter(page, site.origin);
  const after = await exported(page);
  expect(after.seed).toBe(seed);
  expect(after.events.filter(({ name }) => name === 'page_view')).toHaveLength(2);
});

test('the database is lost: the snapshot carries on, and the placement stays', async ({
  page,
  site,
  guard,
}) => {
  await enter(page, site.origin);
  await enter(page, site.origin);
  const { seed } = await exported(page);
  await page.goto('about:blank');
  site.serve('/empty', '<!doctype html><title>x</title>');
  await page.goto(`${site.origin}/empty`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.deleteDatabase('selvedge');
        // the page that was left lets go of it in its own time
        asked.onsuccess = () => resolve();
        asked.onerror = reject;
      }),
  );
  await enter(page, site.origin);
  expect((await exported(page)).seed).toBe(seed);
  expect(await call(page, 'segments')).toContain('known');
  expect(guard.warnings).toEqual([]);
});

test('four tabs at once: every event is counted, one visit, one seed', async ({ context, site }) => {
  const first = await enterInTab(context, site.origin);
  const tabs = [first, ...(await Promise.all([1, 2, 3].map(() => context.newPage())))];
  await Promise.all(tabs.slice(1).map((tab) => tab.goto(site.origin)));
  await Promise.all(
    tabs.map((tab) =>
      tab.evaluate(async () => {
        await Promise.all(Array.from({ length: 50 }, () => window.selvedge.track('share')));
      }),
    ),
  );
  const all = await Promise.all(tabs.map((tab) => exported(tab)));
  const { events } = all[0]!;
  expect(events.filter(({ name }) => name === 'share')).toHaveLength(200);
  expect(events.filter(({ name }) => name === 'visit_start')).toHaveLength(1);
  expect(events.filter(({ name }) => name === 'page_view')).toHaveLength(4);
  expect(new Set(all.map(({ seed }) => seed)).size).toBe(1);
});

test('a newer tag was here before: its database is used as it is', async ({ page, site }) => {
  await enter(page, site.origin);
  site.serve('/empty', '<!doctype html><title>x</title>');
  await page.goto(`${site.origin}/empty`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('selvedge', 7);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await enter(page, site.origin);
  const { mode, events } = await exported(page);
  expect(mode).toBe('stored');
  expect(events.filter(({ name }) => name === 'page_view')).toHaveLength(2);
});

test('no event older than the retention is kept', async ({ page, site, travel }) => {
  serveKnown(site, { privacy: { consent: 'implied', retention: '30d' } });
  await page.goto(site.origin);
  await call(page, 'track', 'share');
  await travel('31d');
  await page.goto(site.origin);
  const names = () => eventNames(page);
  await expect.poll(names).not.toContain('share');
  expect((await names()).filter((name: string) => name === 'page_view')).toHaveLength(1);
  // what is known is built anew after they have gone
  await expect.poll(() => call(page, 'segments')).toEqual(['desk']);
});

test('more than 10,000 events: the oldest go, in idle time', async ({ page, site }) => {
  await enter(page, site.origin);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('selvedge');
        opening.onsuccess = () => {
          const tx = opening.result.transaction('events', 'readwrite');
          const at = Date.now();
          for (let number = 0; number < 10_100; number++)
            tx.objectStore('events').add({ name: 'share', at, props: { number } });
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.goto(site.origin);
  // counted in the page: ten thousand events are slow to hand over
  const left = () =>
    page.evaluate(async () => {
      const { events } = await window.selvedge.export();
      const numbers = events.map(({ props }) => props.number);
      return {
        few: events.length <= 10_000,
        most: events.length > 8_000,
        newest: numbers.includes(10_099),
        oldest: numbers.includes(0),
      };
    });
  await expect
    .poll(left, { timeout: 90_000 })
    .toEqual({ few: true, most: true, newest: true, oldest: false });
});
