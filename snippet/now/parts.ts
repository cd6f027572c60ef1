// What a first paint needs only where the config asks for it. Each is a function of a file of its own, which is in the
// published file or is not (shared/publish/compose.ts); who is asked for one that is not there refuses.

import type { Claim } from '../../shared/dom/claim.ts';
import type { grow } from '../../shared/dom/grow.ts';
import type { settleNodes } from '../../shared/dom/place.ts';
import type { goHome, settlePlace } from '../../shared/dom/relocated.ts';
import type { ruleText } from '../../shared/dom/rule.ts';
import type { fillTokens } from '../../shared/dom/tokens.ts';
import type { Wanted } from '../../shared/dom/wanted.ts';
import type { dig } from '../../shared/engine/dig.ts';
import type { readPageQuery } from '../../shared/engine/glob.ts';
import type { Share } from '../../shared/engine/lines/entry.ts';
import type { outcomeOf, placeOfTopics } from '../../shared/engine/lines/page-test.ts';
import type { withDays } from '../../shared/engine/lines/zone.ts';
import type { holdsBy, isAlike } from '../../shared/engine/predicate.ts';
import type { redirect } from '../apply/redirect.ts';
import type { askPicture } from './ask-picture.ts';
import type { ownPages, ReadOwn } from './own-pages.ts';
import type { paint } from './paint.ts';
import type { Paintable, PaintEdit } from './paint-edit.ts';
import type { PaintDriver } from './settle-wanted.ts';

/** What a kind of change wants on an element (shared/dom/driver.ts); it is called with changes of its own kind. */
type Want = (claim: Claim<PaintEdit>, change: Paintable, driver: PaintDriver) => Wanted;

export interface Parts extends ReadOwn {
  /** something is shown on the page */
  paint?: typeof paint;
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
  /** a text holds a token */
  fillTokens?: typeof fillTokens;
  /** a page is left for another */
  redirect?: typeof redirect;

  /** a condition tests a fact, a trait, or what the page brings */
  holdsBy?: typeof holdsBy;
  /** it compares lists, or looks within something */
  isAlike?: typeof isAlike;
  dig?: typeof dig;
  /** by name, as they stand in the tests */
  operators?: Parameters<typeof holdsBy>[0];
  /** a condition is about calendar days */
  withDays?: typeof withDays;
  /** a condition asks the page something */
  outcomeOf?: typeof outcomeOf;
  /** about which topics it is */
  placeOfTopics?: typeof placeOfTopics;
  /** that, or where the visit came from */
  ownPages?: typeof ownPages;
  /** a page is named by its query */
  readPageQuery?: typeof readPageQuery;
  /** What the page says of itself, by the name of the fact. */
  facts?: { [key: string]: (url: URL, at: number, key: string) => unknown };
  /** somebody is placed: holdout, weights */
  place?: (seed: string, salt: string) => number;
  createSeed?: () => string;
  /** several variants share a segment */
  chooseShare?: (shares: Share[], at: number) => Share | undefined;
}

export const refuse = (): never => {
  throw new Error('a part is missing: publish the config again');
};
