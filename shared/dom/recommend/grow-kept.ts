// Builds a list that was kept for this page. It comes out of the browser's storage, where anybody who ever ran a script on the
// site may have written: so it is judged like a stranger's, node by node, and one that is odd anywhere is not shown at all.

import { mayLink, mayLoadImage } from '../../grammar/address.ts';
import { ELEMENTS, isHtmlAttributeKept } from '../../grammar/allowed.ts';
import type { Markup } from '../../grammar/markup.ts';
import { make, setAttribute } from '../native.ts';
import { LIST } from './list-rule.ts';

/** What a component's rules know its elements by says nothing, and nobody reads it. */
const MARK = /^data-[\w-]+$/;

function isAttributeFit(element: string, name: string, value: string, hosts: readonly string[]): boolean {
  switch (name) {
    case 'href':
      return element === 'a' && mayLink(value, document.baseURI);
    case 'src':
      return element === 'img' && mayLoadImage(value, { base: document.baseURI, own: location.host, hosts });
    case 'srcset':
      return false;
    default:
      return isHtmlAttributeKept(name) || (!value && MARK.test(name) && !/^data-selvedge/.test(name));
  }
}

/** Whether a kept tree may stand on the page. */
export const isKeptFit = (node: Markup, hosts: readonly string[]): boolean => {
  if (typeof node === 'string') return true;
  const [name, attributes, ...children] = node;
  return (
    ELEMENTS.includes(name) &&
    Object.entries(attributes).every(([key, value]) => isAttributeFit(name, key, `${value}`, hosts)) &&
    children.every((child) => isKeptFit(child, hosts))
  );
};

function build(into: Element, node: Markup): void {
  if (typeof node === 'string') {
    into.append(node);
    return;
  }
  const [name, attributes, ...children] = node;
  const element = make(name);
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  for (const child of children) build(element, child);
  into.append(element);
}

/** @returns what holds the list; undefined where something in it may not be */
export function growKept(tree: Markup, hosts: readonly string[]): Element | undefined {
  if (!isKeptFit(tree, hosts)) return undefined;
  const into = make('div');
  build(into, tree);
  const { firstElementChild: list } = into;
  if (!list) return undefined;
  setAttribute(list, LIST, '');
  return into;
}
