// Changes of what stands where: `insert` and `move`. Both put marked nodes of ours beside the page's.
//
// A moved element stays where it is, hidden by rule; its copy is shown in the new place, follows what
// the page changes in the original, and hands clicks on to it.
import type { ChangeOf } from '../schema/change.ts';
import { type Claim, clear, copies, fight, hide, mine, own } from './claim.ts';
import { isFree } from './hydrate.ts';
import { closest, contains, insertBefore, make, matches, removeAttribute, setAttribute } from './native.ts';
import { REFUSED } from './safe.ts';

/**
 * Puts the claim's nodes into an element that Qwik leaves out when it compares children with its own by position,
 * and for a slot that no component has.
 */
function shelter(claim: Claim) {
  const [first] = claim.nodes;
  if (!first || first.localName === 'q:template') return;
  const shell = own(make('q:template'));
  setAttribute(shell, 'q:slot', 'selvedge');
  shell.slot = first.slot;
  shell.append(...claim.nodes);
  claim.nodes = [shell];
}

/** Brings the claim's nodes to their place, unless they are there already or must not be yet. */
export function place(claim: Claim, ref: Element, position: ChangeOf<'insert'>['position']) {
  const isInside = /st$/.test(position);
  const isAhead = /^[af]/.test(position);
  const parent = isInside ? ref : ref.parentNode;
  if (!parent || (parent.nodeType === 1 && matches(parent as Element, REFUSED))) {
    claim.lost = 2;
    return claim.edit.problem('target');
  }
  claim.isPending = !claim.lost && !isFree(ref);
  if (claim.lost || claim.isPending) return clear(claim);
  if (closest(ref, '[q\\:container]')) shelter(claim);
  const { nodes } = claim;
  let at: Node | null | undefined = isAhead ? nodes[0] : nodes.at(-1);
  while (at && mine.has(at)) at = isAhead ? at.previousSibling : at.nextSibling;
  if (at === (isInside ? null : ref) && nodes.every((node) => node.parentNode === parent)) return;
  if (claim.isPlaced && nodes.some((node) => !node.parentNode)) fight(claim);
  claim.isPlaced = true;
  const next =
    position === 'first' ? ref.firstChild : position === 'after' ? ref.nextSibling : isInside ? null : ref;
  for (const node of nodes) insertBefore(parent, node, next);
}

export function insert(claim: Claim, { position }: ChangeOf<'insert'>) {
  const { html } = claim.edit;
  if (!html) return;
  if (!claim.nodes[0]) {
    for (const node of [...html.cloneNode(true).childNodes]) {
      if (node.nodeType === 1) claim.nodes.push(own(node as Element));
      else if (node.nodeValue?.trim()) {
        const span = own(make('span'));
        span.append(node);
        claim.nodes.push(span);
      }
    }
  }
  place(claim, claim.element, position);
}

/** @param isStale whether the page changed something in the original since */
export function move(
  claim: Claim,
  { position }: ChangeOf<'move'>,
  to: Element | undefined,
  isStale: boolean,
) {
  const { element, edit } = claim;
  if (!to || isStale) {
    clear(claim);
    claim.isPlaced = false;
  }
  if (!to) return;
  if (contains(element, to)) return edit.problem('target');
  if (!claim.nodes[0]) {
    const copy = own(element.cloneNode(true) as Element);
    copies.set(copy, edit);
    removeAttribute(copy, 'data-selvedge-off');
    copy.addEventListener('click', (event) => {
      const at = [...copy.querySelectorAll('*')].indexOf(event.target as Element);
      const twin = element.querySelectorAll('*')[at] ?? element;
      if (/^(input|select|textarea|option|label)$/.test(twin.localName)) return;
      event.preventDefault();
      event.stopPropagation();
      twin.dispatchEvent(new MouseEvent('click', event));
    });
    claim.nodes = [copy];
  }
  place(claim, to, position);
  if (claim.nodes[0]) hide(claim, element);
}
