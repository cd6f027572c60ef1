// A part of the page that is moved is the page's still: its forms, its state, and the place that it comes home to.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { expect, test } from '../../support/test.ts';
import { labHead, labPage, t } from './lab.ts';

const FORM = `<h1>Tent</h1><form action="/cart"><p id="top">Top</p><fieldset id="part"><label><input type="radio" name="size" value="s"> S</label><label><input type="radio" name="size" value="m" checked> M</label>
  <input type="number" name="qty" value="1"><select name="colour"><option>red</option><option>blue</option></select><input type="password" name="secret"><button name="add" value="1">Add</button></fieldset><input name="after" value="x"></form>
  <form id="other"><input name="else" value="y"><p class="into">Into</p></form><input class="alone" name="alone" value="z"><div class="box"><video></video><script type="text/plain" data-consent="x">1</script><iframe srcdoc="<p>Frame</p>"></iframe><input class="typed"></div><p class="there">There</p>`;

const moves: [name: string, css: string, to: string, position: 'before' | 'after' | 'first' | 'last'][] = [
  ['within its form', '#part', '#top', 'before'],
  ['out of its form', '#part', 'h1', 'after'],
  ['into another form', '#part', '.into', 'before'],
  ['a field of no form into one', '.alone', '.into', 'after'],
];

test('a moved part is itself: its form sends each field once, its state is kept, and it goes home', async ({
  page: tab,
  site,
}) => {
  site.serve('/', labPage(labHead(site, []), FORM));
  await tab.goto(site.origin);
  const sent = () =>
    tab.evaluate(() =>
      [...document.forms].map((form) => `${new URLSearchParams(new FormData(form) as never)}`),
    );
  const was = await sent();
  const html = await tab.evaluate(() => document.body.innerHTML);
  for (const [name, css, to, position] of moves) {
    await tab.evaluate((change) => lab.show([change]), {
      kind: 'move',
      target: t(css),
      to: t(to),
      position,
    } as PageChange);
    // in the order of the page, once each
    const sorted = (all: string[]) => all.map((one) => one.split('&').sort());
    expect.soft(sorted(await sent()), name).toEqual(sorted(was));
    const there = await tab.evaluate(
      ([of, at, where]) => {
        const e = document.querySelector(of!)!;
        const to = document.querySelector(at!)!;
        return (
          document.querySelectorAll(of!).length === 1 &&
          (where === 'before' ? e.nextElementSibling : e.previousElementSibling) === to
        );
      },
      [css, to, position],
    );
    expect.soft(there, name).toBe(true);
    await tab.evaluate(() => lab.show([]));
    expect.soft(await tab.evaluate(() => document.body.innerHTML), name).toBe(html);
  }
  expect(await tab.evaluate(() => lab.problems)).toEqual([]);
  // what a move must not disturb, where the browser can move without
  const canKeep = await tab.evaluate(() => 'moveBefore' in Element.prototype);
  await tab.evaluate(() => {
    const e = document.querySelector('.typed') as HTMLInputElement;
    e.value = 'typed';
    e.focus();
    Object.assign(document.querySelector('iframe')!.contentWindow!, { mark: 1 });
    lab.show([{ kind: 'move', target: { css: '.box' }, to: { css: 'h1' }, position: 'before' }]);
  });
  expect(
    await tab.evaluate(() => [
      document.body.firstElementChild!.className,
      (document.querySelector('.typed') as HTMLInputElement).value,
      document.activeElement?.className,
      (document.querySelector('iframe')!.contentWindow as Window & { mark?: number }).mark,
      lab.problems.join(),
    ]),
  ).toEqual(canKeep ? ['box', 'typed', 'typed', 1, ''] : ['', 'typed', 'typed', 1, 'target 0']);
});

test('what the page does around a moved element is what it finds when it is back', async ({
  page: tab,
  site,
}) => {
  const body =
    '<main><ul><li>a</li><li class="m">m</li><li>b</li></ul><div class="to"></div><section><p class="n">n</p></section></main>';
  const acts: [name: string, act: string][] = [
    ['nothing', ''],
    ['its neighbours go', 'for (const e of document.querySelectorAll("li:not(.m)")) e.remove()'],
    ['it is removed', 'document.querySelector(".m").remove()'],
    ['it is put elsewhere', 'document.querySelector("section").append(document.querySelector(".m"))'],
    ['the place it came from is emptied', 'document.querySelector("ul").innerHTML = "<li>new</li>"'],
    ['the place it came from is removed', 'document.querySelector("ul").remove()'],
    [
      'that is removed and comes back',
      'const u = document.querySelector("ul"); u.remove(); await tick(); document.querySelector("main").prepend(u)',
    ],
    [
      'what it stands beside is moved',
      'document.querySelector("section").prepend(document.querySelector(".to"))',
    ],
    ['what it stands beside is removed', 'document.querySelector(".to").remove()'],
    ['its words change', 'document.querySelector(".m").textContent = "later"'],
    ['the page keeps itself as a string', 'document.querySelector("main").innerHTML += ""'],
    [
      'the page is a copy of itself',
      'const m = document.querySelector("main"); m.replaceWith(m.cloneNode(true))',
    ],
  ];
  site.serve('/', labPage(labHead(site, []), body));
  for (const [name, act] of acts) {
    const play = (isOurs: boolean) =>
      tab.evaluate(
        async ([code, ours, html]) => {
          document.body.innerHTML = html as string;
          if (ours)
            lab.show([{ kind: 'move', target: { css: '.m' }, to: { css: '.to' }, position: 'after' }]);
          const tick = () => new Promise(requestAnimationFrame);
          const was = document.querySelector('.to + .m');
          await new Function('tick', `return (async () => { ${code} })()`)(tick);
          await tick();
          lab.stop();
          return [!ours || !!was, document.body.innerHTML];
        },
        [act, isOurs, body] as const,
      );
    if (act === '' || tab.url() === 'about:blank') await tab.goto(site.origin);
    const without = await play(false);
    expect.soft(await play(true), name).toEqual(without);
  }
  expect(await tab.evaluate(() => lab.problems)).toEqual([]);
});

test('what is moved into what was moved out of it goes home all the same', async ({ page: tab, site }) => {
  // the first `.to` is within what is moved as soon as that is moved
  const body = '<p class="to">Top</p><nav class="of"><main class="of"><i class="to">In</i></main></nav>';
  const change: PageChange = { kind: 'move', target: t('.of'), to: t('.to'), position: 'before' };
  site.serve('/', labPage(labHead(site, []), body));
  await tab.goto(site.origin);
  const html = await tab.evaluate(() => document.body.innerHTML);
  await tab.evaluate((one) => lab.show([one]), change);
  // each word of the page has the places looked at again
  for (let i = 0; i < 6; i++) {
    await tab.evaluate(() => document.body.append('.'));
    await tab.evaluate(() => document.body.lastChild?.remove());
  }
  await tab.evaluate(() => lab.show([]));
  expect(await tab.evaluate(() => document.body.innerHTML)).toBe(html);
  expect(await tab.evaluate(() => lab.problems.filter((of) => of.startsWith('failed')))).toEqual([]);
});
