// Rows that are read, and no orders of their own, for who reads a terminal. The panel says the same words.

import type { Noted } from './tally-rows.ts';
import { times } from './times.ts';

/** What a row is, and what several are. Of which orders are cancelled each file says: these rows are told there. */
export const NOTED_ROWS: Record<Exclude<Noted, 'cancelled'>, readonly [one: string, many: string]> = {
  again: [
    'row of an order that was read already, counted once at most',
    'rows of an order that was read already, counted once at most',
  ],
  'another total': [
    'row of an order that was read already with another total, of which the first counts',
    'rows of an order that was read already with another total, of which the first counts',
  ],
  refund: ['refund, taken off', 'refunds, taken off'],
  'unmet refund': [
    'refund of an order that was not read, left out',
    'refunds of orders that were not read, left out',
  ],
  'given back': ['order that was given back whole, left out', 'orders that were given back whole, left out'],
  'cancelled again': [
    'further row of a cancelled order, left out',
    'further rows of cancelled orders, left out',
  ],
  'order of events': [
    'order of events, left out as another file tells of orders, and knows buyers by other ids',
    'orders of events, left out as another file tells of orders, and knows buyers by other ids',
  ],
  'another currency': ['order of another currency, left out', 'orders of another currency, left out'],
  'other event': [
    'event of another kind, of which nothing is learned here',
    'events of other kinds, of which nothing is learned here',
  ],
  'other request': ['request that is no view of a page', 'requests that are no view of a page'],
};

/** @returns a sentence for each kind of them */
export const sayNoted = (noted: Partial<Record<Noted, number>>): string[] =>
  Object.entries(noted).flatMap(([why, rows]) =>
    why === 'cancelled' ? [] : times(rows, ...NOTED_ROWS[why as keyof typeof NOTED_ROWS]),
  );
