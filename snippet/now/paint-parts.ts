// What a first paint works on, and what of it is there by need. Types only.

import type { Claim, Said } from '../../shared/dom/claim.ts';
import type { Driver } from '../../shared/dom/driver.ts';
import type { grow } from '../../shared/dom/grow.ts';
import type { ChangeId } from '../../shared/dom/painted.ts';
import type { settleNodes } from '../../shared/dom/place.ts';
import type { Prepared } from '../../shared/dom/prepared.ts';
import type { goHome, settlePlace } from '../../shared/dom/relocated.ts';
import type { ruleText } from '../../shared/dom/rule.ts';
import type { Wanted } from '../../shared/dom/wanted.ts';
import type { Root } from '../../shared/dom/wear.ts';
import type { askPicture } from './ask-picture.ts';

/** A change of this page: a redirect leaves it. */
export type Paintable = Exclude<Prepared, { kind: 'redirect' }>;

export interface PaintEdit extends Said {
  id: ChangeId;
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

export type PaintDriver = Driver<PaintEdit>;

/** Replaces tokens by text. */
export type Fill = (template: string) => string;

/** What a kind of change wants on an element (shared/dom/driver.ts); it is called with changes of its own kind. */
type Want = (claim: Claim<PaintEdit>, change: Paintable, driver: PaintDriver) => Wanted;

export interface PaintParts {
  /** by kind; rules are about no element */
  kinds?: { [kind: string]: Want };
  /** text and html: in elements that can have no root of ours */
  wantInPlace?: PaintDriver['wantInPlace'];
  /** the same, and what puts something beside an element */
  isPlain?: (element: Element) => boolean;
  /** html and insert */
  grow?: typeof grow;
  settleNodes?: typeof settleNodes;
  /** style and hide */
  ruleText?: typeof ruleText;
  askPicture?: typeof askPicture;
  /** move */
  isCompared?: (element: Element) => boolean;
  settlePlace?: typeof settlePlace;
  goHome?: typeof goHome;
}
