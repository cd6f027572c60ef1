// Numbers as people write them: "1,234.5", in German "1.234,5".

import { readLocale } from './locale.ts';

/** @param value in whatever it counts */
export const sayNumber = (value = 0, how?: Intl.NumberFormatOptions): string =>
  value.toLocaleString(readLocale(), how);

/** With so many digits after the point, no more and no fewer: "2.9", "3.0". */
export const sayDecimal = (value: number, digits = 1): string =>
  sayNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** With at most so many digits that count: 0.01234 is "0.012" of two. */
export const sayRough = (value: number, digits: number): string =>
  sayNumber(Number(value.toPrecision(digits)), { maximumFractionDigits: 20 });

/** To the nearest whole one. */
export const sayWhole = (value: number): string => sayNumber(Math.round(value));
