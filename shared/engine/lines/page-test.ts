// What a page must say of itself where it decides: which of a condition's lines is for it.
//
// Asked before the first paint, so it knows nothing of events that were, or of time.

import type { Where } from '../../schema/predicate.ts';
import type { Props } from '../../schema/props.ts';
import type { fitsPages, Glob, PageAddress } from '../glob.ts';
import type { Holds } from '../predicate.ts';
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

/** What few configs ask with. */
export interface TestParts {
  /** where a test is of captures */
  fitsPages?: typeof fitsPages;
  /** where it is of topics */
  placeOfTopics?: typeof placeOfTopics;
}

const brings = (
  { address, events }: OwnPage,
  own: OwnEvent,
  holds: Holds,
  { fitsPages }: TestParts,
): boolean => {
  if ('pages' in own) return !!fitsPages?.(own.pages, address);
  const props = events[own.event];
  return props !== undefined && holds(own.where, props);
};

const isSame = (list: string[], other: unknown[]): boolean =>
  list.length === other.length && list.every((topic, i) => topic === other[i]);

/** Which of these lists the page's topics are; −1 none. Of its own, as few configs ask for it. */
export function placeOfTopics(lists: string[][], page: OwnPage): number {
  const topics = page.events.page_view?.topics;
  return lists.findIndex((list) => isSame(list, Array.isArray(topics) ? topics : []));
}

/** @returns where the page's line is, the first test counting least */
export function outcomeOf(tests: PageTest[], page: OwnPage, holds: Holds, parts: TestParts): Outcome {
  let place = 0;
  let step = 1;
  const path = `${page.events.page_view?.path ?? ''}`;
  for (const test of tests) {
    if (test.kind === 'path') continue;
    const isTopics = test.kind === 'topics';
    const found = isTopics
      ? (parts.placeOfTopics?.(test.lists, page) ?? -1)
      : +test.of.some((own) => brings(page, own, holds, parts));
    if (found < 0) return { place: undefined, path };
    place += found * step;
    step *= isTopics ? test.lists.length : 2;
  }
  return { place, path };
}
