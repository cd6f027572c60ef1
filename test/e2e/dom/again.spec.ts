// What happens when the page goes on working: it takes changes back, or re-creates elements.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { expect, test } from '../../support/test.ts';
import { inRow, labHead, picture, readHtml, t } from './lab.ts';

interface Row {
  name: string;
  html: string;
  changes: PageChange[];
  /** What the page does later, with `row` its section. */
  act: string;
  /** True one microtask later: put back before anything could be painted. */
  still: string;
}

const rows: Row[] = [
  {
    name: 'text written over by the page is shown over again',
    html: '<button>Old</button>',
    changes: [{ kind: 'text', target: t('& button'), value: 'New' }],
    act: 'row.firstChild.firstChild.data = "Later"',
    still: 'row.textContent === "New"',
  },
  {
    name: 'textContent of a button replaced',
    html: '<button>Old</button>',
    changes: [{ kind: 'text', target: t('& button'), value: 'New' }],
    act: 'row.firstChild.textContent = "Later"',
    still: 'row.textContent === "New"',
  },
  {
    name: 'text of a heading that the page updates stays the page’s, underneath',
    html: '<h2>Old</h2>',
    changes: [{ kind: 'text', target: t('& h2'), value: 'New' }],
    act: 'row.firstChild.textContent = "Later"',
    still: 'row.textContent === "Later" && row.firstChild.shadowRoot.textContent === "New"',
  },
  {
    name: 'a class list replaced by the page, in its order',
    html: '<p class="card promo">x</p>',
    changes: [{ kind: 'class', target: t('& p'), add: ['ours'], remove: ['promo'] }],
    act: 'row.firstChild.className = "card promo active"',
    still: 'row.firstChild.className === "card active ours"',
  },
  {
    name: 'a class list that the page writes anew, without what we hid',
    html: '<p class="card promo">x</p>',
    changes: [{ kind: 'class', target: t('& p'), add: ['ours'], remove: ['promo'] }],
    act: 'row.firstChild.className = "active card"',
    still: 'row.firstChild.className === "active card ours"',
  },
  {
    name: 'a class that the page adds stays when ours go',
    html: '<p class="card">x</p>',
    changes: [{ kind: 'class', target: t('& p'), add: ['ours'] }],
    act: 'row.firstChild.classList.add("active")',
    still: 'row.firstChild.className.includes("ours")',
  },
  {
    name: 'an attribute that the page changes, then removes',
    html: '<p title="Old" lang="de">x</p>',
    changes: [
      { kind: 'attribute', target: t('& p'), name: 'title', value: 'New' },
      { kind: 'attribute', target: t('& p'), name: 'lang', value: null },
    ],
    act: 'row.firstChild.title = "Later"; row.firstChild.lang = "fr"',
    still: 'row.firstChild.title === "New" && !row.firstChild.hasAttribute("lang")',
  },
  {
    name: 'an image that a lazy loader sets',
    html: '<img data-src="/late.svg" alt="Old">',
    changes: [{ kind: 'image', target: t('& img'), src: '/new.svg', alt: 'New' }],
    act: 'row.firstChild.src = row.firstChild.dataset.src; row.firstChild.srcset = "/late.svg 2x"',
    still: 'row.firstChild.getAttribute("src") === "/new.svg" && row.firstChild.srcset === ""',
  },
  {
    name: 'all of it, re-created',
    html: '<div><a class="a" href="/old">Old</a><p>Old</p><h3>Old</h3></div>',
    changes: [
      { kind: 'text', target: t('& a'), value: 'New' },
      { kind: 'link', target: t('& a'), href: '/new' },
      { kind: 'class', target: t('& .a'), remove: ['a'] },
      { kind: 'html', target: t('& p'), value: '<b>New</b>' },
      { kind: 'text', target: t('& h3'), value: 'New' },
      { kind: 'hide', target: t('& h3', { text: 'Old' }) },
      { kind: 'insert', target: t('& p'), position: 'after', html: '<i>Ours</i>' },
    ],
    act: 'row.innerHTML = row.dataset.html',
    still:
      'row.querySelector("a").textContent === "New" && row.querySelector("a").pathname === "/new" && !row.querySelector(".a") && row.querySelector("p b").textContent === "New" && row.querySelector("p + i") && row.querySelector("h3").shadowRoot.textContent === "New" && getComputedStyle(row.querySelector("h3")).display === "none"',
  },
  {
    name: 'an inserted node thrown away',
    html: '<div><p>x</p></div>',
    changes: [{ kind: 'insert', target: t('& p'), position: 'before', html: '<i>Ours</i>' }],
    act: 'row.querySelector("i").remove()',
    still: 'row.querySelector("i + p")',
  },
  {
    name: 'an inserted node follows its target to another place',
    html: '<p class="a">a</p><p>b</p><p>c</p>',
    changes: [{ kind: 'insert', target: t('& .a'), position: 'after', html: '<i>Ours</i>' }],
    act: 'row.append(row.querySelector(".a"))',
    still: 'row.lastChild.localName === "i" && row.querySelectorAll("i").length === 1',
  },
  {
    name: 'two inserts at one place stay in peace',
    html: '<p class="a">a</p>',
    changes: [
      { kind: 'insert', target: t('& .a'), position: 'after', html: '<i>1</i>' },
      { kind: 'insert', target: t('& .a'), position: 'after', html: '<i>2</i>' },
    ],
    act: 'row.append("z")',
    still: 'row.querySelectorAll("i").length === 2',
  },
  {
    name: 'html whose child the page removed',
    html: '<p>Old</p>',
    changes: [{ kind: 'html', target: t('& p'), value: '<b>New</b>' }],
    act: 'row.firstChild.textContent = "Later"',
    still:
      'row.querySelector("p > selvedge-html > b").assignedSlot === null && row.firstChild.textContent === "LaterNew"',
  },
  {
    name: 'a moved element that the page goes on changing',
    html: '<p class="there">x</p><div class="moved">Old</div>',
    changes: [{ kind: 'move', target: t('& .moved'), to: t('& .there'), position: 'before' }],
    act: 'row.querySelector(".moved").textContent = "Later"',
    still: 'row.firstChild.textContent === "Later" && row.children.length === 2',
  },
  {
    name: 'an element that gains the class of the target later',
    html: '<p>Old</p>',
    changes: [{ kind: 'text', target: t('& .gained'), value: 'New' }],
    act: 'row.firstChild.className = "gained"',
    still: 'row.firstChild.shadowRoot.textContent === "New"',
  },
  {
    name: 'an element that loses the class of the target',
    html: '<p class="lost">Old</p><button class="lost">Old</button>',
    changes: [{ kind: 'text', target: t('& .lost'), value: 'New' }],
    act: 'for (const e of [...row.children]) e.className = ""',
    still: 'row.lastChild.textContent === "Old" && row.firstChild.shadowRoot.firstChild.localName === "slot"',
  },
  {
    name: 'an inserted node does not make its target another',
    html: '<p>Old</p>',
    changes: [{ kind: 'insert', target: t('& :first-child'), position: 'before', html: '<i>Ours</i>' }],
    act: 'row.append("z")',
    still: 'row.querySelectorAll("i").length === 1 && row.firstChild.localName === "i"',
  },
  {
    name: 'a copy that the page makes of our nodes is not kept',
    html: '<div class="slide"><p>x</p></div>',
    changes: [
      { kind: 'insert', target: t('& .slide:first-child p'), position: 'after', html: '<i>Ours</i>' },
    ],
    act: 'row.append(row.firstChild.cloneNode(true))',
    still: 'row.querySelectorAll("i").length === 1',
  },
  {
    name: 'adopted sheets replaced by the page',
    html: '<p>x</p>',
    changes: [{ kind: 'style', target: t('& p'), properties: { color: 'rgb(1, 2, 3)' } }],
    act: 'document.adoptedStyleSheets = [new CSSStyleSheet()]; row.append("z")',
    still: 'getComputedStyle(row.firstChild).color === "rgb(1, 2, 3)"',
  },
  {
    name: 'document order of the page’s own moves is kept',
    html: '<ul><li class="a">a</li><li class="b">b</li></ul>',
    changes: [
      { kind: 'text', target: t('& .a'), value: 'A!' },
      { kind: 'style', target: t('& .b'), properties: { color: 'rgb(1, 2, 3)' } },
    ],
    act: 'row.firstChild.append(row.querySelector(".a"))',
    still: 'row.textContent === "bA!"',
  },
];

