// Numbers as people write them: "1,234.5", in German "1.234,5".

import { readLocale } from './locale.ts';

/** @param value in whatever it counts */
export const sayNumber = (value = 0, how?: Intl.NumberFormatOptions): string =>
  value.toLocaleString(readLocale(), how);

/** To the nearest whole one. */
export const sayWhole = (value: number): string => sayNumber(Math.round(value));
