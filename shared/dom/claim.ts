// One change on one element: what it holds there, so that it can be put back and taken away.
//
// A kind describes, each time it is asked, everything it wants on its element (`put`, `rule`, nodes);
// what it no longer asks for is taken away. So applying, re-applying, falling back and undoing are one.
import type { Change } from '../schema/change.ts';
import { type Layer, lay, lift, type Operation, settle } from './layer.ts';
import { removeNode } from './native.ts';
import { type Root, setRule } from './sheet.ts';

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
  key: string;
  /** Place among all edits: the lower wins. */
  order: number;
  /** Attribute that marks its elements where a rule cannot find them by the target's own selector. */
  mark: string;
  isMarked?: boolean;
  claims: Map<Element, Claim>;
  /** Roots that hold a rule of this edit. */
  roots: Set<Root>;
  /** Filled text, or sanitized html once there. */
  text: string;
  html?: Element;
  /** Nothing more to try: reported. */
  bad?: boolean;
  /** Keeps the requested picture alive. */
  picture?: HTMLImageElement;
}

export interface Claim {
  edit: Edit;
  element: Element;
  aspects: string[];
  layers: Set<Layer>;
  /** Our own nodes, in the page. */
  nodes: Element[];
  /** What the clone of a move was made of. */
  css: string;
  /** Root over the original. */
  root: ShadowRoot | undefined;
  /** Rounds fought since `since`. */
  rounds: number;
  since: number;
  /** Fights lost: 1 falls back to a rule, more yield to the original. */
  lost: number;
  /** Waiting for hydration. */
  pending: boolean;
  /** The page changed something inside. */
  stale: boolean;
  problem(code: string, why: string): void;
}

/** Our own nodes; marked ones that are not in here are somebody's copies. */
export const mine = new WeakSet<Node>();

/** The page took a change back once more: over 10 times in 10 s, and the fight is lost. */
export function fight(claim: Claim): void {
  const now = performance.now();
  if (now - claim.since > 10_000) {
    claim.since = now;
    claim.rounds = 0;
  }
  if (++claim.rounds > 10) {
    claim.rounds = 0;
    claim.lost++;
    claim.problem('fight', 'the page keeps taking this change back');
  }
}

/** Shows an attribute or text node as `operation` makes it, until no longer asked for. */
export function put(claim: Claim, node: Element | Text, name: string, operation: Operation): void {
  const layer = lay(claim, node, name, operation);
  claim.layers.add(layer);
  if (settle(layer)) fight(claim);
}

/** Hides an element of the page by rule. */
export const hide = (claim: Claim, element: Element): void =>
  put(claim, element, 'data-selvedge-off', () => '');

/** Takes away our own nodes. */
export function clear(claim: Claim): void {
  for (const node of claim.nodes) removeNode(node);
  claim.nodes = [];
}

/** Lets the kind say what it wants now, and takes away the rest. `kind` undefined takes away everything. */
export function render(claim: Claim, kind?: (claim: Claim) => void): void {
  const { element, edit, layers, root } = claim;
  claim.layers = new Set();
  claim.css = '';
  claim.root = undefined;
  claim.pending = false;
  try {
    kind?.(claim);
  } finally {
    for (const layer of layers) if (!claim.layers.has(layer)) lift(claim, layer);
    if (!kind) clear(claim);
    if (root && !claim.root) open(root);
    setRule(element.getRootNode() as Root, claim, edit.order, claim.css);
    claim.stale = false;
  }
}

/** Leaves the page's own children to be seen: a lone slot. */
function open(root: ShadowRoot): void {
  const slot = document.createElement('slot');
  slot.setAttribute('data-selvedge', '');
  root.replaceChildren(slot);
}
