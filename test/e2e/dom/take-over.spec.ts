// A painted page is taken over: nothing is written, nothing is seen, and all of it can be taken back.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';
import { body as everyBody, changes as everyChange } from './every-kind.ts';
import { seen, t, text } from './lab.ts';
import { openPainted, readBare, readPainted, takeOverWatched, withoutMarks } from './painter.ts';

declare global {
  interface Window {
    /** its clock stands still */
    isYoung?: boolean;
  }
}

interface Row {
  name: string;
  html: string;
  changes: PageChange[];
}

const kinds: Row[] = [
  ...everyChange.map((change, i) => ({ name: `${change.kind} (${i})`, html: everyBody, changes: [change] })),
  { name: 'every kind at once', html: everyBody, changes: everyChange },
  {
    name: 'what takes its element out of its own target',
    html: '<a class="old" href="/old">Old</a><p class="old">Old</p><p title="Old">Old</p>',
    changes: [
      { kind: 'link', target: t('[href="/old"]'), href: '/new' },
      { kind: 'class', target: t('p.old'), add: ['new'], remove: ['old'] },
      { kind: 'attribute', target: t('[title=Old]'), name: 'title', value: null },
      { kind: 'text', target: t('button', { text: 'Old' }), value: 'New' },
    ],
  },
  {
    name: 'two classes and a removed one on one element',
    html: '<p class="a b c">Old</p>',
    changes: [
      { kind: 'class', target: t('p'), add: ['x'], remove: ['a'] },
      { kind: 'class', target: t('p'), add: ['y'] },
      { kind: 'attribute', target: t('p'), name: 'lang', value: null },
    ],
  },
  {
    name: 'classes of which the later change makes the earlier match',
    html: '<p class="a">Old</p>',
    changes: [
      { kind: 'class', target: t('.b'), add: ['c'] },
      { kind: 'class', target: t('.a'), add: ['b'] },
    ],
  },
  {
    name: 'rules for elements by what they say',
    html: '<ul><li>One</li><li>Two</li><li>Three</li></ul>',
    changes: [
      { kind: 'style', target: t('li', { text: 'One' }), properties: { color: 'rgb(1, 2, 3)' } },
      { kind: 'hide', target: t('li', { text: 'Two' }) },
    ],
  },
  {
    name: 'pictures of several sources',
    html: '<picture><source srcset="/old.svg 1x"><img src="/old.svg" srcset="/old.svg 2x" alt="Old"></picture>',
    changes: [{ kind: 'image', target: t('picture'), src: '/new.svg', alt: 'New' }],
  },
  {
    name: 'a part that leaves its form, beside what was put in',
    html: '<form><div class="part"><input name="q"><button>Go</button></div></form><h1>Old</h1>',
    changes: [
      { kind: 'insert', target: t('h1'), position: 'before', html: '<p>One</p>two<p>Three</p>' },
      { kind: 'move', target: t('.part'), to: t('h1'), position: 'after' },
      { kind: 'insert', target: t('.part'), position: 'last', html: '<i>Four</i>' },
    ],
  },
];

const alone = longInFirefox('every kind at once holds each of them');
for (const row of kinds) {
  test(
    `taken over without a write: ${row.name}`,
    row.name === 'every kind at once' ? {} : alone,
    async ({ page, site }) => {
      const frames = await openPainted(page, site, row.html, row.changes);
      const painted = await readPainted(page);
      const before = frames.list.length;
      // what is moved up may come after the first frame of its page
      const moved = frames.moves.length;
      const written = await takeOverWatched(page, row.changes);
      await frames.settle();
      expect(written).toEqual([]);
      expect(frames.list.slice(before)).toEqual([]);
      expect(frames.moves.slice(moved)).toEqual([]);
      expect(withoutMarks(await readPainted(page))).toBe(withoutMarks(painted));
      expect(await page.evaluate(() => window.paintings.problems)).toEqual([]);
      await page.evaluate(() => window.paintings.stop());
      expect(await readPainted(page)).toBe(await readBare(page, row.html));
      expect(
        await page.evaluate(() => document.adoptedStyleSheets.filter(({ cssRules }) => cssRules[0]).length),
      ).toBe(0);
    },
  );
}

/** Another variant: the same places, other words. */
const others: PageChange[] = JSON.parse(
  JSON.stringify(everyChange)
    .replace(/New/g, 'Newer')
    .replace(/new\.svg/g, 'newer.svg')
    .replace('"/new"', '"/newer"')
    .replace('"ours"', '"theirs"')
    .replace('Ours', 'Theirs')
    .replace('"before"', '"after"'),
);

test('a variant that was not painted is shown in its place, and the original in no frame', async ({
  page,
  site,
}) => {
  const frames = await openPainted(page, site, everyBody, everyChange);
  const shown = frames.list.length;
  await page.evaluate(
    (changes) =>
      window.paintings.takeOver(
        changes,
        changes.map(() => 'w'),
      ),
    others,
  );
  await frames.settle();
  const html = await readPainted(page);
  expect(html).toContain('Theirs');
  expect(html).not.toContain('Ours');
  expect(html).toContain('class="c theirs"');
  expect(
    frames.list
      .slice(shown)
      .map((frame) => frame.text)
      .join(' '),
  ).not.toContain('Old');
  expect(frames.list.at(-1)?.text).toContain('Newer');
  await page.evaluate(() => window.paintings.stop());
  expect(await readPainted(page)).toBe(await readBare(page, everyBody));
});

