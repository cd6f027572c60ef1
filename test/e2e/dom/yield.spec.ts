// What is exclusive is the page's first: its shadow roots, the place and state of its elements, its forms, its links'
// clicks when they are its own, its editors and its translators. One page load holds many inputs.

import type { Page } from '@playwright/test';
import type { PageChange } from '../../../shared/dom/claim.ts';
import { expect, test } from '../../support/test.ts';
import { type Lab, labHead, seen } from './lab.ts';

declare const lab: Lab;

const t = (css: string, more = {}) => ({ css, ...more });
const text = (css: string, value = 'New'): PageChange => ({ kind: 'text', target: t(css), value });
const page = (head: string, body: string, attributes = '') =>
  `<!doctype html><html lang="en"${attributes}><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

const frame = (tab: Page) => tab.evaluate(() => new Promise(requestAnimationFrame));

test('a root that the page attaches is the platform’s, the variant yields, and says so once', async ({
  page: tab,
  site,
}) => {
  const hosts = ['open', 'closed', 'bare', 'kept', 'late'];
  const start = labHead(site, [
    ...hosts.map((name) => text(`.${name}`)),
    { kind: 'html', target: t('.html'), value: '<b>New</b>' },
    text('.reverted'),
  ]);
  const body = `${hosts.map((name) => `<div class="${name}">Old</div>`).join('')}<section class="html">Old</section><p class="reverted">Old</p><h2 class="none">Old</h2>`;
  site.serve('/', page(start, body));
  await tab.goto(site.origin);
  expect(await seen(tab, '.open')).toBe('New');
  const told = await tab.evaluate(() => {
    const $ = (css: string) => document.querySelector(css) as HTMLElement;
    const tries = (act: () => unknown) => {
      try {
        return act();
      } catch (error) {
        return `${(error as Error).name}`;
      }
    };
    const open = $('.open').attachShadow({ mode: 'open' });
    const first = [open.mode, open.innerHTML, open.host === $('.open'), $('.open').shadowRoot === open];
    open.innerHTML = '<b>Widget </b><slot></slot>';
    const closed = $('.closed').attachShadow({ mode: 'closed' });
    closed.innerHTML = '<b>Closed </b>';
    $('.bare').attachShadow({ mode: 'open' }).innerHTML = '<b>Bare</b>';
    $('.html').attachShadow({ mode: 'open' }).innerHTML = '<b>Widget </b><slot></slot>';
    $('.late').attachShadow({ mode: 'open' });
    return [
      ...first,
      closed.mode,
      $('.closed').shadowRoot,
      $('.html').shadowRoot?.mode,
      tries(() => $('.open').attachShadow({ mode: 'open' })),
      tries(() => $('.kept').attachShadow({} as ShadowRootInit)),
      tries(() => $('.kept').attachShadow({ mode: 'odd' } as unknown as ShadowRootInit)),
      tries(() => (document.createElement('img') as HTMLElement).attachShadow({ mode: 'open' })),
      tries(() => Element.prototype.attachShadow.call({} as Element, { mode: 'open' })),
      $('.none').attachShadow({ mode: 'open' }).mode,
      Element.prototype.attachShadow.length,
      Element.prototype.attachShadow.name,
    ];
  });
  expect(told).toEqual([
    'open',
    '',
    true,
    true,
    'closed',
    null,
    'open',
    'NotSupportedError',
    'TypeError',
    'TypeError',
    'NotSupportedError',
    'TypeError',
    'open',
    1,
    'attachShadow',
  ]);
  await frame(tab);
  expect(await seen(tab, '.open')).toBe('Widget New');
  expect(await seen(tab, '.html')).toBe('Widget New');
  expect(await seen(tab, '.bare')).toBe('Bare');
  expect(await seen(tab, '.kept')).toBe('New');
  await tab.evaluate(() => {
    document.querySelector('.late')!.shadowRoot!.innerHTML = '<slot></slot>!';
  });
  await expect.poll(() => seen(tab, '.late')).toBe('New!');
  expect((await tab.evaluate(() => lab.problems)).sort()).toEqual([
    'target 0',
    'target 1',
    'target 2',
    'target 4',
    'target 5',
  ]);
  // reverted: theirs stay, ours go; what was ours and is a lone slot can still be had
  await tab.evaluate(() => {
    lab.stop();
    document.querySelector('.reverted')!.attachShadow({ mode: 'open' }).innerHTML = '(<slot></slot>)';
  });
  expect(await seen(tab, '.reverted')).toBe('(Old)');
  expect(await seen(tab, '.open')).toBe('Widget Old');
  expect(await tab.evaluate(() => document.body.innerHTML)).toBe(body);
});

test('a declared root is the page’s, whatever stands before it when a packet ends', async ({
  page: tab,
  site,
}) => {
  const before = ['', '\n  ', '<!-- x -->', ' <!-- x --> ', 'Words first ', '<i>An element first</i>'];
  const start = labHead(
    site,
    before.flatMap((_, n) => [
      text(`#t${n}`),
      { kind: 'html', target: t(`#h${n}`), value: '<b>New</b>' },
    ]) as PageChange[],
  );
  site.serve('/', {
    body: (async function* () {
      yield page(start, '').replace('</body></html>', '');
      for (const [n, gap] of before.entries())
        for (const id of [`t${n}`, `h${n}`]) {
          yield `<section id="${id}">${gap}`;
          // the packet is in the page before the next one comes
          await expect
            .poll(() => tab.evaluate((of) => !!document.getElementById(of), id).catch(() => false))
            .toBe(true);
          yield '<template shadowrootmode="open"><em>Own: </em><slot></slot></template>Old</section>';
        }
      yield '</body></html>';
    })(),
  });
  await tab.goto(site.origin);
  await frame(tab);
  for (const n of before.keys())
    for (const id of [`t${n}`, `h${n}`])
      expect
        .soft(
          await tab.evaluate((of) => {
            const e = document.getElementById(of)!;
            return [!!e.shadowRoot?.querySelector('em'), !!e.querySelector('template')];
          }, id),
          `${id} after ${JSON.stringify(before[n])}`,
        )
        .toEqual([true, false]);
});

