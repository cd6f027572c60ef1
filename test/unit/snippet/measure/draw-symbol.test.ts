// The answer of level `private`: as often true, and as often another, as the formula says.

import { describe, expect, test } from 'vitest';
import { drawShare, drawSymbol } from '../../../../snippet/measure/draw-symbol.ts';

const DRAWS = 20_000;

describe.each<[epsilon: number, groups: number]>([
  [0.5, 1],
  [2, 1],
  [1, 2],
  [4, 3],
])('ε %d, %d groups', (epsilon, groups) => {
  const odds = Math.exp(epsilon);
  test.each(Array.from({ length: groups + 1 }, (_, truth) => truth))(
    'what is answered where %d is true fits p and q, by chi-square',
    (truth) => {
      const counts = Array.from({ length: groups + 1 }, () => 0);
      // every share is as likely: the browser's own draw is not asked, so that nothing here is by chance
      for (let i = 0; i < DRAWS; i++) {
        const symbol = drawSymbol(truth, groups, epsilon, (i + 0.5) / DRAWS);
        counts[symbol] = (counts[symbol] ?? 0) + 1;
      }
      expect(counts).toHaveLength(groups + 1);
      counts.forEach((count, symbol) => {
        const share = (symbol === truth ? odds : 1) / (odds + groups);
        expect(Math.abs(count / DRAWS - share)).toBeLessThan(1e-4);
      });
    },
  );
});

test('a draw is a share, and no two are alike', () => {
  const draws = Array.from({ length: 100 }, drawShare);
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  expect(new Set(draws).size).toBeGreaterThan(95);
});
