// What a visitor is worth, in whole units of the smallest useful size: three digits of the most that it can be.

const unitOf = (cap: number): number => 10 ** (Math.floor(Math.log10(cap)) - 2);

/** Multiples of a power of ten, without what floating point leaves behind. */
const exact = (value: number): number => +value.toPrecision(12);

export const unitsOf = (total: number, cap: number): number => Math.round(Math.min(total, cap) / unitOf(cap));

/** How much the value has grown, and its square. */
export function growth(before: number, after: number, cap: number): { value: number; square: number } {
  const unit = unitOf(cap);
  return { value: exact((after - before) * unit), square: exact((after ** 2 - before ** 2) * unit * unit) };
}
