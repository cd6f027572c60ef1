// How many of something, in words for owners.

/** `1 ping`, `2 pings` */
export const sayCount = (value: number, word: string): string =>
  `${Math.round(value).toLocaleString('en')} ${word}${value === 1 ? '' : 's'}`;
