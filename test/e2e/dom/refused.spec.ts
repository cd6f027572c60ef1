// What a config may not do is refused alone and said once: odd items, markup that would wake the page's own code or
// keep it busy, browsers without what a change needs. Everything else on the page works.

import type { Warning } from '../../../snippet/warn.ts';
import { readOver } from '../../support/element.ts';
import { configOf, experienceOf, pageWith, serveBare } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { labHead, picture, seen } from './lab.ts';

declare global {
  interface Window {
    purify: (...given: unknown[]) => Promise<unknown>;
    /** names of the elements of the page that were made */
    woken: string[];
    /** `setHTML` was called */
    asked?: boolean;
  }
}

const good = { kind: 'text' as const, target: { css: 'h1' }, value: 'Variant' };
const odd: unknown[] = [
  null,
  5,
  'x',
  [],
  {},
  { kind: 'text', target: { css: 'h2' } },
  { kind: 'text', target: { css: 'h2' }, value: 7 },
  { kind: 'text', target: null, value: 'Wrong' },
  { kind: 'text', value: 'Wrong' },
  { kind: 'html', target: { css: 'h2' } },
  { kind: 'html', target: { css: 'h2' }, value: ['Wrong'] },
  { kind: 'attribute', target: { css: 'h2' }, name: 'title' },
  { kind: 'image', target: { css: '#picture' } },
  { kind: 'image', target: { css: '#picture' }, src: null },
  { kind: 'image', target: { css: '#picture' }, src: '/x.svg', srcset: 5 },
  { kind: 'link', target: { css: 'a' } },
  { kind: 'link', target: { css: 'a' }, href: null },
  { kind: 'class', target: { css: 'h2' }, add: 'wrong' },
  { kind: 'class', target: { css: 'h2' }, add: [null] },
  { kind: 'insert', target: { css: 'h2' }, html: '<b>Wrong</b>' },
  { kind: 'insert', target: { css: 'h2' }, html: '<b>Wrong</b>', position: 'near' },
  { kind: 'move', target: { css: 'h2' }, position: 'after' },
  { kind: 'style', target: { css: 'h2' }, properties: null },
  { kind: 'css', value: null },
  { kind: 'redirect' },
  { kind: 'redirect', url: null },
  { kind: 'redirect', url: 5 },
  { kind: 'redirect', url: 'http://' },
  { kind: 'redirect', url: 'javascript:window.pwned=1' },
  { kind: 'redirect', url: 'data:text/html,x' },
  { kind: 'redirect', url: 'blob:x' },
  { kind: 'redirect', url: 'about:blank' },
  { kind: 'redirect', url: '//ada@localhost/' },
];

const body = '<h1>Original</h1><h2>Second</h2><img id="picture" alt="" src="/x.svg"><a href="/old">Link</a>';

test('each odd change is left out alone, with one warning; the others are shown and track answers', async ({
  page,
  site,
  guard,
}) => {
  serveBare(site);
  site.serve('/x.svg', picture);
  await page.addInitScript(() => {
    window.said = [];
    document.addEventListener('selvedge:warning', ({ detail }) => window.said.push(detail));
  });
  // of one code a page says twenty
  const few = 9;
  for (let from = 0; from < odd.length; from += few) {
    const some = odd.slice(from, from + few);
    const config = configOf({
      experiences: [
        ...some.map((change, at) => experienceOf('everyone', [change] as never, { id: `odd${at}` })),
        experienceOf('everyone', [...some, good] as never, { id: 'mixed' }),
      ],
    });
    site.serve(`/${from}.json`, JSON.stringify(config));
    site.serve(`/${from}`, pageWith(body, `data-config="/${from}.json"`));
    await page.goto(`${site.origin}/${from}`);
    await expect.poll(() => seen(page, 'h1')).toBe('Variant');
    const state = await page.evaluate(async () => {
      const { selvedge, said, pwned } = window;
      const answers = [selvedge.track('share'), selvedge.track('share', { a: 1 })];
      await Promise.all(answers);
      return { said: said as Warning[], pwned, href: location.pathname, body: document.body.innerHTML };
    });
    for (const at of some.keys())
      for (const [experience, change] of [
        [`odd${at}`, 0],
        ['mixed', at],
      ])
        expect(
          state.said.filter((one) => one.experience === experience && one.change === change),
          `${JSON.stringify(some[at])} in ${experience}`,
        ).toHaveLength(1);
    expect(state).toMatchObject({ pwned: undefined, href: `/${from}` });
    expect(state.body).not.toMatch(/Wrong|wrong|undefined|null/);
  }
  expect(site.requests.filter((line) => /undefined|null|old/.test(line))).toEqual([]);
  expect(guard.errors).toEqual([]);
});

