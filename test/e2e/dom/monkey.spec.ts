// Pages that do things in no order while changes come and go over them. Each page is played twice, with the applier
// and without: at every step the page's own nodes stand where the page put them, and in the end nothing is left.
//
//   SELVEDGE_LONG=1 npx playwright test dom/monkey      ten times as many; SEED=17 one of them again

import type { PageChange } from '../../../shared/dom/claim.ts';
import { draws } from '../../support/draws.ts';
import { random } from '../../support/random.ts';
import { expect, test } from '../../support/test.ts';
import { inOrder, type Lab, labHead, readHtml } from './lab.ts';

declare const lab: Lab | undefined;

const STEPS = 60;
const first = Number(process.env.SEED ?? 1);
const monkeys = process.env.SEED ? 1 : draws(120);

const LEAVES = ['a', 'button', 'em', 'h2', 'img', 'label', 'li', 'p', 'span'];
const BOXES = ['article', 'div', 'header', 'main', 'nav', 'section', 'ul'];

/** What the page does (`Act`) refers to its own nodes by number, in the order in which it made them. */
type Act =
  | { do: 'show'; list: number }
  | { do: 'rest'; how: 'microtask' | 'frame' | 'task' }
  | {
      do: 'text' | 'data' | 'html' | 'class' | 'remove' | 'add' | 'move' | 'replace';
      at: number;
      to: number;
      say: string;
    }
  | { do: 'attribute'; at: number; name: string; value: string | null };

interface Play {
  html: string;
  lists: PageChange[][];
  acts: Act[];
}

function write(seed: number): Play {
  const { below, pick } = random(seed);
  let count = 0;
  const word = () => `w${++count}`;
  const attributes = () => ` class="c${below(5)} c${below(5)}"${below(3) ? '' : ` title="${word()}"`}`;
  const leaf = (): string => {
    const name = pick(LEAVES);
    if (name === 'img') return `<img${attributes()} src="/${word()}.svg" alt="${word()}">`;
    const inside = below(4)
      ? word()
      : `${word()}<b class="c${below(5)}">${word()}</b>${below(2) ? word() : ''}`;
    return `<${name}${attributes()}${name === 'a' ? ` href="/${word()}"` : ''}>${inside}</${name}>`;
  };
  const box = (depth: number): string => {
    const name = pick(BOXES);
    const of = Array.from({ length: 1 + below(3) }, () => (depth && below(2) ? box(depth - 1) : leaf()));
    return `<${name}${attributes()}>${of.join(below(2) ? ' ' : '')}</${name}>`;
  };
  const css = () =>
    pick([`.c${below(5)}`, `.c${below(5)}`, pick([...LEAVES, ...BOXES]), `.c${below(5)} .c${below(5)}`]);
  const change = (): PageChange => {
    const target = { css: css() };
    switch (below(11)) {
      case 0:
      case 1:
        return { kind: 'text', target, value: word() };
      case 2:
        return { kind: 'html', target, value: `<b>${word()}</b> <i>${word()}</i>` };
      case 3:
        return { kind: 'attribute', target, name: pick(['title', 'lang']), value: pick([word(), null]) };
      case 4:
        return { kind: 'image', target, src: `/${word()}.svg`, alt: word() };
      case 5:
        return { kind: 'link', target, href: `/${word()}` };
      case 6:
        return { kind: 'class', target, add: [`c${below(5)}`, word()], remove: [`c${below(5)}`] };
      case 7:
        return { kind: 'style', target, properties: { color: 'red' } };
      case 8:
        return { kind: 'hide', target };
      case 9:
        return {
          kind: 'insert',
          target,
          position: pick(['before', 'after', 'first', 'last']),
          html: `<p>${word()}</p>`,
        };
      default:
        return {
          kind: 'move',
          target,
          to: { css: css() },
          position: pick(['before', 'after', 'first', 'last']),
        };
    }
  };
  const act = (): Act => {
    const at = below(1000);
    switch (below(14)) {
      case 0:
      case 1:
        return { do: 'show', list: below(4) };
      case 2:
        return { do: 'rest', how: 'frame' };
      case 3:
        return { do: 'rest', how: pick(['microtask', 'task']) };
      case 4:
      case 5:
        return {
          do: 'attribute',
          at,
          name: pick(['title', 'lang', 'class', 'href', 'src', 'alt']),
          value: pick([word(), word(), null]),
        };
      default: {
        const what = pick([
          'text',
          'data',
          'data',
          'html',
          'class',
          'remove',
          'add',
          'move',
          'replace',
        ] as const);
        return {
          do: what,
          at,
          to: below(1000),
          say: what === 'html' || what === 'add' || what === 'replace' ? leaf() : word(),
        };
      }
    }
  };
  return {
    html: box(3) + box(3) + box(3),
    lists: [[], ...Array.from({ length: 3 }, () => Array.from({ length: 1 + below(5) }, change))],
    // in the end something is shown, or there would be nothing to take back
    acts: [
      ...Array.from({ length: STEPS }, act),
      { do: 'show', list: 1 + below(3) },
      { do: 'rest', how: 'frame' },
    ],
  };
}

/** Which nodes an act was about, by number; nothing where it was left out. */
type Meant = [node: number, to: number] | undefined;

interface Played {
  /** Where the page's nodes stand after each act; those that we moved where they are at home. */
  stood: string[];
  meant: Meant[];
}

/**
 * Plays it in the page.
 * @param before what the acts of a first round were about: the second does the same
 */
