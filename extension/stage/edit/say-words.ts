// What an element says, to call it by: what stands in a box or a line of its own is told apart from what stands beside it.

import { collapse } from '../../../shared/engine/collapse.ts';

const displayOf = (element: Element): string => getComputedStyle(element).display;

/** “Ember Stove · In stock” */
export function sayWords(element: Element): string {
  const parts = [''];
  const add = (node: Node): void => {
    if (node instanceof Text) parts[parts.length - 1] += node.data;
    if (!(node instanceof Element) || displayOf(node) === 'none') return;
    // what has no box of its own, such as a component's element, parts nothing
    const isPart = node.localName === 'br' || !/^(inline|contents)/.test(displayOf(node));
    if (isPart) parts.push('');
    node.childNodes.forEach(add);
    if (isPart) parts.push('');
  };
  element.childNodes.forEach(add);
  return parts.map(collapse).filter(Boolean).join(' · ');
}
