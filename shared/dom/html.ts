// The change of what an element holds: `html`, a marked child of ours in a named slot of our root over the original,
// so that the page's own CSS applies to it. Where no root is possible, in the place of the element's text.
import { type Claim, own, type Said } from './claim.ts';
import type { Driver } from './driver.ts';
import { make } from './native.ts';
import { wantNodes } from './place.ts';
import { findRoot } from './root.ts';
import { isOpening } from './text.ts';
import type { Wanted } from './wanted.ts';

const SLOT = 'selvedge';

/** Shows the variant, without the page's styles, while a child cannot be there. */
function showInSlot(root: ShadowRoot, copy: () => Iterable<Node>): void {
  const first: (Node & { name?: string }) | null = root.firstChild;
  if (first?.name === SLOT) return;
  const slot = make('slot');
  slot.name = SLOT;
  slot.append(...copy());
  root.replaceChildren(slot);
}

export function html<Of extends Said>(
  claim: Claim<Of>,
  _change: { kind: 'html' },
  { isFree, lendToDeclared, wantHtmlRootless }: Driver<Of>,
): Wanted {
  const { element, edit } = claim;
  const { html } = edit;
  if (!html) return {};
  if (isOpening(element)) return { waits: true };
  const root = findRoot(element, lendToDeclared);
  const copy = () => html.cloneNode(true).childNodes;
  const wrapped = () => {
    const node = own(make('selvedge-html'));
    node.append(...copy());
    return [node];
  };
  const nodes = wantNodes(claim, element, 'last', wrapped, isFree, root ? SLOT : null);
  return root
    ? { ...nodes, root, show: () => showInSlot(root, copy) }
    : wantHtmlRootless(claim, html, nodes, isFree);
}
