// What a change wants on an element of its own. Its kind says it whole, each time it is asked; settle.ts writes it, and
// takes away what is no longer wanted. One thing a kind does itself, as only trying tells whether it can be: it opens a
// root of ours (root.ts).
import type { Position } from '../schema/change.ts';
import type { Operation, Rebase } from './layers.ts';
import { isText } from './native.ts';

/** An attribute, or with '' the text of a text node, as it is to be over the page's own. */
export interface WantedLayer {
  node: Element | Text;
  name: string;
  operation: Operation;
  rebase?: Rebase;
}

/** Nodes of ours beside or in an element of the page. */
export interface WantedNodes {
  ref: Element;
  parent: ParentNode;
  position: Position;
  /** Makes them; asked when there are none. */
  build(): Element[];
  /** The slot of our root that shows them; null is none. */
  slot?: string | null | undefined;
  /** Those that are there show what the page has changed since. */
  isStale?: boolean;
}

/** The element itself in another place. */
export interface WantedPlace {
  to: Element;
  parent: ParentNode;
  position: Position;
}

export interface Wanted {
  layers?: WantedLayer[];
  /** Our root over the original, and what brings it to what it is to show. */
  root?: ShadowRoot;
  show?(root: ShadowRoot): void;
  /** Its rules, where they are made for the element. */
  css?: string;
  nodes?: WantedNodes;
  place?: WantedPlace;
  /** The text node that takes the words, where they are edited in place. */
  taker?: Text;
  /** What a translator put in the place of the taker. */
  wrap?: Element | undefined;
  /** Something must not be yet: to be asked again soon. */
  waits?: boolean;
  /** The place is gone: what is put there once it is back is no second attempt. */
  restarts?: boolean;
  /** It cannot be: the original stays. */
  yields?: boolean;
}

/** An attribute, or with '' a text, as `operation` makes it of the page's own. */
export const over = (node: Element | Text, name: string, operation: Operation): WantedLayer => ({
  node,
  name,
  operation,
});

/** Nothing in its place: an attribute that says no more than its name, a text that is gone. */
export const empty = (node: Element | Text, name: string): WantedLayer => over(node, name, () => '');

/** A node of the page that is not seen: an element by rule, a text by its data. */
export const hide = (node: Element | Text): WantedLayer =>
  empty(node, isText(node) ? '' : 'data-selvedge-off');
