// Engines as old as the tag is built for, and browsers that lack or have taken back what it would use: the page has no
// error, and every change is shown, or the original stays and one warning says why.
//
// It runs in Chromium 108 too (the project `chromium-108`; see old-chromium.mjs). What an engine lacks is taken from
// the others here.

import type { Page } from '@playwright/test';
import type { Change } from '../../shared/schema/change.ts';
import type { Warning } from '../../snippet/warn.ts';
import { recordFrames } from '../support/frames.ts';
import { enter } from '../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../support/tag.ts';
import { expect, test } from '../support/test.ts';

declare global {
  interface Window {
    isCalled?: boolean;
    isHydrated?: boolean;
  }
}

interface Row {
  kind: string;
  html: string;
  change: Change;
  /** runs in the page: is the variant shown? */
  holds: string;
}

const t = (css: string) => ({ css });
const rows: Row[] = [
  {
    kind: 'text',
    html: '<h2 id="text">Original</h2>',
    change: { kind: 'text', target: t('#text'), value: 'New' },
    holds: 'document.querySelector("#text").shadowRoot?.textContent === "New"',
  },
  {
    kind: 'text on a button',
    html: '<button type="button" id="button">Original</button>',
    change: { kind: 'text', target: t('#button'), value: 'New' },
    holds: 'document.querySelector("#button").innerText === "New"',
  },
  {
    kind: 'html',
    html: '<p id="html">Original</p>',
    change: { kind: 'html', target: t('#html'), value: 'New <b>bold</b>' },
    holds: 'document.querySelector("#html b")?.textContent === "bold"',
  },
  {
    kind: 'attribute',
    html: '<p id="attribute" title="Original">Words</p>',
    change: { kind: 'attribute', target: t('#attribute'), name: 'title', value: 'New' },
    holds: 'document.querySelector("#attribute").title === "New"',
  },
  {
    kind: 'image',
    html: '<img id="image" alt="" src="/old.svg">',
    change: { kind: 'image', target: t('#image'), src: '/new.svg' },
    holds: 'document.querySelector("#image").currentSrc.endsWith("/new.svg")',
  },
  {
    kind: 'link',
    html: '<a id="link" href="/old">Words</a>',
    change: { kind: 'link', target: t('#link'), href: '/new' },
    holds: 'document.querySelector("#link").getAttribute("href") === "/new"',
  },
  {
    kind: 'class',
    html: '<p id="class">Words</p>',
    change: { kind: 'class', target: t('#class'), add: ['fresh'] },
    holds: 'document.querySelector("#class").classList.contains("fresh")',
  },
  {
    kind: 'style',
    html: '<p id="style">Words</p>',
    change: { kind: 'style', target: t('#style'), properties: { color: 'rgb(1, 2, 3)' } },
    holds: 'getComputedStyle(document.querySelector("#style")).color === "rgb(1, 2, 3)"',
  },
  {
    kind: 'css',
    html: '<p id="css">Words</p>',
    change: { kind: 'css', value: '#css { letter-spacing: 3px }' },
    holds: 'getComputedStyle(document.querySelector("#css")).letterSpacing === "3px"',
  },
  {
    kind: 'hide',
    html: '<p id="hide">Words</p>',
    change: { kind: 'hide', target: t('#hide') },
    holds: 'getComputedStyle(document.querySelector("#hide")).display === "none"',
  },
  {
    kind: 'insert',
    html: '<div><p id="insert">Words</p></div>',
    change: { kind: 'insert', target: t('#insert'), position: 'after', html: '<p class="more">More</p>' },
    holds: 'document.querySelector(".more")?.textContent === "More"',
  },
  {
    kind: 'move',
    html: '<div id="order"><p class="one">One</p><p class="two">Two</p></div>',
    change: { kind: 'move', target: t('.two'), to: t('.one'), position: 'before' },
    holds: 'document.querySelector("#order").innerText.replace(/\\s+/g, " ").trim() === "Two One"',
  },
];
const BODY = rows.map(({ html }) => html).join('\n');

test.beforeEach(({ site }) => {
  serveTag(
    site,
    configOf({
      experiences: [
        experienceOf(
          'everyone',
          rows.map(({ change }) => change),
        ),
      ],
    }),
  );
  site.serveFile('/selvedge-purify.js', 'dist/selvedge-purify.js');
  for (const name of ['old', 'new']) {
    site.serve(`/${name}.svg`, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  }
  site.serve('/', pageWith(BODY));
});

/** The kinds that are not shown, and of each warning the kind that it is about. */
async function readOutcome(page: Page) {
  const told = await page.evaluate(() => window.told as Warning[]);
  return {
    missing: await page.evaluate(
      (all) => all.filter(([, holds]) => !new Function(`return ${holds}`)()).map(([kind]) => kind),
      rows.map(({ kind, holds }) => [kind, holds] as const),
    ),
    warned: told.map(({ change, message }) => (change === undefined ? message : rows[change]?.kind)),
  };
}

/** Takes something from the page before its scripts, and hears the tag's warnings. */
async function visit(page: Page, origin: string, take: () => void = () => {}): Promise<void> {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    addEventListener('selvedge:warning', (event) => told.push((event as CustomEvent).detail), true);
  });
  await page.addInitScript(take);
  await enter(page, origin);
}

