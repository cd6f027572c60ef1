// Telling the site's own analytics: by the functions that the page has, whenever they come, and by no request of our own.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { call, enter, eventNames, exported } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const TOLD: Partial<Config> = {
  goals: [{ id: 'order', name: 'Order', event: 'purchase', value: 'value', cap: 500, currency: 'EUR' }],
  measure: {
    tell: [
      { to: 'mixpanel' },
      { to: 'umami', values: true },
      { to: 'matomo' },
      { to: 'dataLayer', values: true },
      { to: 'beacon', url: '/told', values: true },
    ],
  },
  experiences: [
    experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Shown' }], {
      id: 'home',
      goal: 'order',
    }),
  ],
};
/** One that throws, one that comes late, and one that is never there (Matomo). */
const PAGE = `<h1>Shop</h1><script>
  window.told = [];
  window.dataLayer = [];
  window.mixpanel = { track() { throw new Error('broken'); } };
  window.addEventListener('load', () => setTimeout(() => {
    window.umami = { track: (...given) => void window.told.push(given) };
  }, 200));
</script>`;
const told = (page: Page) => page.evaluate(() => window.told);
const pushed = (page: Page) =>
  page.evaluate(() =>
    (window as { dataLayer?: { event?: string }[] }).dataLayer?.filter(({ event }) => event),
  );

test('late, throwing and absent vendors are nobody else’s problem; an address is told without cookie or referrer', async ({
  page,
  site,
}) => {
  serveTag(site, configOf(TOLD));
  site.serve('/', { headers: { 'set-cookie': 'visitor=17; path=/' }, body: pageWith(PAGE) });
  const asked: string[] = [];
  site.serve('/told', ({ headers, method }) => {
    asked.push([method, headers.cookie, headers.referer, headers['content-type']].join());
    return { status: 204, body: '' };
  });
  const warnings: string[] = [];
  page.on('console', (line) => void (line.type() === 'warning' && warnings.push(line.text())));
  await enter(page, site.origin);
  // a goal counts for what was shown by then
  await expect.poll(() => eventNames(page)).toContain('exposure');
  await call(page, 'track', 'purchase', { value: 40 });
  await expect
    .poll(() => told(page))
    .toEqual([
      ['selvedge_exposure', { experience: 'home', arm: 'v' }],
      ['selvedge_goal', { goal: 'order', experience: 'home', arm: 'v', value: 40 }],
    ]);
  expect(await pushed(page)).toEqual([
    { event: 'experience_impression', exp_variant_string: 'selvedge-home-v' },
    { event: 'selvedge_goal', goal: 'order', exp_variant_string: 'selvedge-home-v', value: 40 },
  ]);
  await expect.poll(() => asked).toEqual(['POST,,,text/plain', 'POST,,,text/plain']);
  await expect.poll(() => warnings.filter((line) => line.includes('matomo')).length).toBe(1);
  expect(warnings.filter((line) => line.includes('mixpanel'))).toHaveLength(1);
  // nothing of a vendor's was made
  expect(await page.evaluate(() => '_paq' in window)).toBe(false);
  const { events } = await exported(page);
  expect(events.filter(({ name }) => /selvedge_|experience_/.test(name))).toEqual([]);
});

test('before consent and after it was refused nobody is told anything', async ({ page, site }) => {
  const measure: Config['measure'] = { tell: [{ to: 'dataLayer' }] };
  serveTag(site, configOf({ ...TOLD, measure, privacy: {} }));
  site.serve('/', { body: pageWith(PAGE) });
  await enter(page, site.origin);
  // a goal counts for what was shown by then
  await expect.poll(() => eventNames(page)).toContain('exposure');
  await call(page, 'track', 'purchase', { value: 40 });
  expect(await pushed(page)).toEqual([]);
  await call(page, 'consent', 'granted');
  await call(page, 'track', 'purchase', { value: 40 });
  await expect.poll(async () => (await pushed(page))?.map(({ event }) => event)).toEqual(['selvedge_goal']);
  await call(page, 'consent', 'denied');
  await call(page, 'track', 'purchase', { value: 40 });
  expect((await pushed(page))?.length).toBe(1);
});
