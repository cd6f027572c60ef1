// Server-rendered apps go on as if we were not there: every kind of change before, during and after hydration,
// through updates, unmounting, re-creation and reordering, until all is reverted.

import type { Page } from '@playwright/test';
import type { PageChange } from '../../../shared/dom/claim.ts';
import { recordFrames } from '../../support/frames.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';
import { type Lab, labHead, seen } from '../dom/lab.ts';
import { type Framework, makeApp } from './apps.ts';

declare const lab: Lab;
declare const host: {
  errors: string[];
  isReady: boolean;
  set(next: { n?: number; open?: boolean; items?: number[] }): void;
};

const t = (css: string) => ({ css });

const changes: PageChange[] = [
  { kind: 'text', target: t('h1'), value: 'New title' },
  { kind: 'html', target: t('.plain'), value: '<strong>New</strong> html' },
  { kind: 'text', target: t('.cta'), value: 'New link' },
  { kind: 'text', target: t('.more'), value: 'New button' },
  { kind: 'attribute', target: t('.cta'), name: 'title', value: 'new' },
  { kind: 'link', target: t('.cta'), href: '/new' },
  { kind: 'class', target: t('.page'), add: ['ours'] },
  { kind: 'image', target: t('.hero'), src: '/new.svg', alt: 'New' },
  { kind: 'style', target: t('.second'), properties: { color: 'rgb(1, 2, 3)' } },
  { kind: 'hide', target: t('.first') },
  { kind: 'insert', target: t('ul'), position: 'after', html: '<p class="note">Note</p>' },
  { kind: 'insert', target: t('.i2'), position: 'before', html: '<li class="extra">Extra</li>' },
  { kind: 'text', target: t('.panel h2'), value: 'New panel' },
  { kind: 'html', target: t('.panel em'), value: '<u>New em</u>' },
  { kind: 'insert', target: t('.panel'), position: 'first', html: '<p class="lead">Lead</p>' },
  { kind: 'move', target: t('.box'), to: t('h1'), position: 'before' },
  { kind: 'css', value: '.item { color: rgb(4, 5, 6) }' },
];

const panel = 'LeadNew panelNew emInside ';

const shows = (n: number, items: string, isOpen = true) =>
  `Second ${n}New titleNew htmlNew linkNew button${items.replaceAll('#', `${n}`)}Note${isOpen ? panel + n : ''}`;

const read = async (page: Page) => (await seen(page, 'main')).replaceAll(/\s+/g, ' ');

const steps: [name: string, act: string, text: string][] = [
  ['an update', 'host.set({ n: 1 })', shows(1, 'Item 1#ExtraItem 2#Item 3#')],
  ['an update of class and attributes', 'host.set({ n: 2 })', shows(2, 'Item 1#ExtraItem 2#Item 3#')],
  ['unmounting', 'host.set({ open: false })', shows(2, 'Item 1#ExtraItem 2#Item 3#', false)],
  ['re-creation', 'host.set({ open: true, n: 3 })', shows(3, 'Item 1#ExtraItem 2#Item 3#')],
  ['reordering', 'host.set({ items: [3, 2, 1] })', shows(3, 'Item 3#ExtraItem 2#Item 1#')],
  ['removal of a target', 'host.set({ items: [3, 1] })', shows(3, 'Item 3#Item 1#')],
  ['its return', 'host.set({ items: [1, 2, 3, 4] })', shows(3, 'Item 1#ExtraItem 2#Item 3#Item 4#')],
  [
    'a click on a changed button',
    'document.querySelector(".more").click()',
    shows(4, 'Item 1#ExtraItem 2#Item 3#Item 4#'),
  ],
];

type Mode = 'head' | 'slow' | 'strict' | 'after' | 'client' | 'document';
const situations: [Framework, Mode][] = (['react', 'vue', 'svelte'] as const).flatMap((framework) =>
  (['head', 'slow', 'after', 'client'] as const).map((mode): [Framework, Mode] => [framework, mode]),
);
situations.push(['react', 'strict'], ['next', 'document']);

const readHost = (page: Page) => page.evaluate(() => document.querySelector('main')!.outerHTML);

