// Changes of what stands where: `insert` and `move`. Both put marked nodes of ours beside the page's.
//
// A moved element stays where it is, hidden by rule; its copy is shown in the new place, follows what
// the page changes in the original, and hands clicks on to it.
import { type Claim, clear, fight, hide, mine } from './claim.ts';
import { isFree } from './hydrate.ts';
import { cloneNode, contains, insertBefore, matches, removeAttribute, setAttribute } from './native.ts';
import { REFUSED } from './safe.ts';

type Position = 'before' | 'after' | 'first' | 'last';

/** Brings the claim's nodes to their place, unless they are there already. */
function place(claim: Claim, ref: Element, position: Position): void {
  const isOutside = position === 'before' || position === 'after';
  const isAhead = position === 'after' || position === 'first';
  const parent = isOutside ? ref.parentNode : ref;
  if (!parent || (parent.nodeType === 1 && matches(parent as Element, REFUSED))) {
    return claim.problem('target', 'nothing can be inserted there');
  }
  if (!isFree(ref)) {
    claim.pending = true;
    return clear(claim);
  }
  const { nodes } = claim;
  let at: Node | null | undefined = isAhead ? nodes[0] : nodes.at(-1);
  while (at && mine.has(at)) at = isAhead ? at.previousSibling : at.nextSibling;
  if (at === (isOutside ? ref : null) && nodes.every((node) => node.parentNode === parent)) return;
  if (nodes.some((node) => mine.has(node) && !node.parentNode)) fight(claim);
  if (claim.lost) return;
  const next = isAhead ? (isOutside ? ref.nextSibling : ref.firstChild) : isOutside ? ref : null;
  for (const node of nodes) {
    mine.add(node);
    insertBefore(parent, node, next);
  }
}

export function insert(claim: Claim): void {
  const { edit, element } = claim;
  const { change, html } = edit;
  if (!html || change.kind !== 'insert') return;
  if (!claim.nodes.length) {
    for (const node of [...document.importNode(html, true).childNodes]) {
      let own = node as Element;
      if (node.nodeType === 3) {
        if (!node.nodeValue?.trim()) continue;
        own = document.createElement('span');
        own.append(node);
      }
      setAttribute(own, 'data-selvedge', '');
      claim.nodes.push(own);
    }
  }
  place(claim, element, change.position);
}

/** The same element of the original as `inner` is of its copy. */
function findTwin(inner: Node, copy: Element, original: Element): Element | undefined {
  if (inner === copy) return original;
  const parent = inner.parentNode;
  const twin = parent && findTwin(parent, copy, original);
  return twin?.children[[...(parent as Element).children].indexOf(inner as Element)];
}

export function move(claim: Claim, to: Element | undefined): void {
  const { edit, element } = claim;
  if (edit.change.kind !== 'move' || !to) return clear(claim);
  if (contains(element, to)) return claim.problem('target', 'an element cannot be moved into itself');
  if (claim.stale) clear(claim);
  if (!claim.nodes.length) {
    const copy = cloneNode(element, true) as Element;
    removeAttribute(copy, 'data-selvedge-off');
    setAttribute(copy, 'data-selvedge', 'copy');
    copy.addEventListener('click', (event) => {
      const twin = findTwin(event.target as Element, copy, element);
      if (!twin || /^(input|select|textarea|option|label)$/.test(twin.localName)) return;
      event.preventDefault();
      event.stopPropagation();
      twin.dispatchEvent(new MouseEvent('click', event));
    });
    claim.nodes = [copy];
  }
  place(claim, to, edit.change.position);
  if (!claim.pending && !claim.lost) hide(claim, element);
}
