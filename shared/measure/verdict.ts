// What is said of a comparison in two words.
import { ENOUGH } from './compare-values.ts';
import type { Verdict } from './report.ts';

/** Weekdays differ from weekends. */
export const LEAST_DAYS = 7;
/** Converted visitors that each side needs. */
const LEAST_CONVERTED = 25;

/** Converted visitors that each side needs before anything is said. */
export const leastConverted = (measure: 'converted' | 'value'): number =>
  measure === 'value' ? ENOUGH : LEAST_CONVERTED;

interface Judged {
  isBroken: boolean;
  /** other goals are for looking */
  isMain: boolean;
  days: number;
  converted: readonly [number, number];
  measure: 'converted' | 'value';
  lift: number | null;
  adjustedP: number;
  alpha: number;
}

/** In this order: what is further down is not to be trusted before. */
export function verdictOf(judged: Judged): Verdict {
  const { isBroken, isMain, days, converted, measure, lift, adjustedP, alpha } = judged;
  if (isBroken) return 'broken split';
  if (days < LEAST_DAYS || Math.min(...converted) < leastConverted(measure)) return 'too early';
  if (isMain && adjustedP < alpha && lift !== null) return lift > 0 ? 'better' : 'worse';
  return 'no difference seen';
}
