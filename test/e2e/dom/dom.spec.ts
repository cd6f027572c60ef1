// What each kind of change does to a page that streams in, and that nothing of it is left afterwards.

import { setImmediate } from 'node:timers/promises';
import type { PageChange } from '../../../shared/dom/claim.ts';
import { recordFrames } from '../../support/frames.ts';
import { expect, test } from '../../support/test.ts';
import { inRow, labHead, readHtml, seen, t } from './lab.ts';

interface Row {
  name: string;
  html: string;
  changes: PageChange[];
  /** What is read of the row, with generated content; pictures and attributes by `state`. */
  text?: string;
  /** An expression about `row`, the row's element, that must be true. */
  state?: string;
  problems?: string[];
}

// a row's targets are written relative to it: `&` is its own element
const rows: Row[] = [
  {
    name: 'text on a heading is shown over the original',
    html: '<h2>ORIGINAL <b>ORIGINAL</b></h2>',
    changes: [{ kind: 'text', target: t('& h2'), value: 'New' }],
    text: 'New',
    state: 'row.querySelector("h2").textContent === "ORIGINAL ORIGINAL"',
  },
  {
    name: 'text holds tokens as text',
    html: '<p>ORIGINAL</p>',
    changes: [{ kind: 'text', target: t('& p'), value: 'Hi {{trait.name|there}}' }],
    text: 'Hi <b>Ada</b>',
  },
  {
    name: 'text on a button is edited in place, other text emptied, elements hidden',
    html: '<button>ORIGINAL <i>ORIGINAL</i> ORIGINAL</button>',
    changes: [{ kind: 'text', target: t('& button'), value: 'Take it' }],
    text: 'Take it',
    state: 'row.querySelector("button").innerText === "Take it"',
  },
  {
    name: 'text on a link that only wraps an element goes into the element',
    html: '<a href="/x"><span>ORIGINAL</span><i> ORIGINAL</i></a>',
    changes: [{ kind: 'text', target: t('& a'), value: 'Go' }],
    text: 'Go',
  },
  {
    name: 'text on an empty button is generated',
    html: '<button></button>',
    changes: [{ kind: 'text', target: t('& button'), value: 'Go' }],
    text: 'Go',
  },
  {
    name: 'text confirms a target, on the page’s own account',
    html: '<ul><li>ORIGINAL  one</li><li>Two</li></ul>',
    changes: [
      { kind: 'text', target: t('& li', { text: 'ORIGINAL one' }), value: 'One.' },
      { kind: 'style', target: t('& li', { text: 'ORIGINAL one' }), properties: { color: 'rgb(1, 2, 3)' } },
    ],
    text: 'One.Two',
    state:
      'getComputedStyle(row.querySelectorAll("li")[0]).color === "rgb(1, 2, 3)" && getComputedStyle(row.querySelectorAll("li")[1]).color !== "rgb(1, 2, 3)"',
  },
  {
    name: 'html over a paragraph wears the page’s styles',
    html: '<p>ORIGINAL <b>ORIGINAL</b></p>',
    changes: [{ kind: 'html', target: t('& p'), value: '<em class="accent">New</em> {{trait.name}}' }],
    text: 'New <b>Ada</b>',
    state: 'getComputedStyle(row.querySelector("em")).color === "rgb(200, 0, 0)"',
  },
  {
    name: 'html in a list item without elements',
    html: '<ul><li>ORIGINAL</li></ul>',
    changes: [{ kind: 'html', target: t('& li'), value: '<b>New</b>' }],
    text: 'New',
  },
  {
    name: 'html on a list item with elements is left out and reported',
    html: '<ul><li>Stays <b>here</b></li></ul>',
    changes: [{ kind: 'html', target: t('& li'), value: '<b>New</b>' }],
    text: 'Stays here',
    problems: ['target'],
  },
  {
    name: 'attribute set and removed',
    html: '<p title="ORIGINAL" lang="de" dir="ltr">Text</p>',
    changes: [
      { kind: 'attribute', target: t('& p'), name: 'title', value: 'New' },
      { kind: 'attribute', target: t('& p'), name: 'lang', value: null },
    ],
    text: 'Text',
    state: 'row.querySelector("p").title === "New" && !row.querySelector("p").hasAttribute("lang")',
  },
  {
    name: 'image clears srcset and sources',
    html: '<picture><source srcset="/old.svg"><img src="/old.svg" srcset="/old.svg 2x" alt="ORIGINAL"></picture>',
    changes: [{ kind: 'image', target: t('& img'), src: '/new.svg', alt: 'New' }],
    state:
      'row.querySelector("img").currentSrc.endsWith("/new.svg") && row.querySelector("img").alt === "New"',
  },
  {
    name: 'image on a picture, with a srcset',
    html: '<picture><img src="/old.svg" alt=""></picture>',
    changes: [{ kind: 'image', target: t('& picture'), src: '/new.svg', srcset: '/new.svg 1x' }],
    state: 'row.querySelector("img").currentSrc.endsWith("/new.svg")',
  },
  {
    name: 'link leads elsewhere, in a new tab',
    html: '<a href="/old">Link</a>',
    changes: [{ kind: 'link', target: t('& a'), href: 'https://elsewhere.example/', newTab: true }],
    text: 'Link',
    state:
      'row.querySelector("a").href === "https://elsewhere.example/" && row.querySelector("a").target === "_blank"',
  },
  {
    name: 'class added and removed, on SVG too',
    html: '<p class="a old z">Text</p><svg class="old" width="9" height="9"></svg>',
    changes: [
      { kind: 'class', target: t('& p'), add: ['accent'], remove: ['old'] },
      { kind: 'class', target: t('& svg'), add: ['accent'], remove: ['old'] },
    ],
    state: '[...row.querySelectorAll(".accent:not(.old)")].length === 2',
  },
  {
    name: 'style by rule, over an id and !important',
    html: '<p id="styled">Text</p>',
    changes: [
      {
        kind: 'style',
        target: t('& p'),
        properties: { color: 'rgb(1, 2, 3)', '--x': '1' },
        media: '(min-width: 1px)',
      },
      { kind: 'style', target: t('& p'), properties: { color: 'rgb(9, 9, 9)' }, media: '(max-width: 1px)' },
    ],
    state:
      'getComputedStyle(row.querySelector("p")).color === "rgb(1, 2, 3)" && !row.querySelector("p").hasAttribute("style")',
  },
  {
    name: 'hide by rule',
    html: '<p>ORIGINAL</p>Rest',
    changes: [{ kind: 'hide', target: t('& p') }],
    text: 'Rest',
  },
  {
    name: 'hide at most 100',
    html: '<i>x</i>'.repeat(103),
    changes: [{ kind: 'hide', target: t('& i') }],
    text: 'xxx',
  },
  {
    name: 'insert in all four places',
    html: '<div class="box">text</div>',
    changes: (['before', 'after', 'first', 'last'] as const).map((position) => ({
      kind: 'insert',
      target: t('& .box'),
      position,
      html: `<b>${position}</b>`,
    })),
    text: 'beforefirsttextlastafter',
  },
  {
    name: 'insert rows and items where they belong',
    html: '<table><tbody><tr><td>2</td></tr></tbody></table><ul><li>b</li></ul>',
    changes: [
      { kind: 'insert', target: t('& tr'), position: 'before', html: '<tr><td>1</td></tr>' },
      { kind: 'insert', target: t('& ul'), position: 'first', html: '<li>a</li>' },
    ],
    text: '12ab',
    state: 'row.querySelectorAll("tbody > tr > td").length === 2',
  },
  {
    name: 'move hides the original and shows a copy that hands on clicks',
    html: '<p class="there">there</p><div class="moved"><button onclick="this.dataset.clicked = 1">moved</button></div>',
    changes: [{ kind: 'move', target: t('& .moved'), to: t('& .there'), position: 'before' }],
    text: 'movedthere',
  },
  {
    name: 'css for the page',
    html: '<p class="css">Text</p>',
    changes: [{ kind: 'css', value: '.css { color: rgb(4, 5, 6) } @media print { .css { color: red } }' }],
    state: 'getComputedStyle(row.querySelector("p")).color === "rgb(4, 5, 6)"',
  },
  {
    name: 'the earlier of two changes of one aspect wins',
    html: '<p class="a">ORIGINAL</p>',
    changes: [
      { kind: 'text', target: t('& p'), value: 'First' },
      { kind: 'html', target: t('& .a'), value: 'Second' },
      { kind: 'class', target: t('& p'), add: ['one'] },
      { kind: 'class', target: t('& p'), add: ['two'], remove: ['one'] },
      { kind: 'style', target: t('& p'), properties: { color: 'rgb(1, 1, 1)' } },
      { kind: 'style', target: t('& #none, & .a'), properties: { color: 'red', 'font-size': '7px' } },
    ],
    text: 'First',
    state:
      'row.querySelector("p").className === "a one two" && getComputedStyle(row.querySelector("p")).color === "rgb(1, 1, 1)" && getComputedStyle(row.querySelector("p")).fontSize === "7px"',
    problems: ['collision', 'collision', 'collision'],
  },
  {
    name: 'a bad selector, an unknown kind and a malformed change skip only themselves',
    html: '<p>ORIGINAL</p>',
    changes: [
      { kind: 'text', target: t('& p >>> q'), value: 'Bad' },
      { kind: 'unknown', target: t('& p') } as never,
      { kind: 'text' } as never,
      { kind: 'text', target: t('& p'), value: 'Good' },
    ],
    text: 'Good',
    problems: ['selector', 'value', 'value'],
  },
  {
    name: 'text in SVG, in a text and in its tspan',
    html: '<svg width="99" height="40"><text y="12">ORIGINAL</text><text y="30"><tspan>ORIGINAL</tspan><title>Hint</title></text></svg>',
    changes: [{ kind: 'text', target: t('& text'), value: 'New' }],
    text: 'NewNew',
  },
  {
    name: 'a link in SVG',
    html: '<svg width="99" height="20"><a href="/old"><text y="12">Link</text></a></svg>',
    changes: [{ kind: 'link', target: t('& a'), href: '/new' }],
    state: 'row.querySelector("a").href.baseVal === "/new"',
  },
  {
    name: 'right to left: text, html and what is inserted run as the page does',
    html: '<div dir="rtl"><h3>ORIGINAL</h3><p>ORIGINAL</p><a href="/x">ORIGINAL</a></div>',
    changes: [
      { kind: 'text', target: t('& h3'), value: 'שלום' },
      { kind: 'html', target: t('& p'), value: '<b>עולם</b>' },
      { kind: 'text', target: t('& a'), value: 'חנות' },
      { kind: 'insert', target: t('& p'), position: 'after', html: '<i>חדש</i>' },
    ],
    text: 'שלוםעולםחדשחנות',
    state:
      '[...row.querySelectorAll("h3, b, i, a")].every((e) => getComputedStyle(e).direction === "rtl") && Math.abs(row.querySelector("b").getBoundingClientRect().right - row.querySelector("p").getBoundingClientRect().right) < 1',
  },
  {
    name: 'late elements',
    html: '<div class="late"></div>',
    changes: [{ kind: 'text', target: t('& .late h3'), value: 'New' }],
    text: 'New',
  },
];

