// What a first paint has put on a page, for whoever keeps it there from then on: the two are different files with nothing
// in common but the page and this. Types only.

import type { Given } from '../engine/lines/entry.ts';
import type { Claim, Said } from './claim.ts';
import type { Root } from './wear.ts';

/** An attribute, or with '' the text of a text node, that shows ours over the page's own. */
export interface PaintedLayer {
  node: Element | Text;
  name: string;
  /** the page's own; null: it had no such attribute */
  base: string | null;
  /** What was written over it: if something else stands there, the page has written that since. */
  ours: string | null;
  /** Attributes that stood behind this one (layer.ts); none of a text. */
  behind: string[];
}

/**
 * An element that a change has. Painted, it may match the target no longer (another class, another address), so nobody
 * could find it there again.
 */
export interface PaintedClaim {
  change: ChangeId;
  element: Element;
  /** The rules of its change. */
  css: string;
  /** The attribute that marks it for them, where the selector alone does not say it (edit.ts). */
  mark?: string;
}

/** Our root over an element. */
export interface PaintedRoot {
  change: ChangeId;
  element: Element;
  root: ShadowRoot;
  /** what it says; undefined where it shows nodes of ours in a slot */
  text?: string;
}

/** Nodes of ours beside or in an element of the page, or in a root of ours over it. */
export interface PaintedNodes {
  /** of the variant, and the place of the change in it */
  change: ChangeId;
  /** that the change's target means */
  element: Element;
  nodes: Element[];
}

/** An element of the page in another place. */
export interface PaintedMove {
  change: ChangeId;
  element: Element;
  /** keeps its place */
  home: Comment;
  /** what it was put beside */
  beside: Element;
}

/** Which change of which variant: of one publish it is one change, and what is of two is not taken over. */
export interface ChangeId {
  experience: string;
  variant: string;
  index: number;
}

/** A change that is shown, and what it holds on each of its elements. */
export interface PaintedEdit extends Pick<Said, 'mark' | 'css' | 'text' | 'html'> {
  id: ChangeId;
  claims: Map<Element, Pick<Claim, 'layers' | 'root' | 'nodes' | 'home' | 'beside'>>;
}

/** May be read once `stop` has been called: what it holds is what is on the page then. */
export interface Painted {
  edits: PaintedEdit[];
  /** Sheets of ours that are in force. */
  worn: Map<Root, { sheet: CSSStyleSheet }>;
  /** Goes on no more: nothing is painted, noticed or put back from now on. What is painted stays. */
  stop(): void;
  /** Takes everything back: the page is what it would be without us. */
  undo(): void;
}

/** The same by what it is (note-down.ts). */
export interface Notes {
  /** Each change on each element, whatever it shows there. */
  claims: PaintedClaim[];
  layers: PaintedLayer[];
  /** Not those that the page has asked for meanwhile (root.ts): they are the page's. */
  roots: PaintedRoot[];
  nodes: PaintedNodes[];
  moves: PaintedMove[];
  sheets: { root: Root; sheet: CSSStyleSheet }[];
}

/** Puts what is given on the page, also on what the parser has still to bring. */
export type Paint = (given: Given[], table: string) => Painted;
