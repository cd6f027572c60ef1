// What the page itself says, under what we make of it.

import { findLayer } from './layers.ts';
import { mine } from './mine.ts';
import { isText } from './native.ts';

/** What the page last wrote, also where it has just written over ours. */
const findOwn = (node: Text): string => {
  const { data } = node;
  const layer = findLayer(node, '');
  return layer?.ours === data ? (layer.base ?? '') : data;
};

/** The text the page itself has in a node: without our nodes, under our layers. */
export const pageText = (node: Node): string =>
  isText(node)
    ? findOwn(node)
    : [...node.childNodes].map((child) => (mine.has(child) ? '' : pageText(child))).join('');