const fewer = longInFirefox('a framework is the same code; what the parser brings differs');
for (const [framework, mode] of situations) {
  const isParsed = mode === 'head' || mode === 'slow' || mode === 'document';
  test(
    `${framework}, ${mode}: nothing breaks, nothing stays`,
    isParsed ? {} : fewer,
    async ({ page, site }) => {
      const { html, script } = await makeApp(framework);
      for (const name of ['/old.svg', '/new.svg'])
        site.serve(name, '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>');
      site.serve('/host.js', script);
      site.serve('/_next/host.js', script);
      const head = labHead(site, mode === 'after' ? [] : changes);
      const mark = `<script>addEventListener('DOMContentLoaded', () => document.querySelectorAll('main').forEach((e) => { e.isServed = true }))</script>`;
      const make = (start: string) =>
        framework === 'next'
          ? `<!doctype html>${html.replace('</head>', `${start}${mark}</head>`)}`
          : `<!doctype html><html data-mode="${mode}"><head><meta charset="utf-8"><title>Host</title><style>ul{padding:0}</style>${start}</head><body><div id="root">${mode === 'client' ? '' : html}</div><script>document.querySelectorAll('#root *').forEach((e) => { e.isServed = true })</script><script src="/host.js"></script></body></html>`;
      site.serve('/', make(head));
      site.serve('/untouched', make(''));

      // the recorder's own element would be in the way where the document itself is hydrated
      const frames = framework === 'next' ? undefined : await recordFrames(page);
      await page.goto(site.origin);
      await page.waitForFunction('host.isReady');
      if (mode === 'after') await page.evaluate((all) => lab.show(all), changes);
      await expect.poll(() => read(page), 'after hydration').toBe(shows(0, 'Item 1#ExtraItem 2#Item 3#'));
      for (const [name, act, text] of steps) {
        await page.evaluate(act);
        await expect.poll(() => read(page), name).toBe(text);
      }
      const state = await page.evaluate(() => ({
        problems: lab.problems,
        errors: host.errors,
        isServed: (document.querySelector('main') as HTMLElement & { isServed?: boolean }).isServed,
        kept: [
          document.querySelector<HTMLAnchorElement>('.cta')!.pathname,
          document.querySelector<HTMLAnchorElement>('.cta')!.title,
          document.querySelector('.page')!.className,
          document.querySelector<HTMLImageElement>('.hero')!.getAttribute('src'),
          getComputedStyle(document.querySelector('.second')!).color,
          document.querySelector('.cta')!.textContent,
          document.querySelector('.more')!.getAttribute('aria-label'),
        ],
      }));
      expect(state).toEqual({
        problems: [],
        errors: [],
        isServed: mode === 'client' ? undefined : true,
        kept: ['/new', 'new', 'page busy ours', '/new.svg', 'rgb(1, 2, 3)', 'New link', null],
      });
      if (mode !== 'after' && frames) {
        await frames.settle();
        // html without a root waits for hydration, shown as text until then
        expect(frames.findFrame('ORIGINAL')?.text).toBeUndefined();
      }

      await page.evaluate(() => lab.show([]));
      const reverted = await readHost(page);
      await page.evaluate('host.set({ n: 9 })');
      await expect.poll(() => read(page)).toContain('ORIGINAL 9ORIGINAL9ORIGINAL 9ORIGINAL 9ORIGINAL');

      await page.goto(`${site.origin}/untouched`);
      await page.waitForFunction('host.isReady');
      for (const [, act] of steps) {
        await page.evaluate(act);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      // a framework may render a moment later
      await expect.poll(() => readHost(page)).toBe(reverted);
    },
  );
}

test('shown by rule before hydration, in place after it: nothing moves, and the name is right', async ({
  page,
  site,
  travel,
}) => {
  const { script } = await makeApp('react');
  site.serve('/host.js', script);
  const start = labHead(site, [{ kind: 'text', target: t('.it'), value: 'The new words' }]);
  const button = (id: string, words: string) =>
    `<p><button id="${id}" class="${id === 'b' ? 'it' : ''}">${words}</button> behind</p>`;
  const style =
    'button { font: 20px serif; padding: .5em 1em; letter-spacing: 2px; display: inline-flex; gap: 9px } p { font-size: 20px }';
  site.serve(
    '/',
    `<!doctype html><html data-mode="slow"><head><title>Host</title><style>${style}</style>${start}</head><body>${button('a', 'The new words')}<div id="root">${button('b', 'Old <i>icon</i> words')}</div></body></html>`,
  );
  // two seconds after load nobody is waited for any more: they are over when the test says so
  await travel('-1h');
  await page.goto(site.origin);
  const size = (css: string) =>
    page.evaluate((selector) => {
      const { width, height } = document.querySelector(selector)!.getBoundingClientRect();
      return `${width} ${height}`;
    }, css);
  expect(await seen(page, '#b')).toBe('The new words');
  expect(await page.evaluate(() => document.querySelector('#b')!.textContent)).toBe('Old icon words');
  await expect(page.getByRole('button', { name: 'The new words', exact: true })).toHaveCount(2);
  expect(await size('#b')).toBe(await size('#a'));
  // never hydrated: edited in place some time after load
  await travel('1h');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('#b')!.textContent))
    .toBe('The new wordsicon');
  expect(await seen(page, '#b')).toBe('The new words');
  expect(await size('#b')).toBe(await size('#a'));
  await expect(page.getByRole('button', { name: 'The new words', exact: true })).toHaveCount(2);
});
