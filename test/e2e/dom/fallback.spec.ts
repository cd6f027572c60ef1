// HTML in a browser without `setHTML`: the tag fetches the file beside it once, and only if a change needs it.

import { readFileSync } from 'node:fs';
import type { Config } from '../../../shared/schema/config.ts';
import { ready } from '../../support/page-api.ts';
import { configOf, experienceOf, isInTwo, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { labHead, picture, seen, t } from './lab.ts';

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; require-trusted-types-for 'script'";

const html: Config['experiences'][0]['variants'][0]['changes'] = [
  { kind: 'html', target: { css: 'p' }, value: '<em class="x">New</em><u>words</u>' },
  { kind: 'insert', target: { css: 'p' }, position: 'after', html: '<b>Ours</b>' },
  { kind: 'insert', target: { css: 'tr' }, position: 'after', html: '<tr><td class="x">row</td></tr>' },
  { kind: 'insert', target: { css: 'td' }, position: 'after', html: '<td>cell</td>' },
];
const text: typeof html = [{ kind: 'text', target: { css: 'p' }, value: 'New' }];

const shown =
  '<em class="x">New</em><u>words</u>|<p>Old</p><b>Ours</b><table><tbody><tr><td>1</td><td>cell</td></tr><tr><td class="x">row</td></tr></tbody></table>';
const original = '|<p>Old</p><table><tbody><tr><td>1</td></tr></tbody></table>';

const rows: [
  name: string,
  changes: typeof html,
  has: boolean,
  page: string,
  asked: number,
  warned: number,
][] = [
  ['html without setHTML: fetched once, and shown as it would be with it', html, false, shown, 1, 0],
  ['html with setHTML: nothing is fetched', html, true, shown, 0, 0],
  ['text without setHTML: nothing is fetched', text, false, original, 0, 0],
];

for (const [name, changes, has, result, asked, warned] of rows) {
  test(name, async ({ page, site }) => {
    const headers = { 'content-security-policy': strict };
    serveTag(site, configOf({ experiences: [experienceOf('everyone', changes)] }), { folder: '/assets/' });
    site.serve('/assets/selvedge-purify.js', readFileSync('dist/selvedge-purify.js', 'utf8'));
    const body = '<p>Old</p><table><tr><td>1</td></tr></table>';
    site.serve('/', { headers, body: pageWith(body).replace('/selvedge.js', '/assets/selvedge.js') });
    if (!has) {
      await page.addInitScript(() => {
        delete (Element.prototype as { setHTML?: unknown }).setHTML;
      });
    }
    await page.addInitScript(() => {
      document.addEventListener('selvedge:warning', () => {
        const at = document.documentElement.dataset;
        at.warned = `${Number(at.warned ?? 0) + 1}`;
      });
    });
    await page.goto(site.origin);
    const read = () =>
      page.evaluate(() => {
        const ours = document.querySelector('selvedge-html')?.innerHTML ?? '';
        const copy = document.body.cloneNode(true) as Element;
        for (const e of copy.querySelectorAll('selvedge-html')) e.remove();
        for (const e of copy.querySelectorAll('[data-selvedge]')) e.removeAttribute('data-selvedge');
        return `${ours}|${copy.innerHTML.replaceAll('<p slot="">', '<p>')}`;
      });
    await expect.poll(read).toBe(result);
    // a first paint in a file of its own needs none; then the rest asks for it
    await ready(page);
    const requests = () => site.requests.filter((line) => line.includes('purify'));
    await expect.poll(requests).toEqual(Array(asked).fill('GET /assets/selvedge-purify.js'));
    expect(await page.evaluate(() => Number(document.documentElement.dataset.warned ?? 0))).toBe(warned);
  });
}

test('html without setHTML: nothing in it runs, and only what is allowed is left', async ({ page, site }) => {
  const hostile = `<em id="x" style="color: red" onclick="hacked=1">ok</em><img src="data:image/png;base64,x" onerror="hacked=2">
    <script>hacked=3</script><form><input autofocus onfocus="hacked=4"></form><a href="javascript:hacked=5">a</a>
    <svg><style><img src onerror=hacked=6></style></svg><iframe srcdoc="<script>parent.hacked=7</script>"></iframe>
    <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hacked=8&gt;">`;
  const changes: typeof html = [
    { kind: 'html', target: { css: 'p' }, value: hostile },
    { kind: 'insert', target: { css: 'p' }, position: 'after', html: hostile },
  ];
  serveTag(site, configOf({ experiences: [experienceOf('everyone', changes)] }));
  site.serve('/selvedge-purify.js', readFileSync('dist/selvedge-purify.js', 'utf8'));
  site.serve('/', pageWith('<p>Old</p>'));
  await page.addInitScript(() => {
    delete (Element.prototype as { setHTML?: unknown }).setHTML;
  });
  await page.goto(site.origin);
  await expect(page.locator('selvedge-html em')).toHaveText('ok');
  const inserted = page.locator('body > em');
  await expect(inserted).toHaveText('ok');
  await inserted.click();
  const left = await page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')];
    return {
      hacked: window.hacked,
      elements: all
        .map(({ localName }) => localName)
        .filter((name) => !/^(p|selvedge-html|em|img|a|table)$/.test(name)),
      attributes: all
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => /^(on\w*|srcdoc|id|style)$/.test(name)),
      links: all.flatMap((element) => element.getAttribute('href') ?? []),
    };
  });
  expect(left).toEqual({ hacked: undefined, elements: [], attributes: [], links: [] });
});

