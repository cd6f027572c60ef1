// What the script of the first paint hands to the listener, and what that hears for the rest of the tag. Types only.

import type { Touches } from '../consent/acted.ts';
import type { Served } from '../public.ts';
import type { Asked } from './asked.ts';

export interface Ears {
  /** The listener adds those that it knows of. */
  touches: Touches;
  /** What `selvedge:consent` has said so far, and whether somebody had touched the page by then. */
  said: [detail: unknown, hasActed: boolean][];
  /** Entries of the page's own queue. */
  queue: unknown[];
  /** On file, as far as this page knows; empty where it is something else that refuses. */
  denial: string;
  /** Puts it back, should the page have cleared it away. */
  keep(): void;
  /** Nobody but the listener is needed: the rest was not asked for. */
  isQuiet?: boolean;
  /** The rest is there: nobody else is needed. */
  isHere?: boolean;
  /** Has the rest come. */
  bring(): void;
  /** Erases what is still there, if it is the tag's. */
  erase(): void;
}

/** What consent tools have said before the rest was there, in order. */
export interface Heard {
  /** The calls of each function of TCF's. */
  tcf: [data: unknown, ok: unknown][][];
  /** Entries of the data layer. */
  layer: object[];
  /** Of these the states that were granted once somebody had touched the page. */
  acted: unknown[];
}

/** The module. Should it be made otherwise, `listen` is to have another name: then it is nobody's of another version. */
export interface Listener {
  /**
   * @param api what the page asks
   * @param settle nobody is waited for: `ready` resolves. Answers what the page has asked so far
   * @returns what is heard, as it comes
   * @throws where it cannot hear
   */
  listen(ears: Ears, api: { open?: Served['open'] }, settle: () => Asked[]): Heard;
}
