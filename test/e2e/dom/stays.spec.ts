// What is shown stays shown, and leads where it says: against routers and pages that work on their sheets;
// a page that only answers us gets its original in the end, one that lives on by itself keeps the variant.

import { setImmediate } from 'node:timers/promises';
import type { PageChange } from '../../../shared/dom/claim.ts';
import { chromiumOnly, expect, test } from '../../support/test.ts';
import { labHead, labPage, nextFrame, seen, t, text } from './lab.ts';

declare global {
  interface Window {
    timers: number;
  }
}

/** Ways in which a page takes a click on a link for itself. */
const routers: [name: string, script: string, early?: boolean][] = [
  ['an own handler', 'link.onclick = go'],
  ['a listener on the document', 'document.addEventListener("click", go)'],
  ['a capturing one', 'document.addEventListener("click", go, true)'],
  ['one on window', 'window.addEventListener("click", go, true)'],
  ['one on window that came before us', 'window.addEventListener("click", go, true)', true],
];

test('a click on a changed link goes where it says, whoever else wants it', async ({ page: tab, site }) => {
  const link = (href: string, more = {}): PageChange => ({ kind: 'link', target: t('#go'), href, ...more });
  site.serve('/new', labPage('', '<h1 id="part">New</h1>'));
  const go =
    'function go(e) { if (e.target.closest && !e.target.closest("a")) return; e.preventDefault(); e.stopPropagation(); history.pushState(null, "", "/old"); }';
  const serve = (script: string, early?: boolean, body = '<a id="go" href="/old"><b>Go</b></a>') => {
    const code = `<script>${go}${early ? script : ''}</script>`;
    const later = early ? '' : `<script>{ const link = document.getElementById('go'); ${script} }</script>`;
    site.serve(
      '/',
      labPage(
        `${early ? code : ''}${labHead(site, [])}`,
        `${body}<div id="part">x</div>${early ? '' : code}${later}`,
      ),
    );
  };
  const at = () => new URL(tab.url()).pathname;
  const ways = [
    () => tab.locator('#go b').click(),
    () => tab.press('#go', 'Enter'),
    () => tab.click('#go', { position: { x: 2, y: 2 } }),
  ];
  for (const [index, [name, script, early]] of routers.entries()) {
    serve(script, early);
    await tab.goto(site.origin);
    await tab.evaluate((change) => lab.show([change]), link('/new'));
    await ways[index % 3]?.();
    await expect.poll(at, name).toBe('/new');
  }
  // what stays the page's: a link not changed, a control inside the link, other keys and buttons, a drag, our revert
  serve('link.onclick = go', false, '<a id="go" href="/old">Go <button id="wish">♥</button></a>');
  await tab.goto(site.origin);
  await tab.evaluate((change) => {
    window.heard = [];
    for (const type of ['click', 'auxclick'])
      document.addEventListener(type, (e) => {
        e.preventDefault();
        window.heard.push((e.target as Element).id + (e as MouseEvent).button);
      });
    document.getElementById('go')!.onclick = null;
    lab.show([change]);
  }, link('/new'));
  await tab.click('#wish');
  await tab.click('#go', { modifiers: ['Control'], position: { x: 4, y: 4 } });
  await tab.click('#go', { button: 'middle', position: { x: 4, y: 4 } });
  await tab.evaluate(() => lab.stop());
  await tab.click('#go', { position: { x: 4, y: 4 } });
  expect(await tab.evaluate('heard')).toEqual(['wish0', 'go0', 'go1', 'go0']);
  expect(at()).toBe('/');
  // a fragment scrolls on the same page; an area and a link in SVG lead away
  await tab.evaluate((change) => lab.show([change]), link('#part'));
  await tab.click('#go', { position: { x: 4, y: 4 } });
  await expect.poll(() => new URL(tab.url()).hash).toBe('#part');
  for (const body of [
    '<svg width="99" height="40"><a id="go" href="/old"><rect width="99" height="40"/></a></svg>',
    '<map name="m"><area id="go" href="/old" shape="rect" coords="0,0,90,90"></map><img usemap="#m" width="90" height="90" alt="Map" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">',
  ]) {
    serve('link.addEventListener("click", go)', false, body);
    await tab.goto(site.origin);
    await tab.evaluate((change) => lab.show([change]), link('/new'));
    await tab.mouse.click(30, 30);
    await expect.poll(at, body).toBe('/new');
  }
});

