// What stands where: brings nodes to their place beside or in an element. And `insert`, which puts nodes of ours there.
import type { ChangeOf } from '../schema/change.ts';
import { type Claim, clear, fight, mine, own, YIELDING } from './claim.ts';
import { isFree } from './hydrate.ts';
import { closest, insertBefore, isElement, make, matches, setAttribute } from './native.ts';
import { REFUSED } from './safe.ts';

export type Position = ChangeOf<'insert'>['position'];

/** Elements of the page that stand where a change put them. */
export const guests = new WeakSet<Node>();

export const isInside = (position: Position): boolean => position === 'first' || position === 'last';

/** What nodes beside or in `ref` would be children of; undefined, and said, where nothing may be put. */
export function findParent(claim: Claim, ref: Element, position: Position): ParentNode | undefined {
  const parent = isInside(position) ? ref : ref.parentNode;
  if (parent && !(isElement(parent) && matches(parent, REFUSED))) return parent;
  claim.lost = YIELDING;
  claim.edit.problem('target');
  return;
}

/** Whether the nodes stand there already, but for what else we put there. */
export function isThere(nodes: Node[], parent: Node, ref: Element, position: Position): boolean {
  const isAhead = position === 'after' || position === 'first';
  const end = isInside(position) ? null : ref;
  let at: Node | null | undefined = isAhead ? nodes[0] : nodes.at(-1);
  while (at && at !== end && (mine.has(at) || guests.has(at) || nodes.includes(at)))
    at = isAhead ? at.previousSibling : at.nextSibling;
  return at === end && nodes.every((node) => node.parentNode === parent);
}

/** What they are to be put before. */
export const findNext = (ref: Element, position: Position): Node | null =>
  position === 'first'
    ? ref.firstChild
    : position === 'after'
      ? ref.nextSibling
      : isInside(position)
        ? null
        : ref;

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
export function place(claim: Claim, ref: Element, position: Position) {
  const parent = findParent(claim, ref, position);
  claim.isPending = !claim.lost && !isFree(ref);
  if (!parent || claim.lost || claim.isPending) return clear(claim);
  if (closest(ref, '[q\\:container]')) shelter(claim);
  const { nodes } = claim;
  if (isThere(nodes, parent, ref, position)) return;
  if (claim.isPlaced && nodes.some((node) => !node.parentNode)) fight(claim);
  claim.isPlaced = true;
  const next = findNext(ref, position);
  for (const node of nodes) insertBefore(parent, node, next);
}

export function insert(claim: Claim, { position }: ChangeOf<'insert'>) {
  const { html } = claim.edit;
  if (!html) return;
  if (!claim.nodes[0]) {
    for (const node of [...html.cloneNode(true).childNodes]) {
      if (isElement(node)) claim.nodes.push(own(node));
      else if (node.nodeValue?.trim()) {
        const span = own(make('span'));
        span.append(node);
        claim.nodes.push(span);
      }
    }
  }
  place(claim, claim.element, position);
}
