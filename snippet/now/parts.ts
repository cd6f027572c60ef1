// What a first paint needs only where the config asks for it. Each is a function of a file of its own, which is in the
// published file or is not (shared/publish/compose.ts); who is asked for one that is not there refuses.

import type { Share } from '../../shared/engine/lines/entry.ts';
import type { Outcome } from '../../shared/engine/lines/line.ts';
import type { PageTest } from '../../shared/engine/lines/page-test.ts';
import type { Arriving, Opened, Remembered } from '../../shared/engine/lines/remembered.ts';
import type { Settings } from '../../shared/engine/lines/settings.ts';
import type { Arrival } from '../../shared/engine/profile.ts';
import type { Facts } from '../../shared/engine/view.ts';
import type { Predicate } from '../../shared/schema/predicate.ts';
import type { PageArrival } from '../observe/arrival.ts';

/** What a page says of itself beside its path and topics. */
export interface ReadOwn {
  /** a condition asks for the very path, or for what else may be personal */
  scrubPath?: (path: string, isPlain: boolean) => string;
  /** for what was searched */
  readSearch?: (url: URL) => string;
  /** where the visitor came from */
  readCame?: (url: URL, from: string, landing: string) => PageArrival;
  /** whether there is such a page */
  isNotFound?: () => boolean;
}

export interface Parts extends ReadOwn {
  /** a condition tests a fact, a trait, or what the page brings */
  holds?: (is: Predicate, value: unknown) => boolean;
  /** a condition asks the page something */
  outcomeOf?: (tests: PageTest[], page: Opened['page']) => Outcome;
  /** that, or where the visit came from */
  readArriving?: (settings: Settings, url: URL, own: ReadOwn) => Arriving[];
  openPage?: (remembered: Remembered, arriving: Arriving, at: number) => Opened;
  /** a condition or a text asks what the page says of itself */
  readFacts?: (url: URL, arrival: Arrival) => Facts;
  /** somebody is placed: holdout, weights */
  place?: (seed: string, salt: string) => number;
  createSeed?: () => string;
  /** several variants share a segment */
  chooseShare?: (shares: Share[], at: number) => Share | undefined;
}

export const refuse = (): never => {
  throw new Error('a part is missing: publish the config again');
};
