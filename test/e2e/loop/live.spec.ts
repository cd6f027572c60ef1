// What changes while a page is open: live experiences with frequency and schedule, segments asked for before their
// timer came, and whom exposures and goals are counted for.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { holdTimers } from '../../support/hold-timers.ts';
import { call, exported, ready } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, tagWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const text = (value: string, css = 'h1') => ({ kind: 'text' as const, target: { css }, value });
const exposures = async (page: Page) =>
  (await exported(page)).events.filter(({ name }) => name === 'exposure').map(({ props }) => props);
const name = (page: Page, css: string) => expect(page.locator(css));
const serve = (site: Site, parts: Partial<Config>, body = '<h1>One</h1><h2>Two</h2><h3>Three</h3>') => {
  site.serve('/selvedge.js', tagWith(configOf(parts)));
  site.serve('/', pageWith(body));
  site.serve('/other', pageWith('<h1>Other</h1>'));
};

test('live with a frequency: shown once, told once, and not taken back by what happens then', async ({
  page,
  site,
  travel,
}) => {
  const once = { times: 1, per: 'visitor' as const };
  serve(site, {
    segments: [{ id: 'calm', name: 'calm', when: { kind: 'count', event: 'share', is: 0, during: 'visit' } }],
    experiences: [
      experienceOf('everyone', [text('Once')], { id: 'once', live: true, frequency: once }),
      experienceOf('calm', [text('Calm', 'h2')], {
        id: 'calm',
        live: true,
        frequency: { times: 1, per: 'visit' },
      }),
      experienceOf('everyone', [text('Held', 'h3')], { id: 'held', live: true, frequency: once, holdout: 1 }),
    ],
  });
  await page.addInitScript(() => {
    window.told = [];
    document.addEventListener('selvedge:exposure', ({ detail }) => window.told.push(detail.experience));
  });
  await page.goto(site.origin);
  await name(page, 'h1').toHaveAccessibleName('Once');
  await name(page, 'h2').toHaveAccessibleName('Calm');
  for (let i = 0; i < 2; i++) await call(page, 'track', 'login');
  await name(page, 'h1').toHaveAccessibleName('Once');
  await name(page, 'h2').toHaveAccessibleName('Calm');
  // out of the segment, and in again on the next visit's first event: it has been seen in this one
  await call(page, 'track', 'share');
  await name(page, 'h2').toHaveAccessibleName('Two');
  await name(page, 'h1').toHaveAccessibleName('Once');
  expect((await page.evaluate(() => window.told)).sort()).toEqual(['calm', 'held', 'once']);
  expect((await exposures(page)).map(({ experience }) => experience).sort()).toEqual([
    'calm',
    'held',
    'once',
  ]);
  await page.reload();
  await ready(page);
  await name(page, 'h1').toHaveAccessibleName('One');
  await name(page, 'h2').toHaveAccessibleName('Two');
  await travel('1h');
  await call(page, 'track', 'login');
  await name(page, 'h2').toHaveAccessibleName('Calm');
  expect(await exposures(page)).toHaveLength(4);
});

test('a live experience begins and ends with its schedule on an open page, before anything happens', async ({
  page,
  site,
  travel,
}) => {
  const fire = await holdTimers(page);
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  serve(site, {
    experiences: [
      experienceOf('everyone', [text('Sale')], {
        id: 'sale',
        live: true,
        schedule: { from: at(30), to: at(60) },
      }),
      // longer than a timer of the browser's can be
      experienceOf('everyone', [text('Spring', 'h2')], {
        id: 'spring',
        live: true,
        schedule: { from: at(60 * 24 * 40) },
      }),
      experienceOf('everyone', [text('Still', 'h3')], { id: 'still', schedule: { to: at(30) } }),
    ],
  });
  await page.goto(site.origin);
  await ready(page);
  const names = async () =>
    Promise.all(
      ['h1', 'h2', 'h3'].map(async (css) =>
        (await page.getByRole('heading', { level: +css[1]! }).ariaSnapshot()).replace(/^.*?"|".*/g, ''),
      ),
    );
  await expect.poll(names).toEqual(['One', 'Two', 'Still']);
  await travel('31m');
  await fire();
  await expect.poll(names).toEqual(['Sale', 'Two', 'Still']);
  await travel('30m');
  await fire();
  await expect.poll(names).toEqual(['One', 'Two', 'Still']);
  for (const days of ['26d', '14d']) {
    await travel(days);
    await fire();
    // the timer that was as long as one can be arms the next in a task of its own
    await call(page, 'track', 'share');
  }
  await fire();
  await expect.poll(names).toEqual(['One', 'Spring', 'Still']);
});

