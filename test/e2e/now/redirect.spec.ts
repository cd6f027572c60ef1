// Pages that lead elsewhere before the rest of a tag in two files is there: what they showed is counted on the next, once
// a visit, and nobody is led in a circle.

import type { Page } from '@playwright/test';
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

/** Follows a link. @returns waits until another page of this path is there: the one that is left may have it, too */
async function leave(page: Page, to: string): Promise<(path: string) => Promise<unknown>> {
  await page.evaluate((to) => {
    window.isSame = true;
    location.assign(to);
  }, to);
  return (path) =>
    page.waitForFunction((path) => location.pathname === path && !window.isSame && !!window.selvedge, path);
}

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
  await page.waitForURL('**/two');
  await ready(page);
  const shown = async () => (await eventsOf(page, 'exposure')).map(({ props }) => props);
  const first = { experience: 'first', outcome: 'variant', variant: 'a', segment: 'everyone' };
  await expect
    .poll(shown)
    .toEqual([first, { experience: 'second', outcome: 'variant', variant: 'v', segment: 'everyone' }]);
  const { events } = await exported(page);
  const views = events.filter(({ name }) => name === 'page_view').map(({ at }) => at);
  const seen = events.filter(({ name }) => name === 'exposure').map(({ at }) => at);
  expect(seen).toEqual(views.slice(0, 2));
});

test('of two experiences that lead away from a page the earlier one does, and it alone is counted', async ({
  page,
  site,
}) => {
  serve(
    site,
    {
      experiences: [
        experienceOf('everyone', to('/one'), { id: 'first', pages: ['/'] }),
        experienceOf('everyone', to('/two'), { id: 'second', pages: ['/'] }),
      ],
    },
    ['/', '/one', '/two'],
  );
  site.serve('/empty', '<title>Empty</title>');
  await page.goto(`${site.origin}/empty`);
  await page.evaluate(() => location.assign('/'));
  await page.waitForURL(/(one|two)$/);
  await ready(page);
  expect(new URL(page.url()).pathname).toBe('/one');
  await expect
    .poll(async () => (await eventsOf(page, 'exposure')).map(({ props }) => props.experience))
    .toEqual(['first']);
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
    const views = () => ['/', '/one', '/two'].map((path) => viewsOf(site, path));
    /** A page that leads elsewhere may be loaded before it is left. */
    const endAt = async (path: string, asked: number[]) => {
      await expect.poll(views).toEqual(asked);
      await page.waitForURL(site.origin + path);
      await ready(page);
    };
    await page.goto(site.origin);
    await endAt('/', [2, 1, 1]);
    await page.goto(`${site.origin}/one`);
    await endAt('/one', [2, 2, 1]);
    await travel('31m');
    await page.goto(`${site.origin}/two`);
    await endAt('/two', [3, 3, 3]);
    expect(views()).toEqual([3, 3, 3]);
  });

/** What is remembered of one experience and of views, each with its time. */
async function counted(page: Page) {
  const { events } = await exported(page);
  return events
    .filter(({ name }) => name === 'page_view' || name === 'exposure')
    .map(({ name, at, props }) => ({ at, what: name === 'exposure' ? props.experience : props.path }));
}

const leading = { experiences: [experienceOf('everyone', to('/one'), { id: 'lead', pages: ['/led'] })] };

test('who is known is counted where they are led away, though nothing runs as the page is left', async ({
  page,
  site,
}) => {
  serve(site, leading, ['/one']);
  // as a browser may: docs/notes/page-facts.md, "Page lifecycle"
  const cut = `<script>addEventListener('pagehide', (event) => event.stopImmediatePropagation())</script>`;
  site.serve('/led', pageWith('').replace('<script', `${cut}<script`));
  await enter(page, `${site.origin}/one`);
  const isAt = await leave(page, '/led');
  await isAt('/one');
  expect(viewsOf(site, '/one')).toBe(2);
  await ready(page);
  const all = await counted(page);
  expect(all.map(({ what }) => what)).toEqual(['/one', '/led', 'lead', '/one']);
  expect(all[1]?.at).toBe(all[2]?.at);
});

test('who is led to a page that is slow to answer is counted once', async ({ page, site }) => {
  serve(site, leading, ['/one']);
  // a page that is still read is read no further then, and its rest does not come: so this tag is late. The rest alone knows
  // reasons
  site.serve(
    '/led',
    `<script>onload = () => {
      document.head.append(Object.assign(document.createElement('script'), { src: '/selvedge.js' }));
      const timer = setInterval(() => {
        if (!window.selvedge?.experiences()[0]?.reason) return;
        clearInterval(timer);
        fetch('/rested');
      }, 5);
    }</script>`,
  );
  site.serve('/rested', '');
  await enter(page, `${site.origin}/one`);
  let answer = () => {};
  const rested = new Promise<void>((done) => {
    answer = done;
  });
  site.serve('/one', async () => {
    await rested;
    return pageWith('<h1>One</h1>');
  });
  const isAt = await leave(page, '/led');
  await expect.poll(() => site.requests).toContain('GET /rested');
  answer();
  await isAt('/one');
  await ready(page);
  expect((await counted(page)).map(({ what }) => what)).toEqual(['/one', '/led', 'lead', '/one']);
});

test('who refuses before the rest is there leaves no word of where they were led', async ({ page, site }) => {
  serve(site, leading, ['/led', '/one']);
  site.serve('/selvedge-later.js', () => new Promise<never>(() => {}));
  site.serve('/empty', '<title>Empty</title>');
  await page.goto(`${site.origin}/empty`);
  const isAt = await leave(page, '/led');
  await isAt('/one');
  await page.evaluate(() => void window.selvedge.optOut());
  expect(await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }])).toEqual([
    { selvedge: '{"consent":"denied"}' },
    {},
  ]);
});
