// What a first paint alone makes of a page: each kind of change is there before the first frame, as the tag in one file has
// it, and goes without a trace.

import type { Page } from '@playwright/test';
import type { Change } from '../../../shared/schema/change.ts';
import { recordFrames } from '../../support/frames.ts';
import { changing, nowWith } from '../../support/now.ts';
import { pace, type Site } from '../../support/site.ts';
import { pageWith, tagWith } from '../../support/tag.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';
import { picture, seen } from '../dom/lab.ts';

const target = (css: string, more: object = {}) => ({ css, ...more });
const body = `<h1>Old</h1><p class="a">Old</p><button class="b">Old</button><a class="c" href="/old" title="Old" alt="x">Link</a>
  <img class="d" src="/old.svg" alt="Old"><ul><li>Item</li><li>Two</li></ul><div class="e"><p>Moved</p></div>`;
const kinds: [name: string, changes: Change[]][] = [
  ['text', [{ kind: 'text', target: target('h1'), value: 'New' }]],
  ['text in place', [{ kind: 'text', target: target('.b'), value: 'New' }]],
  ['html', [{ kind: 'html', target: target('.a'), value: '<b class="x">New</b> words' }]],
  ['html in place', [{ kind: 'html', target: target('.b'), value: '<b>New</b>' }]],
  ['attribute', [{ kind: 'attribute', target: target('.c'), name: 'title', value: 'New' }]],
  ['attribute taken away', [{ kind: 'attribute', target: target('.c'), name: 'title', value: null }]],
  ['class', [{ kind: 'class', target: target('.c'), add: ['ours'], remove: ['none'] }]],
  ['image', [{ kind: 'image', target: target('.d'), src: '/new.svg', alt: 'New' }]],
  ['link', [{ kind: 'link', target: target('.c'), href: '/new', newTab: true }]],
  ['insert', [{ kind: 'insert', target: target('ul'), position: 'last', html: '<li>Ours</li>' }]],
  ['insert beside', [{ kind: 'insert', target: target('h1'), position: 'after', html: 'Bare <i>words</i>' }]],
  ['style', [{ kind: 'style', target: target('h1'), properties: { color: 'rgb(1, 2, 3)' } }]],
  [
    'style, confirmed',
    [{ kind: 'style', target: target('li', { text: 'Two' }), properties: { color: 'red' } }],
  ],
  ['hide', [{ kind: 'hide', target: target('li', { text: 'Item' }) }]],
  ['css', [{ kind: 'css', value: 'h1{color:rgb(4, 5, 6)}' }]],
  ['move', [{ kind: 'move', target: target('.e'), to: target('h1'), position: 'before' }]],
  [
    'the earlier of two',
    [
      { kind: 'text', target: target('h1'), value: 'First' },
      { kind: 'html', target: target('body > h1'), value: 'Second' },
      { kind: 'style', target: target('h1'), properties: { color: 'rgb(1, 2, 3)' } },
      { kind: 'style', target: target('h1'), properties: { color: 'red', top: '1px' } },
    ],
  ],
  [
    'what is refused',
    [
      { kind: 'attribute', target: target('[type=password], .b'), name: 'title', value: 'New' },
      { kind: 'text', target: target('[contenteditable] p'), value: 'New' },
      { kind: 'text', target: target('h1', { text: 'Other' }), value: 'New' },
    ],
  ],
  [
    'tokens',
    [
      {
        kind: 'text',
        target: target('h1'),
        value: '{{trait.name|You}} in {{context.device}} {{context.query.q|}}',
      },
    ],
  ],
];
const more = '<input type="password"><div contenteditable><p>Edited</p></div>';

