// Two sides compared on one goal: the lift and between what it lies.

import type { Comparison, ReportedGoal, ReportedSplit } from '../../../shared/measure/report.ts';
import { sayLift } from '../../../shared/measure/say-result.ts';
import { DayByDay } from './day-by-day.tsx';
import { saySide } from './say-report.ts';

function sayWho({ group }: Comparison, { comparisons }: ReportedGoal): string {
  if (group === undefined) return '';
  const isOne = comparisons.every((one) => one.group === 1);
  return ` Among those it was shown to${isOne ? '' : ` (group ${group})`}.`;
}

interface ComparedProps {
  goal: ReportedGoal;
  comparison: Comparison;
  split: ReportedSplit;
}

export function Compared({ goal, comparison, split }: ComparedProps) {
  const { arm, base, measure, lift, low, high } = comparison;
  const isOpen = lift === null && low === null && high === null;
  const sides = `${saySide(arm)} against ${saySide(base)}`;
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
        <DayByDay comparison={comparison} split={split} name={`${goal.name ?? goal.goal}, ${sides}`} />
      )}
    </>
  );
}
