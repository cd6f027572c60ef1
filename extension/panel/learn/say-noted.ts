// Rows that are read, and no orders of their own: in the words that a terminal says (shared/learn/say-noted.ts).

import type { NOTED_ROWS } from '../../../shared/learn/say-noted.ts';
import type { Noted } from '../../../shared/learn/tally-rows.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';

const NOTED: Record<keyof typeof NOTED_ROWS, (rows: string) => string> = {
  again: (rows) => t`Rows of an order that was read already, counted once at most: ${rows}`,
  'another total': (rows) =>
    t`Rows of an order that was read already with another total, of which the first counts: ${rows}`,
  refund: (rows) => t`Refunds, taken off: ${rows}`,
  'unmet refund': (rows) => t`Refunds of orders that were not read, left out: ${rows}`,
  'given back': (rows) => t`Orders that were given back whole, left out: ${rows}`,
  'cancelled again': (rows) => t`Further rows of cancelled orders, left out: ${rows}`,
  'order of events': (rows) =>
    t`Orders of events, left out as another file tells of orders, and knows buyers by other ids: ${rows}`,
  'another currency': (rows) => t`Orders of another currency, left out: ${rows}`,
  'other event': (rows) => t`Events of other kinds, of which nothing is learned here: ${rows}`,
  'other request': (rows) => t`Requests that are no view of a page: ${rows}`,
};

/** @returns a sentence for each kind of them; of which orders are cancelled each file says */
export const sayNoted = (noted: Partial<Record<Noted, number>>): string[] =>
  Object.entries(noted).flatMap(([why, rows]) =>
    why === 'cancelled' ? [] : NOTED[why as keyof typeof NOTED](sayNumber(rows)),
  );
