// Did each arm get its planned share of the visitors? Where not, nothing below it can be trusted.
//
// The evidence is that of compare-counts.ts for any number of arms: a Dirichlet mixture around the planned shares over
// those shares themselves. It may be looked at any day. χ² and its p stand beside it for who expects them; they hold
// for one look only.
//
// Lindon and Malek 2022, arXiv 2011.03567, section 3.

import { chiSquaredAbove } from './chi-squared.ts';
import { logGamma } from './log-gamma.ts';

/** Shares that are off by a twentieth are expected of a broken split. */
const EXPECTED = 0.05;

/** At less the split is called broken. */
const BROKEN = 0.001;

export interface PlannedArm {
  visitors: number;
  /** its planned share, above 0; all together are 1 */
  share: number;
}

export interface Split {
  p: number;
  chi: number;
  chiP: number;
  isBroken: boolean;
}

export function judgeSplit(arms: readonly PlannedArm[]): Split {
  const visitors = arms.reduce((sum, arm) => sum + arm.visitors, 0);
  if (arms.length < 2 || visitors === 0) return { p: 1, chi: 0, chiP: 1, isBroken: false };
  const k = 1 / (EXPECTED ** 2 * Math.min(...arms.map(({ share }) => share * (1 - share))));
  let evidence = logGamma(k) - logGamma(k + visitors);
  let chi = 0;
  for (const { visitors: seen, share } of arms) {
    evidence += logGamma(k * share + seen) - logGamma(k * share) - seen * Math.log(share);
    chi += (seen - visitors * share) ** 2 / (visitors * share);
  }
  const p = Math.min(1, Math.exp(-evidence));
  return { p, chi, chiP: chiSquaredAbove(chi, arms.length - 1), isBroken: p < BROKEN };
}
