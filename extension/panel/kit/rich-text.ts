// Words with a little markup, as an author writes them: bold, italic, links, line breaks, and parts that keep a look of
// the page's own (a class). Pure: reads what a field holds, a page has or was pasted, and says it in one clean way.
//
// Promises: whatever comes in, what goes out is text, <strong>, <em>, <a href>, <br> and <span class>; the same words
// with the same looks are always the same markup.

import type { Markup } from '../../../shared/grammar/markup.ts';
import type { Written } from '../../wire/is-wordy.ts';

export interface Reading {
  /** Whether a link may lead there. */
  mayLink(href: string): boolean;
  /** What scripts and parsers see as space is one; in a field each is what was typed. */
  isCollapsed: boolean;
  /** Classes stay: the page's own words, not what was pasted. */
  isDressed: boolean;
}

interface Look {
  strong: boolean;
  em: boolean;
  /** attributes, as JSON */
  a: string;
  /** a class */
  span: string;
}
interface Run {
  text: string;
  look: Look;
}

/** From the outermost to the innermost. */
const ORDER = ['a', 'span', 'strong', 'em'] as const;
const BLOCK =
  /^(address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/;
/** With all that is inside. */
const LEFT_OUT = /^(head|meta|noscript|script|style|svg|template|title|#comment)$/;

function lookOf(name: string, node: Written, around: Look, { mayLink, isDressed }: Reading): Look {
  const read = (attribute: string) => node.getAttribute?.(attribute) ?? '';
  const style = read('style');
  const look = { ...around };
  if (name === 'strong' || name === 'b') look.strong = true;
  else if (name === 'em' || name === 'i') look.em = true;
  // as a browser's editor takes a look away from a part, and as others write it on the clipboard
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
  const slope = /font-style:\s*(\w+)/.exec(style)?.[1];
  if (weight) look.strong = /^(bold|[6-9]00)$/.test(weight);
  if (slope) look.em = slope === 'italic';
  const dress = isDressed ? read('class') : '';
  const href = read('href');
  if (name === 'a' && href && mayLink(href))
    look.a = JSON.stringify({
      href,
      ...(dress && { class: dress }),
      ...(isDressed && read('target') && { target: read('target') }),
    });
  else if (name === 'span' && dress) look.span = dress;
  return look;
}

function readRuns(root: Written, reading: Reading): Run[] {
  const runs: Run[] = [];
  const say = (text: string, look: Look) => {
    const last = runs.at(-1);
    if (last && ORDER.every((key) => last.look[key] === look[key])) last.text += text;
    else runs.push({ text, look });
  };
  const plain: Look = { strong: false, em: false, a: '', span: '' };
  /** Something else follows on a line of its own. */
  let isBroken = false;
  const walk = (parent: Written, around: Look) => {
    for (const node of parent.childNodes) {
      const name = node.nodeName.toLowerCase();
      if (name === '#text') {
        const all = (node.nodeValue ?? '').replaceAll('\r', '');
        const text = reading.isCollapsed ? all.replace(/[ \t\n\f]+/g, ' ') : all;
        // between blocks, and before the first word
        if (!text || (!text.trim() && (isBroken || (reading.isCollapsed && !runs.length)))) continue;
        if (isBroken && runs.length) say('\n', plain);
        isBroken = false;
        say(text, around);
      } else if (name === 'br') {
        if (isBroken && runs.length) say('\n', plain);
        isBroken = false;
        say('\n', around);
      } else if (!LEFT_OUT.test(name)) {
        const isBlock = BLOCK.test(name);
        // a break at the end of a block, or before one, begins no line of its own
        const end = () => {
          isBroken ||= isBlock && runs.at(-1)?.text.endsWith('\n') === false;
        };
        end();
        walk(node, lookOf(name, node, around, reading));
        end();
      }
    }
  };
  walk(root, plain);
  return runs;
}

/** No space that nobody sees: at the ends and around breaks, and none twice where space is collapsed. */
function tidy(runs: Run[], { isCollapsed }: Reading): Run[] {
  let before = '\n';
  const kept = runs.map(({ text, look }) => {
    let out = '';
    for (const letter of text) {
      const isUnseen = letter === ' ' && (before === '\n' || before === ' ');
      if (isCollapsed && isUnseen) continue;
      if (isCollapsed && letter === '\n' && out.endsWith(' ')) out = out.slice(0, -1);
      out += letter;
      before = letter;
    }
    return { text: out, look };
  });
  // a field ends with a break that only holds its last line open
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.replace(isCollapsed ? /[ \n]+$/ : /\n+$/, '');
    if (last.text) break;
    kept.pop();
  }
  return kept.filter(({ text }) => text);
}

function build(runs: Run[], depth = 0): Markup[] {
  const key = ORDER[depth];
  if (!key)
    return runs
      .flatMap(({ text }) => text.split(/(\n)/))
      .flatMap((part): Markup[] => (part === '\n' ? [['br', 0]] : part ? [part] : []));
  const nodes: Markup[] = [];
  for (let from = 0; from < runs.length; ) {
    const value = runs[from]?.look[key];
    let to = from;
    while (to < runs.length && runs[to]?.look[key] === value) to++;
    const inner = build(runs.slice(from, to), depth + 1);
    if (!value) nodes.push(...inner);
    else if (key === 'a') {
      const attributes: { [attribute: string]: string } = JSON.parse(String(value));
      nodes.push(['a', attributes, ...inner]);
    } else nodes.push([key, key === 'span' ? { class: String(value) } : 0, ...inner]);
    from = to;
  }
  return nodes;
}

/** @param root its children are read */
export const readRich = (root: Written, reading: Reading): Markup[] =>
  build(tidy(readRuns(root, reading), reading));

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const toHtml = (nodes: readonly Markup[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return escapeText(node);
      const [name, attributes, ...children] = node;
      const written = Object.entries(attributes || {}).map(
        ([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`,
      );
      return `<${name}${written.join('')}>${name === 'br' ? '' : `${toHtml(children)}</${name}>`}`;
    })
    .join('');

/** A text of an author's, as markup. */
export const fromText = (text: string): string => escapeText(text).replaceAll('\n', '<br>');

/** @returns undefined where there is markup: then it is no text */
export const asText = (nodes: readonly Markup[]): string | undefined =>
  nodes.every((node) => typeof node === 'string') ? nodes.join('') : undefined;

/** Its words alone, as a text to show. */
export const wordsOf = (nodes: readonly Markup[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const [name, , ...children] = node;
      return name === 'br' ? '\n' : wordsOf(children);
    })
    .join('');
