// What is exclusive is the page's first: its shadow roots, the place and state of its elements, its forms, its links'
// clicks when they are its own, its editors and its translators. One page load holds many inputs.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { expect, test } from '../../support/test.ts';
import { labHead, labPage, nextFrame, seen, t, text } from './lab.ts';

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
  site.serve('/', labPage(start, body));
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
  await nextFrame(tab);
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
      yield labPage(start, '').replace('</body></html>', '');
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
  await nextFrame(tab);
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
  site.serve('/', labPage(start, body));
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
  await nextFrame(tab);
  expect(await saved('later')).toBe(inner);
  expect(await shown('later')).toBe('inline');
  await tab.evaluate(() => document.querySelector('.later')!.removeAttribute('contenteditable'));
  await nextFrame(tab);
  expect(await saved('later')).not.toBe(inner);
  await tab.evaluate(() => {
    document.designMode = 'on';
    document.body.append('x');
  });
  await nextFrame(tab);
  expect(await tab.evaluate(() => document.body.innerHTML)).toBe(`${body}x`);
  expect(new Set(await tab.evaluate(() => lab.problems.map((of) => of.split(' ')[0])))).toEqual(
    new Set(['target']),
  );
});

test('a page in a builder’s frame is not changed, one in another frame is', async ({ page: tab, site }) => {
  site.serve('/inner', labPage(labHead(site, [text('h1')]), '<h1>Old</h1>'));
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
    labPage(
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
