// A listener that does not come, and one that sleeps with its page in the back/forward cache while the visitor says
// something on another page of the site.

import type { Page } from '@playwright/test';
import { goBack } from '../../support/back.ts';
import { askedFor, OWN, putOnFile, readFile, serveTwo } from '../../support/denied-two.ts';
import { expectDatabases } from '../../support/expect-databases.ts';
import { holdTimers } from '../../support/hold-timers.ts';
import { enter, exported } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { travel } from '../../support/travel.ts';

test.use({ bfcache: true });

const config = configOf({
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});

test('a listener that never answers: the rest comes ten seconds after the page was there, and the refusal holds', async ({
  page,
  site,
  context,
}) => {
  serveTwo(site, config);
  const never = new Promise<never>(() => {});
  site.serve('/selvedge-listen.js', () => never);
  await putOnFile(page, site, OWN);
  const fire = await holdTimers(page, 10_000);
  await page.goto(site.origin);
  await expect.poll(() => askedFor(site)).toEqual(['listen']);
  await page.evaluate(() => {
    const { selvedge } = window;
    void selvedge.track('share');
    document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'granted' }));
  });
  await travel(context, '5s');
  await fire();
  expect(askedFor(site)).toEqual(['listen']);
  await travel(context, '6s');
  await fire();
  await page.evaluate(() => window.selvedge.ready);
  expect(askedFor(site)).toEqual(['listen', 'later']);
  expect((await exported(page)).consent).toBe('denied');
  await expect(page.getByRole('heading')).toHaveAccessibleName('Original');
  expect(await readFile(page)).toBe(OWN);
  await expectDatabases(page, 0);
});

/** A page with the listener goes to sleep; another one is open then. */
async function sleepDenied(page: Page, site: Site): Promise<void> {
  serveTwo(site, config);
  await putOnFile(page, site, OWN);
  await enter(page, site.origin);
  await page.evaluate(() => Object.assign(document, { slept: true }));
  await enter(page, `${site.origin}/other`);
}

test('a page that comes back by the back button, with nothing said meanwhile, needs the listener alone', async ({
  page,
  site,
}) => {
  await sleepDenied(page, site);
  await goBack(page, '/');
  expect(await page.evaluate(() => 'slept' in document)).toBe(true);
  expect(await page.evaluate(() => window.selvedge.segments())).toEqual([]);
  await page.goto(`${site.origin}/plain`);
  expect(await readFile(page)).toBe(OWN);
  expect(askedFor(site)).toEqual(['listen', 'listen']);
});

test('a page that comes back after the visitor took the refusal back on another one brings the rest', async ({
  page,
  site,
}) => {
  await sleepDenied(page, site);
  await page.evaluate(() => window.selvedge.optIn());
  await expect.poll(() => readFile(page)).toContain('"consent":"implied"');
  await goBack(page, '/');
  expect(await page.evaluate(() => 'slept' in document)).toBe(true);
  await expect.poll(() => askedFor(site)).toEqual(['listen', 'listen', 'later', 'later']);
  await expect.poll(async () => (await exported(page)).consent).toBe('implied');
  expect(await readFile(page)).toContain('"consent":"implied"');
});
