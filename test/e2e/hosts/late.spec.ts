// Server's HTML that somebody may still take over is not edited before: known by doubt, element by element, not by
// the names of containers. What is shown meanwhile touches no node, and nothing stands between the page's own.

import type { Page } from '@playwright/test';
import type { PageChange } from '../../../shared/dom/claim.ts';
import { recordFrames } from '../../support/frames.ts';
import { pace } from '../../support/site.ts';
import { expect, longInFirefox, test } from '../../support/test.ts';
import { type Lab, labHead, seen } from '../dom/lab.ts';
import { lateApps } from './late-apps.ts';

declare const lab: Lab;
declare const host: { errors: string[]; go(): void };

const t = (css: string) => ({ css });

const changes: PageChange[] = [
  { kind: 'text', target: t('#part h2'), value: 'New' },
  { kind: 'text', target: t('#press'), value: 'Press' },
  { kind: 'html', target: t('#item'), value: '<b>Item</b>' },
  { kind: 'insert', target: t('#item'), position: 'after', html: '<li>Extra</li>' },
  { kind: 'move', target: t('#two'), to: t('#one'), position: 'before' },
];

/** The part with all changes, and with those alone that touch no node; a moved element appears when it may. */
const shown = (n: number) => `NewPressItemExtraNext ${n}Two ${n}One ${n}`;
const early = 'NewPressItemNext 0One 0Two 0';

const readPart = (page: Page) => seen(page, '#part');
const readBody = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as Element;
    for (const node of copy.querySelectorAll('script, selvedge-test-probe')) node.remove();
    return copy.innerHTML;
  });
/** Child nodes of the part, ours and the page's. */
const shape = (page: Page) =>
  page.evaluate(() =>
    ['#part', '#part ul', '#press', '#item'].map((css) =>
      [...(document.querySelector(css)?.childNodes ?? [])]
        .map((node) => node.nodeValue ?? node.nodeName)
        .join(),
    ),
  );

const fewer = longInFirefox('a framework is the same code');
for (const app of lateApps) {
  const isKept = !app.isSure || app.name.startsWith('Vue');
  test(app.name, isKept ? {} : fewer, async ({ page, site }) => {
    const pieces = await app.makePieces();
    const head = labHead(site, changes);
    site.serve('/host.js', await app.makeScript());
    site.serve('/', () => ({
      body: pace(
        pieces.map((piece) => piece.replace('HEAD', head)),
        100,
      ),
    }));
    // the same page with our scripts empty
    const goWithout = async () => {
      for (const script of ['/dom.js', '/start.js']) site.serve(script, '');
      await page.goto(site.origin);
    };
    await goWithout();
    const served = await shape(page);

    // the recorder's own element would be in the way where the document itself is hydrated
    const frames = /the document/.test(app.name) ? undefined : await recordFrames(page, { watch: '#part' });
    labHead(site, changes);
    await page.goto(site.origin);
    if (app.isSure) {
      await expect.poll(() => readPart(page), 'before hydration').toBe(early);
      expect(await shape(page), 'no node is touched').toEqual(served);
      // a framework that has said it will come is waited for, however long that takes
      await page.waitForFunction(
        () => performance.now() - performance.timing.loadEventEnd + performance.timing.navigationStart > 2600,
      );
      expect(await readPart(page)).toBe(early);
      expect(await shape(page)).toEqual(served);
      await page.evaluate(() => host.go());
    }
    await expect.poll(() => readPart(page), 'after hydration').toBe(shown(0));
    await page.click('#press');
    await expect.poll(() => readPart(page), 'its own update').toBe(shown(1));
    expect(await page.evaluate(() => [host.errors, lab.problems])).toEqual([[], []]);
    if (frames) {
      await frames.settle();
      expect(frames.findFrame(/Old/)?.text).toBeUndefined();
    }
    await page.evaluate(() => lab.show([]));
    const reverted = await readBody(page);

    await goWithout();
    if (app.isSure) await page.evaluate(() => host.go());
    await expect
      .poll(async () => {
        await page.click('#press');
        return page.evaluate(() => document.querySelector('#next')?.textContent);
      })
      .toBe('Next 1');
    expect(reverted).toBe(await readBody(page));
  });
}

