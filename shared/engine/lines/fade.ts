// When what fades will be worth what a test asks for. Only guesses, from three answers of the engine: what halves by
// itself, beside a page view that is always fresh, makes a figure (p·u + r) ÷ (q·u + 1) of u, which is 1 at the
// beginning and halves with it. A score is that with q = 0, a share of interest too; a rank is not.

import { ms } from '../../grammar/duration.ts';
import type { Condition } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';

/** How long (ms) it takes to be worth half; undefined where nothing fades. */
export function findHalfLife(condition: Condition, { interests }: Config): number | undefined {
  if (condition.kind === 'score') return ms(condition.halfLife);
  return condition.kind === 'interest' ? ms(interests?.halfLife ?? '14d') : undefined;
}

/**
 * @param worth at the beginning, a half-life later, and at the end of time
 * @returns after how many half-lives it is worth so much; NaN never
 */
export function findCrossing([start, half, end]: [number, number, number], wanted: number): number {
  const q = half === start ? 0 : (start + end - 2 * half) / (half - start);
  const p = start * q + start - end;
  return -Math.log2((wanted - end) / (p - wanted * q));
}