async function play([{ lists, acts }, before]: [Play, Meant[] | undefined]): Promise<Played> {
  const ids = new Map<Node, number>();
  const nodes: Node[] = [];
  const learn = (node: Node) => {
    ids.set(node, nodes.push(node) - 1);
    for (const child of node.childNodes) learn(child);
  };
  const root = document.querySelector('#page') as HTMLElement;
  learn(root);
  const make = (html: string): Element => {
    const made = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element;
    return document.adoptNode(made);
  };
  const here = (kind: 1 | 3) =>
    nodes.filter((node) => node.nodeType === kind && root.contains(node) && node !== root);
  const movedBy = (node: Node) => (node as Element).getAttribute?.('data-selvedge-moved');
  const isGuest = (node: Node) => !!movedBy(node);
  const holdsGuest = (node: Node) => !!(node as Element).querySelector?.('[data-selvedge-moved]');
  const stand = () => {
    const homes = new Map<string, Node>();
    for (const node of nodes) if (isGuest(node)) homes.set(movedBy(node) as string, node);
    const atHome = (node: Node): Node | undefined =>
      node.nodeType === 8 ? homes.get((node as Comment).data) : isGuest(node) ? undefined : node;
    const found: string[] = [];
    const walk = (parent: Node) => {
      let place = 0;
      for (const child of parent.childNodes) {
        const node = atHome(child);
        if (!node || !ids.has(node)) continue;
        found[ids.get(node) as number] = `${ids.get(node)}:${ids.get(parent)}.${place++}`;
        walk(node);
      }
    };
    walk(root);
    return found.filter(Boolean).join(' ');
  };
  const waits = {
    microtask: () => Promise.resolve(),
    frame: () => new Promise((done) => requestAnimationFrame(done)),
    task: () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      }),
  };
  const stood: string[] = [];
  const meant: Meant[] = [];
  for (const [step, act] of acts.entries()) {
    if (act.do === 'show') {
      if (typeof lab !== 'undefined') lab.show(lists[act.list] as PageChange[]);
    } else if (act.do === 'rest') await waits[act.how]();
    else {
      // what takes others with it is done to the small: the page must not end empty
      const isHarsh = /text|html|remove|replace/.test(act.do);
      const all = here(act.do === 'data' ? 3 : 1).filter(
        (node) =>
          !isHarsh ||
          [...(node as Element).getElementsByTagName('*')].filter((other) => ids.has(other)).length < 3,
      );
      const chosen = all[act.at % all.length];
      // what is put beside an element that we moved stands there, and what is thrown away with it is not known
      const others = all.filter((other) => !chosen?.contains(other) && !isGuest(other));
      const isKnown = chosen && !(isHarsh && (isGuest(chosen) || holdsGuest(chosen)));
      const to = 'to' in act ? others[act.to % others.length] : undefined;
      const first: Meant = isKnown
        ? [ids.get(chosen) as number, to ? (ids.get(to) as number) : -1]
        : undefined;
      const at = before ? before[step] : first;
      meant[step] = at;
      if (!at) continue;
      const node = nodes[at[0]] as Element;
      if (act.do === 'attribute') {
        if (act.value === null) node.removeAttribute(act.name);
        else node.setAttribute(act.name, act.value);
      } else if (act.do === 'text') {
        node.textContent = act.say;
        learn(node.firstChild as Node);
      } else if (act.do === 'data') (node as unknown as Text).data = act.say;
      else if (act.do === 'html') {
        node.innerHTML = act.say;
        for (const child of node.childNodes) learn(child);
      } else if (act.do === 'class') node.className = `${act.say} c${act.to % 5}`;
      else if (act.do === 'remove') node.remove();
      else if (act.do === 'replace') {
        const made = make(act.say);
        learn(made);
        node.replaceWith(made);
      } else {
        const made = act.do === 'add' ? make(act.say) : node;
        if (act.do === 'add') learn(made);
        const to = nodes[at[1]];
        if (to && !made.contains(to)) to.parentNode?.insertBefore(made, act.to % 2 ? to : to.nextSibling);
      }
    }
    stood.push(stand());
  }
  return { stood, meant };
}

for (let seed = first; seed < first + monkeys; seed++)
  test(`page ${seed}: its nodes stand where it put them, and nothing is left`, async ({ page, site }) => {
    const script = write(seed);
    const head = labHead(site, []);
    const results: { stood: string[]; html: string }[] = [];
    let meant: Meant[] | undefined;
    for (const withUs of [true, false]) {
      const html = `<!doctype html><html lang="en"><head><title>Page</title>${withUs ? head : ''}</head><body><div id="page">${script.html}</div></body></html>`;
      site.serve('/', html);
      await page.route(/\.svg$/, (route) =>
        route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
      );
      await page.goto(site.origin);
      const played = await page.evaluate(play, [script, meant] as [Play, Meant[] | undefined]);
      meant = played.meant;
      const { stood } = played;
      if (withUs) {
        await page.evaluate(() => (lab as Lab).stop());
        expect(
          await page.evaluate(() => (lab as Lab).problems.filter((of) => of.startsWith('failed'))),
        ).toEqual([]);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      results.push({ stood, html: await readHtml(page).then(inOrder) });
    }
    const [ours, without] = results as [(typeof results)[0], (typeof results)[0]];
    for (const [step, stood] of ours.stood.entries())
      expect(stood, `after act ${step}: ${JSON.stringify(script.acts[step])}`).toBe(without.stood[step]);
    expect(ours.html).toBe(without.html);
  });
