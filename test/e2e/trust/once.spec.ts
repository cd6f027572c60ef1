// Once means once, also where a browser is killed between what is written down and what is sent, where a page is prerendered,
// and where the clock is set back: never twice, and lost at most what was on its way.

import { call, enter, exported } from '../../support/page-api.ts';
import { openTab } from '../../support/prerender.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

declare global {
  interface Window {
    /** What was about to be sent, and never left. */
    held?: string[];
  }
}

const HOME = 'e=home&o=1&a=on';
const LAST = 'e=last&o=1&a=on';
const counted = (id: string, page: string) =>
  experienceOf('everyone', [], { id, goal: 'order', pages: [page] });

/** Serves a site that counts. @returns what its log holds, without what is the same or random in all lines */
function serve(site: Site): string[] {
  const log: string[] = [];
  const goals = [{ id: 'order', name: 'Order', event: 'purchase' }];
  const experiences = [counted('home', '/'), counted('last', '/last')];
  serveTag(site, configOf({ goals, experiences, measure: { ping: {} } }));
  for (const path of ['/', '/other', '/last'])
    site.serve(path, pageWith('<h1>Shop</h1><a href="/next">Next</a>'));
  site.serve('/selvedge-ping', ({ url = '' }) => {
    log.push(url.replace('/selvedge-ping?v=1&', '').replace(/&r=[0-9a-z]{12}$/, ''));
    return { status: 204, body: '' };
  });
  return log;
}

test('killed between what is written down and what is sent: it is lost, and nothing comes twice', async ({
  device,
  site,
}) => {
  const log = serve(site);
  const context = await device.open();
  await context.addInitScript(() => {
    window.held = [];
    const { fetch } = window;
    window.fetch = (...given) => {
      if (!`${given[0]}`.includes('selvedge-ping')) return fetch(...given);
      window.held?.push(`${given[0]}`);
      return new Promise(() => {});
    };
  });
  const page = await context.newPage();
  await enter(page, site.origin);
  await expect.poll(() => page.evaluate(() => window.held?.length)).toBe(1);
  // this is on disk by now, as the lines are
  await call(page, 'track', 'share', {});
  await device.kill();

  const again = await (await device.open()).newPage();
  await enter(again, `${site.origin}/last`);
  await expect.poll(() => log).toContain(LAST);
  await call(again, 'track', 'purchase', {});
  await expect.poll(() => log.length).toBeGreaterThan(1);
  const { events } = await exported(again);
  const wasKept = events.some(({ name }) => name === 'share');
  // where the disk kept nothing of that visitor, this is another one, who has never been on that page
  const goals = wasKept ? [`${HOME}&g=order&n=1`, `${LAST}&g=order&n=1`] : [`${LAST}&g=order&n=1`];
  // before the page is left: what is on its way then may be lost
  await expect.poll(() => [...log].sort()).toEqual([LAST, ...goals].sort());
  await enter(again, `${site.origin}/other`);
  await expect
    .poll(async () => (await exported(again)).events.filter(({ name }) => name === 'counted').length)
    .toBe(wasKept ? 4 : 2);
  expect(log).toHaveLength(1 + goals.length);
});

test('a page that is prerendered counts nobody before it is seen, and then once', async ({
  browser,
  browserName,
  site,
}) => {
  test.skip(browserName !== 'chromium', 'Firefox prerenders nothing');
  const log = serve(site);
  site.serve('/start', pageWith('<h1>Start</h1><a href="/">Home</a>'));
  const tab = await openTab(browser, `${site.origin}/start`);
  await tab.page.evaluate(() => window.selvedge.ready);
  const [next] = await tab.prerender('/');
  await next?.evaluate(() => void window.selvedge.export());
  expect(log).toEqual([]);
  await tab.page.click('a');
  await expect.poll(() => log).toEqual([HOME]);
  await next?.evaluate(() => window.selvedge.track('purchase', {}));
  await expect.poll(() => log).toEqual([HOME, `${HOME}&g=order&n=1`]);
  await tab.close();
});

test('a clock that is set back brings nothing again', async ({ page, site, travel }) => {
  const log = serve(site);
  await enter(page, site.origin);
  await expect.poll(() => log).toEqual([HOME]);
  await travel('-3d');
  await enter(page, site.origin);
  await call(page, 'track', 'purchase', {});
  await expect.poll(() => log).toEqual([HOME, `${HOME}&g=order&n=1`]);
  await enter(page, site.origin);
  await call(page, 'track', 'purchase', {});
  await enter(page, `${site.origin}/last`);
  await expect.poll(() => log).toEqual([HOME, `${HOME}&g=order&n=1`, LAST]);
});