const lacks: [what: string, take: () => void][] = [
  ['nothing', () => {}],
  [
    'setHTML',
    () => {
      Reflect.deleteProperty(Element.prototype, 'setHTML');
    },
  ],
  [
    // Chromium 105 to 118 had `setHTML(html, { sanitizer: Sanitizer })`: https://chromestatus.com/feature/5786893650231296
    'setHTML as it is now, but has the one that was withdrawn',
    () => {
      class Old {}
      Reflect.deleteProperty(Document, 'parseHTML');
      const setHTML = (_html: string, { sanitizer }: { sanitizer?: unknown } = {}) => {
        if (sanitizer !== undefined && !(sanitizer instanceof Old)) {
          throw new TypeError(
            "Failed to execute 'setHTML' on 'Element': Failed to read the 'sanitizer' property",
          );
        }
      };
      Object.assign(window, { Sanitizer: Old });
      Object.assign(Element.prototype, { setHTML });
    },
  ],
  [
    'moveBefore',
    () => {
      Reflect.deleteProperty(Element.prototype, 'moveBefore');
    },
  ],
  [
    'the Navigation API',
    () => {
      Reflect.deleteProperty(window, 'navigation');
    },
  ],
  [
    'requestIdleCallback',
    () => {
      Reflect.deleteProperty(window, 'requestIdleCallback');
    },
  ],
  [
    'font-size-adjust',
    () => {
      const { supports } = CSS;
      CSS.supports = (...given: string[]) =>
        !/font-size-adjust/.test(given.join(':')) && Reflect.apply(supports, CSS, given);
    },
  ],
];
for (const [what, take] of lacks)
  test(`lacks ${what}: every kind of change is shown, without a word`, async ({ page, site }) => {
    await visit(page, site.origin, take);
    await expect.poll(() => readOutcome(page)).toEqual({ missing: [], warned: [] });
  });

const refuses: [what: string, take: () => void][] = [
  [
    'sheets made by script',
    () => {
      // Safari ≤ 16.3 and Firefox ≤ 100
      const { prototype } = CSSStyleSheet;
      const refuse = function CSSStyleSheet() {
        throw new TypeError('Illegal constructor');
      };
      refuse.prototype = prototype;
      Object.assign(window, { CSSStyleSheet: refuse });
      for (const { prototype } of [Document, ShadowRoot])
        Reflect.deleteProperty(prototype, 'adoptedStyleSheets');
    },
  ],
  [
    'any CSSStyleSheet',
    () => {
      Reflect.deleteProperty(window, 'CSSStyleSheet');
    },
  ],
  [
    'adoptedStyleSheets',
    () => {
      for (const { prototype } of [Document, ShadowRoot])
        Reflect.deleteProperty(prototype, 'adoptedStyleSheets');
    },
  ],
];
for (const [what, take] of refuses)
  test(`lacks ${what}: the page's scripts can call the tag, each kind is shown or its original stays, said once`, async ({
    page,
    site,
  }) => {
    site.serve(
      '/',
      pageWith(
        `${BODY}<script>window.isCalled = false; selvedge.track('share'); selvedge.set({ a: 1 }); window.isCalled = true</script>`,
      ),
    );
    await visit(page, site.origin, take);
    expect(await page.evaluate(() => window.isCalled)).toBe(true);
    expect(await page.evaluate(() => window.selvedge.version)).toMatch(/\d/);
    await expect
      .poll(async () => {
        const { missing, warned } = await readOutcome(page);
        // one word about all is enough
        const isSaid = (kind: string) => warned.length === 1 || warned.includes(kind);
        return missing.filter((kind) => !isSaid(kind));
      })
      .toEqual([]);
    // what is moved is shown once
    const order = await page.evaluate(() =>
      document.querySelector<HTMLElement>('#order')?.innerText.match(/\w+/g),
    );
    expect([
      ['One', 'Two'],
      ['Two', 'One'],
    ]).toContainEqual(order);
    const { warned } = await readOutcome(page);
    expect(new Set(warned).size, 'each is said once').toBe(warned.length);
  });

test('text on a button that is not to be touched yet is shown once, or waits', async ({ page, site }) => {
  serveTag(
    site,
    configOf({
      experiences: [experienceOf('everyone', [{ kind: 'text', target: t('button'), value: 'New' }])],
    }),
  );
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  // a framework that is late to hydrate what its server made
  site.serve('/app.js', async () => {
    await arrived;
    return 'window.isHydrated = true';
  });
  site.serve(
    '/',
    pageWith(
      '<div id="root"><!--[--><button type="button">Original <i>words</i></button><!--]--></div><script type="module" src="/app.js"></script>',
    ),
  );
  const frames = await recordFrames(page, { watch: 'button' });
  await page.goto(site.origin, { waitUntil: 'commit' });
  await expect(page.locator('button')).toBeVisible();
  await frames.settle();
  arrive();
  await page.waitForFunction(() => window.isHydrated);
  await expect.poll(() => page.locator('button').innerText()).toBe('New');
  await frames.settle();
  for (const { text } of frames.list) expect(['', 'New', 'Original words']).toContain(text);
});
