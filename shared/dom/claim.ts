// One change on one element: what it holds there, so that it can be put back and taken away (settle.ts).

import type { Spoken } from '../grammar/words-for.ts';
import type { Change } from '../schema/change.ts';
import type { PlacedAsk } from './block/asked.ts';
import type { PlacedBlock } from './block/placed-block.ts';
import type { PlacedList } from './block/placed-list.ts';
import { lay } from './layer.ts';
import type { Layer, Operation, Rebase } from './layers.ts';
import { mine } from './mine.ts';
import { removeNode, setAttribute } from './native.ts';
import type { ProblemCode } from './page-problem.ts';
import { readLanguage } from './translated.ts';

/** Of a block where it is put (page/placements.ts); a question is one by then. */
export type PageChange =
  | Exclude<Change, { kind: 'redirect' | 'block' | 'ask' | 'recommend' }>
  | PlacedBlock
  | PlacedAsk
  | PlacedList;
/** Its words chosen. */
export type SpokenChange = Spoken<PageChange>;

export interface Placement {
  experience: string;
  variant: string;
  /** Place of the change in its variant. */
  index: number;
  change: PageChange;
  /** Holdout: find the target, touch nothing. */
  dry?: boolean;
}

/** How often the page took something back `since` then. */
export interface Rounds {
  rounds: number;
  since: number;
}

/** What of a change its kind asks for, and is told: whoever shows changes has this of each. */
export interface Said {
  /** Attribute that marks its elements, where no selector of the author's says it. */
  mark: string;
  /** Its rules. */
  css: string;
  /** Its filled text. */
  text: string;
  /** Its clean HTML, once there; of a block what draws a new one when it is asked for a copy. */
  html?: Element;
  /** `why`, where the code does not say it all. */
  problem(code: ProblemCode, why?: string): void;
  /** Looks at the page once more, soon; from now on also when something changes in this root. */
  again(root?: ShadowRoot): void;
}

/** A placement on this page. Its rounds: how often the page made its elements anew without anything new in them. */
export interface Edit extends Omit<Placement, 'change'>, Rounds, Said {
  change: SpokenChange;
  /** Same key, same edit. */
  key: string;
  isMarked?: boolean;
  /** The requested picture, kept alive. */
  picture?: HTMLImageElement;
  /** The elements that its target means, ours and refused ones included; undefined before the first look. */
  found?: Element[];
  isFound?: boolean;
  claims: Map<Element, Claim>;
  /** What the page's own text was where it made the elements anew. */
  says?: string | null | undefined;
  /** Holds back to see whether the page only answers us. */
  truce?: Truce | undefined;
  /** The page makes its elements anew all by itself. */
  isRenewed?: boolean;
  /** Cannot be shown at all: reported. */
  isBad?: boolean;
  /** Leaves the page its original: a fight is lost. */
  giveUp(): void;
}

export interface Truce {
  until: number;
  /** The page's elements as it began. */
  found: Element[];
}

export interface Claim<Of extends Said = Edit> extends Rounds {
  edit: Of;
  element: Element;
  aspects: string[];
  layers: Set<Layer>;
  /** Our own nodes in the page. */
  nodes: Element[];
  isPlaced?: boolean;
  /** Our root over the original. */
  root?: ShadowRoot | undefined;
  /** The text node that took the words, where they are edited in place. */
  taker?: Text | undefined;
  /** What a translator put in its place. */
  wrap?: Element | undefined;
  /** Holds the place of an element that is itself somewhere else. */
  home?: Comment | undefined;
  /** What it was put beside. */
  beside?: Element | undefined;
  /** The page's language when it was found. */
  language: string;
  /** Fights lost: one falls back to a rule, `YIELDING` yield to the original. */
  lost: number;
  /** Waiting for hydration. */
  isPending?: boolean;
}

/** With so many fights lost every kind leaves the page its original. */
export const YIELDING = 2;

export const createClaim = <Of extends Said>(edit: Of, element: Element, aspects: string[]): Claim<Of> => ({
  edit,
  element,
  aspects,
  layers: new Set(),
  nodes: [],
  rounds: 0,
  since: 0,
  lost: 0,
  language: readLanguage(),
});

/** Copies of moved elements: other edits may change what is in them. */
export const copies = new WeakMap<Element, Edit>();

/** Makes a node ours, for all to see. */
export function own<T extends Element>(node: T): T {
  mine.add(node);
  setAttribute(node, 'data-selvedge', '');
  return node;
}

/** One more round: whether it was one too many within so many ms. */
export function isTooMuch(of: Rounds, most: number, ms: number): boolean {
  const now = performance.now();
  if (now - of.since > ms) {
    of.since = now;
    of.rounds = 0;
  }
  if (++of.rounds <= most) return false;
  of.since = 0;
  return true;
}

/** The page took it back once more: over 10 times in 10 s, and the fight is lost. */
export function fight(claim: Claim<Said>): void {
  if (!isTooMuch(claim, 10, 1e4)) return;
  claim.lost++;
  claim.edit.problem('fight');
}

/** Whether anything of it is to be seen. */
export const isShown = ({
  root,
  nodes,
  layers,
  home,
}: Pick<Claim<Said>, 'root' | 'nodes' | 'layers' | 'home'>): boolean =>
  !!(root || nodes[0] || layers.size || home);

/** Shows an attribute or text node as `operation` makes it, for as long as it is asked for. */
export function put(
  claim: Claim<Said>,
  node: Element | Text,
  name: string,
  operation: Operation,
  rebase?: Rebase,
): void {
  if (lay(claim, claim.layers, node, name, operation, rebase)) fight(claim);
}

/** Takes our own nodes away. */
export function clear(claim: Claim<Said>): void {
  claim.nodes.forEach(removeNode);
  claim.nodes = [];
}
