// Pages that lead elsewhere before the rest of a tag in two files is there: what they showed is counted on the next, once
// a visit, and nobody is led in a circle.

import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { enter, eventsOf, exported, ready } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const to = (url: string): Change[] => [{ kind: 'redirect', url }];

/** Serves the pages, each with its script before the tag. */
function serve(site: Site, parts: Partial<Config>, pages: string[], head = ''): void {
  for (const [name, body] of Object.entries(twoFilesWith(configOf(parts)))) site.serve(`/${name}`, body);
  for (const path of pages)
    site.serve(path, pageWith(`<h1>${path}</h1>`).replace('<script', `${head}<script`));
}

const viewsOf = (site: Site, path: string) => site.requests.filter((line) => line === `GET ${path}`).length;

test('two redirects in a row are counted, each on its page and for its segment', async ({ page, site }) => {
  const variants = [
    { id: 'b', name: 'b', segment: 'buyer', changes: to('/two') },
    { id: 'a', name: 'a', segment: 'everyone', changes: to('/one') },
  ];
  serve(
    site,
    {
      segments: [{ id: 'buyer', name: 'buyer', when: { kind: 'count', event: 'purchase', is: { $gte: 1 } } }],
      experiences: [
        experienceOf('', [], { id: 'first', pages: ['/'], variants }),
        experienceOf('everyone', to('/two'), { id: 'second', pages: ['/one'] }),
      ],
    },
    ['/', '/one', '/two'],
  );
  // as a link does: what a driver gives may end what runs in Firefox because a page is left (docs/notes/page-facts.md)
  site.serve('/empty', '<title>Empty</title>');
  await page.goto(`${site.origin}/empty`);
  await page.evaluate(() => location.assign('/'));
  await expect(page).toHaveURL(/two/);
  await ready(page);
  const shown = async () => (await eventsOf(page, 'exposure')).map(({ props }) => props);
  const first = { experience: 'first', outcome: 'variant', variant: 'a', segment: 'everyone' };
  expect(await shown()).toEqual([
    first,
    { experience: 'second', outcome: 'variant', variant: 'v', segment: 'everyone' },
  ]);
  const { events } = await exported(page);
  const views = events.filter(({ name }) => name === 'page_view').map(({ at }) => at);
  const seen = events.filter(({ name }) => name === 'exposure').map(({ at }) => at);
  expect(seen).toEqual(views.slice(0, 2));
});

for (const [what, head] of [
  ['', ''],
  // nothing is begun on a first page with one
  [', with a data layer', '<script>dataLayer = []</script>'],
])
  test(`three pages that lead to each other end, and lead nowhere for the rest of the visit${what}`, async ({
    page,
    site,
    travel,
  }) => {
    serve(
      site,
      {
        experiences: [
          experienceOf('everyone', to('/one'), { id: 'a', pages: ['/'] }),
          experienceOf('everyone', to('/two'), { id: 'b', pages: ['/one'] }),
          experienceOf('everyone', to('/'), { id: 'c', pages: ['/two'] }),
        ],
      },
      ['/', '/one', '/two'],
      head,
    );
    await enter(page, site.origin);
    expect(new URL(page.url()).pathname).toBe('/');
    await enter(page, `${site.origin}/one`);
    expect(new URL(page.url()).pathname).toBe('/one');
    expect([viewsOf(site, '/'), viewsOf(site, '/one'), viewsOf(site, '/two')]).toEqual([2, 2, 1]);
    await travel('31m');
    await page.goto(`${site.origin}/two`);
    await page.waitForURL((url) => url.pathname === '/two' && viewsOf(site, '/two') === 3);
    await ready(page);
    expect([viewsOf(site, '/'), viewsOf(site, '/one'), viewsOf(site, '/two')]).toEqual([3, 3, 3]);
  });

const leading = { experiences: [experienceOf('everyone', to('/one'), { id: 'lead', pages: ['/led'] })] };

test('who refuses before the rest is there leaves no word of where they were led', async ({ page, site }) => {
  serve(site, leading, ['/led', '/one']);
  site.serve('/selvedge-later.js', () => new Promise<never>(() => {}));
  site.serve('/empty', '<title>Empty</title>');
  await page.goto(`${site.origin}/empty`);
  await page.evaluate(() => location.assign('/led'));
  await expect(page).toHaveURL(/one/);
  await page.evaluate(() => void window.selvedge.optOut());
  expect(await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }])).toEqual([
    { selvedge: '{"consent":"denied"}' },
    {},
  ]);
});
