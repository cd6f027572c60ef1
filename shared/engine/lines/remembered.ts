// What the next page knows of this visitor before anything is loaded, and what it makes of that as it is opened: plain
// JSON, which may be lost at any time.

import { CLOCK_SLACK_MS } from '../event.ts';
import { type Arrival, type Profile, VISIT_GAP_MS } from '../profile.ts';
import type { Facts } from '../view.ts';
import type { KeptLists } from './kept-lists.ts';
import type { Lines } from './line.ts';
import type { OwnPage } from './page-test.ts';

export interface Remembered {
  /** Names the conditions that were answered: of one of them that has no lines here, a newcomer's hold. */
  rules: string;
  /** lines by the key of their condition */
  answers: Record<string, Lines>;
  /** Those about calendar days, and the zone in which they hold (zone.ts). */
  days?: { zone: number[]; lines: Record<string, Lines> };
  /** ms since epoch, 0 before the first event */
  newestAt: number;
  visit?: Arrival & { number: number; pages: number; startAt?: number; lastAt: number };
  /** what a clock that is far behind said last */
  behindAt?: number;
  /** of the page viewed last */
  path?: string | undefined;
  traits: Profile['traits'];
  /** Lists of recommended items that are ready, where a config has some. */
  lists?: KeptLists;
}

/** A page as its address and the server tell it. */
export interface Arriving extends OwnPage {
  arrival: Arrival;
  /** the address carries utm parameters: the arrival counts even within a visit */
  tagged: boolean;
}

export interface Opened {
  page: OwnPage;
  /** What the visit says of itself, this page counted, and how this page was come to where the visit says nothing. */
  facts: Facts;
}

/** The page as it is recorded by the engine (fold.ts), as far as lines and facts ask. @param at ms since epoch */
export function openPage(remembered: Remembered, arriving: Arriving, at: number): Opened {
  const { visit, behindAt, path, newestAt } = remembered;
  const { arrival, tagged, address, events } = arriving;
  const {
    number = 0,
    pages = 0,
    lastAt = -Infinity,
    startAt: _startAt,
    ...came
  }: Partial<NonNullable<typeof visit>> = visit ?? {};
  const saidAt = behindAt ?? lastAt;
  const isStart = at - saidAt >= VISIT_GAP_MS || saidAt - at > CLOCK_SLACK_MS;
  // what a clock that is far behind calls a start goes on with the visit
  const isNew = Math.max(at, newestAt) - lastAt >= VISIT_GAP_MS;
  const isSame = !isStart && !!path && path === events.page_view?.path;
  const { landing: _landing, ...here } = arrival;
  const landing = isNew ? arrival.landing : (came.landing ?? arrival.landing);
  return {
    page: {
      address,
      events: {
        ...events,
        visit_start: { ...arrival },
        page_view: {
          ...events.page_view,
          ...(isSame && { repeat: true }),
          ...(tagged && !isStart && arrival),
        },
      },
    },
    facts: {
      ...here,
      ...(isStart || tagged ? landing !== undefined && { landing } : came),
      visitNumber: number + +isNew,
      pageNumber: (isNew ? 0 : pages) + 1,
    },
  };
}
