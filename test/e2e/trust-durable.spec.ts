// Data that survives: a browser that is killed, a page that is prerendered, a disk that is full.

import { exported, ready } from '../support/page-api.ts';
import { configOf, experienceOf, pageWith, tagWith } from '../support/tag.ts';
import { expect, test } from '../support/test.ts';
import { readStores } from './trust-stores.ts';

/** How often each browser is killed; `KILLS=20` for the long run. */
const KILLS = Number(process.env.KILLS ?? 2);

const config = configOf({
  segments: [
    { id: 'sharer', name: 'sharer', when: { kind: 'count', event: 'share', is: { $gte: 1_000_000 } } },
    { id: 'keen', name: 'keen', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } },
  ],
  experiences: [experienceOf('keen', [{ kind: 'text', target: { css: 'h1' }, value: 'Keen' }])],
});

test.beforeEach(({ site }) => {
  site.serve('/selvedge.js', tagWith(config));
  site.serve('/', pageWith('<h1>Home</h1>'));
});

test(`killed ${KILLS} times while writing: no acknowledged event is lost, none counts twice`, async ({
  device,
  site,
}) => {
  test.setTimeout(60_000 + KILLS * 40_000);
  const acknowledged = new Set<number>();
  let pages = 0;
  /** Opens the site and compares what is there with what was promised. */
  const enter = async () => {
    const context = await device.open();
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(site.origin);
    await ready(page);
    pages++;
    const { events, mode } = await exported(page);
    expect(mode).toBe('stored');
    const numbers: number[] = events.flatMap(({ name, props }: any) => (name === 'share' ? [props.n] : []));
    expect([...acknowledged].filter((n) => !numbers.includes(n))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    // whole events only, in order, and the compiled state agrees with them
    expect(events.every(({ name, at, props }: any) => name && at > 0 && props)).toBe(true);
    expect(events.map(({ at }: any) => at)).toEqual(
      events.map(({ at }: any) => at).sort((a: number, b: number) => a - b),
    );
    const { text } = await page.evaluate(() => (window as any).selvedge.explain('sharer').of[0]);
    if (numbers.length) expect(text.replace(/[,.\s]/g, '')).toContain(String(numbers.length));
    return page;
  };
  for (let kill = 0; kill < KILLS; kill++) {
    const page = await enter();
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
        for (let n = from; ; n++) {
          await (window as any).selvedge.track('share', { n });
          (window as any).acknowledge(n);
        }
      }, kill * 100_000)
      .catch(() => {});
    await written;
    await device.kill();
  }
  await enter();
  expect(acknowledged.size).toBeGreaterThanOrEqual(3 * KILLS);
  expect(pages).toBe(KILLS + 1);
});

test('a prerendered page counts nothing until it is shown, then once, and shows its variant', async ({
  page,
  site,
}) => {
  await page.goto(site.origin);
  await ready(page);
  const before = await readStores(page);
  // what a browser does when it prerenders: Firefox has none, and Chromium under automation fetches the page, then
  // gives up before its scripts run
  site.serve(
    '/next',
    pageWith('<h1>Next</h1><script>selvedge.track("share", { n: 1 })</script>').replace(
      '<script',
      `<script>
        let hidden = true;
        Object.defineProperty(document, 'prerendering', { get: () => hidden });
        window.activate = () => { hidden = false; document.dispatchEvent(new Event('prerenderingchange')); return document.querySelector('h1').shadowRoot?.textContent ?? ''; };
      </script><script`,
    ),
  );
  const other = await page.context().newPage();
  await other.goto(`${site.origin}/next`);
  await other.waitForLoadState('load');
  expect(await readStores(other)).toEqual(before);
  expect(await other.evaluate(() => (window as any).selvedge.segments())).toEqual([]);
  // in the same task as the activation, so before anything is painted
  expect(await other.evaluate(() => (window as any).activate())).toContain('Keen');
  await ready(other);
  const names = async () =>
    (await exported(other)).events.map(({ name, props }: any) => [name, props.path ?? props.n]);
  await expect.poll(names).toContainEqual(['share', 1]);
  expect((await names()).filter(([name]: any) => name === 'page_view')).toEqual([
    ['page_view', '/'],
    ['page_view', '/next'],
  ]);
});

test('a prerendered page that is never shown leaves nothing', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(document, 'prerendering', { value: true }));
  await page.goto(site.origin);
  await page.waitForLoadState('load');
  const { databases, localStorage } = await readStores(page);
  expect([databases, localStorage]).toEqual([{}, {}]);
});

test('the disk is full once: the oldest events make room, and memory goes on', async ({
  page,
  site,
  guard,
}) => {
  await page.goto(site.origin);
  await ready(page);
  await page.evaluate(async () => {
    for (let n = 0; n < 20; n++) await (window as any).selvedge.track('share', { n });
    const { add } = IDBObjectStore.prototype;
    let isFull = true;
    IDBObjectStore.prototype.add = function (...given) {
      if (!isFull) return add.apply(this, given);
      isFull = false;
      throw new DOMException('full', 'QuotaExceededError');
    };
    await (window as any).selvedge.track('share', { n: 'last' });
  });
  const { mode, events } = await exported(page);
  expect(mode).toBe('stored');
  const numbers = events.filter(({ name }: any) => name === 'share').map(({ props }: any) => props.n);
  expect(numbers.at(-1)).toBe('last');
  expect(numbers).not.toContain(0);
  expect(numbers.length).toBeGreaterThan(14);
  expect(guard.warnings).toEqual([]);
});
