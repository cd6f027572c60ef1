// What shows changes is a file of its own: it comes where something is shown and nowhere else, and nothing but what is to
// be seen waits for it.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { call, enter, eventsOf } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { addressOfShow, configOf, experienceOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const say = (value: string) => [{ kind: 'text' as const, target: { css: 'h1' }, value }];
const buyers = {
  id: 'buyers',
  name: 'Buyers',
  when: { kind: 'count' as const, event: 'bought', is: { $gte: 1 } },
};
const live = { live: true, pages: ['/'] };

/** Serves a tag with this config, and a page. @returns what lets the file come, or not */
function serve(site: Site, config: Config): { come(isThere?: boolean): void; files: Record<string, string> } {
  const files = twoFilesWith(config);
  let come: (isThere: boolean) => void = () => {};
  const asked = new Promise<boolean>((resolve) => {
    come = resolve;
  });
  for (const [name, text] of Object.entries(files)) site.serve(`/${name}`, text);
  site.serve('/selvedge-show.js', async () =>
    (await asked) ? files['selvedge-show.js'] : { status: 404, body: 'missing' },
  );
  site.serve('/', pageWith('<h1>Original</h1>'));
  return { come: (isThere = true) => come(isThere), files };
}

const asksFor = (site: Site): string[] => site.requests.filter((one) => one.includes('selvedge-show'));
const heading = (page: Page) => page.getByRole('heading');
/** What is said of the file: a busy machine's storage may be spoken of, too. */
const saidOf = ({ warnings }: { warnings: string[] }) =>
  warnings.filter((one) => one.includes('selvedge-show'));
const exposures = async (page: Page) =>
  (await eventsOf(page, 'exposure')).map(({ props }) => `${props?.experience} ${props?.outcome}`);

test('who is in no segment never asks for it, whatever else they do', async ({ page, site }) => {
  serve(site, configOf({ segments: [buyers], experiences: [experienceOf('buyers', say('Thanks'))] }));
  await enter(page, site.origin);
  await call(page, 'track', 'looked', {});
  await page.evaluate(() => history.pushState({}, '', '/?next'));
  await expect.poll(async () => (await eventsOf(page, 'page_view')).length).toBe(2);
  await page.evaluate(() => window.selvedge.optOut());
  await page.evaluate(() => window.selvedge.optIn());
  expect(await call(page, 'experiences')).toMatchObject([{ outcome: 'original' }]);
  expect(asksFor(site)).toEqual([]);
});

test('who is shown something asks for it once, by what it holds', async ({ page, site }) => {
  const { come, files } = serve(site, configOf({ experiences: [experienceOf('everyone', say('Variant'))] }));
  come();
  await enter(page, site.origin);
  await expect.poll(() => asksFor(site)).toEqual([`GET ${addressOfShow(files as never)}`]);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await expect.poll(() => exposures(page)).toEqual(['for-everyone variant']);
});

test('it is under way: all is answered, and what is painted counts as shown', async ({ page, site }) => {
  const { come } = serve(site, configOf({ experiences: [experienceOf('everyone', say('Variant'))] }));
  await enter(page, site.origin);
  await expect.poll(() => asksFor(site).length).toBe(1);
  expect(await call(page, 'experiences')).toMatchObject([{ outcome: 'variant', variant: 'v' }]);
  await expect.poll(() => exposures(page)).toEqual(['for-everyone variant']);
  await call(page, 'track', 'looked', {});
  expect(await eventsOf(page, 'looked')).toHaveLength(1);
  come();
  // the page says it anew: whoever keeps it there has come
  await expect(heading(page)).toHaveAccessibleName('Variant');
  expect(await exposures(page)).toEqual(['for-everyone variant']);
});

test('it is under way: a click on what is painted is heard by the page’s own words', async ({
  page,
  site,
}) => {
  const target = { css: 'a', text: 'Dry nights' };
  const { come } = serve(
    site,
    configOf({
      capture: [{ kind: 'click', event: 'dry', target }],
      experiences: [
        experienceOf('everyone', [{ kind: 'text', target: { css: 'a' }, value: 'For you' }], { id: 'link' }),
      ],
    }),
  );
  site.serve('/', pageWith('<a href="#dry">Dry nights</a>'));
  await enter(page, site.origin);
  await expect.poll(() => asksFor(site).length).toBe(1);
  const heard = async () => (await eventsOf(page, 'dry')).length;
  const link = page.getByRole('link', { name: 'For you' });
  await link.click();
  expect(await heard()).toBe(1);
  come();
  await expect.poll(() => exposures(page)).toEqual(['link variant']);
  await link.click();
  expect(await heard()).toBe(2);
  await page.evaluate(() => window.selvedge.optOut());
  await expect(page.getByRole('link')).toHaveText('Dry nights');
});

test('it never comes: that is said once, what is painted stays, and a denial ends it', async ({
  page,
  site,
  guard,
}) => {
  const { come } = serve(site, configOf({ experiences: [experienceOf('everyone', say('Variant'))] }));
  come(false);
  guard.allow({ errors: /404/ });
  await enter(page, site.origin);
  await expect.poll(() => saidOf(guard)).toHaveLength(1);
  expect(saidOf(guard)[0]).toContain('selvedge-show.js: did not come');
  await call(page, 'track', 'looked', {});
  await expect(heading(page)).toHaveAccessibleName('Variant');
  expect(await exposures(page)).toEqual(['for-everyone variant']);
  await page.evaluate(() => window.selvedge.optOut());
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(saidOf(guard)).toHaveLength(1);
});

