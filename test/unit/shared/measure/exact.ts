// Other ways to the same numbers: fractions of whole numbers, and integrals by many small steps.

/** ln of a whole number of any size: its first digits, and how many follow. */
export function lnOf(whole: bigint): number {
  const digits = whole.toString();
  return Math.log(Number(`0.${digits.slice(0, 20)}`)) + digits.length * Math.LN10;
}

/** n (n + 1) … (n + times − 1) */
export function rising(n: number, times: number): bigint {
  let product = 1n;
  for (let i = 0; i < times; i++) product *= BigInt(n + i);
  return product;
}

/** ∫ f from `from` to `to` by Simpson's rule */
export function integrate(f: (x: number) => number, from: number, to: number, steps = 20_000): number {
  const width = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) sum += f(from + i * width) * (i % 2 ? 4 : 2);
  return (sum * width) / 3;
}
