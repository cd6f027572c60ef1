// Pages that do things in no order while changes come and go over them. Each page is played twice, with the applier
// and without: at every step the page's own nodes stand where the page put them, and in the end nothing is left.
//
//   SELVEDGE_LONG=1 npx playwright test dom/monkey      ten times as many; SEED=17 one of them again

import type { PageChange } from '../../../shared/dom/claim.ts';
import { draws } from '../../support/draws.ts';
import { expect, halfInFirefox, test } from '../../support/test.ts';
import { inOrder, type Lab, labHead, readHtml } from './lab.ts';
import { type Play, write } from './random-page.ts';

declare const lab: Lab | undefined;

const first = Number(process.env.SEED ?? 1);
const monkeys = process.env.SEED ? 1 : draws(120);

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
  /** What we moved and the page moves on stands where the page puts it, which is heard in our next turn. */
  const taken = new Map<Node, string | null>();
  const holdsGuest = (node: Node) => !!(node as Element).querySelector?.('[data-selvedge-moved]');
  const stand = () => {
    const homes = new Map<string, Node>();
    const isAway = (node: Node) => isGuest(node) && taken.get(node) !== movedBy(node);
    for (const node of nodes) if (isAway(node)) homes.set(movedBy(node) as string, node);
    const atHome = (node: Node): Node | undefined =>
      node.nodeType === 8 ? homes.get((node as Comment).data) : isAway(node) ? undefined : node;
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
  const findHome = (data: string | null | undefined): Node | null => {
    const all = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    while (data && all.nextNode()) if ((all.currentNode as Comment).data === data) return all.currentNode;
    return null;
  };
  /** Where the page has put it, which it could not put into itself. */
  const isAtHomeIn = (node: Node, other: Node): boolean => {
    for (let at: Node | null = node; at; at = (findHome(movedBy(at)) ?? at).parentNode)
      if (at === other) return true;
    return false;
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
    } else if (act.do === 'rest') {
      await waits[act.how]();
    } else {
      // what takes others with it is done to the small: the page must not end empty
      const isHarsh = /text|html|remove|replace/.test(act.do);
      const all = here(act.do === 'data' ? 3 : 1).filter(
        (node) =>
          !isHarsh ||
          [...(node as Element).getElementsByTagName('*')].filter((other) => ids.has(other)).length < 3,
      );
      const chosen = all[act.at % all.length];
      // what is put beside an element that we moved stands there, and what is thrown away with it is not known
      const others = all.filter(
        (other) => chosen && !chosen.contains(other) && !isAtHomeIn(other, chosen) && !isGuest(other),
      );
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
        if (to && !made.contains(to)) {
          if (isGuest(made)) taken.set(made, movedBy(made));
          to.parentNode?.insertBefore(made, act.to % 2 ? to : to.nextSibling);
        }
      }
    }
    stood[step] = stand();
  }
  return { stood, meant };
}

for (let seed = first; seed < first + monkeys; seed++)
  test(
    `page ${seed}: its nodes stand where it put them, and nothing is left`,
    halfInFirefox(seed),
    async ({ page, site }) => {
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
    },
  );
