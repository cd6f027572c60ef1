// How many visitors a comparison needs until 80 of 100 true lifts of a size have been called.
//
// The logarithm of the ratio of converted visitors is nearly normal with the variance s², and it is called where it
// leaves the mixture's boundary (compare-counts.ts), for a normal variable √(2(1 + s²/τ²)(ln(1/α) + ½ ln(1 + τ²/s²)))
// standard deviations from 0. Half of the true lifts are called by half of these visitors.

import { chancesOf } from './among-shown.ts';
import { EXPECTED } from './compare-counts.ts';
import { boundaryAt } from './compare-values.ts';
import { findEdge } from './find-edge.ts';
import type { Level } from './level.ts';

/** 80 of 100 of a normal distribution lie below. */
const POWER = 0.8416212335729143;

export const LEVELS: readonly Level[] = ['exact', 'private', 'coin'];

export interface Planned {
  /** the share of the original's visitors who reach the goal, above 0 */
  rate: number;
  /** the true lift of those in the segment, such as 0.1; not 0, and more than −1 */
  lift: number;
  /** the arm's share of the visitors of the two, above 0 and below 1 */
  share: number;
  /** the share of the pages' visitors who are in the segment, above 0 */
  segment: number;
  level: Level;
  /** for `private` */
  epsilon: number;
  /** how often a difference may be called where there is none */
  alpha: number;
}

/** What is compared at a level: how many of the base answer, and the lift that is left of the true one. */
export function compared({ level, rate, lift, segment, epsilon }: Planned): { rate: number; lift: number } {
  switch (level) {
    case 'exact':
      return { rate: rate * segment, lift };
    case 'coin':
      return { rate, lift: lift * segment };
    case 'private': {
      const { truth, other } = chancesOf(epsilon, 1);
      const answering = segment * truth + (1 - segment) * other;
      return { rate: rate * answering, lift: (lift * segment * truth) / answering };
    }
  }
}

/** @returns where it begins to hold; Infinity where it never does */
function findVisitors(isEnough: (visitors: number) => boolean): number {
  // searched for by its logarithm: it may have any size
  const holds = (logarithm: number) => isEnough(Math.exp(logarithm));
  // beyond e^300 nobody counts, and numbers end
  if (!holds(300)) return Infinity;
  return Math.ceil(Math.exp(findEdge(holds, 0, 1)));
}

/** The same for what visitors are worth, from the variance of the difference that `visitors` gave. */
export function planValues(lift: number, variance: number, visitors: number, alpha: number): number {
  const perVisitor = variance * visitors;
  return findVisitors(
    (n) => Math.abs(lift) / Math.sqrt(perVisitor / n) - boundaryAt(n, alpha).errors >= POWER,
  );
}

/** @returns the visitors of the pages, both arms together; Infinity where a difference is too small to be found */
export function planVisitors(planned: Planned): number {
  const { share, alpha } = planned;
  const { rate, lift } = compared(planned);
  const theta = Math.abs(Math.log1p(lift));
  const perVisitor = 1 / ((1 - share) * rate) + 1 / (share * rate * (1 + lift));
  return findVisitors((visitors) => {
    const variance = perVisitor / visitors;
    const ratio = variance / EXPECTED ** 2;
    const boundary = Math.sqrt(2 * (1 + ratio) * (-Math.log(alpha) + Math.log1p(1 / ratio) / 2));
    return theta / Math.sqrt(variance) - boundary >= POWER;
  });
}
