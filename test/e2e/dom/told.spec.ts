// What the applier tells its caller: what is shown, what is the same, what cannot be, and what would be.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { expect, test } from '../../support/test.ts';
import { body, changes } from './every-kind.ts';
import { labHead, picture, readHtml } from './lab.ts';

test('show reconciles: what is the same stays untouched, what is gone goes, each experience is told anew', async ({
  page,
  site,
}) => {
  site.serve('/', `<!doctype html><head>${labHead(site, [])}</head><body>${body}</body>`);
  site.serve('/old.svg', picture);
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
  site.serve('/old.svg', picture);
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
  site.serve('/old.svg', picture);
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
