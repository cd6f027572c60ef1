// Edges, classes and the area under the curve, against their slow meaning.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnder } from '../../../../shared/learn/area-under.ts';
import { classOf, classOfRecency, findEdges } from '../../../../shared/learn/find-edges.ts';
import { cutFigure, roundFigure } from '../../../../shared/learn/round.ts';
import { draws } from '../../../support/draws.ts';

const values = fc.array(fc.constantFrom(0, 1, 2, 3, 5, 8, 8.5, 40, 400), { minLength: 1, maxLength: 40 });

/** As it is written: over the observed values, one after the other. */
function edgesSlowly(of: number[], isBelow: boolean, floor: number): number[] {
  const seen = [...new Set(of)].sort((a, b) => a - b);
  const last = seen.at(-1)!;
  const edges: number[] = [];
  let before = floor;
  for (let i = 1; i <= 4; i++) {
    const found =
      seen.find((v) => 5 * of.filter((one) => (isBelow ? one < v : one <= v)).length >= i * of.length) ??
      last + 1;
    before = found > before ? found : (seen.find((v) => v > before) ?? before + 1);
    edges.push(before);
  }
  return edges;
}

describe('edges', () => {
  test.each([
    ['of twos and ones', [1, 1, 1, 2, 2], true, [2, 3, 4, 5]],
    ['of ones alone', [1, 1, 1, 1, 1], true, [2, 3, 4, 5]],
    ['of days', [0, 0, 10, 20, 30], false, [10, 20, 30, 31]],
  ] as const)('%s', (_name, of, isBelow, edges) =>
    expect(findEdges(Float64Array.from(of), isBelow, isBelow ? -Infinity : 0)).toEqual(edges),
  );

  test('are the smallest observed values with their share, in ascending order', () =>
    fc.assert(
      fc.property(values, fc.boolean(), (of, isBelow) => {
        const floor = isBelow ? -Infinity : 0;
        const edges = findEdges(Float64Array.from(of), isBelow, floor);
        expect(edges).toEqual(edgesSlowly(of, isBelow, floor));
      }),
      { numRuns: draws(2000) },
    ));

  test('keep apart with six digits', () => {
    const edges = findEdges(Float64Array.from([1234560, 1234560]), true);
    expect(edges.map(roundFigure)).toEqual(edges);
    expect(new Set(edges).size).toBe(4);
  });

  test('classes: 5 is best', () => {
    expect([0, 2, 3, 5, 9].map((value) => classOf(value, [2, 3, 4, 5]))).toEqual([1, 2, 3, 5, 5]);
    expect([0, 99, 100, 243].map((days) => classOfRecency(days, [99, 198, 219, 242]))).toEqual([5, 5, 4, 1]);
  });
});

test('a figure has six digits, and one that is cut is never above itself', () => {
  expect([1234567.89, 0.12345678, -1234567, 12.5, 0].map(roundFigure)).toEqual([
    1234570, 0.123457, -1234570, 12.5, 0,
  ]);
  fc.assert(
    fc.property(fc.double({ min: -1e7, max: 1e7, noNaN: true }), (value) => {
      const cut = cutFigure(value);
      expect(cut).toBeLessThanOrEqual(value);
      expect(roundFigure(cut)).toBe(cut);
      expect(value - cut).toBeLessThanOrEqual(Math.abs(value) * 2e-5);
    }),
    { numRuns: draws(2000) },
  );
});

describe('the area under the curve', () => {
  test('is the share of pairs that stand right, ties by half', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { maxLength: 30 }),
        (of) => {
          const yes = of.filter(([, did]) => did);
          const no = of.filter(([, did]) => !did);
          let right = 0;
          for (const [a] of yes) for (const [b] of no) right += a > b ? 1 : a === b ? 0.5 : 0;
          const found = areaUnder(
            Float64Array.from(of.map(([score]) => score)),
            Uint8Array.from(of.map(([, did]) => +did)),
          );
          if (yes.length && no.length) expect(found).toBeCloseTo(right / (yes.length * no.length), 12);
          else expect(found).toBeUndefined();
        },
      ),
      { numRuns: draws(2000) },
    ));
  test('comes to an end, and says nothing, where a score is no number', () => {
    for (const scores of [
      [Number.NaN, 1],
      [1, Number.NaN],
      [Number.NaN, Number.NaN],
    ])
      expect(areaUnder(Float64Array.from(scores), Uint8Array.of(0, 1))).toBeUndefined();
  });
});
