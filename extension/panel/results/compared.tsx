// Two sides compared on one goal: the lift and between what it lies.

import type { Comparison, ReportedGoal } from '../../../shared/measure/report.ts';
import { sayArm, sayLift } from '../../../shared/measure/say-result.ts';
import { DayByDay } from './day-by-day.tsx';

function sayWho({ group }: Comparison, { comparisons }: ReportedGoal): string {
  if (group === undefined) return '';
  const isOne = comparisons.every((one) => one.group === 1);
  return ` Among those it was shown to${isOne ? '' : ` (group ${group})`}.`;
}

export function Compared({ goal, comparison }: { goal: ReportedGoal; comparison: Comparison }) {
  const { arm, base, measure, lift, low, high } = comparison;
  const isOpen = lift === null && low === null && high === null;
  const sides = `${arm === 'on' ? 'with it' : sayArm(arm)} against ${base === 'holdout' ? 'without' : sayArm(base)}`;
  return (
    <>
      <p class="small compared">
        {isOpen ? (
          <>Nothing can be said yet of {sides}</>
        ) : (
          <>
            <strong>{lift === null ? '–' : sayLift(lift)}</strong> {sides}, between {sayLift(low, true)} and{' '}
            {sayLift(high)}
          </>
        )}
        {measure === 'value' ? ', in what a visitor is worth.' : '.'}
        {sayWho(comparison, goal)}
      </p>
      {goal.isMain && !isOpen && (
        <DayByDay comparison={comparison} name={`${goal.name ?? goal.goal}, ${sides}`} />
      )}
    </>
  );
}