test('asked after a change that no timer has served yet: decided anew first', async ({
  page,
  site,
  travel,
}) => {
  await holdTimers(page); // and never fired: a tab that is throttled, a device that slept
  serve(site, {
    segments: [
      {
        id: 'fresh',
        name: 'fresh',
        when: { kind: 'count', event: 'page_view', is: { $gte: 1 }, within: '10m' },
      },
      { id: 'rested', name: 'rested', when: { kind: 'since', event: 'page_view', is: { $gte: '20m' } } },
    ],
    experiences: [experienceOf('fresh', [text('Fresh')], { id: 'fresh', live: true })],
  });
  await page.goto(site.origin);
  await ready(page);
  const ask = () =>
    page.evaluate(() => {
      const { selvedge } = window;
      const told: unknown[] = [];
      const undo = selvedge.on('segments', (detail: unknown) => told.push(detail));
      const all = {
        outcome: selvedge.experiences()[0]?.outcome,
        segments: selvedge.segments(),
        values: ['fresh', 'rested'].map((id) => selvedge.explain(id).value),
        told,
      };
      undo();
      return all;
    });
  const both = (segments: string[], told: unknown[] = []) => ({
    outcome: segments.includes('fresh') ? 'variant' : 'original',
    segments,
    values: ['fresh', 'rested'].map((id) => segments.includes(id)),
    told,
  });
  expect(await ask()).toEqual(both(['fresh']));
  await travel('11m');
  expect(await ask()).toEqual(both([], [{ segments: [], entered: [], left: ['fresh'] }]));
  await name(page, 'h1').toHaveAccessibleName('One');
  await travel('10m');
  expect(await ask()).toEqual(both(['rested'], [{ segments: ['rested'], entered: ['rested'], left: [] }]));
});

test('exposures and goals say for which segment; both sides of a redirect are counted by the same test', async ({
  context,
  page,
  site,
}) => {
  const variants = (changes: Change[]) => [
    { id: 'a', name: 'a', segment: 'buyer', changes },
    { id: 'b', name: 'b', segment: 'everyone', changes },
  ];
  const away = [{ kind: 'redirect' as const, url: '/other' }];
  const here = [{ kind: 'redirect' as const, url: '/' }];
  serve(site, {
    goals: [{ id: 'in', name: 'in', event: 'login' }],
    segments: [{ id: 'buyer', name: 'buyer', when: { kind: 'count', event: 'purchase', is: { $gte: 1 } } }],
    experiences: [
      experienceOf('', [], { id: 'held', holdout: 1, pages: ['/'], variants: variants([text('Held')]) }),
      experienceOf('', [], { id: 'shown', pages: ['/'], variants: variants([text('Shown', 'h2')]) }),
      experienceOf('', [], { id: 'stays', holdout: 1, pages: ['/'], variants: variants(away) }),
      experienceOf('', [], { id: 'nowhere', holdout: 1, pages: ['/'], variants: variants(here) }),
      experienceOf('', [], { id: 'goes', pages: ['/go'], variants: variants(away) }),
    ],
  });
  site.serve('/go', pageWith('<h1>Go</h1>'));
  await page.goto(site.origin);
  await ready(page);
  await expect.poll(async () => (await exposures(page)).length).toBe(3);
  await call(page, 'track', 'purchase', { value: 1 });
  await page.reload();
  await ready(page);
  // redirected once a visit, and so is who would have been
  await expect.poll(async () => (await exposures(page)).length).toBe(5);
  const of = (experience: string, segment: string) => ({
    experience,
    outcome: experience === 'shown' ? 'variant' : 'holdout',
    ...(experience === 'shown' && { variant: segment === 'buyer' ? 'a' : 'b' }),
    segment,
  });
  const all = await exposures(page);
  for (const one of [of('held', 'everyone'), of('shown', 'everyone'), of('stays', 'everyone')])
    expect(all.slice(0, 3)).toContainEqual(one);
  for (const one of [of('held', 'buyer'), of('shown', 'buyer')]) expect(all.slice(3)).toContainEqual(one);
  const goals = await page.evaluate(async () => {
    const told: unknown[] = [];
    window.selvedge.on('goal', (detail: unknown) => told.push(detail));
    await window.selvedge.track('login');
    return told;
  });
  expect(goals).toEqual([
    {
      goal: 'in',
      experiences: expect.arrayContaining([
        { id: 'held', outcome: 'holdout', segment: 'buyer' },
        { id: 'shown', outcome: 'variant', variant: 'a', segment: 'buyer' },
        { id: 'stays', outcome: 'holdout', segment: 'everyone' },
      ]),
    },
  ]);
  await page.goto(`${site.origin}/go`);
  await page.waitForURL('**/other');
  await ready(page);
  expect((await exposures(page)).at(-1)).toEqual({
    experience: 'goes',
    outcome: 'variant',
    variant: 'a',
    segment: 'buyer',
  });
  expect((await context.pages()).length).toBe(1);
});

