// Pages that are strict, odd or hostile, and what the applier tells its caller.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { recordFrames } from '../../support/frames.ts';
import { recordPixels } from '../../support/pixels.ts';
import { chromiumOnly, expect, test } from '../../support/test.ts';
import { type Lab, labHead, readHtml, seen } from './lab.ts';

declare const lab: Lab;

const t = (css: string, more = {}) => ({ css, ...more });

const body = `<h1>Old</h1><p class="a">Old</p><button class="b">Old</button><a class="c" href="/old" title="Old">Link</a>
  <img class="d" src="/old.svg" alt="Old"><ul><li>Item</li></ul><div class="e"><p>Moved</p></div><form class="f"><input name="getAttribute"><input name="setAttribute"><input name="matches"><input name="closest"></form>`;

const changes: PageChange[] = [
  { kind: 'text', target: t('h1'), value: 'New' },
  { kind: 'html', target: t('.a'), value: '<b class="x">New</b>' },
  { kind: 'text', target: t('.b'), value: 'New' },
  { kind: 'attribute', target: t('.c'), name: 'title', value: 'New' },
  { kind: 'link', target: t('.c'), href: '/new' },
  { kind: 'class', target: t('.c'), add: ['ours'] },
  { kind: 'image', target: t('.d'), src: '/new.svg' },
  { kind: 'style', target: t('li'), properties: { color: 'rgb(1, 2, 3)' } },
  { kind: 'hide', target: t('li', { text: 'Item' }) },
  { kind: 'insert', target: t('ul'), position: 'last', html: '<li>Ours</li>' },
  { kind: 'move', target: t('.e'), to: t('h1'), position: 'before' },
  { kind: 'css', value: 'h1 { color: rgb(4, 5, 6) }' },
  { kind: 'attribute', target: t('.f'), name: 'title', value: 'New' },
];

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

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

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
    site.serve('/old.svg', svg);
    site.serve('/new.svg', svg);
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
  site.serve('/old.svg', svg);
  site.serve('/new.svg', svg);
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

test('targets in open shadow roots: there, upgraded later, re-created; rules live in their root', async ({
  page,
  site,
}) => {
  const within = ['x-shop', 'x-card'];
  const start = labHead(site, [
    { kind: 'text', target: t('button', { within }), value: 'New' },
    { kind: 'style', target: t('button', { within }), properties: { color: 'rgb(1, 2, 3)' } },
    { kind: 'hide', target: t('i', { within, text: 'gone' }) },
    { kind: 'insert', target: t('button', { within }), position: 'after', html: '<b>Ours</b>' },
    { kind: 'text', target: t('p'), value: 'Never' },
  ]);
  site.serve('/', `<!doctype html><head>${start}</head><body><x-shop></x-shop><button>Page</button></body>`);
  await page.goto(site.origin);
  const state = () =>
    page.evaluate(() => {
      const card = document.querySelector('x-shop')?.shadowRoot?.querySelector('x-card')?.shadowRoot;
      const button = card?.querySelector('button');
      return card && button
        ? [
            card.textContent,
            getComputedStyle(button).color,
            getComputedStyle(card.querySelector('i')!).display,
          ].join()
        : 'none';
    });
  expect(await state()).toBe('none');
  await page.evaluate(() => {
    for (const [name, html] of [
      ['x-card', '<button>Old</button><i>gone</i>'],
      ['x-shop', '<x-card></x-card>'],
    ])
      customElements.define(
        name!,
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: 'open' }).innerHTML = html!;
          }
        },
      );
  });
  await expect.poll(state).toBe('NewOursgone,rgb(1, 2, 3),none');
  await page.evaluate(() => {
    const shop = document.querySelector('x-shop')!.shadowRoot!;
    shop.innerHTML = '';
    shop.append(document.createElement('x-card'));
  });
  await expect.poll(state).toBe('NewOursgone,rgb(1, 2, 3),none');
  expect(await seen(page, 'body > button')).toBe('Page');
  await page.evaluate(() => lab.show([]));
  expect(await state()).toMatch(/^Oldgone,.*inline$/);
});

