// Two sides of an experience compared on one goal, as they stood at the end of a day.
import {
  type Answers,
  type Chances,
  chancesOf,
  compareManyGroups,
  compareOneGroup,
  EXACT,
  shareOfTruth,
  undoChances,
} from './among-shown.ts';
import { compareCounts } from './compare-counts.ts';
import { compareValues, differenceOf, ENOUGH, type Sums } from './compare-values.ts';
import { type Estimate, NOTHING_SAID } from './estimate.ts';
import type { Pair, Side } from './pairs.ts';
import { planValues, planVisitors } from './plan.ts';
import { LEAST_SHARE, type PlannedExperience } from './planned.ts';
import type { Tally } from './tally.ts';

export interface Look {
  visitors: number;
  /** of the base and of the arm; among those shown, as far as is said */
  converted: [number, number];
  estimate: Estimate;
}

/** What one side of the two has at a day. */
interface Standing extends Answers {
  sums: Sums;
}

const chancesIn = ({ level, epsilon = 0, groups }: PlannedExperience): Chances =>
  level === 'private' ? chancesOf(epsilon, groups) : EXACT;

function standingOf({ arms }: Side, { goal, group }: Pair, plan: PlannedExperience, tally: Tally): Standing {
  const visitors = tally.visitorsOf(arms);
  const all = tally.sumsOf(arms, goal);
  if (group === undefined) return { visitors, own: all.converted, others: 0, sums: { ...all, visitors } };
  const own = tally.sumsOf(arms, goal, String(group));
  const others = {
    converted: all.converted - own.converted,
    value: all.value - own.value,
    squares: all.squares - own.squares,
  };
  const sums = undoChances(visitors, own, others, chancesIn(plan));
  return { visitors, own: own.converted, others: others.converted, sums };
}

/** The arm's share of the two. */
function shareOf(base: Side, arm: Side, standing: { base: Standing; arm: Standing }): number | undefined {
  const [one, other] =
    base.share === null || arm.share === null
      ? [standing.base.visitors, standing.arm.visitors]
      : [base.share, arm.share];
  const share = other / (one + other);
  return share >= LEAST_SHARE && 1 - share >= LEAST_SHARE ? share : undefined;
}

const isManyGroups = ({ level, groups }: PlannedExperience): boolean => level === 'private' && groups > 1;

export function lookAt(pair: Pair, plan: PlannedExperience, tally: Tally, alpha: number): Look {
  const base = standingOf(pair.base, pair, plan, tally);
  const arm = standingOf(pair.arm, pair, plan, tally);
  const share = shareOf(pair.base, pair.arm, { base, arm });
  function estimate(): Estimate {
    if (share === undefined) return NOTHING_SAID;
    if (pair.measure === 'value')
      return Math.min(base.own, arm.own) < ENOUGH ? NOTHING_SAID : compareValues(base.sums, arm.sums, alpha);
    if (pair.group === undefined) return compareCounts({ base: base.own, arm: arm.own, share }, alpha);
    if (isManyGroups(plan)) return compareManyGroups(base, arm, chancesIn(plan), alpha);
    // a goal that was reached without anybody counted: logs that begin in between
    if (base.visitors === 0 || arm.visitors === 0) return NOTHING_SAID;
    return compareOneGroup(base, arm, share, chancesIn(plan), alpha);
  }
  return { visitors: base.visitors + arm.visitors, converted: [base.own, arm.own], estimate: estimate() };
}

/** Which part of a true lift among those shown shows in what is compared. */
const LEAST_SHOWN = 0.02;

/** @returns visitors of the two, all together, by which a lift of this size would have been called in 80 of 100 */
export function visitorsFor(
  lift: number,
  pair: Pair,
  plan: PlannedExperience,
  tally: Tally,
  alpha: number,
): number {
  const base = standingOf(pair.base, pair, plan, tally);
  const arm = standingOf(pair.arm, pair, plan, tally);
  const visitors = base.visitors + arm.visitors;
  if (pair.measure === 'value' || isManyGroups(plan)) {
    const variance = differenceOf(base.sums, arm.sums)?.variance;
    const planned = variance === undefined ? Infinity : planValues(lift, variance, visitors, alpha);
    // before there is one, and where nobody would see its end, by how many are converted
    if (Number.isFinite(planned)) return planned;
  }
  const chances = chancesIn(plan);
  const truth = pair.group === undefined || chances.other === 0 ? 1 : shareOfTruth(base, arm, chances);
  return planVisitors({
    // the first visitors tell little: half a one more, so that it is never 0
    rate: Math.min(1, (base.own + arm.own + 0.5) / (visitors + 1)),
    lift: lift * Math.max(LEAST_SHOWN, Math.min(1, truth)),
    share: shareOf(pair.base, pair.arm, { base, arm }) ?? 0.5,
    segment: 1,
    level: 'exact',
    epsilon: 0,
    alpha,
  });
}
