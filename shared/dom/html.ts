// The change of what an element holds: `html`, a marked child of ours in a named slot of our root over the original,
// so that the page's own CSS applies to it. Where no root is possible, in the place of the element's text.
import { type Claim, clear, mine, own, put } from './claim.ts';
import { isFree } from './hydrate.ts';
import { getAttribute, isText, make, removeAttribute, setAttribute } from './native.ts';
import { place } from './place.ts';
import { findRoot } from './root.ts';
import { canDress } from './sheet.ts';
import { showByRule } from './show-by-rule.ts';
import { isOpening } from './text.ts';

export function html(claim: Claim) {
  const { element, edit } = claim;
  const { html } = edit;
  if (!html || isOpening(claim)) return;
  const root = findRoot(claim, element);
  const copy = () => html.cloneNode(true).childNodes;
  if (root) {
    const first: (Node & { name?: string }) | null = root.firstChild;
    if (first?.name !== 'selvedge') {
      const slot = make('slot');
      slot.name = 'selvedge';
      // shows the variant, without the page's styles, while a child cannot be there
      slot.append(...copy());
      root.replaceChildren(slot);
    }
  } else if (!canDress(edit)) return;
  else if ([...element.children].some((child) => !mine.has(child))) {
    clear(claim);
    return edit.problem('target', 'holds elements');
  } else if (claim.lost || !isFree(element)) showByRule(claim, html.textContent ?? '');
  else {
    for (const node of element.childNodes) if (isText(node)) put(claim, node, '', () => '');
  }
  if (!claim.nodes[0]) {
    const node = own(make('selvedge-html'));
    node.append(...copy());
    claim.nodes = [node];
  }
  for (const node of claim.nodes) {
    const slot = root ? 'selvedge' : null;
    if (getAttribute(node, 'slot') === slot) continue;
    if (slot) setAttribute(node, 'slot', slot);
    else removeAttribute(node, 'slot');
  }
  place(claim, element, 'last');
}
