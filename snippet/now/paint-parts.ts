// What of a first paint is there by need. Types only.

import type { Claim } from '../../shared/dom/claim.ts';
import type { Driver } from '../../shared/dom/driver.ts';
import type { findRoots, isSaid } from '../../shared/dom/find.ts';
import type { grow } from '../../shared/dom/grow.ts';
import type { lay, lift } from '../../shared/dom/layer.ts';
import type { settleNodes } from '../../shared/dom/place.ts';
import type { goHome, leaveToPage, settlePlace } from '../../shared/dom/relocated.ts';
import type { Wanted } from '../../shared/dom/wanted.ts';
import type { askPicture } from './ask-picture.ts';
import type { mayChange } from './may-change.ts';
import type { Paintable, PaintEdit } from './paintable.ts';
import type { takeOff, wearRules, writeRule } from './rules.ts';

export type PaintDriver = Driver<PaintEdit>;

/** Replaces tokens by text. */
export type Fill = (template: string) => string;

/** What a kind of change wants on an element (shared/dom/driver.ts); it is called with changes of its own kind. */
type Want = (claim: Claim<PaintEdit>, change: Paintable, driver: PaintDriver) => Wanted;

export interface PaintParts {
  /** by kind; rules are about no element */
  kinds?: { [kind: string]: Want };
  /** text: in elements that can have no root of ours */
  wantRootless?: PaintDriver['wantRootless'];
  /** the same for html */
  wantHtmlRootless?: PaintDriver['wantHtmlRootless'];
  /** text as well, and what puts something in or beside an element */
  isPlain?: (element: Element) => boolean;
  /** a target is in shadow roots */
  findRoots?: typeof findRoots;
  /** a target is confirmed by its text */
  isSaid?: typeof isSaid;
  /** a target does not say of which kind its elements are */
  mayChange?: typeof mayChange;
  /** attributes or the page's texts are written */
  lay?: typeof lay;
  lift?: typeof lift;
  /** something is shown by rules */
  writeRule?: typeof writeRule;
  wearRules?: typeof wearRules;
  takeOff?: typeof takeOff;
  /** html and insert */
  grow?: typeof grow;
  settleNodes?: typeof settleNodes;
  askPicture?: typeof askPicture;
  /** move */
  isCompared?: (element: Element) => boolean;
  settlePlace?: typeof settlePlace;
  goHome?: typeof goHome;
  leaveToPage?: typeof leaveToPage;
}