test('a module script alone costs two seconds, none of the text', async ({ page, site }) => {
  const head = labHead(site, changes);
  const part =
    '<section id="part"><h2>Old</h2><button id="press">Old</button><ul><li id="item">Old</li><li id="next">Next 0</li></ul><p id="one">One 0</p><p id="two">Two 0</p></section>';
  // how much is inserted or moved when the parser has come to the end
  const count =
    "<script>window.count = document.querySelectorAll('[data-selvedge]').length + (document.querySelector('#part').lastElementChild.id !== 'two')</script>";
  site.serve('/module.js', 'window.isRun = true');
  site.serve(
    '/',
    `<!doctype html><title>T</title>${head}<script type="module" src="/module.js"></script><body>${part}${count}`,
  );
  site.serve(
    '/plain',
    `<!doctype html><title>T</title>${head}<script defer src="/module.js"></script><body>${part}${count}`,
  );
  const frames = await recordFrames(page);
  await page.goto(site.origin);
  expect(await page.evaluate('window.count')).toBe(0);
  await expect.poll(() => readPart(page)).toBe(shown(0));
  // what a script of the page's makes later is nobody's to take over
  await page.evaluate((html) => {
    document.querySelector('#part')!.outerHTML = html;
  }, part);
  expect(await readPart(page)).toBe(shown(0));
  await frames.settle();
  expect(frames.findFrame(/Old/)?.text).toBeUndefined();

  await page.goto(`${site.origin}/plain`);
  expect(await page.evaluate('window.count'), 'a plain page never waits').toBeGreaterThan(2);
  expect(await readPart(page)).toBe(shown(0));
  expect(await page.evaluate(() => lab.problems)).toEqual([]);
});

/** Whole pages as these servers send them, each taken over by hand. */
const marks: [name: string, html: string, wake: string][] = [
  [
    'Angular takes the view over',
    '<app-root ng-version="22" ngh="0">PART</app-root>',
    "document.querySelector('[ngh]').removeAttribute('ngh')",
  ],
  [
    'Angular: a deferred block',
    '<app-root ng-version="22"><div ngb="d0" jsaction="click:;">PART</div></app-root>',
    "document.querySelector('[ngb]').removeAttribute('ngb')",
  ],
  [
    'Astro: an island is awake',
    '<astro-island ssr="" client="visible"><div>PART</div></astro-island>',
    "document.querySelector('[ssr]').removeAttribute('ssr')",
  ],
  [
    'React goes through a boundary in slices',
    `<main><!--$-->PART<!--/$--></main><script>
      window.boundary = { memoizedState: { dehydrated: {} }, return: { stateNode: { current: { memoizedState: { isDehydrated: false } } } } };
      for (const node of document.querySelectorAll('main *')) node.__reactFiber$x = { return: boundary };
    </script>`,
    'boundary.memoizedState = null',
  ],
  [
    'React goes through the root in slices',
    `<main><!-- -->PART</main><script>
      window.state = { isDehydrated: true };
      document.querySelector('main').__reactContainer$x = { stateNode: { current: { memoizedState: state } } };
    </script>`,
    'state.isDehydrated = false',
  ],
  [
    'React brings the part to its place',
    '<main></main><div hidden id="S:0">PART</div>',
    "document.querySelector('main').append(document.querySelector('#part'))",
  ],
];

test('what a server says will be taken over waits until it is', async ({ page, site }) => {
  const head = labHead(site, changes);
  const part =
    '<section id="part"><h2>Old</h2><button id="press">Old</button><ul><li id="item">Old</li><li id="next">Next 0</li></ul><p id="one">One 0</p><p id="two">Two 0</p></section>';
  for (const [name, html] of marks)
    site.serve(
      `/${encodeURIComponent(name)}`,
      `<!doctype html><title>T</title>${head}<body>${html.replace('PART', part)}`,
    );
  for (const [name, , wake] of marks) {
    await page.goto(`${site.origin}/${encodeURIComponent(name)}`);
    const count = () => page.evaluate(() => document.querySelectorAll('[data-selvedge]').length);
    expect(await count(), name).toBe(0);
    expect(await page.evaluate(() => document.querySelector('#press')?.textContent), name).toBe('Old');
    await page.evaluate(wake);
    await expect.poll(() => readPart(page), name).toBe(shown(0));
  }
});

test('Qwik compares by position, and never sees our nodes', async ({ page, site }) => {
  const part =
    '<section id="part"><h2>Old</h2><button id="press">Old</button><ul><li id="item">Old</li><li id="next">Next 0</li></ul><p id="one">One 0</p><p id="two">Two 0</p></section>';
  site.serve(
    '/',
    `<!doctype html><html q:container="paused"><title>T</title>${labHead(site, changes)}<body>${part}</html>`,
  );
  await page.goto(site.origin);
  await expect.poll(() => readPart(page)).toBe(shown(0));
  // its own way to look at children: text, and elements of another name than that of its templates
  const found = await page.evaluate(() =>
    ['#part', '#part ul', '#item'].map((css) =>
      [...document.querySelector(css)!.children]
        .filter(({ nodeName }) => nodeName !== 'Q:TEMPLATE')
        .map(({ nodeName }) => nodeName)
        .join(),
    ),
  );
  expect(found).toEqual(['H2,BUTTON,UL,P,P', 'LI,LI', '']);
  await page.evaluate(() => lab.stop());
  expect(await readPart(page)).toBe('OldOldOldNext 0One 0Two 0');
  expect(await page.evaluate(() => document.querySelectorAll('[data-selvedge]').length)).toBe(0);
});
