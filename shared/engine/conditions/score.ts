// A weighted sum that fades by half in each half-life.
import type { ConditionOf } from '../../schema/condition.ts';
import { ms } from '../duration.ts';
import { numbersIn } from '../predicate.ts';
import { type Rule, tidy } from '../rule.ts';

/** What is left of a score after some time. */
export function faded(score: number, elapsed: number, halfLife: number): number {
  return score * 2 ** (-elapsed / halfLife);
}

/** State: the score and when it was that. Its crossing of a number has a closed form. */
export function score(condition: ConditionOf<'score'>): Rule<[at: number, score: number]> {
  const { weights, is } = condition;
  const halfLife = ms(condition.halfLife);
  return {
    is,
    isHistory: true,
    spans: [halfLife],
    node: {
      id: JSON.stringify(['score', weights, halfLife]),
      on: Object.keys(weights),
      init: () => [0, 0],
      fold: ([since, old], { at, name }) => [at, faded(old, at - since, halfLife) + (weights[name] ?? 0)],
    },
    look: ([since, start]) => ({
      figures: (at) => [tidy(faded(start, at - since, halfLife))],
      cuts: () =>
        numbersIn(is).flatMap((edge) => {
          const crossing = since + Math.floor(halfLife * Math.log2(start / edge));
          return Number.isFinite(crossing) ? [-1, 0, 1, 2].map((i) => crossing + i) : [];
        }),
    }),
  };
}
