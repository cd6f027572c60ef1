// What cards of learned parts say alike: days, shares, and how sure it is.

import { readLocale } from '../../../shared/words/locale.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';

/** A day of the export, which has no zone, in the author's own language. */
export const sayDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readLocale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** "12 %", "3.4 %" where there are few; on one line. */
export const sayPercent = (share: number): string =>
  `${sayNumber(100 * share, { maximumFractionDigits: share < 0.1 ? 1 : 0 })}\u00a0%`;
