// Counts as they are told: one is said otherwise than many.

export const whole = (value: number): string => value.toLocaleString('en');

export const times = (count: number, one: string, many: string): string =>
  `${whole(count)} ${count === 1 ? one : many}`;