test('what the page takes back is put back before the next frame; revert is what the page would show now', async ({
  page,
  site,
}) => {
  for (const name of ['/new.svg', '/late.svg']) site.serve(name, picture);
  const head = labHead(
    site,
    rows.flatMap(({ changes }, index) => inRow(changes, index)),
  );
  const body = rows.map(({ html }, index) => `<section id="row${index}">${html}</section>`).join('');
  const make = (start: string) =>
    `<!doctype html><head><title>Again</title>${start}</head><body>${body}</body>`;
  site.serve('/', make(head));
  site.serve('/untouched', make(''));

  const act = (index: number, row: Row) =>
    page.evaluate(
      async ([id, html, action, still]) => {
        const element = document.getElementById(id!)!;
        element.dataset.html = html!;
        new Function('row', action!)(element);
        delete element.dataset.html;
        await null;
        return Boolean(still && new Function('row', `return ${still}`)(element));
      },
      [`row${index}`, row.html, row.act, row.still] as const,
    );

  await page.goto(site.origin);
  for (const [index, row] of rows.entries()) expect.soft(await act(index, row), row.name).toBe(true);
  expect(await page.evaluate(() => lab.problems)).toEqual([]);
  await page.evaluate(() => lab.stop());
  const reverted = await readHtml(page);

  await page.goto(`${site.origin}/untouched`);
  for (const [index, row] of rows.entries()) {
    const quiet = row.act.replace('row.querySelector("i").remove()', '');
    await act(index, { ...row, act: quiet, still: '' });
  }
  expect(reverted).toBe(await readHtml(page));
});
