// The change of what an element holds: `html`, a marked child of ours in a named slot of our root over the original,
// so that the page's own CSS applies to it. Where no root is possible, in the place of the element's text.
import { type Claim, mine, own, type Said } from './claim.ts';
import type { Driver } from './driver.ts';
import { isText, make } from './native.ts';
import { wantNodes } from './place.ts';
import { findRoot } from './root.ts';
import { canDress } from './scratch.ts';
import { showByRule } from './show-by-rule.ts';
import { isOpening } from './text.ts';
import { hide, type Wanted } from './wanted.ts';

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
  { isFree, lendToDeclared }: Driver<Of>,
): Wanted {
  const { element, edit, lost } = claim;
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
  if (root) return { ...nodes, root, show: () => showInSlot(root, copy) };
  if (!canDress(edit)) return {};
  if ([...element.children].some((child) => !mine.has(child))) {
    edit.problem('target', 'holds elements');
    return {};
  }
  if (lost || !isFree(element)) return { ...nodes, ...showByRule(edit, element, html.textContent ?? '') };
  const texts = [...element.childNodes].filter(isText);
  return { ...nodes, layers: texts.map(hide) };
}