const sheetActs: [name: string, act: string][] = [
  ['an empty list', 'document.adoptedStyleSheets = []'],
  ['another list', 'document.adoptedStyleSheets = [new CSSStyleSheet()]'],
  ['splice', 'document.adoptedStyleSheets.splice(0)'],
  ['length', 'document.adoptedStyleSheets.length = 0'],
  ['pop', 'document.adoptedStyleSheets.pop()'],
  ['disabled', 'for (const s of document.adoptedStyleSheets) s.disabled = true'],
  ['replaceSync', 'for (const s of document.adoptedStyleSheets) s.replaceSync("")'],
  ['deleteRule', 'for (const s of document.adoptedStyleSheets) while (s.cssRules.length) s.deleteRule(0)'],
  [
    'a rule of the same number',
    'for (const s of document.adoptedStyleSheets) { s.deleteRule(1); s.insertRule("x{}", 1) }',
  ],
  ['media', 'for (const s of document.adoptedStyleSheets) s.media.mediaText = "print"'],
  [
    'a declaration',
    'for (const s of document.adoptedStyleSheets) for (const r of s.cssRules) r.style.cssText = ""',
  ],
  [
    'a selector',
    'for (const s of document.adoptedStyleSheets) for (const r of s.cssRules) r.selectorText = "none"',
  ],
];

test('rules stay in force whatever the page does to its sheets, before the next frame; a fight ends', async ({
  page: tab,
  site,
}) => {
  site.serve(
    '/',
    labPage(
      labHead(site, [
        { kind: 'hide', target: t('p') },
        { kind: 'style', target: t('h1'), properties: { color: 'rgb(1, 2, 3)' } },
        text('h2'),
      ]),
      '<h1>Old</h1><h2>Old</h2><p>Gone</p>',
    ),
  );
  await tab.goto(site.origin);
  const state =
    'getComputedStyle(document.querySelector("h1")).color + getComputedStyle(document.querySelector("p")).display';
  const kept = 'rgb(1, 2, 3)none';
  for (const [name, act] of sheetActs)
    expect
      .soft(await tab.evaluate(`(async () => { ${act}; await null; await null; return ${state} })()`), name)
      .toBe(kept);
  // a hand that kept what it got
  await tab.evaluate('window.held = document.adoptedStyleSheets');
  await tab.evaluate('held.length = 0');
  await expect.poll(() => tab.evaluate(state)).toBe(kept);
  expect(await tab.evaluate('lab.problems')).toEqual([]);
  await tab.evaluate(
    'setInterval(() => { if (document.adoptedStyleSheets.length) document.adoptedStyleSheets = [] }, 20)',
  );
  await expect.poll(() => tab.evaluate(() => [...lab.problems].sort())).toEqual(['fight 0', 'fight 1']);
  await expect.poll(() => tab.evaluate(state)).toBe('rgb(0, 0, 0)block');
  expect(await seen(tab, 'h2')).toBe('New');
});

test('a page that nobody asks for its sheets is not looked at again', async ({ page: tab, site }) => {
  site.serve('/', labPage(labHead(site, [{ kind: 'hide', target: t('p') }]), '<p>Gone</p>'));
  await tab.addInitScript(() => {
    window.timers = 0;
    const { setTimeout: own } = window;
    window.setTimeout = ((...all: Parameters<typeof own>) => {
      window.timers++;
      return own(...all);
    }) as typeof own;
  });
  await tab.goto(site.origin);
  await nextFrame(tab);
  expect(await tab.evaluate('timers')).toBe(0);
});

