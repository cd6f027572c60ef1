// What a first paint works on: changes of this page, and what becomes of each. Types only.

import type { Claim, Said } from '../../shared/dom/claim.ts';
import type { PaintedEdit } from '../../shared/dom/painted.ts';
import type { Prepared } from '../../shared/dom/prepared.ts';
import type { Root } from '../../shared/dom/wear.ts';
import type { Spoken } from '../../shared/grammar/words-for.ts';

/** A change of this page, its words chosen: a redirect leaves it. */
export type Paintable = Exclude<Spoken<Prepared>, { kind: 'redirect' }>;

export interface PaintEdit extends Said, Pick<PaintedEdit, 'id'> {
  change: Paintable;
  /** Its elements are marked for its rule: the selector alone would say too much. */
  isMarked: boolean;
  /** Cannot be shown. */
  isBad: boolean;
  /** In which its rules count. */
  roots: Root[];
  claims: Map<Element, Claim<PaintEdit>>;
  /** The requested picture, kept alive. */
  picture?: HTMLImageElement | undefined;
}

/** The sheets that are in force. */
export type Worn = Map<Root, { sheet: CSSStyleSheet; css?: string }>;
