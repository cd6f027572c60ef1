// How many order days to expect of somebody who bought so often, so long ago: BG/NBD (Fader, Hardie and Lee 2005,
// https://doi.org/10.1287/mksc.1040.0098). A buyer orders at a rate of their own, and after each order
// may have ordered for the last time.

/** In days: rates are gamma (r, alpha), the chance of having ordered for the last time is beta (a, b). */
export type Buying = [r: number, alpha: number, a: number, b: number];

/** x order days after the first, t days from the first to the last, T days from the first until now. */
export interface Bought {
  x: number;
  t: number;
  T: number;
}

/** Terms are added until they are as small as the sum can tell. */
const MOST_TERMS = 100_000;

/** ₂F₁(A, B; C; z) less its first term, which is 1, by its series, for z below 1. Terms may be negative. */
function hypergeometric(A: number, B: number, C: number, z: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 0; n < MOST_TERMS && Math.abs(term) > Math.abs(sum) * 1e-16; n++) {
    term *= (((A + n) * (B + n)) / ((C + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}

/** The chance that there will be another order. Of who ordered on one day the model says 1, which is no finding. */
export function chanceAlive([r, alpha, a, b]: Buying, { x, t, T }: Bought): number {
  return x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + T) / (alpha + t)) ** (r + x));
}

/** What the formula divides by: next to 0 it says the same. */
const not0 = (divisor: number): number => (Math.abs(divisor) < 1e-7 ? 1e-7 : divisor);

/** @param within days to come */
export function expectedOrders(buying: Buying, bought: Bought, within: number): number {
  const [r, alpha, a, b] = buying;
  const { x, T } = bought;
  const B = not0(a - 1);
  const C = not0(B + b + x);
  const z = within / (alpha + T + within);
  // Euler's transform of the paper's own series, which would not come to an end near z = 1
  const more = hypergeometric(C - x - r, B, C, z);
  const power = B * Math.log1p(-z);
  // in logarithms, as of a short time only the last digits of a 1 would be left, and the answer would come and go for some
  // ms around where it changes; where a + b < 1 the sum of who bought once falls below 0, which has none
  const rest = more > -1 ? Math.expm1(power + Math.log1p(more)) : Math.exp(power) * (1 + more) - 1;
  return (-C / B) * rest * chanceAlive(buying, bought);
}
