// Which two sides of an experience are compared: each arm with the holdout where there is one, and a split's other arms
// with its first.
import { HOLDOUT, ON } from '../engine/arms.ts';
import type { PlannedExperience, PlannedGoal } from './planned.ts';

export interface Side {
  /** as it is called */
  arm: string;
  /** those whose visitors it has */
  arms: readonly string[];
  /** its planned share of all visitors; null: what was counted is the plan */
  share: number | null;
}

export interface Pair {
  base: Side;
  arm: Side;
  goal: string;
  /** among those shown this group; without it among all */
  group?: number;
  measure: 'converted' | 'value';
}

type Sides = [base: Side, arm: Side];

function sidesOf(arms: readonly Side[]): Sides[] {
  const holdout = arms.find(({ arm }) => arm === HOLDOUT);
  const others = arms.filter((side) => side !== holdout);
  const [first, ...rest] = others;
  return [
    ...(holdout ? others.map((arm): Sides => [holdout, arm]) : []),
    ...(first ? rest.map((arm): Sides => [first, arm]) : []),
  ];
}

/** The arms of a split are one side to who is in another segment: all were shown the same. */
function joinSplit(arms: readonly Side[]): Side[] {
  const split = arms.filter(({ arm }) => arm !== HOLDOUT);
  const share = split.reduce<number | null>(
    (sum, side) => (sum === null || side.share === null ? null : sum + side.share),
    0,
  );
  return [
    ...arms.filter(({ arm }) => arm === HOLDOUT),
    { arm: ON, arms: split.map(({ arm }) => arm), share },
  ];
}

export function pairsOf(plan: PlannedExperience, { goal, hasValue }: PlannedGoal): Pair[] {
  const arms = plan.arms.map(({ arm, share }): Side => ({ arm, arms: [arm], share }));
  const groups = plan.level === 'coin' ? [undefined] : Array.from({ length: plan.groups }, (_, i) => i + 1);
  const measures = hasValue ? (['converted', 'value'] as const) : (['converted'] as const);
  return groups.flatMap((group) => {
    const isSplit = group === undefined || plan.splitGroup === null || group === plan.splitGroup;
    return sidesOf(isSplit ? arms : joinSplit(arms)).flatMap(([base, arm]) =>
      measures.map((measure) => ({ base, arm, goal, measure, ...(group !== undefined && { group }) })),
    );
  });
}
