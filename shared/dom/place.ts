// What stands where: nodes of ours beside or in an element of the page.
import type { Position } from '../schema/change.ts';
import { type Claim, clear, own, type Said } from './claim.ts';
import { QWIK } from './framework.ts';
import { mine } from './mine.ts';
import {
  closest,
  getAttribute,
  insertBefore,
  isElement,
  make,
  matches,
  parentOf,
  removeAttribute,
  setAttribute,
} from './native.ts';
import { REFUSED } from './refused.ts';
import type { Wanted, WantedNodes } from './wanted.ts';

/** Elements of the page that stand where a change put them. */
export const guests = new WeakSet<Node>();

export const isInside = (position: Position): boolean => position === 'first' || position === 'last';

/** What nodes beside or in `ref` would be children of; undefined, and said, where nothing may be put. */
export function findParent({ edit }: Claim<Said>, ref: Element, position: Position): ParentNode | undefined {
  const parent = isInside(position) ? ref : parentOf(ref);
  if (parent && !(isElement(parent) && matches(parent, REFUSED))) return parent;
  edit.problem('target');
  return;
}

/** Wants nodes of ours where they may be, as soon as they may. */
export function wantNodes(
  claim: Claim<Said>,
  ref: Element,
  position: Position,
  build: WantedNodes['build'],
  isFree: (element: Element) => boolean,
  slot?: WantedNodes['slot'],
): Wanted {
  const parent = findParent(claim, ref, position);
  if (!parent) return { yields: true };
  if (claim.lost) return {};
  return isFree(ref) ? { nodes: { ref, parent, position, build, slot } } : { waits: true };
}

/** Whether the nodes stand there already, but for what else we put there. */
export function isThere(nodes: Node[], parent: Node, ref: Element, position: Position): boolean {
  const isAhead = position === 'after' || position === 'first';
  const end = isInside(position) ? null : ref;
  let at: Node | null | undefined = isAhead ? nodes[0] : nodes.at(-1);
  while (at && at !== end && (mine.has(at) || guests.has(at) || nodes.includes(at)))
    at = isAhead ? at.previousSibling : at.nextSibling;
  return at === end && nodes.every((node) => parentOf(node) === parent);
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
export function shelter(claim: Pick<Claim, 'nodes'>, ref: Element): void {
  const [first] = closest(ref, QWIK) ? claim.nodes : [];
  if (!first || first.localName === 'q:template') return;
  const shell = own(make('q:template'));
  setAttribute(shell, 'q:slot', 'selvedge');
  shell.slot = first.slot;
  shell.append(...claim.nodes);
  claim.nodes = [shell];
}

/** Says in which slot of a root a node is shown. */
function setSlot(node: Element, slot: string | null): void {
  if (getAttribute(node, 'slot') === slot) return;
  if (slot) setAttribute(node, 'slot', slot);
  else removeAttribute(node, 'slot');
}

/**
 * Brings the claim's nodes to their place, unless they are there already; what is not wanted goes.
 *
 * @param shelter needed where they may be Qwik's neighbours
 * @returns whether the page had taken them out
 */
export function settleNodes(
  claim: Claim<Said>,
  wanted: WantedNodes | undefined,
  shelter?: (claim: Claim<Said>, ref: Element) => void,
): boolean {
  if (!wanted || wanted.isStale) clear(claim);
  if (wanted?.isStale) claim.isPlaced = false;
  if (!wanted) return false;
  const { ref, parent, position, slot, build } = wanted;
  if (!claim.nodes[0]) claim.nodes = build();
  if (slot !== undefined) for (const node of claim.nodes) setSlot(node, slot);
  shelter?.(claim, ref);
  const { nodes } = claim;
  if (isThere(nodes, parent, ref, position)) return false;
  const isTaken = !!claim.isPlaced && nodes.some((node) => !parentOf(node));
  claim.isPlaced = true;
  const next = findNext(ref, position);
  for (const node of nodes) insertBefore(parent, node, next);
  return isTaken;
}