test('a root of the page’s own is left alone, also while it is still to come: the next rung is taken', async ({
  page,
  site,
}) => {
  const start = labHead(site, [{ kind: 'text', target: t('p, x-own, q'), value: 'New' }]);
  let go = () => {};
  const opened = new Promise<void>((resolve) => {
    go = resolve;
  });
  site.serve('/', {
    body: (async function* () {
      yield `<!doctype html><head>${start}</head><body><x-own>Old</x-own><p>`;
      await opened;
      yield '<template shadowrootmode="open">[<slot></slot>]</template>Old</p><q></q></body>';
    })(),
  });
  await page.goto(site.origin, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector('p'));
  go();
  await expect.poll(() => seen(page, 'p')).toBe('[New]');
  expect(await seen(page, 'x-own')).toBe('New');
  await expect.poll(() => seen(page, 'q'), 'an element that stays empty').toBe('New');
});

test('show reconciles: what is the same stays untouched, what is gone goes, each experience is told anew', async ({
  page,
  site,
}) => {
  site.serve('/', `<!doctype html><head>${labHead(site, [])}</head><body>${body}</body>`);
  site.serve('/old.svg', svg);
  await page.goto(site.origin);
  const told = await page.evaluate(async () => {
    const title = { kind: 'text', target: { css: '.b' }, value: 'New' } as const;
    const note = { kind: 'insert', target: { css: 'h1' }, position: 'after', html: '<p>Note</p>' } as const;
    const far = { kind: 'text', target: { css: '.far' }, value: 'New' } as const;
    lab.show([title, note, far]);
    const [inserted] = document.querySelectorAll('[data-selvedge]');
    const first = lab.shown.splice(0).join();
    let writes = 0;
    const observer = new MutationObserver((records) => {
      writes += records.length;
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    lab.show(structuredClone([title, note, far]));
    await null;
    const second = lab.shown.splice(0).join();
    const same = inserted === document.querySelector('[data-selvedge]') && writes;
    lab.show([title]);
    return [first, second, same, document.querySelectorAll('[data-selvedge]').length, lab.shown.join()];
  });
  expect(told).toEqual(['e0,e1', 'e0,e1', 0, 0, 'e0']);
});

test('what cannot take effect is reported and does not count as shown', async ({ page, site }) => {
  site.serve('/', `<!doctype html><head>${labHead(site, [])}</head><body>${body}</body>`);
  site.serve('/old.svg', svg);
  await page.goto(site.origin);
  const told = await page.evaluate(() => {
    lab.show([
      { kind: 'image', target: { css: '.b' }, src: '/new.svg' },
      { kind: 'link', target: { css: '.b' }, href: '/new' },
      { kind: 'html', target: { css: 'ul' }, value: 'x' },
      { kind: 'move', target: { css: 'ul' }, to: { css: 'li' }, position: 'first' },
      { kind: 'move', target: { css: 'h1' }, to: { css: '.nowhere' }, position: 'first' },
      { kind: 'insert', target: { css: 'body' }, position: 'before', html: '<b>x</b>' },
      { kind: 'attribute', target: { css: '.b' }, name: 'onclick', value: 'x' },
      { kind: 'hide', target: { css: 'head' } },
    ]);
    return [lab.shown.join(), lab.problems.join()];
  });
  expect(told[0]).toBe('');
  expect(told[1]?.split(',').sort()).toEqual([
    'target 0',
    'target 1',
    'target 2',
    'target 3',
    'target 5',
    'target 7',
    'value 6',
  ]);
});

test('words for an element that renders none of its children: reported, counted on neither side', async ({
  page,
  site,
}) => {
  const names =
    'input img textarea hr br video audio canvas select progress meter datalist picture svg'.split(' ');
  const list = names.map((name) => `<${name} class="x"></${name}>`).join('');
  site.serve(
    '/',
    `<!doctype html><head>${labHead(site, [])}</head><body>${list}<svg><text class="ok" y="20">Words</text></svg><x-a class="a">Words</x-a><p class="b">Words</p></body>`,
  );
  await page.goto(site.origin);
  const told = await page.evaluate((names) => {
    const fake = document.querySelector('x-a')!;
    fake.attachShadow({ mode: 'open' }).textContent = 'The component’s own';
    const targets = [...names.filter((name) => name !== 'br').map((name) => `${name}.x`), '.a'];
    const changes = targets.flatMap((css): PageChange[] => [
      { kind: 'text', target: { css }, value: 'New' },
      { kind: 'html', target: { css }, value: '<b>New</b>' },
      { kind: 'insert', target: { css }, position: 'last', html: '<b>New</b>' },
    ]);
    const before = document.body.innerHTML;
    const ask = (all: PageChange[], extra?: object) => {
      lab.show(all, extra);
      return [lab.shown.splice(0).length, new Set(lab.problems.splice(0)).size];
    };
    const variant = ask(changes);
    const same = document.body.innerHTML === before;
    lab.show([]);
    const holdout = ask(changes, { dry: true });
    lab.show([]);
    const others: PageChange[] = [
      { kind: 'link', target: { css: '.b' }, href: '/new' },
      { kind: 'image', target: { css: '.b' }, src: '/new.svg' },
    ];
    const sides = [ask(others), ask(others, { dry: true })];
    lab.show([]);
    const fine = ask([
      { kind: 'text', target: { css: '.ok' }, value: 'New' },
      { kind: 'text', target: { css: '.b' }, value: 'New' },
      { kind: 'insert', target: { css: 'hr' }, position: 'after', html: '<b>New</b>' },
    ]);
    return { count: changes.length, variant, same, holdout, sides, fine };
  }, names);
  expect(told).toEqual({
    count: told.count,
    variant: [0, told.count],
    same: true,
    holdout: [0, told.count],
    sides: [
      [0, 2],
      [0, 2],
    ],
    fine: [3, 0],
  });
});

test('a dry placement finds its target and touches nothing', async ({ page, site, guard }) => {
  site.serve('/', `<!doctype html><head>${labHead(site, [])}</head><body>${body}</body>`);
  site.serve('/old.svg', svg);
  await page.goto(site.origin);
  const before = await readHtml(page);
  const shown = await page.evaluate((some) => {
    lab.show([...some, { kind: 'text', target: { css: '.far' }, value: '' }], { dry: true });
    return lab.shown.length;
  }, changes);
  expect(shown).toBe(changes.length);
  expect(await readHtml(page)).toBe(before);
  expect(
    await page.evaluate(
      () => document.adoptedStyleSheets.length + Number(Boolean(document.querySelector('h1')!.shadowRoot)),
    ),
  ).toBe(0);
  expect(guard.requests.filter(({ url }) => url.endsWith('/new.svg'))).toEqual([]);
});

test('a variant’s image is asked for at the decision, before its element is there', async ({
  page,
  site,
}) => {
  const start = labHead(site, [{ kind: 'image', target: t('img'), src: '/new.svg' }]);
  site.serve('/new.svg', svg);
  site.serve('/', `<!doctype html><head>${start}</head><body></body>`);
  await page.goto(site.origin);
  await expect.poll(() => site.requests).toContain('GET /new.svg');
});

test('a browser without setHTML takes html through the fallback that it is given, to the same end', async ({
  page,
  site,
}) => {
  site.serve('/x.svg', svg);
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

test('the original picture is never painted, though it is there first and the variant comes late', async ({
  page,
  site,
  browserName,
}) => {
  const start = labHead(site, [
    { kind: 'image', target: t('.a'), src: '/new.svg' },
    { kind: 'image', target: t('.late'), src: '/new.svg' },
  ]);
  const paint = (colour: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="${colour}"/></svg>`;
  site.serve('/old.svg', paint('#ff00ff'));
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  site.serve('/new.svg', async () => {
    await arrived;
    return paint('#00aa55');
  });
  const picture = '<img width="90" height="90" src="/old.svg" srcset="/old.svg 2x"';
  site.serve('/', `<!doctype html><head>${start}</head><body>${picture} class="a"><p>Text</p></body>`);
  // what is painted while the next picture is on its way is only seen in pixels
  const pixels = browserName === 'chromium' ? await recordPixels(page) : undefined;
  const frames = await recordFrames(page);
  await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
  await frames.settle();
  // a framework puts a finished picture in its place
  await page.evaluate(async () => {
    const img = new Image();
    img.src = '/old.svg';
    await img.decode();
    img.className = 'late';
    document.body.append(img);
  });
  await frames.settle();
  arrive();
  await expect.poll(() => frames.findFrame('[image /new.svg] Text [image /new.svg]')).toBeDefined();
  expect(frames.findFrame('/old.svg')).toBeUndefined();
  if (!pixels) return;
  await expect.poll(() => pixels.countColour('#00aa55')).toBeGreaterThan(1000);
  expect(await pixels.countColour('#ff00ff')).toBe(0);
});

const emulated = chromiumOnly('stock Firefox emulates no media over BiDi');
test(
  'on paper, and for who wants little motion, the variant is the same',
  emulated,
  async ({ page, site }) => {
    const start = labHead(site, [
      { kind: 'text', target: t('h1'), value: 'New' },
      { kind: 'html', target: t('.a'), value: '<b>New</b>' },
      { kind: 'hide', target: t('.b') },
      { kind: 'style', target: t('.c'), properties: { color: 'rgb(1, 2, 3)' }, media: 'print' },
      {
        kind: 'style',
        target: t('.c'),
        properties: { transition: 'none' },
        media: '(prefers-reduced-motion: reduce)',
      },
    ]);
    site.serve('/old.svg', svg);
    site.serve(
      '/',
      `<!doctype html><head><style>.c { transition: color 9s }</style>${start}</head><body>${body}</body>`,
    );
    await page.goto(site.origin);
    const state = () =>
      page.evaluate(() => {
        const { color, transitionDuration } = getComputedStyle(document.querySelector('.c')!);
        return [color, transitionDuration, document.getAnimations().length].join();
      });
    expect(await state()).toBe('rgb(0, 0, 238),9s,0');
    await page.emulateMedia({ media: 'print', reducedMotion: 'reduce' });
    expect(await seen(page, 'h1')).toBe('New');
    expect(await seen(page, '.a')).toBe('New');
    expect(await seen(page, '.b')).toBe('');
    expect(await state()).toBe('rgb(1, 2, 3),0s,0');
  },
);

test('a lazy image far below: the original is never asked for, the variant is painted when it comes', async ({
  page,
  site,
}) => {
  const start = labHead(site, [{ kind: 'image', target: t('img'), src: '/new.svg' }]);
  site.serve('/old.svg', svg);
  site.serve('/new.svg', svg);
  site.serve(
    '/',
    `<!doctype html><head>${start}</head><body><p style="height:9000px"></p><img src="/old.svg" loading="lazy" width="9" height="9"></body>`,
  );
  await page.goto(site.origin);
  const state = () =>
    page.evaluate(() => {
      const img = document.querySelector('img')!;
      return [img.loading, img.currentSrc.replace(location.origin, ''), img.naturalWidth].join();
    });
  await page.evaluate(() => document.querySelector('img')!.scrollIntoView());
  await expect.poll(state).toBe('lazy,/new.svg,9');
  expect(site.requests.filter((line) => line.includes('/old.svg'))).toEqual([]);
});
