// Once means once, also where a page that counts comes back from the back/forward cache: it is kept there as any other,
// and whoever is counted on it is so once, however often they come back.

import { goBack } from '../../support/back.ts';
import { call, enter, eventsOf } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

test.use({ bfcache: true });

const HOME = 'e=home&o=1&a=on';
const LAST = 'e=last&o=1&a=on';
const GOAL = '&g=order&n=1';
const counted = (id: string, page: string) =>
  experienceOf('everyone', [], { id, goal: 'order', pages: [page] });

/** Serves a site that counts. @returns what its log holds, without what is the same or random in all lines */
function serve(site: Site): string[] {
  const log: string[] = [];
  const goals = [{ id: 'order', name: 'Order', event: 'purchase' }];
  const experiences = [counted('home', '/'), counted('last', '/last')];
  serveTag(site, configOf({ goals, experiences, measure: { ping: {} } }));
  for (const path of ['/', '/last']) site.serve(path, pageWith('<h1>Shop</h1>'));
  site.serve('/selvedge-ping', ({ url = '' }) => {
    log.push(url.replace('/selvedge-ping?v=1&', '').replace(/&r=[0-9a-z]{12}$/, ''));
    return { status: 204, body: '' };
  });
  return log;
}

test('a page that counts comes back from the back/forward cache, and counts once', async ({ page, site }) => {
  const log = serve(site);
  await enter(page, site.origin);
  await expect.poll(() => log).toEqual([HOME]);
  // a page that waits for an answer is not kept
  await expect
    .poll(() =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('selvedge-ping')),
      ),
    )
    .toBe(true);
  await page.evaluate(() => Object.assign(document, { slept: true }));
  await enter(page, `${site.origin}/last`);
  await expect.poll(() => log).toEqual([HOME, LAST]);
  await goBack(page, '/');
  expect(await page.evaluate(() => 'slept' in document), 'it came from the cache').toBe(true);
  await call(page, 'track', 'purchase', {});
  await expect.poll(() => [...log].sort()).toEqual([HOME, HOME + GOAL, LAST, LAST + GOAL]);
  await call(page, 'track', 'purchase', {});
  await enter(page, `${site.origin}/last`);
  // whoever asks has what waits sent first
  expect(await eventsOf(page, 'counted')).toHaveLength(4);
  expect(log).toHaveLength(4);
});
