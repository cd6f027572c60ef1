// Pages that are strict, odd or hostile: every kind of change is shown on them, and leaves them.

import { expect, test } from '../../support/test.ts';
import { body, changes } from './every-kind.ts';
import { labHead, picture, readHtml, seen } from './lab.ts';

const isAll = () => {
  // the page may have taken the names
  const $ = <E extends HTMLElement>(css: string): E =>
    Document.prototype.querySelectorAll.call<Document, [string], NodeListOf<E>>(document, css)[0]!;
  return {
    h1: $('h1').shadowRoot?.textContent,
    a: $('.a b')?.textContent,
    b: $('.b').textContent,
    c: [$('.c').title, $<HTMLAnchorElement>('.c').pathname, $('.c').className].join(),
    d: $<HTMLImageElement>('.d').src.replace(location.origin, ''),
    li: [...Document.prototype.querySelectorAll.call(document, 'li')]
      .map((li) => getComputedStyle(li).color + getComputedStyle(li).display)
      .join(),
    e: document.body.firstElementChild?.className,
    css: getComputedStyle($('h1')).color,
    f: Element.prototype.getAttributeNames.call($('.f')).join(),
  };
};

const all = {
  h1: 'New',
  a: 'New',
  b: 'New',
  c: 'New,/new,c ours',
  d: '/new.svg',
  li: 'rgb(1, 2, 3)none,rgb(1, 2, 3)list-item',
  e: 'e',
  css: 'rgb(4, 5, 6)',
  f: 'class,title',
};

// what a page's own script does before, or while, we work
const sabotages: [name: string, script: string][] = [
  ['a page without tricks', ''],
  [
    'Prototype.js: toJSON, Array.from without iterators',
    'Array.prototype.toJSON = String.prototype.toJSON = Object.prototype.toJSON = () => "x"; Array.from = (a) => Array.prototype.slice.call(a)',
  ],
  [
    'methods of elements that throw',
    'for (const n of ["setAttribute", "getAttribute", "removeAttribute", "matches", "closest", "attachShadow", "remove", "setHTML"]) Element.prototype[n] = () => { throw new Error("sabotage") }',
  ],
  [
    'methods of nodes that throw',
    'for (const n of ["insertBefore", "contains"]) Node.prototype[n] = () => { throw new Error("sabotage") }',
  ],
  [
    'observers, sheets and addresses replaced',
    'window.MutationObserver = window.CSSStyleSheet = window.URL = window.Image = window.setTimeout = function () { throw new Error("sabotage") }',
  ],
  [
    'MutationObserver.prototype patched by a zone',
    'const { observe } = MutationObserver.prototype; MutationObserver.prototype.observe = function (...a) { return observe.apply(this, a) }',
  ],
  [
    'frozen intrinsics',
    'for (const o of [Object, Array, Map, Set, WeakMap, String, Function, Element, Node, Promise]) { Object.freeze(o); Object.freeze(o.prototype) }',
  ],
  [
    'enumerable properties on prototypes',
    'Object.prototype.evil = Array.prototype.evil = Function.prototype.evil = () => 1',
  ],
  [
    'clobbered globals',
    'document.currentScript.insertAdjacentHTML("beforebegin", "<a id=adoptedStyleSheets></a><form name=querySelector></form><img name=defaultView><a id=performance></a>")',
  ],
  [
    'a sheet list that is replaced',
    'addEventListener("DOMContentLoaded", () => { document.adoptedStyleSheets = []; document.body.append("x") })',
  ],
];

for (const [name, script] of sabotages) {
  test(`all kinds, on ${name}`, async ({ page, site }) => {
    site.serve('/old.svg', picture);
    site.serve('/new.svg', picture);
    const make = (head: string) =>
      `<!doctype html><html><head><title>Page</title>${head}</head><body>${body}</body></html>`;
    const head = labHead(site, changes);
    site.serve('/sabotage.js', script);
    site.serve('/', make(head.replace('</script>', '</script><script src="/sabotage.js"></script>')));
    await page.goto(site.origin);
    expect(await page.evaluate(isAll)).toEqual(all);
    // an element comes anew while everything is patched
    await page.evaluate(() => {
      document.body.append(document.createElement('hr'));
    });
    expect(await page.evaluate(isAll)).toEqual(all);
    expect(await page.evaluate(() => lab.problems.join())).toBe('');
    await page.evaluate(() => lab.stop());
    expect((await page.evaluate(isAll)).b).toBe('Old');
    const left = () =>
      Document.prototype.querySelectorAll.call(document, '[data-selvedge], [data-selvedge-off]').length;
    expect(await page.evaluate(left)).toBe(0);
  });
}

test('all kinds under the strictest policy, with no exception', async ({ page, site }) => {
  site.serve('/old.svg', picture);
  site.serve('/new.svg', picture);
  const headers = {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; require-trusted-types-for 'script'",
  };
  const make = (head: string) => ({
    headers,
    body: `<!doctype html><html><head><title>Page</title>${head}</head><body>${body}</body></html>`,
  });
  site.serve('/', make(labHead(site, changes)));
  site.serve('/untouched', make(''));
  await page.goto(site.origin);
  expect(await page.evaluate(isAll)).toEqual(all);
  await page.evaluate(() => lab.stop());
  const reverted = await readHtml(page);
  await page.goto(`${site.origin}/untouched`);
  expect(reverted).toBe(await readHtml(page));
});

test('document.open starts over, and changes land in the new document', async ({ page, site }) => {
  site.serve('/', `<!doctype html><head>${labHead(site, changes)}</head><body><h1>First</h1></body>`);
  await page.goto(site.origin);
  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><body><h1>Old</h1><button class="b">Old</button>');
    document.close();
  });
  await expect.poll(() => seen(page, 'h1')).toBe('New');
  expect(await seen(page, '.b')).toBe('New');
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe(
    'rgb(4, 5, 6)',
  );
});
