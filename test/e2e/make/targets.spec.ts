// Targets: what the picker writes down about an element, and how it is found again when the page has changed.

import { build } from 'esbuild';
import type { findLowContrast } from '../../../extension/stage/audit/contrast.ts';
import type { checkTargets } from '../../../extension/stage/audit/targets.ts';
import type { describePicked } from '../../../extension/stage/edit/describe-picked.ts';
import type { findHere } from '../../../extension/stage/edit/find-here.ts';
import type { findSpot } from '../../../extension/stage/edit/mover.ts';
import type { findAgain } from '../../../extension/stage/targets/find-again.ts';
import type { findTargets } from '../../../extension/stage/targets/find-targets.ts';
import { expect, test } from '../../support/test.ts';

declare global {
  interface Window {
    tools: {
      findTargets: typeof findTargets;
      findAgain: typeof findAgain;
      describePicked: typeof describePicked;
      findSpot: typeof findSpot;
      findLowContrast: typeof findLowContrast;
      findHere: typeof findHere;
      checkTargets: typeof checkTargets;
    };
  }
}

let tools = '';
test.beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { findTargets } from './extension/stage/targets/find-targets.ts';
        import { findAgain } from './extension/stage/targets/find-again.ts';
        import { describePicked } from './extension/stage/edit/describe-picked.ts';
        import { findSpot } from './extension/stage/edit/mover.ts';
        import { findLowContrast } from './extension/stage/audit/contrast.ts';
        import { findHere } from './extension/stage/edit/find-here.ts';
        import { checkTargets } from './extension/stage/audit/targets.ts';
        globalThis.tools = { findTargets, findAgain, describePicked, findSpot, findLowContrast, findHere, checkTargets };`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  tools = outputFiles[0]?.text ?? '';
});

/** Ours for the element that `css` finds. */
const best = (page: import('@playwright/test').Page, css: string) =>
  page.evaluate((at) => {
    const { findTargets } = window.tools;
    const [first] = findTargets(document.querySelector(at)!);
    const found = [...document.querySelectorAll(first!.target.css)].filter(
      (one) =>
        first!.target.text === undefined ||
        one.textContent?.replace(/\s+/g, ' ').trim() === first!.target.text,
    );
    return {
      ...first!.target,
      stability: first!.stability,
      isExact: found.length === 1 && found[0] === document.querySelector(at),
    };
  }, css);

const PAGE = `<!doctype html><body>
  <header id="css-1a2b3c"><nav class="sc-bdVaJa kXqzPw"><a href="/tents" data-x>Tents</a><a href="/stoves" data-y>Stoves</a></nav></header>
  <main><h1 id="hero-title" class="css-9f8e7d">Dry nights</h1>
  <div class="svelte-1tky8bj" data-testid="offer"><p data-p>Ten days only</p></div>
  <ul class="list"><li><h3 data-1>Vard</h3><b>from 300 €</b></li><li><h3 data-2>Moor</h3><b data-b>from 200 €</b></li></ul></main></body>`;

test('a target is made of what people wrote on purpose, never of generated names, and finds exactly its element', async ({
  page,
  site,
}) => {
  site.serve('/', PAGE);
  await page.goto(site.origin);
  await page.evaluate(tools);
  expect(await best(page, 'h1')).toMatchObject({ css: '#hero-title', isExact: true });
  expect(await best(page, '[data-x]')).toMatchObject({ css: 'a[href="/tents"]', isExact: true });
  const offer = await best(page, '[data-p]');
  expect(offer.css).toContain('data-testid="offer"');
  // told apart by its words rather than by its place in the list
  expect(await best(page, '[data-2]')).toMatchObject({ text: 'Moor', isExact: true });
  // a price is not something to know an element by
  const price = await best(page, '[data-b]');
  expect(price.text).toBeUndefined();
  expect(price.isExact).toBe(true);
  for (const one of await Promise.all(['header', 'nav', 'h1', 'div', 'li'].map((css) => best(page, css)))) {
    expect(JSON.stringify(one)).not.toMatch(/css-|sc-bd|svelte-|kXq/);
    expect(one.isExact).toBe(true);
  }
  expect(offer.stability).toBeGreaterThan(price.stability);
});

test('when the page drifts, the element is proposed again with a confidence; one that is gone is not', async ({
  page,
  site,
}) => {
  site.serve('/', PAGE);
  await page.goto(site.origin);
  await page.evaluate(tools);
  const made = await page.evaluate(() => {
    const { findTargets } = window.tools;
    return ['h1', '[data-p]', '[data-y]'].map((css) => findTargets(document.querySelector(css)!)[0]!.target);
  });
  site.serve(
    '/',
    `<!doctype html><body><div><a href="/stoves">Stoves and fuel</a><a href="/x">Other</a></div>
     <section><h2 class="new">Dry nights, always</h2><p>Something else entirely, about wool</p></section></body>`,
  );
  await page.goto(site.origin);
  await page.evaluate(tools);
  const again = await page.evaluate(
    (targets) =>
      targets.map((target) => {
        const found = window.tools.findAgain(target);
        return found && { says: found.element.textContent, confidence: found.confidence };
      }),
    made,
  );
  expect(again[0]).toMatchObject({ says: 'Dry nights, always' });
  expect(again[1]).toBeUndefined();
  expect(again[2]).toMatchObject({ says: 'Stoves and fuel' });
  expect(again[2]?.confidence).toBeGreaterThan(0.5);
});

test('the checks call something else what the editor does, and no element that has other words', async ({
  page,
  site,
}) => {
  site.serve('/', PAGE);
  await page.goto(site.origin);
  await page.evaluate(tools);
  const targets = await page.evaluate(() =>
    ['h1', '[data-testid]'].map((css) => window.tools.findTargets(document.querySelector(css)!)[0]!.target),
  );
  const judge = () =>
    page.evaluate((all) => {
      const said: string[] = [];
      const placements = all.map((target, index) => ({
        change: { kind: 'text' as const, target, value: 'New' },
        index,
      }));
      const exhibit = { experience: { id: 'e' }, variant: { id: 'v' }, placements };
      window.tools.checkTargets([exhibit as never], ({ kind, what }) => kind === 'drift' && said.push(what));
      return { editor: window.tools.findHere(all).map(({ isDrifted }) => isDrifted), said };
    }, targets);
  expect(await judge()).toEqual({ editor: [false, false], said: [] });
  await page.evaluate(() => {
    document.querySelector('h1')!.textContent = 'A warm hut in any weather';
  });
  expect(await judge()).toEqual({ editor: [false, false], said: [] });
  await page.evaluate(() => {
    document.querySelector('#hero-title')!.outerHTML = '<footer id="hero-title">Imprint</footer>';
    document.querySelector('[data-testid]')!.outerHTML =
      '<ul data-testid="offer"><li>Wool socks</li><li>Rope</li></ul>';
  });
  const { editor, said } = await judge();
  expect(said).toHaveLength(editor.filter(Boolean).length);
  expect(said[0]).toMatch(/is not what was picked: it was a <\w+> and is a <\w+>/);
});

test('two lists of the same cards are in each other’s way', async ({ page, site }) => {
  site.serve('/', PAGE);
  await page.goto(site.origin);
  await page.evaluate(tools);
  const said = await page.evaluate(() => {
    const list = (css: string) => ({
      kind: 'block',
      shape: 'list',
      position: 'before',
      target: { css },
      list: { kind: 'recommend', target: { css }, card: { item: 'li', name: 'h3' }, count: 2 },
      file: 'pages',
    });
    const exhibit = (id: string, ...all: string[]) => ({
      experience: { id, name: id },
      variant: { id: 'v' },
      placements: all.map((css, index) => ({ change: list(css), index })),
    });
    const found: string[] = [];
    const exhibits = [exhibit('one', '.list'), exhibit('two', 'main > ul', 'main ul')];
    window.tools.checkTargets(exhibits as never, ({ kind, severity, what }) =>
      found.push(`${kind} ${severity} ${what}`),
    );
    return found;
  });
  expect(said).toEqual([
    'collision warning “one” wants the cards of the list too; it stands earlier and wins',
    'collision warning “one” wants the cards of the list too; it stands earlier and wins',
  ]);
});

test('an element in an open shadow root is reached through its host', async ({ page, site }) => {
  site.serve('/', `<!doctype html><body><shop-card id="card"></shop-card><shop-card></shop-card></body>`);
  await page.goto(site.origin);
  await page.evaluate(tools);
  const target = await page.evaluate(() => {
    const root = document.querySelector('#card')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    const title = document.createElement('h2');
    title.textContent = 'Inside';
    root.append(title);
    return window.tools.findTargets(title)[0]!.target;
  });
  expect(target).toMatchObject({ within: ['#card'] });
});

test('an element is called by its words, and what stands in lines of its own is told apart', async ({
  page,
}) => {
  await page.setContent(`
    <section><h2>Ember Stove</h2><div><p>In <b>stock</b></p></div></section>
    <p id="line">Dry <em>nigh</em>ts<br>for all</p>
    <ul><li><span>Ember</span> <span>Stove</span><!-- never --><i hidden>gone</i></li></ul>
    <p id="island">Dry <x-part style="display: contents">nigh</x-part>ts</p>`);
  await page.evaluate(tools);
  const say = (css: string) =>
    page.evaluate((at) => window.tools.describePicked(document.querySelector(at)!).path.at(-1), css);
  expect(await say('section')).toContain('“Ember Stove · In stock”');
  expect(await say('#line')).toContain('“Dry nights · for all”');
  expect(await say('li')).toContain('“Ember Stove”');
  expect(await say('#island')).toContain('“Dry nights”');
});

test('a form with a field named parentElement keeps nobody busy who looks at what is around an element', async ({
  page,
  site,
}) => {
  const fields = ['parentElement', 'parentNode'].map((name) => `<input name="${name}">`).join('');
  site.serve('/', `<!doctype html><body><form>${fields}<p><b>One</b> <b>Two</b></p></form></body>`);
  await page.goto(site.origin);
  await page.evaluate(tools);
  const seen = await page.evaluate(() => {
    const { describePicked, findLowContrast, findSpot } = window.tools;
    const [first, second] = document.querySelectorAll('b');
    const { choices, path, ground } = describePicked(second!);
    return {
      css: choices.map(({ target }) => target.css).filter((css) => document.querySelector(css) === second)
        .length,
      path: path.length,
      ground,
      contrast: findLowContrast(second!),
      spot: findSpot(first!, [second!], 0, 0)?.beside.localName,
    };
  });
  expect(seen).toEqual({
    css: expect.any(Number),
    path: 4,
    ground: '#fff',
    contrast: undefined,
    spot: undefined,
  });
  expect(seen.css).toBeGreaterThan(0);
});
