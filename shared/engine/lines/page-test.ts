// What a page must say of itself where it decides: which of a condition's lines is for it.
//
// Asked before the first paint, so it knows nothing of events that were, or of time.

import type { Where } from '../../schema/predicate.ts';
import type { Props } from '../../schema/props.ts';
import { fitsPages, type Glob, type PageAddress } from '../glob.ts';
import { toJson } from '../native.ts';
import { holds } from '../predicate.ts';
import type { Outcome } from './line.ts';

/** An event that a page view brings by itself: by its name where the page has it, or by the pages of a capture. */
export type OwnEvent = { event: string; where?: Where | undefined } | { pages: Glob[] };

export type PageTest =
  /** whether the page brings one of these: no is 0, yes is 1 */
  | { kind: 'events'; of: OwnEvent[] }
  /** which of these lists the page's topics are, in the config's order */
  | { kind: 'topics'; lists: string[][] }
  /** what its path is: the lines are by path */
  | { kind: 'path' };

/** A page that is being opened. */
export interface OwnPage {
  address: PageAddress;
  /** Props by name of the events that it brings, but for captures. `visit_start` as if a visit began. */
  events: { [event: string]: Props | undefined };
}

/** How many outcomes are known when a config is published. */
export const outcomesOf = (test: PageTest): number => {
  switch (test.kind) {
    case 'events':
      return 2;
    case 'topics':
      return test.lists.length;
    case 'path':
      return 1;
  }
};

const brings = ({ address, events }: OwnPage, own: OwnEvent): boolean => {
  if ('pages' in own) return fitsPages(own.pages, address);
  const props = events[own.event];
  return props !== undefined && holds(own.where, props);
};

const findPlace = (test: PageTest, page: OwnPage): number => {
  if (test.kind === 'events') return +test.of.some((own) => brings(page, own));
  if (test.kind === 'path') return 0;
  const topics = toJson(page.events.page_view?.topics ?? []);
  return test.lists.findIndex((list) => toJson(list) === topics);
};

/** @returns where the page's line is, the first test counting least */
export function outcomeOf(tests: PageTest[], page: OwnPage): Outcome {
  let place = 0;
  let step = 1;
  const path = `${page.events.page_view?.path ?? ''}`;
  for (const test of tests) {
    const found = findPlace(test, page);
    if (found < 0) return { place: undefined, path };
    place += found * step;
    step *= outcomesOf(test);
  }
  return { place, path };
}