test('what is to be shown no more is gone at once', async ({ page, site }) => {
  const frames = await openPainted(page, site, everyBody, everyChange);
  await page.evaluate(() => window.paintings.takeOver([]));
  expect(await readPainted(page)).toBe(await readBare(page, everyBody));
  await frames.settle();
  expect(frames.list.at(-1)?.text).toContain('Old');
});

test('only what is to be shown no more goes, the rest stays without a write', async ({ page, site }) => {
  await openPainted(page, site, everyBody, everyChange);
  const written = await takeOverWatched(page, everyChange.slice(0, -1));
  expect(written).toEqual(['attributes title of FORM in BODY']);
});

test('what the page has written since is its own', async ({ page, site }) => {
  const html =
    '<a class="old" href="/old" title="Old">Old</a><button>Old</button><img src="/old.svg" alt="Old">';
  const changes: PageChange[] = [
    { kind: 'link', target: t('a'), href: '/new' },
    { kind: 'attribute', target: t('a'), name: 'title', value: 'New' },
    { kind: 'class', target: t('a'), add: ['new'], remove: ['old'] },
    text('button'),
    { kind: 'image', target: t('img'), src: '/new.svg', alt: 'New' },
  ];
  await openPainted(page, site, html, changes);
  await page.evaluate((all) => {
    const painted = window.paintings.read();
    window.paintings.read = () => painted;
    const [a, button, img] = ['a', 'button', 'img'].map((css) => document.querySelector(css) as Element);
    a?.setAttribute('href', '/later');
    a?.removeAttribute('title');
    a?.classList.add('active');
    (button?.firstChild as Text).data = 'Later';
    img?.setAttribute('src', '/newer.svg');
    window.paintings.takeOver(all);
  }, changes);
  expect(await readPainted(page)).toContain(
    '<a class="active new" href="/new" title="New">Old</a><button>New</button><img src="/new.svg" alt="New">',
  );
  await page.evaluate(() => window.paintings.stop());
  expect(await readPainted(page)).toContain(
    '<a class="old active" href="/later">Old</a><button>Later</button><img src="/newer.svg" alt="Old">',
  );
});

for (const when of ['meanwhile', 'right after', 'long after'] as const) {
  test(`the page makes its elements anew ${when}`, async ({ page, site }) => {
    const frames = await openPainted(page, site, everyBody, everyChange);
    const shown = frames.list.at(-1)?.text;
    await page.evaluate(
      async ([html, changes, moment]) => {
        const make = () => {
          for (const child of [...document.body.childNodes]) if (child.nodeName !== 'SCRIPT') child.remove();
          document.body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
        };
        const painted = window.paintings.read();
        window.paintings.read = () => painted;
        if (moment === 'meanwhile') make();
        window.paintings.takeOver(changes);
        if (moment === 'long after') await new Promise(requestAnimationFrame);
        if (moment !== 'meanwhile') make();
      },
      [everyBody, everyChange, when] as const,
    );
    await frames.settle();
    await expect.poll(() => frames.list.at(-1)?.text).toBe(shown);
    expect(frames.list.map((frame) => frame.text).join(' ')).not.toContain('Old');
    await page.evaluate(() => window.paintings.stop());
    expect((await readPainted(page)).replace(/\s+/g, ' ')).toBe(
      (await readBare(page, everyBody)).replace(/\s+/g, ' '),
    );
  });
}

test('words that are filled otherwise by now are said', async ({ page, site }) => {
  const html = '<h1>Old</h1><button>Old</button><p class="a">Old</p><ul></ul>';
  const changes: PageChange[] = [
    text('h1', 'Hello {{trait.name}}'),
    text('button', 'Hello {{trait.name}}'),
    { kind: 'html', target: t('.a'), value: '<b>Hello {{trait.name}}</b>' },
    { kind: 'insert', target: t('ul'), position: 'last', html: '<li>Hello {{trait.name}}</li>' },
  ];
  const frames = await openPainted(page, site, html, changes);
  expect(frames.list.at(-1)?.text).toBe('Hello Ada Hello Ada Hello Ada Hello Ada');
  await page.evaluate((all) => {
    window.paintings.word = 'Bob';
    window.paintings.takeOver(all);
  }, changes);
  await frames.settle();
  expect(frames.list.at(-1)?.text).toBe('Hello Bob Hello Bob Hello Bob Hello Bob');
});

test('text shown by rule stays so while it must, and is edited in place once it may', async ({
  page,
  site,
}) => {
  // a module may still hydrate it, for two seconds: they begin when the test says so
  await page.addInitScript(() => {
    const { now } = performance;
    performance.now = () => (window.isYoung ? 1 : Reflect.apply(now, performance, []));
    window.isYoung = true;
  });
  const html = '<button style="letter-spacing: 2px; transition: all 1s">Old</button>';
  const changes = [text('button')];
  const frames = await openPainted(
    page,
    site,
    html,
    changes,
    '<script type="module" src="/app.js"></script>',
  );
  const rule = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('button')!, '::after').content);
  expect(await rule()).toBe('"New"');
  const written = await takeOverWatched(page, changes);
  expect(written).toEqual([]);
  expect(await rule()).toBe('"New"');
  expect(
    await page.evaluate(() => getComputedStyle(document.querySelector('button')!, '::after').letterSpacing),
  ).toBe('2px');
  await page.evaluate(() => {
    window.isYoung = false;
  });
  await expect.poll(() => page.evaluate(() => document.querySelector('button')!.textContent)).toBe('New');
  expect(await rule()).toBe('none');
  await frames.settle();
  expect(frames.list.map((frame) => frame.text).filter(Boolean)).toEqual(['New']);
  await page.evaluate(() => window.paintings.stop());
  expect(await seen(page, 'button')).toBe('Old');
});
