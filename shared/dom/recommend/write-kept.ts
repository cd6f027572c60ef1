// Writes a list of ours down as a tree, for the next page.

import type { Markup } from '../../grammar/markup.ts';
import { isElement, isText } from '../native.ts';
import { isKeptFit } from './grow-kept.ts';

/** Says nothing of how it looks. What does and may not be kept is not left out: then the list is not kept. */
const SILENT =
  /^(data-selvedge.*|item(scope|type|prop|id|ref)|decoding|fetchpriority|tabindex|draggable|translate)$/;

const isLeftOut = (name: string, value: string): boolean =>
  SILENT.test(name) || (!!value && name.startsWith('data-'));

function write(element: Element): Markup {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) if (!isLeftOut(name, value)) attributes[name] = value;
  const children = [...element.childNodes].flatMap((node): Markup[] =>
    isElement(node) ? [write(node)] : isText(node) && node.data ? [node.data] : [],
  );
  return [element.localName, Object.keys(attributes)[0] ? attributes : 0, ...children];
}

const wordsOf = (nodes: Element[]): string =>
  nodes
    .map(({ textContent }) => textContent)
    .join('')
    .replace(/\s/g, '');

/** A list, and those of its cards that show items. */
export interface Filled {
  list: Element;
  cards: Element[];
}

/** @returns undefined of one that could not be shown again as it is, or in which the page says something to somebody */
export function writeKept({ list, cards }: Filled, hosts: readonly string[]): Markup | undefined {
  const tree = write(list);
  return wordsOf([list]) === wordsOf(cards) && isKeptFit(tree, hosts) ? tree : undefined;
}