test('a denial while it is under way: the original at once, and it stays until a grant', async ({
  page,
  site,
}) => {
  const { come, files } = serve(site, configOf({ experiences: [experienceOf('everyone', say('Variant'))] }));
  await enter(page, site.origin);
  await expect.poll(() => asksFor(site).length).toBe(1);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await page.evaluate(() => window.selvedge.optOut());
  await expect(heading(page)).toHaveAccessibleName('Original');
  come();
  await page.evaluate((address) => import(address), addressOfShow(files as never));
  await expect(heading(page)).toHaveAccessibleName('Original');
  await page.evaluate(() => window.selvedge.optIn());
  await expect(heading(page)).toHaveAccessibleName('Variant');
  expect(asksFor(site)).toHaveLength(1);
});

test('one that begins while the page is open asks for it then', async ({ page, site }) => {
  const { come } = serve(
    site,
    configOf({ segments: [buyers], experiences: [experienceOf('buyers', say('Thanks'), live)] }),
  );
  come();
  await enter(page, site.origin);
  await call(page, 'track', 'looked', {});
  expect(asksFor(site)).toEqual([]);
  await call(page, 'track', 'bought', {});
  await expect(heading(page)).toHaveAccessibleName('Thanks');
  await expect.poll(() => exposures(page)).toEqual(['for-buyers variant']);
});

test('what was wanted only while it was under way is neither shown nor counted', async ({ page, site }) => {
  const few = { ...buyers, id: 'few', when: { ...buyers.when, is: 1 } };
  const many = { ...buyers, id: 'many', when: { ...buyers.when, is: { $gte: 2 } } };
  const { come } = serve(
    site,
    configOf({
      segments: [few, many],
      experiences: [experienceOf('few', say('First'), live), experienceOf('many', say('Second'), live)],
    }),
  );
  await enter(page, site.origin);
  await call(page, 'track', 'bought', {});
  await expect.poll(() => asksFor(site).length).toBe(1);
  expect(await call(page, 'experiences')).toMatchObject([{ outcome: 'variant' }, { outcome: 'original' }]);
  await call(page, 'track', 'bought', {});
  come();
  await expect(heading(page)).toHaveAccessibleName('Second');
  await expect.poll(() => exposures(page)).toEqual(['for-many variant']);
});

test('it has the browser’s functions as the rest has found them', async ({ page, site }) => {
  const { come } = serve(
    site,
    configOf({ segments: [buyers], experiences: [experienceOf('buyers', say('Thanks'), live)] }),
  );
  come();
  await enter(page, site.origin);
  await page.evaluate(() => {
    const broken = (): never => {
      throw new Error('mine');
    };
    for (const name of ['setAttribute', 'getAttribute', 'matches', 'closest', 'attachShadow', 'remove'])
      Object.assign(Element.prototype, { [name]: broken });
    Object.assign(Element.prototype, { querySelectorAll: broken });
    Object.assign(Document.prototype, { querySelectorAll: broken });
    Object.assign(Node.prototype, { insertBefore: broken });
    Object.assign(window, {
      MutationObserver: broken,
      CSSStyleSheet: undefined,
      URL: undefined,
      JSON: undefined,
    });
  });
  await call(page, 'track', 'bought', {});
  await expect
    .poll(() => page.evaluate(() => document.body.firstElementChild?.shadowRoot?.textContent))
    .toBe('Thanks');
});

test('it does not come at first: it is asked for again, and nothing is said', async ({
  page,
  site,
  guard,
}) => {
  const { files } = serve(
    site,
    configOf({ segments: [buyers], experiences: [experienceOf('buyers', say('Thanks'), live)] }),
  );
  let tries = 0;
  site.serve('/selvedge-show.js', () =>
    tries++ ? `${files['selvedge-show.js']}` : { status: 503, body: 'not now' },
  );
  guard.allow({ errors: /503/ });
  await enter(page, site.origin);
  await call(page, 'track', 'bought', {});
  await expect(heading(page)).toHaveAccessibleName('Thanks');
  expect(asksFor(site)).toHaveLength(2);
  expect(saidOf(guard)).toEqual([]);
});

test('it is slow: that is said once after ten seconds, and it is welcome all the same', async ({
  clocked: page,
  site,
  guard,
}) => {
  const { come } = serve(
    site,
    configOf({ segments: [buyers], experiences: [experienceOf('buyers', say('Thanks'), live)] }),
  );
  await page.clock.install();
  await page.goto(site.origin);
  await call(page, 'track', 'bought', {});
  await expect.poll(() => asksFor(site).length).toBe(1);
  // the page's clock goes on meanwhile, and a busy machine is slow to come here
  await page.clock.runFor(1_000);
  expect(saidOf(guard)).toEqual([]);
  await page.clock.runFor(10_000);
  await expect.poll(() => saidOf(guard)).toEqual([expect.stringContaining('did not come (slow)')]);
  come();
  await expect(heading(page)).toHaveAccessibleName('Thanks');
  expect(saidOf(guard)).toHaveLength(1);
});

test('a preview link asks for it', async ({ page, site }) => {
  const { come } = serve(
    site,
    configOf({ segments: [buyers], experiences: [experienceOf('buyers', say('Thanks'))] }),
  );
  come();
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  await page.goto(`${site.origin}/#selvedge=buyers`);
  await expect(page.locator('h1')).toHaveAccessibleName('Thanks');
  expect(asksFor(site)).toHaveLength(1);
});
