// Two sides compared on one goal: the lift and between what it lies.

import type { Comparison, ReportedGoal, ReportedSplit } from '../../../shared/measure/report.ts';
import { sayLift } from '../../../shared/measure/say-result.ts';
import { t } from '../../../shared/words/t.ts';
import { tJsx } from '../kit/t-jsx.ts';
import { DayByDay } from './day-by-day.tsx';
import { saySide, unbroken } from './say-report.ts';

function sayWho({ group }: Comparison, { comparisons }: ReportedGoal): string {
  if (group === undefined) return '';
  const isOne = comparisons.every((one) => one.group === 1);
  return isOne ? t`Among those it was shown to.` : t`Among those it was shown to (group ${group}).`;
}

interface ComparedProps {
  goal: ReportedGoal;
  comparison: Comparison;
  split: ReportedSplit;
}

export function Compared({ goal, comparison, split }: ComparedProps) {
  const { arm, base, measure, lift, low, high } = comparison;
  const isOpen = lift === null && low === null && high === null;
  const sides = t`${saySide(arm)} against ${saySide(base)}`;
  return (
    <>
      <p class="small compared">
        {isOpen
          ? t`Nothing can be said yet: ${sides}`
          : tJsx`${<strong>{lift === null ? '–' : unbroken(sayLift(lift))}</strong>} ${sides}, between ${unbroken(sayLift(low, true))} and ${unbroken(sayLift(high))}`}
        {measure === 'value' ? t`, in what a visitor is worth.` : '.'} {sayWho(comparison, goal)}
      </p>
      {goal.isMain && !isOpen && (
        <DayByDay comparison={comparison} split={split} name={`${goal.name ?? goal.goal}, ${sides}`} />
      )}
    </>
  );
}
