// Somebody who buys as BG/NBD says: at a rate of their own, and after each order it may have been the last.

import type { Buying } from '../../../shared/engine/conditions/expected-orders.ts';

interface Chance {
  /** in [0, 1) */
  share(): number;
}

/** Marsaglia and Tsang 2000. */
export function gamma(shape: number, chance: Chance): number {
  if (shape < 1) return gamma(shape + 1, chance) * (1 - chance.share()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - chance.share())) * Math.cos(2 * Math.PI * chance.share());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - chance.share()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Days of all orders until then, the first on day 0. */
export function live([r, alpha, a, b]: Buying, until: number, chance: Chance): number[] {
  const rate = gamma(r, chance) / alpha;
  const [one, other] = [gamma(a, chance), gamma(b, chance)];
  const days = [0];
  for (let at = 0; ; ) {
    at += -Math.log(1 - chance.share()) / rate;
    if (at > until) return days;
    days.push(at);
    if (chance.share() < one / (one + other)) return days;
  }
}
