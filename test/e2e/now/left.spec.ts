// Pages that are left before the rest of a tag in two files is there: the next one that it comes to remembers them.

import { serveHeld } from '../../support/held-rest.ts';
import { enter, eventsOf, exported } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { seen } from '../dom/lab.ts';

/** Serves pages. @returns says whether the rest comes; else it is asked for, and there is no answer */
function serve(site: Site): (comes: boolean) => void {
  site.serve('/', pageWith('<h1>Original</h1>'));
  return serveHeld(site, configOf({ experiences: [experienceOf('everyone', [])] }), false);
}

test('two pages left early are views of their visit; half an hour later it is a new one', async ({
  page,
  site,
  travel,
}) => {
  const come = serve(site);
  await page.goto(site.origin);
  await page.goto(`${site.origin}/?again`);
  await travel('31m');
  come(true);
  await page.goto(site.origin);
  const { events } = await exported(page);
  expect(events.map(({ name }) => name).filter((name) => name !== 'exposure')).toEqual([
    'visit_start',
    'page_view',
    'page_view',
    'visit_start',
    'page_view',
  ]);
});

test('a page that is left as the rest comes, before anything is stored, loses nothing of those before', async ({
  page,
  site,
}) => {
  const come = serve(site);
  await page.goto(site.origin);
  come(true);
  // the rest alone knows reasons; the database is never there
  site.serve(
    '/hasty',
    pageWith(`<h1>Hasty</h1><script>
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function () {
        return Object.assign(open.call(this, 'other'), { addEventListener() {} });
      };
      // once, and not before it is loaded: leaving would end what the test waits for
      const timer = setInterval(() => {
        if (document.readyState !== 'complete' || !selvedge.experiences()[0]?.reason) return;
        clearInterval(timer);
        location.replace('/last');
      }, 5);
      selvedge.track('share');
    </script>`),
  );
  site.serve('/last', pageWith('<h1>Last</h1>'));
  await page.goto(`${site.origin}/hasty`);
  await page.waitForURL('**/last');
  const { events } = await exported(page);
  const views = events.filter(({ name }) => name === 'page_view');
  expect(views.map(({ props }) => props.path)).toEqual(['/', '/hasty', '/last']);
});

test.describe('a visit whose first page was left early', () => {
  const config = configOf({
    segments: ['search', 'direct'].map((is) => ({
      id: is,
      name: is,
      when: { kind: 'context', key: 'channel', is },
    })),
    experiences: [
      experienceOf('everyone', [{ kind: 'redirect', url: '/led' }], { id: 'lead', pages: ['/leading'] }),
      experienceOf('search', [{ kind: 'text', target: { css: 'h1' }, value: 'For searchers' }], {
        id: 'greet',
        pages: ['/led', '/clicked'],
      }),
      // what a page whose visit nobody knows yet must not take for granted
      experienceOf('direct', [{ kind: 'text', target: { css: 'p' }, value: 'Wrong' }], { id: 'other' }),
    ],
  });
  for (const [way, first, next] of [
    ['a redirect', '/leading', '/led'],
    ['a click', '/', '/clicked'],
  ] as const)
    for (const [from, channel, shown] of [
      ['https://www.google.com', 'search', 'For searchers'],
      // a name that may be of a person is not written down
      ['https://jane1984.example', 'direct', 'Original'],
    ] as const)
      test(`by ${way}, came from ${from}: ${channel}`, async ({ page, site }) => {
        const come = serveHeld(site, config, false);
        for (const path of ['/led', '/clicked']) site.serve(path, pageWith('<h1>Original</h1><p>Words</p>'));
        // what a driver says of it Firefox sends, and tells no page
        const referrer = `Object.defineProperty(document, 'referrer', { value: '${from}/' })`;
        for (const path of ['/', '/leading'])
          site.serve(path, pageWith('').replace('<script', `<script>${referrer}</script><script`));
        await page.goto(`${site.origin}${first}`);
        if (first === '/') await page.evaluate((to) => location.assign(to), next);
        await page.waitForURL(`**${next}`);
        await expect(page.locator('p')).toHaveText('Words');
        const left = await page.evaluate(() => JSON.stringify(localStorage));
        expect(left.includes(from)).toBe(channel === 'search');
        come(true);
        await page.reload();
        const starts = await eventsOf(page, 'visit_start');
        expect(starts.map(({ props }) => props.channel)).toEqual([channel]);
        // in doubt the page it came to stays as it was shown first
        await enter(page, page.url());
        await expect.poll(() => seen(page, 'h1')).toBe(shown);
      });
});

test('what was left early in one tab outlasts what another tab writes', async ({ page, site, context }) => {
  const come = serve(site);
  site.serve('/plain', '<title>Plain</title>');
  const readFile = (of = page) => of.evaluate(() => localStorage.getItem('selvedge') ?? '');
  come(true);
  const other = await context.newPage();
  await other.goto(site.origin);
  await exported(other);
  come(false);
  await page.goto(`${site.origin}/?again`);
  await page.goto(`${site.origin}/plain`);
  // another tab may be another process, which hears of a write later
  for (const each of [page, other]) await expect.poll(() => readFile(each)).toContain('"left":[[');
  await other.evaluate(() => window.selvedge.set({ plan: 'gold' }));
  await other.goto(`${site.origin}/plain`);
  await expect.poll(readFile).toContain('gold');
  come(true);
  await page.goto(site.origin);
  const { events } = await exported(page);
  expect(events.filter(({ name }) => name === 'page_view')).toHaveLength(3);
});