const FORM = `<h1>Tent</h1><form action="/cart"><p id="top">Top</p><fieldset id="part"><label><input type="radio" name="size" value="s"> S</label><label><input type="radio" name="size" value="m" checked> M</label>
  <input type="number" name="qty" value="1"><select name="colour"><option>red</option><option>blue</option></select><input type="password" name="secret"><button name="add" value="1">Add</button></fieldset><input name="after" value="x"></form>
  <form id="other"><input name="else" value="y"><p class="into">Into</p></form><input class="alone" name="alone" value="z"><div class="box"><video></video><script type="text/plain" data-consent="x">1</script><iframe srcdoc="<p>Frame</p>"></iframe><input class="typed"></div><p class="there">There</p>`;

const moves: [name: string, css: string, to: string, position: 'before' | 'after' | 'first' | 'last'][] = [
  ['within its form', '#part', '#top', 'before'],
  ['out of its form', '#part', 'h1', 'after'],
  ['into another form', '#part', '.into', 'before'],
  ['a field of no form into one', '.alone', '.into', 'after'],
];

test('a moved part is itself: its form sends each field once, its state is kept, and it goes home', async ({
  page: tab,
  site,
}) => {
  site.serve('/', page(labHead(site, []), FORM));
  await tab.goto(site.origin);
  const sent = () =>
    tab.evaluate(() =>
      [...document.forms].map((form) => `${new URLSearchParams(new FormData(form) as never)}`),
    );
  const was = await sent();
  const html = await tab.evaluate(() => document.body.innerHTML);
  for (const [name, css, to, position] of moves) {
    await tab.evaluate((change) => lab.show([change]), {
      kind: 'move',
      target: t(css),
      to: t(to),
      position,
    } as PageChange);
    // in the order of the page, once each
    const sorted = (all: string[]) => all.map((one) => one.split('&').sort());
    expect.soft(sorted(await sent()), name).toEqual(sorted(was));
    const there = await tab.evaluate(
      ([of, at, where]) => {
        const e = document.querySelector(of!)!;
        const to = document.querySelector(at!)!;
        return (
          document.querySelectorAll(of!).length === 1 &&
          (where === 'before' ? e.nextElementSibling : e.previousElementSibling) === to
        );
      },
      [css, to, position],
    );
    expect.soft(there, name).toBe(true);
    await tab.evaluate(() => lab.show([]));
    expect.soft(await tab.evaluate(() => document.body.innerHTML), name).toBe(html);
  }
  expect(await tab.evaluate(() => lab.problems)).toEqual([]);
  // what a move must not disturb, where the browser can move without
  const canKeep = await tab.evaluate(() => 'moveBefore' in Element.prototype);
  await tab.evaluate(() => {
    const e = document.querySelector('.typed') as HTMLInputElement;
    e.value = 'typed';
    e.focus();
    Object.assign(document.querySelector('iframe')!.contentWindow!, { mark: 1 });
    lab.show([{ kind: 'move', target: { css: '.box' }, to: { css: 'h1' }, position: 'before' }]);
  });
  expect(
    await tab.evaluate(() => [
      document.body.firstElementChild!.className,
      (document.querySelector('.typed') as HTMLInputElement).value,
      document.activeElement?.className,
      (document.querySelector('iframe')!.contentWindow as Window & { mark?: number }).mark,
      lab.problems.join(),
    ]),
  ).toEqual(canKeep ? ['box', 'typed', 'typed', 1, ''] : ['', 'typed', 'typed', 1, 'target 0']);
});

