// Compares what visitors of two arms are worth on average, from sums over visitors, however often one looks.
//
// An asymptotic confidence sequence around the relative difference of the means, whose variance is that of the delta
// method. It holds where means are nearly normal, so it says nothing before `ENOUGH` converted visitors in each arm.
//
// Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory and asymptotic confidence
// sequences", arXiv 2103.06476, equations 9, 155 and 161; tuned as GrowthBook tunes it.

import { type Estimate, NOTHING_SAID } from './estimate.ts';

/** Converted visitors that each arm needs. */
export const ENOUGH = 100;

/** The number of visitors at which the sequence is narrowest. */
const TUNED_FOR = 5000;

export interface Sums {
  visitors: number;
  /** Σ of what each visitor is worth, 0 for most */
  value: number;
  /** Σ of the squares of that */
  squares: number;
}

/** The mean of an arm, and the variance of that mean. */
function summarize({ visitors, value, squares }: Sums): { mean: number; variance: number } {
  const mean = value / visitors;
  return { mean, variance: (squares - value * mean) / (visitors - 1) / visitors };
}

/** How many standard errors half of the interval is wide. */
export function boundaryAt(visitors: number, alpha: number, tunedFor = TUNED_FOR) {
  const doubled = -2 * Math.log(alpha);
  const spread = (visitors * (doubled + Math.log1p(doubled))) / tunedFor;
  const widened = (spread + 1) / spread;
  return { spread, widened, errors: Math.sqrt(widened * (Math.log1p(spread) + doubled)) };
}

/** The relative difference of the means and its variance; undefined where there is nothing to judge it by. */
export function differenceOf(base: Sums, arm: Sums): { lift: number; variance: number } | undefined {
  if (base.visitors < 2 || arm.visitors < 2) return undefined;
  const b = summarize(base);
  const a = summarize(arm);
  if (b.mean === 0) return undefined;
  const lift = (a.mean - b.mean) / Math.abs(b.mean);
  const variance = a.variance / b.mean ** 2 + (b.variance * a.mean ** 2) / b.mean ** 4;
  // all visitors of each arm alike, or worth next to nothing: no
  return variance > 0 && Number.isFinite(variance) && Number.isFinite(lift) ? { lift, variance } : undefined;
}

/**
 * @param alpha how often an interval may miss the truth at any look
 * @param tunedFor for the tests: published values have another
 */
export function compareValues(base: Sums, arm: Sums, alpha: number, tunedFor = TUNED_FOR): Estimate {
  const difference = differenceOf(base, arm);
  if (!difference) return NOTHING_SAID;
  const { lift, variance } = difference;
  const { spread, widened, errors } = boundaryAt(base.visitors + arm.visitors, alpha, tunedFor);
  const half = Math.sqrt(variance) * errors;
  const p = Math.min(1, Math.sqrt(spread + 1) * Math.exp(-(lift ** 2) / (2 * variance * widened)));
  return { lift, low: lift - half, high: lift + half, p };
}
