// Says a date with its time, short and in the author's own language.

import { readLocale } from '../../../shared/words/locale.ts';

/** @param more such as `{ weekday: 'short' }`; the year is said where it is not this one */
export const sayMoment = (at: number, more: Intl.DateTimeFormatOptions = {}): string =>
  new Date(at).toLocaleString(readLocale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(new Date(at).getFullYear() !== new Date().getFullYear() && { year: 'numeric' }),
    ...more,
  });
