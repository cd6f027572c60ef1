// Floating point, as people add.

/** A sum of prices is compared as people add prices: 0.1 + 0.2 is 0.3, in any order. */
export function tidy(figure: number): number {
  return +figure.toPrecision(12);
}
