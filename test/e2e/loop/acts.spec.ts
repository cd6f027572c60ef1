// What people do on a page: clicks that did nothing, how far they scrolled, what they had in view.

import type { Page } from '@playwright/test';
import { readOver } from '../../support/element.ts';
import { enter, eventNames } from '../../support/page-api.ts';
import { readyClicks } from '../../support/ready-clicks.ts';
import { experienceOf, pageWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { serve, text } from './serve.ts';

const names = async (page: Page, only: RegExp) => (await eventNames(page)).filter((name) => only.test(name));

test('an angry click is one that did nothing: not what selects, counts, opens, checks, plays, scrolls or navigates', async ({
  page,
  site,
  guard,
}) => {
  // Firefox's own controls, where there is nothing to play
  guard.allow({ errors: /media resource was aborted/ });
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
      // over BiDi a second click selects nothing by itself
      on('words', () => getSelection().selectAllChildren(words));
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
  const clickThrice = await readyClicks(page);
  await enter(page, site.origin);
  const bringIntoView = async (id: string) => {
    const spot = page.locator(id === 'open' ? '#open button' : `#${id}`);
    // what is scrolled for the click must not count as what came of it
    await spot.scrollIntoViewIfNeeded();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    return spot;
  };
  const rage = async () => (await names(page, /rage/)).length;
  const dead = ['dead', 'link', 'late'];
  for (const [at, id] of dead.entries()) {
    await clickThrice(await bringIntoView(id));
    await expect.poll(rage, { message: id }).toBe(at + 1);
  }
  const alive = 'words plus step more check label next route focus video shut open'.split(' ');
  for (const id of alive) {
    await clickThrice(await bringIntoView(id));
    expect(await rage(), id).toBe(dead.length);
  }
  await clickThrice(await bringIntoView('dead'));
  await expect.poll(rage).toBe(dead.length + 1);
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
      await enter(page, site.origin);
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
      await expect.poll(() => readOver(page, '#hint')).toBe('Half');
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
  await enter(page, site.origin);
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
