// The numbers of BG/NBD, and of what an order day is worth (gamma-gamma, Fader and Hardie 2013), by maximum likelihood.

import type { Bought, Buying } from '../engine/conditions/expected-orders.ts';
import { logGamma } from '../measure/log-gamma.ts';
import { minimize } from './minimize.ts';

/** p and q are shapes; v is in the money of the export. */
export type Spend = [p: number, q: number, v: number];

/** Of a buyer's order days after the first: how many, and their mean. */
export interface Spent {
  x: number;
  mean: number;
}

const logs = (at: number[]): number[] => at.map(Math.exp);

/** −log likelihood of all of them, per buyer. */
function unlikelihoodOf(all: readonly Bought[]): (at: number[]) => number {
  const most = all.reduce((max, { x }) => Math.max(max, x), 0);
  return (at) => {
    const [r = 1, alpha = 1, a = 1, b = 1] = logs(at);
    // what hangs on the number of order days alone
    const byCount = Array.from(
      { length: most + 1 },
      (_, x) =>
        logGamma(r + x) -
        logGamma(r) +
        r * Math.log(alpha) +
        logGamma(a + b) +
        logGamma(b + x) -
        logGamma(b) -
        logGamma(a + b + x),
    );
    let sum = 0;
    for (const { x, t, T } of all) {
      const still = -(r + x) * Math.log(alpha + T);
      const last = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + t);
      const larger = Math.max(still, last);
      const either = x === 0 ? still : larger + Math.log(Math.exp(still - larger) + Math.exp(last - larger));
      sum += (byCount[x] ?? 0) + either;
    }
    return Number.isFinite(sum) ? -sum / all.length : 1e9;
  };
}

export function fitBuying(all: readonly Bought[]): Buying {
  const meanT = all.reduce((sum, { T }) => sum + T, 0) / all.length;
  const { at } = minimize(unlikelihoodOf(all), [0, Math.log(Math.max(1, meanT / 4)), 0, 0.7]);
  const [r = 1, alpha = 1, a = 1, b = 1] = logs(at);
  return [r, alpha, a, b];
}

/** −log likelihood of all of them, per buyer. @param all with order days and a mean above 0 */
function unlikelihoodOfSpend(all: readonly Spent[]): (at: number[]) => number {
  const most = all.reduce((max, { x }) => Math.max(max, x), 0);
  const logMeans = all.map(({ mean }) => Math.log(mean));
  return (at) => {
    const [p = 1, q = 1, v = 1] = logs(at);
    // what hangs on the number of order days alone
    const byCount = Array.from(
      { length: most + 1 },
      (_, x) => logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(v) + p * x * Math.log(x),
    );
    let sum = 0;
    for (const [i, { x, mean }] of all.entries())
      sum += (byCount[x] ?? 0) + (p * x - 1) * (logMeans[i] ?? 0) - (p * x + q) * Math.log(x * mean + v);
    return Number.isFinite(sum) ? -sum / all.length : 1e9;
  };
}

export function fitSpend(all: readonly Spent[]): Spend {
  const mean = all.reduce((sum, one) => sum + one.mean, 0) / all.length;
  // in means, so that no currency is harder than another
  const scaled = all.map((one) => ({ x: one.x, mean: one.mean / mean }));
  const { at } = minimize(unlikelihoodOfSpend(scaled), [1, 1, 0]);
  const [p = 1, q = 1, v = 1] = logs(at);
  return [p, q, v * mean];
}
