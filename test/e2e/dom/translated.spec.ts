// A page that a translator works on: its reader reads the variant, and the page's own words after it.

import { expect, test } from '../../support/test.ts';
import { labHead, labPage, nextFrame, seen, t, text } from './lab.ts';

/** Wraps every text in font elements, and again whenever it changes, as translators in browsers do. */
const TRANSLATOR = `
  let rounds = 0; const mine = new WeakSet();
  const visit = (node) => {
    if (node.nodeType === 3) {
      if (!node.data.trim() || node.parentNode?.closest?.('script,style,font')) return;
      const outer = document.createElement('font'), inner = document.createElement('font');
      inner.append('de:' + node.data); outer.append(inner); mine.add(outer); rounds++; node.replaceWith(outer); return;
    }
    if (node.nodeType === 1 && (mine.has(node) || /^(script|style|head)$/.test(node.localName))) return;
    for (const child of [...node.childNodes]) visit(child);
    if (node.shadowRoot) { visit(node.shadowRoot); watch(node.shadowRoot); }
  };
  const known = new WeakSet();
  const observer = new MutationObserver((records) => { if (rounds < 2000) for (const { target } of records) if (!target.parentNode?.closest?.('font')) visit(target); });
  const watch = (root) => { if (!known.has(root)) { known.add(root); observer.observe(root, { childList: true, characterData: true, subtree: true }); } };
  document.documentElement.classList.add('translated-ltr'); document.documentElement.lang = 'de';
  visit(document.body); watch(document.body); window.translations = () => rounds;`;

test('a translated page reads the variant, in a few rounds, and its own words after revert', async ({
  page: tab,
  site,
}) => {
  const body =
    '<h1>Head</h1><h2>Second</h2><p>Some <b>words</b></p><ul><li>First</li><li>Other</li></ul><button>Buy</button><a href="/x">Go <b>on</b></a><label>Name</label><div id="live">0</div>';
  const start = labHead(site, [
    text('h1'),
    text('button'),
    text('a'),
    text('label'),
    { kind: 'text', target: t('li', { text: 'First' }), value: 'New' },
    { kind: 'text', target: t('h2', { text: 'Second' }), value: 'New' },
    { kind: 'style', target: t('li', { text: 'Other' }), properties: { color: 'rgb(1, 2, 3)' } },
    { kind: 'html', target: t('p'), value: '<b>New</b>' },
  ]);
  site.serve('/', labPage(start, body));
  await tab.goto(site.origin);
  await tab.evaluate(TRANSLATOR);
  for (let n = 1; n < 15; n++) {
    await tab.evaluate((to) => {
      document.getElementById('live')!.textContent = `${to}`;
    }, n);
    await nextFrame(tab);
  }
  for (const css of ['h1', 'h2', 'p', 'li', 'button', 'a', 'label'])
    expect.soft(await seen(tab, css), css).toMatch(/^(de:)?New$/);
  expect(await tab.evaluate('getComputedStyle(document.querySelectorAll("li")[1]).color')).toBe(
    'rgb(1, 2, 3)',
  );
  expect(await tab.evaluate('translations()')).toBeLessThan(60);
  expect(await tab.evaluate(() => lab.problems)).toEqual([]);
  await tab.evaluate(() => lab.stop());
  await nextFrame(tab);
  for (const [css, was] of [
    ['h1', 'Head'],
    ['h2', 'Second'],
    ['li', 'First'],
    ['button', 'Buy'],
    ['label', 'Name'],
  ])
    expect.soft(await seen(tab, css!), `${css} reverted`).toMatch(new RegExp(`^(de:)?${was}$`));
  expect(await tab.evaluate(() => document.body.textContent!.includes('New'))).toBe(false);
});

test('words that the page itself replaces are another target’s, on a page in its own language', async ({
  page: tab,
  site,
}) => {
  site.serve(
    '/',
    labPage(
      labHead(site, [{ kind: 'text', target: t('li', { text: 'First' }), value: 'New' }]),
      '<ul><li>First</li></ul>',
    ),
  );
  await tab.goto(site.origin);
  expect(await seen(tab, 'li')).toBe('New');
  await tab.evaluate(() => {
    document.querySelector('li')!.firstChild!.nodeValue = 'Sold out';
  });
  await nextFrame(tab);
  expect(await seen(tab, 'li')).toBe('Sold out');
});
