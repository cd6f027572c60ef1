// Targets in shadow roots: the page's own, there or still to come.

import { expect, test } from '../../support/test.ts';
import { labHead, seen, t } from './lab.ts';

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
