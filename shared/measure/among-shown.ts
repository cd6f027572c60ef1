// Among those shown: what a goal's symbols say of one group of visitors.
//
// With one group each converted visitor answered the truth with probability p and the other answer with q = 1 − p. The
// answers are compared as counts are, and the lift is divided by φ, the share of the base's answers that is true: test
// and interval agree. With more groups that would be wrong, since another group's true effect leaks into this one's
// symbols; there each converted visitor is counted as (1{symbol = group} − q)/(p − q), which is unbiased.
//
// Randomized response: Warner 1965; for K + 1 answers Kairouz, Oh and Viswanath, arXiv 1407.1338.

import { type Counts, compareCounts } from './compare-counts.ts';
import { compareValues, ENOUGH, type Sums } from './compare-values.ts';
import { type Estimate, NOTHING_SAID } from './estimate.ts';

/** What one arm of the two answered, of the first pings of a goal. */
export interface Answers {
  /** all that were counted, converted or not */
  visitors: number;
  /** converted visitors whose symbol is the group */
  own: number;
  /** and the others' */
  others: number;
}

/** The chances of the true symbol and of each other one. */
export interface Chances {
  truth: number;
  other: number;
}

/** Nothing is randomized: level `exact`. */
export const EXACT: Chances = { truth: 1, other: 0 };

/** @param groups of the experience; the symbols are these and 0 */
export function chancesOf(epsilon: number, groups: number): Chances {
  const odds = Math.exp(epsilon);
  return { truth: odds / (odds + groups), other: 1 / (odds + groups) };
}

/** Of the base's answers for the group this share must be true, or too few were shown it. */
const LEAST_TRUE = 0.02;

/** φ: which share of the base's answers for the group is true; for experiences of one group. */
export function shareOfTruth(base: Answers, arm: Answers, { truth, other }: Chances): number {
  // a goal that was reached without anybody counted: logs that begin in between
  if (base.own === 0 || base.visitors === 0) return 0;
  const visitors = base.visitors + arm.visitors;
  const own = base.own + arm.own;
  const others = base.others + arm.others;
  const notShown = (truth * others - (1 - truth) * own) / ((truth - other) * visitors);
  const rate = base.own / base.visitors;
  return (rate - notShown * other) / rate;
}

/** @param share the arm's planned share of the two */
export function compareOneGroup(
  base: Answers,
  arm: Answers,
  share: number,
  chances: Chances,
  alpha: number,
): Estimate {
  const counts: Counts = { base: base.own, arm: arm.own, share };
  const answered = compareCounts(counts, alpha);
  if (chances.other === 0) return answered;
  const truth = shareOfTruth(base, arm, chances);
  if (truth <= LEAST_TRUE) return { ...NOTHING_SAID, p: answered.p };
  const undo = (lift: number | null) => lift && lift / truth;
  return { lift: undo(answered.lift), low: undo(answered.low), high: undo(answered.high), p: answered.p };
}

/** What the visitors of one symbol were worth. */
interface Worth {
  value: number;
  squares: number;
}

/** One of two groups or more, at level `private`. */
export function compareManyGroups(base: Answers, arm: Answers, chances: Chances, alpha: number): Estimate {
  if (base.own < ENOUGH || arm.own < ENOUGH) return NOTHING_SAID;
  const worth = (converted: number): Worth => ({ value: converted, squares: converted });
  const sumsOf = ({ visitors, own, others }: Answers): Sums =>
    undoChances(visitors, worth(own), worth(others), chances);
  return compareValues(sumsOf(base), sumsOf(arm), alpha);
}

/**
 * Σ over visitors of (1{symbol = group} − q)/(p − q) times what each was worth, and of the squares of that.
 *
 * @param own of those whose symbol is the group
 * @param others of the others
 */
export function undoChances(visitors: number, own: Worth, others: Worth, { truth, other }: Chances): Sums {
  const distance = truth - other;
  return {
    visitors,
    value: (own.value - other * (own.value + others.value)) / distance,
    squares: own.squares * ((1 - other) / distance) ** 2 + others.squares * (other / distance) ** 2,
  };
}
