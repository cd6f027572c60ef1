// The changes that put something new into the page, `insert` and `block`: nodes of ours beside or in the element.
import type { Position } from '../schema/change.ts';
import { type Claim, own, type Said } from './claim.ts';
import type { Driver } from './driver.ts';
import { isElement, make } from './native.ts';
import { wantNodes } from './place.ts';
import type { Wanted } from './wanted.ts';

/** Copies of these nodes, each an element of ours: bare text gets one. */
function makeNodes(html: Element): Element[] {
  return [...html.cloneNode(true).childNodes].flatMap((node) => {
    if (isElement(node)) return own(node);
    if (!node.nodeValue?.trim()) return [];
    const span = own(make('span'));
    span.append(node);
    return span;
  });
}

export function insert<Of extends Said>(
  claim: Claim<Of>,
  { position }: { kind: 'insert' | 'block'; position: Position },
  { isFree }: Driver<Of>,
): Wanted {
  const { element, edit } = claim;
  const { html } = edit;
  return html ? wantNodes(claim, element, position, () => makeNodes(html), isFree) : {};
}
