// Going about a site in WebKit, which has no Navigation API: by history in one page, and back to a page that was
// kept whole.

import { configOf, experienceOf, isInTwo, serveTag } from '../support/tag.ts';
import { expect, settle, test, useWebKit, watchedPage } from './test.ts';

declare global {
  interface Window {
    /** the page came back as it was kept */
    isKept?: boolean;
  }
}

const web = useWebKit();

const readHeading = () =>
  web.page.evaluate(() => {
    const heading = document.querySelector('h1');
    return heading?.shadowRoot?.textContent || heading?.textContent;
  });
const readPages = () =>
  web.page.evaluate(async () =>
    (await window.selvedge.export()).events
      .filter(({ name }) => name === 'page_view')
      .map(({ props }) => props.path),
  );
/** What shows changes is there: in its own file, which is told of once it has come, or in the tag's. */
const hasWhatShows = () =>
  web.page.evaluate(async (isAlone) => {
    await window.selvedge.ready;
    const [file] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('selvedge-show'));
    // it is told of before it is run; what runs these tests rewrites an `import()` of its own
    if (file) await new Function('address', 'return import(address)')(file.name);
    return !isAlone || file !== undefined;
  }, isInTwo);

test('an app of one page: there, home, back and forward, each with its own words', async () => {
  const { page, site } = web;
  serveTag(
    site,
    configOf({
      experiences: [
        experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'New home' }], {
          id: 'home',
          pages: ['/'],
        }),
        experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'New tents' }], {
          id: 'tents',
          pages: ['/tents'],
        }),
      ],
    }),
  );
  const app = () => {
    const words: Record<string, string> = { '/': 'Home', '/tents': 'Tents', '/boots': 'Boots' };
    const draw = () => {
      const main = document.querySelector('main');
      const heading = document.createElement('h1');
      heading.textContent = words[location.pathname] ?? '';
      main?.replaceChildren(heading);
    };
    addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      event.preventDefault();
      history.pushState({}, '', link.href);
      draw();
    });
    addEventListener('popstate', draw);
    draw();
  };
  site.serve('/app.js', `(${app})()`);
  site.serve(
    '/',
    watchedPage(
      '<main></main><a id="home" href="/">Home</a> <a id="tents" href="/tents">Tents</a> <a id="boots" href="/boots">Boots</a><script src="/app.js"></script>',
    ),
  );
  await page.goto(site.origin);
  await page.evaluate(() => {
    window.isSame = true;
  });
  await expect.poll(readHeading).toBe('New home');
  // that the app goes on is heard, and shown before a frame, by the rest alone
  await expect.poll(hasWhatShows).toBe(true);
  await page.click('#tents');
  await expect.poll(readHeading).toBe('New tents');
  await page.click('#boots');
  await expect.poll(readHeading).toBe('Boots');
  await page.click('#home');
  await expect.poll(readHeading).toBe('New home');
  await page.back();
  await expect.poll(readHeading).toBe('Boots');
  await page.back();
  await expect.poll(readHeading).toBe('New tents');
  await page.forward();
  await expect.poll(readHeading).toBe('Boots');
  await expect.poll(readPages).toEqual(['/', '/tents', '/boots', '/', '/boots', '/tents', '/boots']);
  expect(await page.evaluate(() => window.isSame)).toBe(true);
  await settle(page);
  const { frames, warnings } = await web.readSeen();
  expect(frames.filter((text) => text === 'Home' || text === 'Tents')).toEqual([]);
  expect(warnings).toEqual([]);
});

test('a page from the back/forward cache has its variant, and is another view of the same visit', async () => {
  const { page, site } = web;
  serveTag(
    site,
    configOf({
      segments: [
        {
          id: 'keen',
          name: 'keen',
          when: { kind: 'count', event: 'share', is: { $gte: 1 }, during: 'visit' },
        },
      ],
      experiences: [
        experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }]),
        experienceOf('keen', [{ kind: 'text', target: { css: 'h2' }, value: 'Keen' }], { live: true }),
      ],
    }),
  );
  for (const path of ['/', '/other']) site.serve(path, watchedPage('<h1>Original</h1><h2>Second</h2>'));
  await page.goto(site.origin);
  await page.evaluate(async () => {
    await window.selvedge.ready;
    addEventListener('pageshow', ({ persisted }) => {
      window.isKept = persisted;
    });
  });
  const { seed } = await page.evaluate(() => window.selvedge.export());
  await page.goto(`${site.origin}/other`);
  await page.evaluate(async () => {
    await window.selvedge.ready;
    await window.selvedge.track('share');
  });
  await page.back();
  await expect.poll(() => page.evaluate(() => window.isKept)).toBe(true);
  await expect.poll(readHeading).toBe('Variant');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('h2')?.shadowRoot?.textContent))
    .toBe('Keen');
  await expect.poll(readPages).toEqual(['/', '/other', '/']);
  const life = await page.evaluate(() => window.selvedge.export());
  expect(life.seed).toBe(seed);
  expect(life.events.filter(({ name }) => name === 'visit_start')).toHaveLength(1);
});