test('what the page does around a moved element is what it finds when it is back', async ({
  page: tab,
  site,
}) => {
  const body =
    '<main><ul><li>a</li><li class="m">m</li><li>b</li></ul><div class="to"></div><section><p class="n">n</p></section></main>';
  const acts: [name: string, act: string][] = [
    ['nothing', ''],
    ['its neighbours go', 'for (const e of document.querySelectorAll("li:not(.m)")) e.remove()'],
    ['it is removed', 'document.querySelector(".m").remove()'],
    ['it is put elsewhere', 'document.querySelector("section").append(document.querySelector(".m"))'],
    ['the place it came from is emptied', 'document.querySelector("ul").innerHTML = "<li>new</li>"'],
    ['the place it came from is removed', 'document.querySelector("ul").remove()'],
    [
      'that is removed and comes back',
      'const u = document.querySelector("ul"); u.remove(); await tick(); document.querySelector("main").prepend(u)',
    ],
    [
      'what it stands beside is moved',
      'document.querySelector("section").prepend(document.querySelector(".to"))',
    ],
    ['what it stands beside is removed', 'document.querySelector(".to").remove()'],
    ['its words change', 'document.querySelector(".m").textContent = "later"'],
    ['the page keeps itself as a string', 'document.querySelector("main").innerHTML += ""'],
    [
      'the page is a copy of itself',
      'const m = document.querySelector("main"); m.replaceWith(m.cloneNode(true))',
    ],
  ];
  site.serve('/', page(labHead(site, []), body));
  for (const [name, act] of acts) {
    const play = (isOurs: boolean) =>
      tab.evaluate(
        async ([code, ours, html]) => {
          document.body.innerHTML = html as string;
          if (ours)
            lab.show([{ kind: 'move', target: { css: '.m' }, to: { css: '.to' }, position: 'after' }]);
          const tick = () => new Promise(requestAnimationFrame);
          const was = document.querySelector('.to + .m');
          await new Function('tick', `return (async () => { ${code} })()`)(tick);
          await tick();
          lab.stop();
          return [!ours || !!was, document.body.innerHTML];
        },
        [act, isOurs, body] as const,
      );
    if (act === '' || tab.url() === 'about:blank') await tab.goto(site.origin);
    const without = await play(false);
    expect.soft(await play(true), name).toEqual(without);
  }
  expect(await tab.evaluate(() => lab.problems)).toEqual([]);
});

