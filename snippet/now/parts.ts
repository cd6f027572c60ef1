// What a first paint needs only where the config asks for it. Each is a function of a file of its own, which is in the
// published file or is not (shared/publish/compose.ts); who is asked for one that is not there refuses.

import type { dig } from '../../shared/engine/dig.ts';
import type { readPageQuery } from '../../shared/engine/glob.ts';
import type { askOwn, testFact } from '../../shared/engine/lines/ask-own.ts';
import type { Share } from '../../shared/engine/lines/entry.ts';
import type { placeOfTopics } from '../../shared/engine/lines/page-test.ts';
import type { withDays } from '../../shared/engine/lines/zone.ts';
import type { holdsBy, isAlike } from '../../shared/engine/predicate.ts';
import type { fill } from './fill.ts';
import type { leave } from './leave.ts';
import type { ownPages, ReadOwn } from './own-pages.ts';
import type { paint } from './paint.ts';
import type { PaintParts } from './paint-parts.ts';
import type { statedIn } from './stated-in.ts';

export interface Parts extends ReadOwn, PaintParts {
  /** something is shown on the page */
  paint?: typeof paint;
  /** a text holds a token */
  fill?: typeof fill;
  /** a page is left for another, or shows what was kept for it */
  leave?: typeof leave;

  /** a condition tests a fact, a trait, or what the page brings */
  holdsBy?: typeof holdsBy;
  /** it is a fact */
  testFact?: typeof testFact;
  /** it is a trait, or a text holds a token */
  statedIn?: typeof statedIn;
  /** it compares lists, or looks within something */
  isAlike?: typeof isAlike;
  dig?: typeof dig;
  /** by name, as they stand in the tests */
  operators?: Parameters<typeof holdsBy>[0];
  /** a condition is about calendar days */
  withDays?: typeof withDays;
  /** a condition asks the page something */
  askOwn?: typeof askOwn;
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