const names = async (page: Page, only: RegExp) =>
  (await exported(page)).events.map((event) => event.name).filter((each: string) => only.test(each));

test('an angry click is one that did nothing: not what selects, counts, opens, checks, plays, scrolls or navigates', async ({
  page,
  site,
  guard,
}) => {
  // Firefox's own controls, where there is nothing to play
  guard.allow({ errors: /media resource was aborted/ });
  // nothing comes of a click only when a second has passed, and there are a dozen of them
  test.setTimeout(120_000);
  serve(
    site,
    {},
    `<style>button,input,a{display:inline-block;width:120px;height:30px}#track{width:120px;height:30px;overflow:auto}</style>
    <p><button id="dead">Dead</button><a id="link" href="#">Dead link</a><button id="late">Tracked</button></p>
    <p id="words">Some words of a paragraph that somebody selects by clicking on them</p>
    <p><button id="plus">+</button><output>0</output></p>
    <p><button id="step">Step</button><input id="field" value="1"></p>
    <details><summary id="more">More</summary>Text</details>
    <p><input type="checkbox" id="check"><label for="check" id="label">Check</label></p>
    <p><button id="next">Next</button></p><div id="track"><div style="height:500px"></div></div>
    <p><button id="route">Route</button><button id="focus">Focus</button><input id="other" type="email"></p>
    <video id="video" controls width="200" height="60"></video><x-shut id="shut" style="display:block;height:30px"></x-shut>
    <p><x-open id="open" style="display:block;height:30px"></x-open></p>
    <script>
      const on = (id, act) => document.getElementById(id).addEventListener('click', act);
      on('plus', () => document.querySelector('output').textContent++);
      on('step', () => field.value++);
      on('next', () => (track.scrollTop += 20));
      on('route', () => history.replaceState(null, '', '#' + Math.random()));
      on('focus', () => other.focus());
      on('late', () => document.head.append(document.createElement('script')));
      document.getElementById('shut').attachShadow({ mode: 'closed' }).innerHTML = '<b>x</b>';
      const root = document.getElementById('open').attachShadow({ mode: 'open' });
      root.innerHTML = '<button>+</button><i>0</i>';
      root.firstChild.onclick = () => root.lastChild.textContent++;
    </script>`,
  );
  await page.goto(site.origin);
  await ready(page);
  const press = async (id: string) => {
    // the words are selected, which over BiDi a second click does not do by itself
    const spot = page.locator(id === 'open' ? '#open button' : `#${id}`);
    // what is scrolled for the click must not count as what came of it
    await spot.scrollIntoViewIfNeeded();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await spot.click({ clickCount: 3 });
    if (id === 'words') await spot.evaluate((it) => getSelection()?.selectAllChildren(it));
  };
  const rage = async () => (await names(page, /rage/)).length;
  let told = 0;
  for (const id of ['dead', 'link', 'late']) {
    await press(id);
    await expect.poll(rage, id).toBe(++told);
  }
  const alive = 'words plus step more check label next route focus video shut open'.split(' ');
  for (const id of alive) {
    await press(id);
    // a second without a click ends what the clicks before began
    await page.waitForFunction(
      (from) => performance.now() > from + 1200,
      await page.evaluate(() => performance.now()),
    );
    expect(await rage(), id).toBe(told);
  }
});

