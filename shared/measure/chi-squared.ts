// The share of a χ² distribution that lies above a value: the regularized upper incomplete gamma function.
//
// Its series below a + 1 and its continued fraction above, by Lentz (Abramowitz and Stegun 6.5.29 and 6.5.31; Press et
// al., Numerical Recipes, 6.2).

import { logGamma } from './log-gamma.ts';

const TINY = 1e-300;
const MOST_TERMS = 10_000;

/** @param freedom degrees of freedom, 1 or more */
export function chiSquaredAbove(value: number, freedom: number): number {
  const a = freedom / 2;
  const x = value / 2;
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let whole = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || TINY);
    c = b + numerator / c || TINY;
    whole *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return whole;
}
