// Data that survives: a browser that is killed, a page that is prerendered, a disk that is full.

import type { Page } from '@playwright/test';
import { draws } from '../../support/draws.ts';
import { enter, exported, filed, ready } from '../../support/page-api.ts';
import { openTab } from '../../support/prerender.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { readStores } from './stores.ts';

declare global {
  interface Window {
    acknowledge(n: number): void;
    /** what a prerendered page showed as it was activated */
    atOnce?: string | null;
  }
}

/** Writes into a database of the page's own, beside the tag's, and says whether what was written there last is kept. */
const witness = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const asked = indexedDB.open('witness');
    asked.onupgradeneeded = () => void asked.result.createObjectStore('kept');
    await new Promise((done) => asked.addEventListener('success', done));
    const writing = asked.result.transaction('kept', 'readwrite');
    const count = writing.objectStore('kept').count();
    writing.objectStore('kept').put(1, 1);
    await new Promise((done) => writing.addEventListener('complete', done));
    asked.result.close();
    return count.result > 0;
  });

/** How often each browser is killed. */
const KILLS = draws(20);

const config = configOf({
  segments: [
    { id: 'sharer', name: 'sharer', when: { kind: 'count', event: 'share', is: { $gte: 1_000_000 } } },
    { id: 'keen', name: 'keen', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } },
  ],
  experiences: [experienceOf('keen', [{ kind: 'text', target: { css: 'h1' }, value: 'Keen' }])],
});

test.beforeEach(({ site }) => {
  serveTag(site, config);
  site.serve('/', pageWith('<h1>Home</h1>'));
});

test(`killed ${KILLS} times while writing: no acknowledged event is lost, none counts twice`, async ({
  device,
  site,
}) => {
  test.setTimeout(120_000 + KILLS * 60_000);
  const acknowledged = new Set<number>();
  let pages = 0;
  /** How often the tag said that it stores nothing: on a loaded machine storage may not answer within its second. */
  let givenUp = 0;
  /** How often the browser began all databases of the site anew, another one's too: no tag can promise more. */
  let begunAnew = 0;
  /** Opens the site and compares what is there with what was promised. */
  const reopen = async () => {
    const context = await device.open();
    const page = context.pages()[0] ?? (await context.newPage());
    await enter(page, site.origin);
    if (!(await witness(page)) && pages) {
      begunAnew++;
      acknowledged.clear();
    }
    pages++;
    const { events, mode } = await exported(page);
    expect(mode).toBe('stored');
    const numbers = events.flatMap(({ name, props }) => (name === 'share' ? [Number(props.n)] : []));
    expect([...acknowledged].filter((n) => !numbers.includes(n))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    // whole events only, in order, and the compiled state agrees with them
    expect(events.every(({ name, at, props }) => name && at > 0 && props)).toBe(true);
    expect(events.map(({ at }) => at)).toEqual(
      events.map(({ at }) => at).sort((a: number, b: number) => a - b),
    );
    const text = await page.evaluate(() => window.selvedge.explain('sharer').of?.[0]?.text);
    if (numbers.length) expect(text?.replace(/[,.\s]/g, '')).toContain(String(numbers.length));
    return page;
  };
  for (let kill = 0; kill < KILLS; kill++) {
    const page = await reopen();
    const enough = 3 + ((kill * 7) % 40);
    let count = 0;
    let isEnough = () => {};
    const written = new Promise<void>((resolve) => {
      isEnough = resolve;
    });
    await page.exposeFunction('acknowledge', (n: number) => {
      acknowledged.add(n);
      if (++count === enough) isEnough();
    });
    page
      .evaluate(async (from) => {
        let isStored = true;
        document.addEventListener('selvedge:warning', ({ detail }) => {
          if (detail.code === 'storage') isStored = false;
        });
        for (let n = from; isStored; n++) {
          await window.selvedge.track('share', { n });
          // where nothing is stored there is nothing to wait for, and nothing was promised
          if (isStored) window.acknowledge(n);
        }
      }, kill * 100_000)
      .then(() => {
        givenUp++;
        isEnough();
      })
      .catch(() => {});
    await written;
    await device.kill();
  }
  await reopen();
  expect(acknowledged.size).toBeGreaterThanOrEqual(begunAnew ? 0 : 3 * (KILLS - givenUp));
  expect(givenUp + begunAnew).toBeLessThanOrEqual(Math.ceil(KILLS / 10));
  expect(pages).toBe(KILLS + 1);
});

test('a page the browser prerenders changes, stores and counts nothing until it is shown, then once; never shown, never', async ({
  browser,
  browserName,
  site,
}) => {
  test.skip(browserName !== 'chromium', 'Firefox prerenders nothing');
  // the page looks once the tag has had its turn, before anything can be painted
  const look = `<script>
    selvedge.track('share', { n: location.pathname });
    document.addEventListener('prerenderingchange', () => { window.atOnce = document.querySelector('h1').shadowRoot?.textContent; });
  </script>`;
  for (const path of ['/next', '/never']) site.serve(path, pageWith(`<h1>Next</h1>${look}`));
  site.serve('/', pageWith('<h1>Home</h1><a href="/next">Next</a>'));
  const tab = await openTab(browser, site.origin);
  await ready(tab.page);
  await filed(tab.page);
  const before = await readStores(tab.page);
  expect(Object.keys(before.databases)).toEqual(['selvedge']);
  const [next, never] = await tab.prerender('/next', '/never');
  for (const page of [next!, never!]) {
    expect(await page.evaluate(() => (document as Document & { prerendering?: boolean }).prerendering)).toBe(
      true,
    );
    expect(await page.evaluate(() => window.selvedge.segments())).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('h1')!.shadowRoot)).toBe(null);
    expect(await readStores(page)).toEqual(before);
  }
  await tab.page.click('a');
  await expect.poll(() => next!.evaluate(() => window.atOnce)).toContain('Keen');
  const activatedAt = () =>
    (performance.getEntriesByType('navigation')[0] as PerformanceEntry & { activationStart: number })
      .activationStart;
  expect(await next!.evaluate(activatedAt)).toBeGreaterThan(0);
  const names = () =>
    next!.evaluate(async () => {
      const { events } = await window.selvedge.export();
      return events
        .filter(({ name }) => name !== 'engagement')
        .map(({ name, props }) => [name, props.path ?? props.n ?? props.experience].join(' '))
        .sort();
    });
  await expect
    .poll(names)
    .toEqual(['exposure for-keen', 'page_view /', 'page_view /next', 'share /next', 'visit_start ']);
  await tab.close();
});

test('the disk is full once: the oldest events make room, and memory goes on', async ({
  page,
  site,
  guard,
}) => {
  await enter(page, site.origin);
  await page.evaluate(async () => {
    for (let n = 0; n < 20; n++) await window.selvedge.track('share', { n });
    const { add } = IDBObjectStore.prototype;
    let isFull = true;
    IDBObjectStore.prototype.add = function (...given) {
      if (!isFull) return add.apply(this, given);
      isFull = false;
      throw new DOMException('full', 'QuotaExceededError');
    };
    await window.selvedge.track('share', { n: 'last' });
  });
  const { mode, events } = await exported(page);
  expect(mode).toBe('stored');
  const numbers = events.filter(({ name }) => name === 'share').map(({ props }) => props.n);
  expect(numbers.at(-1)).toBe('last');
  expect(numbers).not.toContain(0);
  expect(numbers.length).toBeGreaterThan(14);
  expect(guard.warnings).toEqual([]);
});
