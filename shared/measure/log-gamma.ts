// ln Γ and ln B for positive numbers, in doubles.
//
// Stirling's series (Abramowitz and Stegun 6.1.41) from 15 on, where its eighth term is below 1e-17; smaller numbers
// are raised by Γ(x + 1) = x Γ(x). What is left is the rounding of a double: about 4e-16 of the answer, so some 5e-9 at
// 2 million.

const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

const HALF_LN_TWO_PI = 0.9189385332046727;

/** @param x greater than 0 */
export function logGamma(x: number): number {
  let raised = x;
  let product = 1;
  for (; raised < 15; raised++) product *= raised;
  const square = raised * raised;
  let power = raised;
  let tail = 0;
  for (const term of STIRLING) {
    tail += term / power;
    power *= square;
  }
  return (raised - 0.5) * Math.log(raised) - raised + HALF_LN_TWO_PI + tail - Math.log(product);
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
