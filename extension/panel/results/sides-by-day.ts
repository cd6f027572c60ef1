// How many visitors each side of a comparison had by the end of each day.

import { HOLDOUT, ON } from '../../../shared/engine/arms.ts';
import type { Comparison, ReportedSplit } from '../../../shared/measure/report.ts';

export interface Sides {
  arm: number[];
  base: number[];
}

/** @returns undefined where the report does not say: one that was made before it did */
export function sidesByDay(
  { arms, series = [] }: ReportedSplit,
  { arm, base, series: days }: Comparison,
): Sides | undefined {
  const isIn = (side: string, one: string): boolean =>
    // of a split among others all that got it are one side
    one === side || (side === ON && !arms.some((own) => own.arm === ON) && one !== HOLDOUT);
  const sumOf = (side: string, visitors: readonly number[]): number =>
    arms.reduce((sum, one, i) => (isIn(side, one.arm) ? sum + (visitors[i] ?? 0) : sum), 0);
  const counts = days.map(({ day }) => series.find((one) => one.day === day)?.visitors);
  if (!counts.every((one) => one !== undefined)) return undefined;
  return {
    arm: counts.map((one) => sumOf(arm, one)),
    base: counts.map((one) => sumOf(base, one)),
  };
}
