// Pages that are left before the rest of a tag in two files is there: the next one that it comes to remembers them.

import { serveHeld } from '../../support/held-rest.ts';
import { exported } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

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
  await travel('30m');
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

test('what was left early in one tab outlasts what another tab writes', async ({ page, site, context }) => {
  const come = serve(site);
  site.serve('/plain', '<title>Plain</title>');
  const readFile = () => page.evaluate(() => localStorage.getItem('selvedge') ?? '');
  come(true);
  const other = await context.newPage();
  await other.goto(site.origin);
  await exported(other);
  come(false);
  await page.goto(`${site.origin}/?again`);
  await page.goto(`${site.origin}/plain`);
  expect(await readFile()).toContain('"left":[[');
  await other.evaluate(() => window.selvedge.set({ plan: 'gold' }));
  await other.goto(`${site.origin}/plain`);
  await expect.poll(readFile).toContain('gold');
  come(true);
  await page.goto(site.origin);
  const { events } = await exported(page);
  expect(events.filter(({ name }) => name === 'page_view')).toHaveLength(3);
});