test('html whose fallback file is missing: the page stays the original, reported once a change', async ({
  page,
  site,
  guard,
}) => {
  guard.allow({ errors: /selvedge-purify|404/ });
  serveTag(site, configOf({ experiences: [experienceOf('everyone', html.slice(0, 2))] }));
  site.serve('/', pageWith('<p>Old</p>'));
  await page.addInitScript(() => {
    delete (Element.prototype as { setHTML?: unknown }).setHTML;
    document.addEventListener('selvedge:warning', (event) => {
      const { code, change } = (event as CustomEvent).detail;
      window.warned = [...(window.warned ?? []), `${code} ${change}`];
    });
  });
  await page.goto(site.origin);
  // each asks for the file by itself: which of the two fails first is nobody's promise
  await expect.poll(() => page.evaluate('window.warned?.toSorted()')).toEqual(['failed 0', 'failed 1']);
  // what was judged as it was published needs no judge
  const painted =
    '<p>Old<selvedge-html data-selvedge="" slot="selvedge"><em class="x">New</em><u>words</u></selvedge-html></p><b data-selvedge="">Ours</b>';
  expect(await page.evaluate(() => document.body.innerHTML)).toBe(isInTwo ? painted : '<p>Old</p>');
});

test('a browser without setHTML takes html through the fallback that it is given, to the same end', async ({
  page,
  site,
}) => {
  site.serve('/x.svg', picture);
  site.serveFile('/purify.js', 'node_modules/dompurify/dist/purify.min.js');
  site.serve(
    '/fallback.js',
    `delete Element.prototype.setHTML;
    window.purify = async (html, into, elements) => {
      into.append(DOMPurify.sanitize(html, { ALLOWED_TAGS: elements, RETURN_DOM_FRAGMENT: true }));
    };`,
  );
  const value =
    '<em class="x" style="color: red" onclick="pwned = 1">New</em> {{t}}<script>pwned = 1</script><img src="https://evil.example/x"><img src="/x.svg" onerror="pwned = 1"><a href="javascript:pwned = 1">a</a><form><input></form><svg><use href="x"/></svg>';
  const start = labHead(site, [
    { kind: 'html', target: t('p'), value },
    { kind: 'insert', target: t('p'), position: 'after', html: '<b>Ours</b>' },
  ]);
  const make = (fallback: string) => `<!doctype html><head>${fallback}${start}</head><body><p>Old</p></body>`;
  const read = () =>
    page.evaluate(() => [
      document.querySelector('selvedge-html')?.innerHTML,
      document.querySelector('p + b')?.textContent,
    ]);
  site.serve('/', make('<script src="/purify.js"></script><script src="/fallback.js"></script>'));
  site.serve('/native', make(''));
  site.serve('/without', make('<script>delete Element.prototype.setHTML</script>'));
  await page.goto(`${site.origin}/native`);
  const native = await read();
  expect(native).toEqual([
    '<em class="x">New</em> &lt;b&gt;Ada&lt;/b&gt;<img><img src="/x.svg"><a rel="noopener">a</a>',
    'Ours',
  ]);
  await page.goto(site.origin);
  await expect.poll(read).toEqual(native);
  await page.goto(`${site.origin}/without`);
  expect(await read()).toEqual([undefined, undefined]);
  expect(await seen(page, 'p')).toBe('Old');
});