test('nothing stands in what is edited, also when editing begins later; the variant is back when it ends', async ({
  page: tab,
  site,
}) => {
  const inner =
    '<h1>Head</h1><p>Words</p><ul><li>Point</li></ul><a class="cta" href="/x" title="t">Go</a><img class="pic" alt="old">';
  const of = (css: string): PageChange[] => [
    text(`${css} h1`),
    text(`${css} li`),
    text(`${css} .cta`),
    { kind: 'html', target: t(`${css} p`), value: '<b>New</b>' },
    { kind: 'link', target: t(`${css} .cta`), href: '/new' },
    { kind: 'class', target: t(`${css} .cta`), add: ['ours'] },
    { kind: 'style', target: t(`${css} li`, { text: 'Point' }), properties: { color: 'rgb(1, 2, 3)' } },
    { kind: 'hide', target: t(`${css} .pic`) },
    { kind: 'insert', target: t(`${css} h1`), position: 'after', html: '<i>New</i>' },
    { kind: 'move', target: t(`${css} h1`), to: t(`${css} ul`), position: 'after' },
  ];
  const regions = ['always', 'plain', 'later', 'never'];
  const start = labHead(site, [...regions.flatMap((name) => of(`.${name}`)), text('.holds')]);
  const body = `<main class="always" contenteditable="">${inner}</main><main class="plain" contenteditable="plaintext-only">${inner}</main><main class="later">${inner}</main><main class="never" contenteditable="false">${inner}</main><div class="holds">Old <b contenteditable="true">typed</b></div>`;
  site.serve('/', page(start, body));
  await tab.goto(site.origin);
  const saved = (name: string) => tab.evaluate((css) => document.querySelector(css)!.innerHTML, `.${name}`);
  const shown = (name: string) =>
    tab.evaluate((css) => getComputedStyle(document.querySelector(`${css} .pic`)!).display, `.${name}`);
  expect(await saved('always')).toBe(inner);
  expect(await saved('plain')).toBe(inner);
  expect(await saved('later')).not.toBe(inner);
  expect(await saved('never')).not.toBe(inner);
  expect(await tab.evaluate(() => document.querySelector('.holds')!.shadowRoot)).toBeNull();
  expect([await shown('always'), await shown('later')]).toEqual(['inline', 'none']);
  await tab.evaluate(() => document.querySelector('.later')!.setAttribute('contenteditable', 'true'));
  await frame(tab);
  expect(await saved('later')).toBe(inner);
  expect(await shown('later')).toBe('inline');
  await tab.evaluate(() => document.querySelector('.later')!.removeAttribute('contenteditable'));
  await frame(tab);
  expect(await saved('later')).not.toBe(inner);
  await tab.evaluate(() => {
    document.designMode = 'on';
    document.body.append('x');
  });
  await frame(tab);
  expect(await tab.evaluate(() => document.body.innerHTML)).toBe(`${body}x`);
  expect(new Set(await tab.evaluate(() => lab.problems.map((of) => of.split(' ')[0])))).toEqual(
    new Set(['target']),
  );
});

test('a page in a builder’s frame is not changed, one in another frame is', async ({ page: tab, site }) => {
  site.serve('/inner', page(labHead(site, [text('h1')]), '<h1>Old</h1>'));
  const frames = [
    'id="elementor-preview-iframe"',
    'name="customize-preview-0"',
    'name="editor-canvas"',
    'class="shop-frame"',
    'src="/inner?elementor-preview=7"',
    'src="/inner?et_fb=1"',
    'src="/inner?editorial=1"',
  ];
  site.serve(
    '/',
    page(
      '',
      frames.map((of) => `<iframe ${of.includes('src') ? of : `${of} src="/inner"`}></iframe>`).join(''),
    ),
  );
  await tab.goto(site.origin);
  const read = () =>
    Promise.all(
      tab
        .frames()
        .slice(1)
        .map((one) => one.evaluate(() => document.querySelector('h1')?.shadowRoot?.textContent ?? 'Old')),
    );
  await expect.poll(read).toEqual(['Old', 'Old', 'Old', 'New', 'Old', 'Old', 'New']);
});
