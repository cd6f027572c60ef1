// Builds what is left of html when it was published (shared/publish/compile-html.ts): nothing is parsed, and nothing
// needs a sanitizer or what Trusted Types ask for.

import type { Markup } from '../grammar/markup.ts';
import { make, setAttribute } from './native.ts';

/**
 * Adds these nodes to an element.
 * @param fill replaces tokens by text
 */
export function grow(into: Element, nodes: Markup[], fill: (template: string) => string): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      into.append(fill(node));
      continue;
    }
    const [name, attributes, ...children] = node;
    const element = make(name);
    // only its own: pages extend Object.prototype
    for (const [key, value] of Object.entries(attributes ?? {})) setAttribute(element, key, value);
    grow(element, children, fill);
    into.append(element);
  }
}