test('in a frame without an origin of its own nothing but http is gone to', async ({ page, site }) => {
  const frame = (url: string) =>
    `<script src="${site.origin}/selvedge.js" data-config="${site.origin}/${encodeURIComponent(url)}.json"></script><h1>Frame</h1>`.replace(
      /"/g,
      '&quot;',
    );
  const urls = [
    'javascript:parent.postMessage("pwned","*")',
    'data:text/html,<h1>Gone</h1>',
    'about:blank',
    '/sale/',
  ];
  serveBare(site, { headers: { 'access-control-allow-origin': '*' } });
  for (const url of urls)
    site.serve(`/${encodeURIComponent(encodeURIComponent(url))}.json`, {
      headers: { 'access-control-allow-origin': '*' },
      body: JSON.stringify(
        configOf({ experiences: [experienceOf('everyone', [{ kind: 'redirect', url }, good] as never)] }),
      ),
    });
  site.serve(
    '/',
    `<!doctype html><title>x</title><script>onmessage = () => { window.pwned = true }</script>${urls
      .map(
        (url) =>
          `<iframe srcdoc="${frame(encodeURIComponent(url))}"></iframe><iframe sandbox="allow-scripts" srcdoc="${frame(encodeURIComponent(url))}"></iframe>`,
      )
      .join('')}`,
  );
  await page.goto(site.origin);
  for (const inner of page.frames().slice(1)) {
    await expect.poll(() => readOver(inner, 'h1')).toBe('Variant');
  }
  expect(await page.evaluate(() => window.pwned)).toBeUndefined();
});

for (const parser of ['setHTML', 'DOMPurify'])
  test(`markup wakes no code of the page and cannot keep it busy: ${parser}`, async ({ page, site }) => {
    if (parser === 'DOMPurify') {
      site.serveFile('/purify.js', 'dist/selvedge-purify.js');
      await page.addInitScript(() => {
        delete (Element.prototype as { setHTML?: unknown }).setHTML;
        window.purify = async (...given: unknown[]) =>
          (await import('/purify.js' as string)).purify(...given);
      });
    }
    await page.addInitScript(() => {
      window.woken = [];
      const wake = (name: string, Base: typeof HTMLElement, options?: object) =>
        customElements.define(
          name,
          class extends Base {
            constructor() {
              super();
              window.woken.push(name);
            }
          },
          options,
        );
      wake('page-paragraph', HTMLParagraphElement, { extends: 'p' });
      wake('page-button', HTMLButtonElement, { extends: 'button' });
      wake('page-element', HTMLElement);
    });
    const evil =
      '<p is="page-paragraph">A</p><button is=page-button>B</button><page-element>C</page-element><section><p IS="page-paragraph">D</p></section>';
    const deep = (name: string, count: number) => `<${name}>`.repeat(count);
    const htmls = [deep('div', 100_000), deep('b', 100_000), deep('div', 200), 'x'.repeat(300_000)];
    const changes = [
      { kind: 'html', target: { css: 'h1' }, value: evil },
      { kind: 'insert', target: { css: 'h2' }, position: 'after', html: evil },
      ...htmls.map((html) => ({ kind: 'insert', target: { css: 'h2' }, position: 'after', html })),
      {
        kind: 'insert',
        target: { css: 'h2' },
        position: 'before',
        html: `${deep('div', 40)}<b id="x">Deep</b>`,
      },
    ];
    site.serve('/', `<!doctype html><head>${labHead(site, changes)}</head><h1>One</h1><h2>Two</h2>`);
    await page.goto(site.origin);
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            document.querySelectorAll('[data-selvedge] section').length +
            document.querySelectorAll('section[data-selvedge]').length,
        ),
      )
      .toBe(2);
    await expect
      .poll(() => page.evaluate(() => [...lab.problems].sort()))
      .toEqual([2, 3, 4, 5].map((at) => `value ${at}`));
    await expect.poll(() => seen(page, 'div')).toBe('Deep');
    expect(await page.evaluate(() => window.woken)).toEqual([]);
    expect(await page.content()).not.toMatch(/ is=|<page-/i);
  });

