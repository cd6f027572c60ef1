// A page that goes while something is being stored: it is stored once, by it or by the next.

import type { LedgerEvent, State } from '../../../snippet/remember/ledger.ts';
import { call, enter, eventsOf, exported, ready } from '../../support/page-api.ts';
import { pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { serveKnown } from './known.ts';

declare global {
  interface Window {
    /** the page has been told that it goes */
    left: Promise<void>;
  }
}

test.beforeEach(({ site }) => serveKnown(site));

test('a page left before the database opened loses nothing', async ({ page, site }) => {
  site.serve(
    '/',
    pageWith(
      '<h1>Original</h1><script>if (!sessionStorage.n) { sessionStorage.n = 1; location.replace("/second"); }</script>',
    ),
  );
  site.serve('/second', pageWith('<h1>Second</h1>'));
  await page.goto(site.origin);
  await page.waitForURL('**/second');
  await ready(page);
  const { events } = await exported(page);
  expect(events.filter(({ name }) => name === 'page_view').map(({ props }) => props.path)).toEqual([
    '/',
    '/second',
  ]);
});

// Safari keeps a page for the back button with its transactions open, and an open one holds up the database for every
// other page of the site: seen in WebKitGTK 2.50. Its driver is not everywhere, so here the page is only told that it goes.
test('a page that goes in the middle of a write lets go of the database, and loses nothing', async ({
  page,
  site,
  guard,
}) => {
  await enter(page, site.origin);
  const ends = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const { get } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.get = function (key) {
          IDBObjectStore.prototype.get = get;
          const heard: string[] = [];
          for (const type of ['abort', 'complete'])
            this.transaction.addEventListener(type, () => {
              heard.push(type);
              setTimeout(() => resolve(heard));
            });
          const asked = get.call(this, key);
          dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
          return asked;
        };
        void window.selvedge.track('share', { method: 'link' });
      }),
  );
  expect(ends).toEqual(['abort']);
  // back again: a new page view, on top of what was handed over
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await call(page, 'track', 'login');
  // how long it was read depends on the machine
  const names = (events: { name: string }[]) =>
    events.map(({ name }) => name).filter((name) => name !== 'exposure' && name !== 'engagement');
  const back = names((await exported(page)).events);
  expect(back).toEqual(['visit_start', 'page_view', 'share', 'page_view', 'login']);
  await page.goto(`${site.origin}/?next`);
  const { mode, events } = await exported(page);
  expect(mode).toBe('stored');
  expect(names(events)).toEqual([...back, 'page_view']);
  expect(guard.warnings).toEqual([]);
});

/** A page that the tag hears to go in the middle of its first write, before it could look. */
const hasty = pageWith('<h1>Hasty</h1>').replace(
  '<script src',
  `<script>
    const { get } = IDBObjectStore.prototype;
    window.left = new Promise((resolve) => {
      IDBObjectStore.prototype.get = function (key) {
        IDBObjectStore.prototype.get = get;
        const asked = get.call(this, key);
        dispatchEvent(new PageTransitionEvent('pagehide'));
        resolve();
        return asked;
      };
    });
  </script><script src`,
);

test('a first page that goes before anything is stored hands its events over once', async ({
  page,
  site,
}) => {
  site.serve('/hasty', hasty);
  await page.goto(`${site.origin}/hasty`);
  await page.evaluate(() => window.left);
  await enter(page, site.origin);
  const { events } = await exported(page);
  expect(events.map(({ name }) => name).filter((name: string) => /visit|view/.test(name))).toEqual([
    'visit_start',
    'page_view',
    'page_view',
  ]);
});

test('what an earlier page left behind is looked for before it is added, also by a page that goes too', async ({
  page,
  site,
}) => {
  site.serve('/hasty', hasty);
  await enter(page, site.origin);
  // stored while the page goes, which is not there any more to hear that it was
  await page.evaluate(() => {
    const { selvedge } = window;
    void selvedge.track('share');
    void selvedge.track('purchase', { transaction_id: 'T-1', value: 5 });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    Storage.prototype.setItem = () => {};
    location.href = '/hasty';
  });
  await page.waitForURL('**/hasty');
  const left = await page.evaluate(async () => {
    await window.left;
    return JSON.parse(localStorage.selvedge).acts.map(({ name }: { name?: string }) => name);
  });
  expect(left).toContain('share');
  await enter(page, `${site.origin}/?next`);
  const { events } = await exported(page);
  for (const name of ['share', 'purchase'])
    expect(
      events.filter((event) => event.name === name),
      name,
    ).toHaveLength(1);
});

test('what happens while something is being stored is stored later, event and profile together', async ({
  page,
  site,
}) => {
  await enter(page, site.origin);
  // what the page itself tells is stored before
  await expect.poll(() => eventsOf(page, 'exposure')).toHaveLength(1);
  const torn = await page.evaluate(async () => {
    const { selvedge } = window;
    const { add, put } = IDBObjectStore.prototype;
    const stored: string[] = [];
    const puts: [known: string[], stored: string[]][] = [];
    IDBObjectStore.prototype.add = function (event: LedgerEvent) {
      if (event.name === 'purchase') stored.push(String(event.props.transaction_id));
      // between the event and the profile of the first write something else happens
      if (event.name === 'share')
        void Promise.resolve().then(() => selvedge.track('purchase', { transaction_id: 'T-1', value: 5 }));
      return add.call(this, event);
    };
    IDBObjectStore.prototype.put = function (state: State, key) {
      puts.push([[...state.profile.transactions], [...stored]]);
      return put.call(this, state, key);
    };
    await selvedge.track('share');
    await selvedge.export();
    return puts;
  });
  expect(torn).toEqual([
    [[], []],
    [['T-1'], ['T-1']],
  ]);
});