test('a page that only answers us gets its original; one that goes on by itself keeps the variant', async ({
  page: tab,
  site,
}) => {
  const live: [name: string, script: string][] = [
    ['clock', 'let n = 0; setInterval(() => { box.innerHTML = html + "<i>" + n++ + "</i>"; count() }, 60)'],
    [
      'list',
      'let n = 0; setInterval(() => { if (n++ < 60) box.innerHTML = html + "<i>x</i>".repeat(n); count() }, 60)',
    ],
    ['same', 'setInterval(() => { box.innerHTML = html; count() }, 60)'],
  ];
  const answers: [name: string, script: string][] = [
    ['timer', 'setInterval(() => { if (box.innerHTML !== html) { box.innerHTML = html; count() } }, 50)'],
    [
      'frames',
      'requestAnimationFrame(function again() { if (box.innerHTML !== html) { box.innerHTML = html; count() } requestAnimationFrame(again) })',
    ],
  ];
  const all = [...live, ...answers];
  const start = labHead(
    site,
    all.map(([name]) => ({ ...text(`#${name} button`) })),
  );
  const body = all
    .map(
      ([name, script]) =>
        `<div id="${name}"></div><script>{ const box = document.getElementById('${name}'), html = '<button>Old</button>'; window.${name}_ = 0; const count = () => window.${name}_++; box.innerHTML = html; ${script} }</script>`,
    )
    .join('');
  site.serve('/', labPage(start, body));
  await tab.goto(site.origin);
  await expect.poll(() => tab.evaluate(() => [...lab.problems].sort())).toEqual(['fight 3', 'fight 4']);
  await expect.poll(() => tab.evaluate('Math.min(clock_, list_, same_)')).toBeGreaterThan(70);
  for (const [name] of live) await expect.poll(() => seen(tab, `#${name} button`), name).toBe('New');
  for (const [name] of answers) {
    expect(await seen(tab, `#${name}`), name).toBe('Old');
    expect(await tab.evaluate(`${name}_`), name).toBeLessThan(40);
  }
});

test('where letters cannot be shrunk without size, text shown by rule is not doubled', async ({
  page: tab,
  site,
}) => {
  site.serve('/old.js', 'CSS.supports = () => false');
  const start = labHead(site, [text('button')]);
  site.serve(
    '/',
    `<!doctype html><html><head><title>Host</title><script src="/old.js"></script>${start}</head><body><div id="root"><button style="font: 20px serif; padding: 1em">Old <i>words</i></button></div></body></html>`,
  );
  await tab.goto(site.origin);
  const state = await tab.evaluate(() => {
    const button = document.querySelector('button')!;
    const after = getComputedStyle(button, '::after');
    return [
      after.content,
      getComputedStyle(button).fontSize,
      after.fontSize,
      getComputedStyle(button).paddingTop,
    ];
  });
  expect(state).toEqual(['"New"', '0px', '20px', '20px']);
});

const counted = chromiumOnly('how long one asks is the same everywhere: one browser is enough');
test(
  'a page that streams is not searched anew for every change; nothing is missed',
  counted,
  async ({ page: tab, site }) => {
    const rows = 100;
    const cells = 20;
    const changes: PageChange[] = Array.from({ length: rows }, (_, n) => text(`#r${n} h3`));
    changes.push(
      text('h4 + h5'),
      text('section:has(u) em'),
      text('.last:last-child'),
      text('h6:nth-of-type(2)'),
      text('.on .deep'),
    );
    site.serve(
      '/count.js',
      `
    window.asked = 0;
    const own = Document.prototype.querySelectorAll;
    Document.prototype.querySelectorAll = function (...all) { asked++; return own.apply(this, all) };`,
    );
    const head = labHead(site, changes);
    site.serve('/', {
      body: (async function* () {
        yield labPage(`<script src="/count.js"></script>${head}`, '').replace('</body></html>', '');
        for (let n = 0; n < rows; n++) {
          yield `<section id="r${n}"><h3>Old</h3>${'<p>x</p>'.repeat(cells)}</section>`;
          if (n % 5 === 0) await setImmediate();
        }
        yield '<div><h4>a</h4><h5>Old</h5><section><em>Old</em><u>b</u></section><p class="last">Old</p></div><div><h6>a</h6><h6>Old</h6></div><main><i class="deep">Old</i></main></body></html>';
      })(),
    });
    await tab.goto(site.origin);
    await nextFrame(tab);
    for (let n = 0; n < rows; n += 9) expect.soft(await seen(tab, `#r${n} h3`)).toBe('New');
    for (const css of ['h5', 'section em', '.last', 'h6:nth-of-type(2)'])
      expect.soft(await seen(tab, css), css).toBe('New');
    // one search for each change where it is found, and not one for each that came
    expect(await tab.evaluate('asked')).toBeLessThan(rows * 6);
    await tab.evaluate(() => document.querySelector('main')!.classList.add('on'));
    await nextFrame(tab);
    expect(await seen(tab, '.deep')).toBe('New');
  },
);