const shell = '<style>html,body{height:100%;margin:0;overflow:hidden}main{height:100%;overflow:auto}</style>';
const long = '<div style="height:4000px">Long</div>';
test.describe('what scrolls the page is what is measured', () => {
  for (const [what, head, body, css] of [
    ['the document', '', `<p id="hint">Hint</p>${long}`, 'html'],
    ['<main>', shell, `<main><p id="hint">Hint</p>${long}</main>`, 'main'],
    [
      '<body>',
      '<style>html{height:100%;overflow:hidden}body{height:100%;margin:0;overflow:auto}</style>',
      `<p id="hint">Hint</p>${long}`,
      'body',
    ],
    [
      '<body>, for the document',
      '<style>html,body{height:100%}body{overflow:auto}</style>',
      `<p id="hint">Hint</p>${long}`,
      'html',
    ],
    [
      'a list within <main>',
      shell,
      `<main><p id="hint">Hint</p><section style="height:95%;overflow:auto">${long}</section><p style="height:200px"></p></main>`,
      'section',
    ],
    [
      'a scroller in a shadow root',
      shell,
      `<p id="hint">Hint</p><x-app style="display:block;height:100%"><template shadowrootmode="open"><div style="height:100%;overflow:auto">${long}</div></template></x-app>`,
      'x-app',
    ],
    ['the document, in quirks mode', 'quirks', `<p id="hint">Hint</p>${long}`, 'html'],
  ] as const)
    test(what, async ({ page, site }) => {
      serve(site, {
        experiences: [
          experienceOf('everyone', [text('Half', '#hint')], { trigger: { kind: 'scroll', share: 0.5 } }),
        ],
      });
      const html = pageWith(body).replace('</head>', `${head === 'quirks' ? '' : head}</head>`);
      site.serve('/', head === 'quirks' ? html.replace(/<!doctype html>/i, '') : html);
      await page.goto(site.origin);
      await ready(page);
      const scroll = (share: number) =>
        page.evaluate(
          ([css, share]) => {
            const found = document.querySelector(css)!;
            const scroller =
              css === 'x-app'
                ? found.shadowRoot!.firstElementChild!
                : css === 'html'
                  ? document.scrollingElement!
                  : found;
            scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * share;
            if (css === 'x-app')
              scroller.dispatchEvent(new WheelEvent('wheel', { bubbles: true, composed: true }));
          },
          [css, share] as const,
        );
      await scroll(0.1);
      await expect.poll(() => names(page, /scroll/)).toHaveLength(1);
      await expect(page.locator('#hint')).toHaveText('Hint');
      await scroll(1);
      await expect.poll(() => names(page, /scroll/)).toHaveLength(4);
      await expect
        .poll(() => page.evaluate(() => document.querySelector('#hint')!.shadowRoot?.textContent))
        .toBe('Half');
    });
});

test('a tall section is seen when it fills half of the screen; a short one when half of it is in view', async ({
  page,
  site,
}) => {
  const seen = (event: string) => ({ kind: 'seen' as const, event, target: { css: `#${event}` } });
  serve(
    site,
    { capture: [seen('mark'), seen('tall'), seen('narrow'), seen('short'), seen('below')] },
    '<div style="height:1190px"></div><div id="mark" style="height:10px"></div><div id="tall" style="height:20000px"><div id="narrow" style="width:200px;height:20000px"></div></div><div id="short" style="height:100px"></div><div style="height:130vh"></div><div id="below" style="height:5000px">x</div>',
  );
  await page.goto(site.origin);
  await ready(page);
  await page.evaluate(() => scrollTo(0, 1200 - innerHeight * 0.7));
  // as long in view as the tall ones, of which a third of the screen is not enough
  await expect.poll(() => names(page, /mark|tall|narrow|short|below/)).toEqual(['mark']);
  await page.evaluate(() => scrollTo(0, 1200 - innerHeight * 0.4));
  await expect
    .poll(async () => (await names(page, /tall|narrow|short|below/)).sort())
    .toEqual(['narrow', 'tall']);
  await page.evaluate(() => document.querySelector('#short')!.scrollIntoView());
  await expect
    .poll(async () => (await names(page, /tall|narrow|short|below/)).sort())
    .toEqual(['narrow', 'short', 'tall']);
});

test('only the first view of a page that was not there is one; #selvedge-privacy opens the view by address too', async ({
  page,
  site,
}) => {
  serve(site, {});
  site.serve('/gone', { status: 404, body: pageWith('<h1>Gone</h1>') });
  site.serve('/selvedge-panel.js', readFileSync('dist/selvedge-panel.js', 'utf8'));
  await page.goto(`${site.origin}/gone#selvedge-privacy`);
  const view = page.locator('selvedge-privacy');
  await expect(view).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  for (const path of ['/a', '/b', '/gone'])
    await page.evaluate((to) => history.pushState(null, '', to), path);
  await page.evaluate(() => history.pushState(null, '', '/last'));
  await expect.poll(async () => (await names(page, /page_view/)).length).toBeGreaterThan(1);
  expect(await names(page, /not_found/)).toHaveLength(1);
  await page.evaluate(() => location.replace('#selvedge-privacy'));
  await expect(view).toHaveCount(1);
});
