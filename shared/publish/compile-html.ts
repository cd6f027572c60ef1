// Makes of an author's html the tree that the page builds, without a parser or a sanitizer of its own.
//
// Promises: the same nodes that the browsers' own `setHTML` and shared/dom/sanitize.ts make of it together. So this
// parses as they do, for the same element, without script and without quirks, and cuts by the same lists.
// https://wicg.github.io/sanitizer-api/

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, html as spec } from 'parse5';
import { mayLink, mayLoadImage, type Place } from '../grammar/address.ts';
import { DEEPEST, ELEMENTS, isHtmlAttributeKept, isHtmlTooLong } from '../grammar/allowed.ts';
import type { Markup } from '../grammar/markup.ts';
import { readSrcset } from '../grammar/srcset.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

const isElement = (node: object): node is Element => 'tagName' in node;
const isText = (node: object): node is DefaultTreeAdapterTypes.TextNode => 'value' in node;

function isKept(name: string, value: string, place: Place): boolean {
  switch (name) {
    case 'href':
      return mayLink(value, place.base);
    case 'src':
      return mayLoadImage(value, place);
    case 'srcset':
      return readSrcset(value).every((address) => mayLoadImage(address, place));
    default:
      return isHtmlAttributeKept(name);
  }
}

function attributesOf({ tagName, attrs }: Element, place: Place): { [name: string]: string } | 0 {
  const kept = attrs.filter(({ name, value }) => isKept(name, value, place));
  const attributes = {
    ...Object.fromEntries(kept.map(({ name, value }) => [name, value])),
    ...(tagName === 'button' && { type: 'button' }),
    ...(tagName === 'a' && { rel: 'noopener' }),
  };
  return Object.keys(attributes).length ? attributes : 0;
}

class TooDeep extends Error {}

function cut(from: ParentNode, place: Place, depth = 0): Markup[] {
  const nodes: Markup[] = [];
  for (const node of from.childNodes) {
    if (isText(node)) {
      const before = nodes.at(-1);
      // what stood between is gone before the page's own texts are looked at
      if (typeof before === 'string') nodes[nodes.length - 1] = before + node.value;
      else nodes.push(node.value);
    } else if (isElement(node) && node.namespaceURI === spec.NS.HTML && ELEMENTS.includes(node.tagName)) {
      if (depth >= DEEPEST) throw new TooDeep();
      nodes.push([node.tagName, attributesOf(node, place), ...cut(node, place, depth + 1)]);
    }
  }
  return nodes;
}

/** Rows and cells are only read where they belong. */
const holderOf = (html: string): string =>
  /^\s*<tr/i.test(html) ? 'tbody' : /^\s*<t[dh]\b/i.test(html) ? 'tr' : 'div';

/** @returns undefined where it is more, or nested deeper, than the page takes */
export function compileHtml(html: string, place: Place): Markup[] | undefined {
  if (isHtmlTooLong(html)) return undefined;
  const holder = defaultTreeAdapter.createElement(holderOf(html), spec.NS.HTML, []);
  try {
    return cut(parseFragment(holder, html, { scriptingEnabled: false }), place);
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}
