// Server-rendered apps that update in no order while changes come and go over them: the app complains of nothing, and
// once the changes are gone its page is what it would be without us, so no update was lost.
//
//   SELVEDGE_LONG=1 npx playwright test hosts/monkey      ten times as many; SEED=17 one of them again

import type { PageChange } from '../../../shared/dom/claim.ts';
import { draws } from '../../support/draws.ts';
import { random } from '../../support/random.ts';
import { expect, halfInFirefox, test } from '../../support/test.ts';
import { inOrder, type Lab, labHead } from '../dom/lab.ts';
import { type Framework, makeApp } from './apps.ts';

declare const lab: Lab;
declare const host: { errors: string[]; isReady: boolean; set(next: State): void };

interface State {
  n?: number;
  open?: boolean;
  items?: number[];
}

const STEPS = 40;
const first = Number(process.env.SEED ?? 1);
const monkeys = process.env.SEED ? 1 : draws(20);

const TARGETS = [
  'h1',
  '.plain',
  '.cta',
  '.more',
  '.more i',
  'ul',
  '.item',
  '.i2',
  '.item b',
  '.hero',
  '.panel',
  '.panel h2',
  '.panel em',
  '.panel p',
  '.box',
  '.first',
  '.second',
  'main',
  'p',
  'h2',
];

interface Script {
  lists: PageChange[][];
  acts: ({ show: number } | { set: State } | { rest: true })[];
}

function write(seed: number): Script {
  const { share, below, pick } = random(seed);
  let count = 0;
  const word = () => `w${++count}`;
  const position = () => pick(['before', 'after', 'first', 'last'] as const);
  const change = (): PageChange => {
    const target = { css: pick(TARGETS) };
    switch (below(11)) {
      case 0:
      case 1:
        return { kind: 'text', target, value: word() };
      case 2:
        return { kind: 'html', target, value: `<b>${word()}</b>` };
      case 3:
        return { kind: 'attribute', target, name: 'title', value: pick([word(), null]) };
      case 4:
        return { kind: 'image', target, src: '/new.svg', alt: word() };
      case 5:
        return { kind: 'link', target, href: `/${word()}` };
      case 6:
        return { kind: 'class', target, add: [word()], remove: [pick(['page', 'busy', 'item', 'box'])] };
      case 7:
        return { kind: 'style', target, properties: { color: 'red' } };
      case 8:
        return { kind: 'hide', target };
      case 9:
        return { kind: 'insert', target, position: position(), html: `<p>${word()}</p>` };
      default:
        return { kind: 'move', target, to: { css: pick(TARGETS) }, position: position() };
    }
  };
  const state = (): State => ({
    ...(below(2) && { n: below(4) }),
    ...(!below(3) && { open: share() < 0.5 }),
    ...(!below(3) && { items: [1, 2, 3, 4, 5].filter(() => share() < 0.6).sort(() => share() - 0.5) }),
  });
  const act = () => {
    const which = below(5);
    if (!which) return { show: below(4) };
    return which < 4 ? { set: state() } : { rest: true as const };
  };
  return {
    lists: [[], ...Array.from({ length: 3 }, () => Array.from({ length: 2 + below(5) }, change))],
    acts: Array.from({ length: STEPS }, act),
  };
}

async function play({ lists, acts }: Script): Promise<void> {
  for (const act of acts) {
    if ('show' in act) {
      if ('lab' in window) lab.show(lists[act.show] as PageChange[]);
    } else if ('set' in act) host.set(act.set);
    else await new Promise(requestAnimationFrame);
  }
  // React renders in slices, each a message to itself: on a slow machine there are many
  const { port1, port2 } = new MessageChannel();
  for (let turns = 0; turns < 10; turns++) {
    await new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(0);
    });
    await new Promise(requestAnimationFrame);
  }
}

for (const framework of ['react', 'vue', 'svelte'] satisfies Framework[])
  for (let seed = first; seed < first + monkeys; seed++)
    test(
      `${framework}, ${seed}: no complaint, no lost update, nothing left`,
      halfInFirefox(seed),
      async ({ page, site }) => {
        const { html, script } = await makeApp(framework);
        const plan = write(seed);
        for (const name of ['/old.svg', '/new.svg'])
          site.serve(name, '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>');
        site.serve('/host.js', script);
        const results: { errors: string[]; html: string }[] = [];
        for (const head of ['', labHead(site, plan.lists[1] as PageChange[])]) {
          site.serve(
            '/',
            `<!doctype html><html data-mode="slow"><head><meta charset="utf-8"><title>Host</title>${head}</head><body><div id="root">${html}</div><script src="/host.js"></script></body></html>`,
          );
          await page.goto(site.origin);
          await page.waitForFunction('host.isReady');
          await page.evaluate(play, plan);
          if (head) await page.evaluate(() => lab.stop());
          const { errors, html: left } = await page.evaluate(() => ({
            errors: host.errors,
            html: (document.querySelector('#root') as Element).innerHTML,
          }));
          // React marks the texts only of what was served, and when it makes others anew is its own affair
          results.push({ errors, html: inOrder(left.replaceAll('<!-- -->', '')) });
        }
        expect(results[1]).toEqual(results[0]);
        expect(results[0]?.errors).toEqual([]);
      },
    );