function serve(site: Site, script: string, head = '', headers = {}): void {
  site.serve('/now.js', script);
  site.serve('/old.svg', picture);
  site.serve('/new.svg', picture);
  const start = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title><script src="/now.js"></script>${head}</head><body>`;
  site.serve('/', () => ({
    headers,
    body: pace([start, body.slice(0, 60), body.slice(60), more, '</body></html>']),
  }));
}

/** The page's HTML without names that are counted, and what is computed of its elements. */
const read = async (page: Page) => ({
  html: await page.evaluate(() =>
    document.body.outerHTML
      .replace(/data-selvedge-(now-)?\d+/g, 'data-selvedge-N')
      .replace(/<selvedge-test-probe.*?<\/selvedge-test-probe>/g, ''),
  ),
  seen: await seen(page, 'body'),
  styles: await page.evaluate(() =>
    [...document.querySelectorAll('body *')].map((element) => {
      const { color, display, top } = getComputedStyle(element);
      return [element.localName, color, display, top].join();
    }),
  ),
  roots: await page.evaluate(() =>
    [...document.querySelectorAll('body *')].map(({ shadowRoot }) => shadowRoot?.innerHTML ?? ''),
  ),
});

/** One of each way to paint: a rule, an attribute, markup, a place, a sheet. */
const ways = /^(text|text in place|html|attribute|insert beside|style, confirmed|css|move)$/;
const fewer = longInFirefox('one of each way to paint');
for (const [name, changes] of kinds)
  test(
    `the page is what the tag makes it, and goes back: ${name}`,
    ways.test(name) ? {} : fewer,
    async ({ page, site }) => {
      serve(site, nowWith(changing(changes)));
      await page.goto(`${site.origin}/`);
      const mine = await read(page);
      const sheets = await page.evaluate(() => {
        window.startedNow.painted.undo();
        return document.adoptedStyleSheets.length;
      });
      expect(sheets).toBe(0);
      const undone = await read(page);
      serve(site, tagWith(changing(changes)));
      await page.goto(`${site.origin}/`);
      expect(mine).toEqual(await read(page));
      serve(site, '');
      await page.goto(`${site.origin}/`);
      const original = await read(page);
      expect({ ...undone, roots: undone.roots.map((root) => root.replace(/^<slot.*/, '')) }).toEqual(
        original,
      );
    },
  );

const shown: Change[] = [
  { kind: 'text', target: target('h1'), value: 'Ours' },
  { kind: 'html', target: target('.a'), value: '<b>Ours</b>' },
  { kind: 'text', target: target('.b'), value: 'Ours' },
  { kind: 'hide', target: target('.c') },
  { kind: 'image', target: target('.d'), src: '/new.svg' },
];
for (const [policy, headers] of [
  ['without a policy', {}],
  [
    'under strict policies',
    {
      'content-security-policy':
        "default-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  ],
] as const)
  test(`the original is never painted, ${policy}`, async ({ page, site }) => {
    serve(site, nowWith(changing(shown)), '', headers);
    const frames = await recordFrames(page);
    await page.goto(`${site.origin}/`);
    await frames.settle();
    expect(frames.findFrame(/Old|Link|old\.svg/)).toBeUndefined();
    expect(frames.findFrame('Ours')).toBeDefined();
    expect(frames.layoutShift).toBe(0);
  });

test('what was painted is written down', async ({ page, site }) => {
  const changes: Change[] = [
    ...shown,
    { kind: 'class', target: target('ul'), add: ['ours'] },
    { kind: 'insert', target: target('ul'), position: 'first', html: '<li>New</li>' },
    { kind: 'move', target: target('.e'), to: target('h1'), position: 'after' },
  ];
  serve(site, nowWith(changing(changes)));
  await page.goto(`${site.origin}/`);
  const told = await page.evaluate(() => {
    const { painted } = window.startedNow;
    painted.stop();
    const all = painted.edits.flatMap((edit) =>
      [...edit.claims].map(([element, claim]) => ({ ...edit, ...claim, element })),
    );
    return {
      claims: all.map(({ id, element }) => `${id.index} ${element.localName}`),
      layers: all.flatMap(({ layers }) =>
        [...layers].map(({ name, base, ours }) => [name, base, ours].join()),
      ),
      roots: all.flatMap(({ root, html, text }) => (root ? [html ? '' : text] : [])),
      nodes: all.flatMap(({ id, nodes }) => (nodes[0] ? [`${id.index} ${nodes.length}`] : [])),
      moves: all.flatMap(({ home, beside }) => (home ? [`${home.data} ${beside?.localName}`] : [])),
      sheets: painted.worn.size,
    };
  });
  expect(told.claims).toEqual(['0 h1', '1 p', '2 button', '4 img', '5 ul', '6 ul', '7 div']);
  expect(told.layers).toContain('class,,ours');
  expect(told.layers).toContain('src,/old.svg,/new.svg');
  expect(told.layers).toContain(',Old,Ours');
  expect(told.roots).toEqual(['Ours', '']);
  expect(told.nodes).toEqual(['1 1', '6 1']);
  expect(told.moves).toEqual(['selvedge 1 h1']);
  expect(told.sheets).toBe(1);
  // from then on the page is left alone
  await page.evaluate(() => document.querySelector('ul')?.removeAttribute('class'));
  expect(await page.evaluate(() => document.querySelector('ul')?.className)).toBe('');
});

test('a page that takes it back again and again is left to itself', async ({ page, site }) => {
  serve(
    site,
    nowWith(changing([{ kind: 'attribute', target: target('.c'), name: 'title', value: 'New' }])),
    '<script src="/fight.js"></script>',
  );
  site.serve(
    '/fight.js',
    `window.writes = 0; new MutationObserver(() => {
      const link = document.querySelector('.c');
      if (link?.title === 'New') { window.writes++; link.title = 'Old'; }
    }).observe(document, { subtree: true, childList: true, attributes: true })`,
  );
  await page.goto(`${site.origin}/`);
  const writes = () => page.evaluate(() => (window as Window & { writes?: number }).writes);
  await expect.poll(writes).toBeGreaterThan(250);
  expect(await writes()).toBeLessThanOrEqual(301);
  expect(await page.getAttribute('.c', 'title')).toBe('Old');
});

test('before hydration nothing is put where it would be found', async ({ page, site }) => {
  serve(
    site,
    nowWith(
      changing([
        { kind: 'text', target: target('.b'), value: 'New' },
        { kind: 'insert', target: target('h1'), position: 'after', html: '<p>Ours</p>' },
        { kind: 'move', target: target('.e'), to: target('h1'), position: 'before' },
      ]),
    ),
    '<script type="module" src="/app.js"></script>',
  );
  site.serve('/app.js', 'window.found = document.body.textContent.replace(/\\s/g, "")');
  await page.goto(`${site.origin}/`);
  expect(await page.evaluate(() => (window as Window & { found?: string }).found)).toBe(
    'OldOldOldLinkItemTwoMovedEdited',
  );
  expect(await seen(page, '.b')).toBe('New');
});

for (const [whose, open, close] of [
  ['React', '<div hidden id="S:0">', '</div>'],
  ['Angular', '<app-late ngh="0">', '</app-late>'],
  ['Astro', '<astro-island ssr>', '</astro-island>'],
])
  test(`nothing is put into a part that ${whose} is still to take`, async ({ page, site }) => {
    const changes: Change[] = [
      { kind: 'text', target: target('.late'), value: 'New' },
      { kind: 'html', target: target('.late + p'), value: '<b>New</b>' },
      { kind: 'insert', target: target('.late'), position: 'after', html: '<p>Ours</p>' },
    ];
    serve(site, nowWith(changing(changes)));
    const part = `${open}<button class="late">Late</button><p>Words</p>${close}`;
    const look = 'found = document.body.innerHTML.replace(/(<[\\w-]+)[^>]*/g, "$1").split("<script")[0]';
    site.serve(
      '/late',
      pageWith(`${part}<script>${look}</script><h1>Last</h1>`).replace('/selvedge.js', '/now.js'),
    );
    await page.goto(`${site.origin}/late`);
    expect(await page.evaluate(() => (window as Window & { found?: string }).found)).toBe(
      part.replace(/(<[\w-]+)[^>]*/g, '$1'),
    );
  });

test('the page may have the roots that it asks for', async ({ page, site }) => {
  serve(site, nowWith(changing(shown)));
  await page.goto(`${site.origin}/`);
  const root = await page.evaluate(() => {
    const heading = document.querySelector('h1');
    const own = heading?.attachShadow({ mode: 'open' });
    own?.append('Mine');
    return own?.textContent;
  });
  expect(root).toBe('Mine');
  expect(await seen(page, 'h1')).toBe('Mine');
});

test('one bad selector stops nobody else', async ({ page, site }) => {
  serve(
    site,
    nowWith(
      changing([
        { kind: 'text', target: target('h1:nope(', {}), value: 'New' },
        { kind: 'style', target: target('p:unknown-thing'), properties: { color: 'red' } },
        { kind: 'text', target: target('h1'), value: 'New' },
      ]),
    ),
  );
  await page.goto(`${site.origin}/`);
  expect(await seen(page, 'h1')).toBe('New');
});

test('a redirect leaves the page once a visit', async ({ page, site }) => {
  serve(site, nowWith(changing([{ kind: 'redirect', url: '/sale' }])));
  site.serve('/sale', '<!doctype html><title>Sale</title><p>Sale</p>');
  await page.goto(`${site.origin}/?a=b`);
  await page.waitForURL(`${site.origin}/sale?a=b`);
});