test('the withdrawn setHTML is not taken for the one of today', async ({ page, site }) => {
  site.serveFile('/purify.js', 'dist/selvedge-purify.js');
  await page.addInitScript(() => {
    class Old {
      sanitize() {}
      getConfiguration() {}
    }
    Object.assign(window, { Sanitizer: Old });
    delete (Document as { parseHTML?: unknown }).parseHTML;
    Object.assign(Element.prototype, {
      setHTML(this: Element, html: string, options?: { sanitizer?: unknown }) {
        window.asked = true;
        if (!(options?.sanitizer instanceof Old)) throw new TypeError('not a Sanitizer');
        this.innerHTML = html;
      },
    });
    window.purify = async (...given: unknown[]) => (await import('/purify.js' as string)).purify(...given);
  });
  const changes = [
    { kind: 'html', target: { css: 'h1' }, value: '<em>New</em>' },
    { kind: 'insert', target: { css: 'h1' }, position: 'after', html: '<p>Ours</p>' },
  ];
  site.serve('/', `<!doctype html><head>${labHead(site, changes)}</head><h1>One</h1>`);
  await page.goto(site.origin);
  await expect.poll(() => seen(page, 'h1')).toBe('New');
  await expect(page.locator('p')).toHaveText('Ours');
  expect(await page.evaluate(() => [lab.problems, window.asked])).toEqual([[], undefined]);
});

for (const [name, spoil] of [
  [
    'sheets cannot be made',
    () =>
      Object.defineProperty(window, 'CSSStyleSheet', {
        value: class {
          constructor() {
            throw new TypeError('Illegal constructor');
          }
        },
      }),
  ],
  ['there is no CSSStyleSheet', () => Object.defineProperty(window, 'CSSStyleSheet', { value: undefined })],
  [
    'sheets cannot be adopted',
    () => {
      for (const { prototype } of [Document, ShadowRoot, DocumentFragment])
        Reflect.deleteProperty(prototype, 'adoptedStyleSheets');
    },
  ],
] as [string, () => void][])
  test(`where ${name}: what needs rules shows the original and says so, all else works`, async ({
    page,
    site,
    guard,
  }) => {
    const changes = [
      good,
      { kind: 'hide', target: { css: '#hide' } },
      { kind: 'style', target: { css: '#style' }, properties: { color: 'red' } },
      { kind: 'css', value: '#style { color: red }' },
      { kind: 'move', target: { css: '#move' }, to: { css: 'h1' }, position: 'before' },
      { kind: 'text', target: { css: 'button' }, value: 'Wrong' },
      { kind: 'class', target: { css: '#style' }, add: ['ours'] },
      { kind: 'insert', target: { css: '#style' }, position: 'after', html: '<p id="x">Ours</p>' },
    ];
    await page.addInitScript(spoil);
    serveBare(site);
    site.serve(
      '/selvedge.json',
      JSON.stringify(configOf({ experiences: [experienceOf('everyone', changes as never)] })),
    );
    site.serve(
      '/',
      pageWith(
        '<h1>Original</h1><p id="hide">Hide</p><p id="style">Style</p><p id="move">Move</p><button>One <b>two</b> three</button>',
        'data-config="/selvedge.json"',
      ),
    );
    await page.addInitScript(() => {
      window.said = [];
      document.addEventListener('selvedge:warning', ({ detail }) =>
        window.said.push(`${detail.code} ${detail.change}`),
      );
    });
    await page.goto(site.origin);
    await expect.poll(() => seen(page, 'h1')).toBe('Variant');
    await expect
      .poll(() => page.evaluate(() => [...window.said].sort()))
      .toEqual([1, 2, 3, 4, 5].map((at) => `failed ${at}`));
    expect(await seen(page, 'body')).toContain('Hide');
    expect(await page.locator('#move').count()).toBe(1);
    expect(await seen(page, 'button')).toBe('One two three');
    expect(await page.locator('#style').getAttribute('class')).toBe('ours');
    await expect(page.getByText('Ours')).toBeVisible();
    expect(await page.evaluate(() => typeof window.selvedge.track)).toBe('function');
    expect(guard.errors).toEqual([]);
  });
