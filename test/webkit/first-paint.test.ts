// The variant is in the first paint, of every kind of change, and what was changed goes back to what it was.

import { describe } from 'vitest';
import type { Change } from '../../shared/schema/change.ts';
import { pace } from '../support/site.ts';
import { configOf, experienceOf, serveTag } from '../support/tag.ts';
import { expect, settle, test, useWebKit, watchedPage } from './test.ts';

const web = useWebKit();

const standby = () => web.page.evaluate(() => void document.dispatchEvent(new Event('selvedge:standby')));
const resume = () => web.page.evaluate(() => void document.dispatchEvent(new Event('selvedge:resume')));

test('a returning visitor never sees the original, however slowly the page comes', async () => {
  const { page, site } = web;
  serveTag(
    site,
    configOf({
      segments: [
        {
          id: 'tents',
          name: 'tents',
          when: {
            kind: 'count',
            event: 'page_view',
            where: { path: { $startsWith: '/tents/' } },
            is: { $gte: 3 },
          },
        },
      ],
      experiences: [
        experienceOf('tents', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }], {
          pages: ['/'],
        }),
      ],
    }),
  );
  for (const path of ['/tents/a', '/tents/b', '/tents/c']) site.serve(path, watchedPage('<h1>A tent</h1>'));
  site.serve('/', () => ({
    body: pace(watchedPage('<p>Before</p><h1>Original</h1><p>After</p>').split(/(?=<h1>|<\/h1>|<p>)/), 40),
  }));
  for (const path of ['/tents/a', '/tents/b', '/tents/c']) {
    await page.goto(site.origin + path);
    await page.evaluate(() => window.selvedge.ready);
  }
  await page.goto(site.origin);
  await settle(page);
  const { frames, warnings } = await web.readSeen();
  expect(frames.filter(Boolean)).toEqual(['Variant']);
  expect(warnings).toEqual([]);
  expect(await page.evaluate(() => window.selvedge.segments())).toEqual(['tents']);
});

interface Row {
  name: string;
  html: string;
  changes: (css: string) => Change[];
  /** runs in the page with the row's element: is the variant there? */
  holds: (row: HTMLElement) => boolean;
}

const rows: Row[] = [
  {
    name: 'text on a heading',
    html: '<h2>Original <b>words</b></h2>',
    changes: (css) => [{ kind: 'text', target: { css: `${css} h2` }, value: 'New words' }],
    holds: (row) => {
      const heading = row.querySelector('h2');
      return heading?.shadowRoot?.textContent === 'New words' && heading.textContent === 'Original words';
    },
  },
  {
    name: 'text on a button',
    html: '<button type="button">Original <i>words</i></button>',
    changes: (css) => [{ kind: 'text', target: { css: `${css} button` }, value: 'New' }],
    holds: (row) => row.querySelector('button')?.innerText === 'New',
  },
  {
    name: 'attribute, class and style',
    html: '<p title="Original">Words</p>',
    changes: (css) => [
      { kind: 'attribute', target: { css: `${css} p` }, name: 'title', value: 'New' },
      { kind: 'class', target: { css: `${css} p` }, add: ['fresh'] },
      { kind: 'style', target: { css: `${css} p` }, properties: { color: 'rgb(1, 2, 3)' } },
    ],
    holds: (row) => {
      const p = row.querySelector('p');
      return (
        !!p && p.title === 'New' && p.className === 'fresh' && getComputedStyle(p).color === 'rgb(1, 2, 3)'
      );
    },
  },
  {
    name: 'css and hide',
    html: '<p class="hidden">Words</p><p class="drawn">Words</p>',
    changes: (css) => [
      { kind: 'hide', target: { css: `${css} .hidden` } },
      { kind: 'css', value: `${css} .drawn { letter-spacing: 3px }` },
    ],
    holds: (row) => {
      const [hidden, drawn] = row.querySelectorAll('p');
      return (
        !!hidden && !!drawn && !hidden.checkVisibility() && getComputedStyle(drawn).letterSpacing === '3px'
      );
    },
  },
  {
    name: 'image',
    html: '<img alt="" src="/old.svg" width="9" height="9">',
    changes: (css) => [{ kind: 'image', target: { css: `${css} img` }, src: '/new.svg' }],
    holds: (row) => row.querySelector('img')?.currentSrc.endsWith('/new.svg') === true,
  },
  {
    name: 'link',
    html: '<a href="/old">Words</a>',
    changes: (css) => [{ kind: 'link', target: { css: `${css} a` }, href: '/new' }],
    holds: (row) => row.querySelector('a')?.getAttribute('href') === '/new',
  },
  {
    name: 'html',
    html: '<p>Original</p>',
    changes: (css) => [{ kind: 'html', target: { css: `${css} p` }, value: 'New <b>bold</b>' }],
    holds: (row) => row.querySelector('p b')?.textContent === 'bold',
  },
  {
    name: 'insert',
    html: '<p>Original</p>',
    changes: (css) => [
      { kind: 'insert', target: { css: `${css} p` }, position: 'after', html: '<p class="more">More</p>' },
    ],
    holds: (row) => row.querySelector('p')?.parentElement?.querySelector('.more')?.textContent === 'More',
  },
  {
    name: 'move',
    html: '<p class="one">One</p><p class="two">Two</p>',
    changes: (css) => [
      { kind: 'move', target: { css: `${css} .two` }, to: { css: `${css} .one` }, position: 'before' },
    ],
    holds: (row) => row.innerText.replace(/\s+/g, ' ').trim() === 'Two One',
  },
];

describe('every kind', () => {
  test('is shown, and is gone without a trace on standby, and comes again', async () => {
    const { page, site } = web;
    const changes = rows.flatMap(({ changes }, index) => changes(`#row-${index}`));
    serveTag(site, configOf({ experiences: [experienceOf('everyone', changes)] }));
    site.serveFile('/selvedge-purify.js', 'dist/selvedge-purify.js');
    for (const name of ['old', 'new'])
      site.serve(`/${name}.svg`, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const body = rows.map(({ html }, index) => `<section id="row-${index}">${html}</section>`).join('\n');
    site.serve('/', watchedPage(body, { watch: '#row-0 h2' }));
    site.serve('/plain', watchedPage(body).replace(/<script src="\/selvedge.js" ><\/script>/, ''));

    const readBody = () =>
      page.evaluate(() =>
        document.body.outerHTML.replace(/<selvedge-test-probe.*?<\/selvedge-test-probe>/g, ''),
      );
    const readMissing = async () => {
      const missing: string[] = [];
      for (const [index, { name, holds }] of rows.entries()) {
        // a function of this file, run in the page
        const is = await page.evaluate(
          (id, source) => {
            const row = document.getElementById(id);
            return new Function(`return (${source})`)()(row);
          },
          `row-${index}`,
          String(holds),
        );
        if (!is) missing.push(name);
      }
      return missing;
    };
    await page.goto(`${site.origin}/plain`);
    const original = await readBody();
    await page.goto(site.origin);
    await expect.poll(readMissing).toEqual([]);
    await settle(page);
    const { frames, warnings } = await web.readSeen();
    expect(warnings).toEqual([]);
    expect(frames.filter(Boolean)).toEqual(['New words']);
    await standby();
    await expect.poll(readBody).toBe(original);
    await resume();
    await expect.poll(readMissing).toEqual([]);
    await standby();
    await expect.poll(readBody).toBe(original);
  });
});
