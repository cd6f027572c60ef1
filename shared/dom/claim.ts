// One change on one element: what it holds there, so that it can be put back and taken away.
//
// A kind describes, each time it is asked, everything it wants on its element (`put`, nodes, a root);
// what it no longer asks for is taken away. So applying, re-applying, falling back and undoing are one.
import type { Change } from '../schema/change.ts';
import { type Layer, lay, lift, type Operation } from './layer.ts';
import { inert, removeNode, setAttribute } from './native.ts';

export type PageChange = Exclude<Change, { kind: 'redirect' }>;

export interface Placement {
  experience: string;
  variant: string;
  /** Place of the change in its variant. */
  index: number;
  change: PageChange;
  /** Holdout: find the target, touch nothing. */
  dry?: boolean;
}

/** A placement on this page. */
export interface Edit extends Placement {
  /** Same key, same edit. */
  key: string;
  /** Attribute that marks its elements, where no selector of the author's says it. */
  mark: string;
  isMarked?: boolean;
  /** Its rules. */
  css: string;
  /** Its filled text. */
  text: string;
  /** Its clean HTML, once there. */
  html?: Element;
  /** The requested picture, kept alive. */
  picture?: HTMLImageElement;
  isFound?: boolean;
  claims: Map<Element, Claim>;
  /** Cannot be shown at all: reported. */
  isBad?: boolean;
  problem(code: string, why: string): void;
}

export interface Claim {
  edit: Edit;
  element: Element;
  aspects: string[];
  layers: Set<Layer>;
  /** Our own nodes in the page. */
  nodes: Element[];
  isPlaced?: boolean;
  /** Our root over the original. */
  root?: ShadowRoot | undefined;
  /** Times the page took it back since `since`. */
  rounds: number;
  since: number;
  /** Fights lost: 1 falls back to a rule, more yield to the original. */
  lost: number;
  /** Waiting for hydration. */
  isPending?: boolean;
}

/** Our own nodes and roots; marked nodes that are not in here are somebody's copies. */
export const mine = new WeakSet<Node>();

/** Copies of moved elements: other edits may change what is in them. */
export const copies = new WeakMap<Element, Edit>();

/** Makes a node ours, for all to see. */
export function own<T extends Element>(node: T): T {
  mine.add(node);
  setAttribute(node, 'data-selvedge', '');
  return node;
}

/** The page took it back once more: over 10 times in 10 s, and the fight is lost. */
export function fight(claim: Claim): void {
  const now = performance.now();
  if (now - claim.since > 1e4) {
    claim.since = now;
    claim.rounds = 0;
  }
  if (++claim.rounds > 10) {
    claim.since = 0;
    claim.lost++;
    claim.edit.problem('fight', 'the page keeps taking it back');
  }
}

/** Shows an attribute or text node as `operation` makes it, for as long as it is asked for. */
export function put(claim: Claim, node: Element | Text, name: string, operation: Operation): void {
  if (lay(claim, claim.layers, node, name, operation)) fight(claim);
}

/** Puts an attribute on that says no more than its name. */
export const mark = (claim: Claim, node: Element, name: string): void => put(claim, node, name, () => '');

/** Hides an element of the page by rule. */
export const hide = (claim: Claim, node: Element): void => mark(claim, node, 'data-selvedge-off');

/** Takes our own nodes away. */
export function clear(claim: Claim): void {
  claim.nodes.forEach(removeNode);
  claim.nodes = [];
}

/** Lets the kind say what it wants now, and takes away the rest; without a kind, everything. */
export function render(claim: Claim, kind?: (claim: Claim) => void): void {
  const { layers, root } = claim;
  claim.layers = new Set();
  claim.root = undefined;
  claim.isPending = false;
  try {
    kind?.(claim);
  } finally {
    for (const layer of layers) if (!claim.layers.has(layer)) lift(claim, layer);
    if (!kind) clear(claim);
    // a lone slot: the page's own children are seen again
    if (root && !claim.root) root.replaceChildren(own(inert.createElement('slot')));
  }
}
