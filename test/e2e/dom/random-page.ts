// Random pages, random changes for them, and what such a page does in no order: for monkeys.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { random } from '../../support/random.ts';

const STEPS = 60;

const LEAVES = ['a', 'button', 'em', 'h2', 'img', 'label', 'li', 'p', 'span'];
const BOXES = ['article', 'div', 'header', 'main', 'nav', 'section', 'ul'];

/** What the page does (`Act`) refers to its own nodes by number, in the order in which it made them. */
export type Act =
  | { do: 'show'; list: number }
  | { do: 'rest'; how: 'microtask' | 'frame' | 'task' }
  | {
      do: 'text' | 'data' | 'html' | 'class' | 'remove' | 'add' | 'move' | 'replace';
      at: number;
      to: number;
      say: string;
    }
  | { do: 'attribute'; at: number; name: string; value: string | null };

export interface Play {
  html: string;
  lists: PageChange[][];
  acts: Act[];
}

export function write(seed: number): Play {
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
