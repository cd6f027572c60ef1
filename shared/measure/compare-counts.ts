// Compares how many visitors of two arms were converted, from the two counts alone, however often one looks.
//
// If nothing differs, the arm of each converted visitor is a coin flip with the arm's planned share π. The evidence E is
// the likelihood of the flips under a mixture of other coins (Beta, centred on π) over that under the coin p_θ which a
// lift of e^θ − 1 would make. Under the true θ, E is a martingale that begins at 1, so it ever reaches 1/α in at most α
// of all cases (Ville's inequality): p and interval hold at every look, from the first converted visitor on, also where
// rates change over time, and with one look a visitor.
//
// Lindon and Malek, "Anytime-Valid Inference for Multinomial Count Data", 2022, arXiv 2011.03567; Robbins, "Statistical
// Methods Related to the Law of the Iterated Logarithm", 1970.

import type { Estimate } from './estimate.ts';
import { findEdge } from './find-edge.ts';
import { logBeta } from './log-gamma.ts';

/** Lifts of about ±20 % are expected; it is right with any, and quickest with these. */
export const EXPECTED = 0.2;

export interface Counts {
  /** converted visitors in the base */
  base: number;
  /** and in the arm */
  arm: number;
  /** the arm's planned share of the visitors of the two, above 0 and below 1 */
  share: number;
}

/** A θ so far out that one side is never converted. */
const FAR = 700;

/** ln(1 + e^x) without overflow */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** ln E(θ): the evidence against a lift of e^θ − 1. */
export const logEvidence = (counts: Counts, theta: number): number => evidenceOf(counts)(theta);

/** What does not hang on θ is reckoned once: the edges of an interval ask some hundred times. */
function evidenceOf({ base, arm, share }: Counts): (theta: number) => number {
  const k = 1 / (EXPECTED ** 2 * share * (1 - share));
  const mixture = logBeta(k * share + arm, k * (1 - share) + base) - logBeta(k * share, k * (1 - share));
  const planned = Math.log(share) - Math.log1p(-share);
  return (theta) => {
    const logit = theta + planned;
    // ln p = −softplus(−logit), ln(1 − p) = −softplus(logit); 0 · ∞ is 0
    return mixture + (arm && arm * softplus(-logit)) + (base && base * softplus(logit));
  };
}

/** @param alpha how often an interval may miss the truth at any look, such as 0.05 */
export function compareCounts(counts: Counts, alpha: number): Estimate {
  const { base, arm, share } = counts;
  const evidence = evidenceOf(counts);
  const p = Math.min(1, Math.exp(-evidence(0)));
  if (base + arm === 0) return { lift: null, low: null, high: null, p };
  const odds = (1 - share) / share;
  // convex in θ with its least value at the estimate: one edge on each side of it
  const best = Math.log(arm / base) + Math.log(odds);
  const start = Math.max(-FAR, Math.min(best, FAR));
  const isOutside = (theta: number) => evidence(theta) >= -Math.log(alpha);
  // nearly all in the arm, against the plan: its lift may have any size
  const orNull = (end: number) => (Number.isFinite(end) ? end : null);
  const edge = (step: number) => orNull(Math.expm1(findEdge(isOutside, start, step)));
  return {
    lift: base === 0 ? null : (arm / base) * odds - 1,
    low: arm === 0 ? -1 : edge(-1),
    high: base === 0 ? null : edge(1),
    p,
  };
}