const changes: PageChange[] = rows.flatMap((row, index) => inRow(row.changes, index));
const body = rows.map(({ html }, index) => `<section id="row${index}">${html}</section>\n`);

const svg = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect fill="${colour}" width="20" height="20"/></svg>`;

const late = `document.querySelector('.late').innerHTML = '<h3>ORIGINAL</h3>'`;

test('every kind of change lands before the first painted frame and leaves nothing behind', async ({
  page,
  site,
}) => {
  const document_ = (head: string) =>
    `<!doctype html><html><head><title>Kinds</title><style>em.accent { color: rgb(200, 0, 0) } #styled { color: red !important }</style>${head}</head><body>`;
  site.serve('/old.svg', svg('red'));
  site.serve('/new.svg', svg('green'));
  const head = labHead(site, changes);
  site.serve('/', () => ({
    body: (async function* () {
      yield document_(head);
      for (const [at, part] of body.entries()) {
        // a chunk ends inside the row, and now and then the parser has to wait for the next
        yield part.slice(0, part.length / 2);
        if (at % 6 === 0) await setImmediate();
        yield part.slice(part.length / 2);
      }
      yield `<script>${late}</script></body></html>`;
    })(),
  }));
  site.serve('/untouched', `${document_('')}${body.join('')}<script>${late}</script></body></html>`);

  const frames = await recordFrames(page);
  await page.goto(site.origin);
  await frames.settle();
  for (const [index, row] of rows.entries()) {
    if (row.text !== undefined)
      expect.soft(await seen(page, `#row${index}`), row.name).toBe(row.text.replace(/\s+/g, ' '));
    if (row.state) {
      const isTrue = await page.evaluate(
        ([id, expression]) => new Function('row', `return ${expression}`)(document.getElementById(id!)),
        [`row${index}`, row.state],
      );
      expect.soft(isTrue, `${row.name}: ${row.state}`).toBe(true);
    }
  }
  expect(frames.findFrame('ORIGINAL')?.text).toBeUndefined();

  // reported once each, with the change's own place
  const expected = rows.flatMap((row) => row.problems ?? []);
  const problems = await page.evaluate(() => lab.problems);
  expect.soft(problems.map((text) => text.split(' ')[0]).sort()).toEqual([...expected].sort());

  // a copy hands clicks to the original
  await page.click('.moved:not([data-selvedge-off]) button');
  const clicked = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.moved button')].map(({ dataset }) => dataset.clicked),
  );
  expect(clicked).toEqual(expect.arrayContaining(['1']));
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('.moved button')) button.removeAttribute('data-clicked');
  });

  await page.evaluate(() => lab.show([]));
  const reverted = await readHtml(page);
  await page.goto(`${site.origin}/untouched`);
  expect(reverted).toBe(await readHtml(page));
});

test('what is moved on a page at rest shows what other changes make of it, whichever came first', async ({
  page,
  site,
}) => {
  site.serve(
    '/',
    `<!doctype html><html><head>${labHead(site, [])}</head><body><main><p>There</p><h2>ORIGINAL</h2><h3>ORIGINAL</h3></main></body></html>`,
  );
  await page.goto(site.origin);
  const changes: PageChange[] = [
    { kind: 'text', target: t('h2'), value: 'New' },
    { kind: 'move', target: t('h2'), to: t('p'), position: 'before' },
    { kind: 'move', target: t('h3'), to: t('p'), position: 'after' },
    { kind: 'text', target: t('h3'), value: 'Newer' },
  ];
  await page.evaluate((all) => lab.show(all), changes);
  expect(await seen(page, 'main')).toBe('NewThereNewer');
  await page.evaluate(() => lab.stop());
  expect(await seen(page, 'main')).toBe('ThereORIGINALORIGINAL');
});
