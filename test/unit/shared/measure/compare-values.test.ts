// The comparison of values agrees with what was published, and does not depend on units.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareValues, type Sums } from '../../../../shared/measure/compare-values.ts';
import { draws } from '../../../support/draws.ts';

/** Sums over visitors with these values. */
const sums = (values: number[]): Sums => ({
  visitors: values.length,
  value: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value ** 2, 0),
});

describe('compareValues', () => {
  // gbstats, tests/frequentist/test_tests.py: test_sequential_test_runs and …_prop, which are rounded to five places
  test.each([
    [[1396.87, 52377.9767, 3000], [2422.7, 134698.29, 3461], 1000, [0.50336, -0.55844, 1.56516]],
    [[1396, 1396, 3000], [2422, 2422, 3461], 5000, [0.50386, 0.40098, 0.60675]],
  ] as const)('agrees with GrowthBook on %j and %j', (base, arm, tunedFor, [lift, low, high]) => {
    const of = ([value, squares, visitors]: readonly number[]) => ({ visitors, value, squares }) as Sums;
    const said = compareValues(of(base), of(arm), 0.05, tunedFor);
    expect(said.lift).toBeCloseTo(lift, 5);
    // their variance of a share divides by n, ours by n − 1
    expect(said.low).toBeCloseTo(low, 4);
    expect(said.high).toBeCloseTo(high, 4);
  });

  test('agrees with its formula, step by step, to 1e-9', () => {
    const [base, arm] = [sums([0, 0, 3, 5, 0, 2]), sums([0, 7, 3, 0, 6, 2, 1])];
    const variance = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    };
    const [m0, m1] = [10 / 6, 19 / 7];
    const [v0, v1] = [variance([0, 0, 3, 5, 0, 2]), variance([0, 7, 3, 0, 6, 2, 1])];
    const se = Math.sqrt(v1 / (7 * m0 ** 2) + (v0 * m1 ** 2) / (6 * m0 ** 4));
    const rho2 = (-2 * Math.log(0.1) + Math.log(1 - 2 * Math.log(0.1))) / 5000;
    const n = 13;
    const half =
      se *
      Math.sqrt(n) *
      Math.sqrt((2 * (n * rho2 + 1) * Math.log(Math.sqrt(n * rho2 + 1) / 0.1)) / (n ** 2 * rho2));
    const lift = (m1 - m0) / m0;
    const p = Math.sqrt(n * rho2 + 1) * Math.exp((-rho2 * n * (lift / se) ** 2) / (2 * (n * rho2 + 1)));
    const said = compareValues(base, arm, 0.1);
    expect(said.lift).toBeCloseTo(lift, 9);
    expect(said.low).toBeCloseTo(lift - half, 9);
    expect(said.high).toBeCloseTo(lift + half, 9);
    expect(said.p).toBeCloseTo(Math.min(1, p), 9);
  });

  const values = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 20, maxLength: 60 });
  test('is the same in any currency, and its interval leaves 0 exactly where p is at most α', () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom(0.01, 3, 1000), (one, other, rate) => {
        fc.pre(new Set(one).size > 1 && new Set(other).size > 1);
        const said = compareValues(sums(one), sums(other), 0.05);
        const elsewhere = compareValues(
          sums(one.map((value) => value * rate)),
          sums(other.map((value) => value * rate)),
          0.05,
        );
        for (const key of ['lift', 'low', 'high', 'p'] as const)
          expect(elsewhere[key]).toBeCloseTo(said[key] ?? NaN, 6);
        expect((said.low ?? 0) < 0 && (said.high ?? 0) > 0).toBe(said.p > 0.05);
      }),
      { numRuns: draws(1000) },
    );
  });
  test.each([
    ['no visitors', [], [1, 2]],
    ['a base worth nothing', [0, 0, 0], [1, 2]],
    ['all alike', [2, 2, 2], [2, 2, 2]],
  ])('says nothing of %s', (_what, base, arm) => {
    expect(compareValues(sums(base), sums(arm), 0.05)).toEqual({ lift: null, low: null, high: null, p: 1 });
  });
});
