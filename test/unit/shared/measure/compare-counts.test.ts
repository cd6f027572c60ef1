// The comparison of counts is what its definition says, by fractions, by integrals and by adding up every case.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counts, compareCounts, logEvidence } from '../../../../shared/measure/compare-counts.ts';
import { draws } from '../../../support/draws.ts';
import { integrate, lnOf, rising } from './exact.ts';

const counts = fc.record({
  base: fc.integer({ min: 0, max: 3000 }),
  arm: fc.integer({ min: 0, max: 3000 }),
  share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
});
const check = (property: fc.IRawProperty<unknown[]>) =>
  fc.assert(property as never, { numRuns: draws(1000) });

/** ln C(n, k) */
const choices = (n: number, k: number) => lnOf(rising(n - k + 1, k)) - lnOf(rising(1, k));

describe('logEvidence', () => {
  // halves: the mixture is Beta(50, 50), and all of it is a fraction
  test.each([
    [0, 1],
    [20, 30],
    [5, 0],
    [400, 300],
    [1200, 1500],
  ])('is the fraction that it should be for %i and %i', (base, arm) => {
    const over = rising(50, arm) * rising(50, base) * 2n ** BigInt(arm + base);
    const exact = lnOf(over) - lnOf(rising(100, arm + base));
    expect(logEvidence({ base, arm, share: 0.5 }, 0)).toBeCloseTo(exact, 8);
  });

  test.each([
    [12, 130, 0.9, 0.1],
    [40, 61, 0.5, -0.2],
    [7, 9, 0.3, 0.4],
  ])('is the integral over all coins (%i, %i, share %d, θ %d)', (base, arm, share, theta) => {
    const k = 1 / (0.04 * share * (1 - share));
    const odds = (share / (1 - share)) * Math.exp(theta);
    const p = odds / (1 + odds);
    const density = (x: number) => x ** (k * share - 1) * (1 - x) ** (k * (1 - share) - 1);
    const likelihood = (x: number) => (x / p) ** arm * ((1 - x) / (1 - p)) ** base;
    const exact =
      integrate((x) => density(x) * likelihood(x), 1e-9, 1 - 1e-9) / integrate(density, 1e-9, 1 - 1e-9);
    expect(logEvidence({ base, arm, share }, theta)).toBeCloseTo(Math.log(exact), 6);
  });

  test.each([
    [60, 0.5, 0],
    [60, 0.9, 0],
    [200, 0.5, 0.3],
    [200, 0.1, -0.5],
  ])('is 1 on average over all cases of %i flips (share %d, θ %d)', (flips, share, theta) => {
    const odds = (share / (1 - share)) * Math.exp(theta);
    const p = odds / (1 + odds);
    let mean = 0;
    for (let arm = 0; arm <= flips; arm++) {
      const chance = choices(flips, arm) + arm * Math.log(p) + (flips - arm) * Math.log(1 - p);
      mean += Math.exp(chance + logEvidence({ base: flips - arm, arm, share }, theta));
    }
    expect(mean).toBeCloseTo(1, 8);
  });
});

describe('compareCounts', () => {
  test('p is that of the evidence against no lift, and 1 at most', () => {
    check(
      fc.property(counts, (one) => {
        const { p } = compareCounts(one, 0.05);
        expect(p).toBe(Math.min(1, Math.exp(-logEvidence(one, 0))));
      }),
    );
  });
  test('the estimate lies in its interval, and the interval holds 0 exactly where p is above α', () => {
    check(
      fc.property(counts, fc.constantFrom(0.05, 0.01, 0.2), (one, alpha) => {
        const { lift, low, high, p } = compareCounts(one, alpha);
        if (lift === null) return;
        expect(low).toBeLessThanOrEqual(lift);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(lift);
        const isZeroInside = (low ?? -1) < 0 && (high ?? Infinity) > 0;
        expect(isZeroInside).toBe(p > alpha);
      }),
    );
  });
  test('at the ends of the interval the evidence is 1/α', () => {
    check(
      fc.property(counts, (one) => {
        const { low, high } = compareCounts(one, 0.05);
        for (const end of [low, high]) {
          // next to −1 a lift has too few digits to say its θ
          if (end === null || end < -0.999) continue;
          expect(logEvidence(one, Math.log1p(end))).toBeCloseTo(Math.log(20), 5);
        }
      }),
    );
  });
  test('arms that are swapped have the opposite logarithm of the lift', () => {
    check(
      fc.property(counts, ({ base, arm, share }) => {
        fc.pre(base > 0 && arm > 0);
        const one = compareCounts({ base, arm, share }, 0.05);
        const other = compareCounts({ base: arm, arm: base, share: 1 - share }, 0.05);
        expect(Math.log(other.p)).toBeCloseTo(Math.log(one.p), 6);
        expect(Math.log1p(other.lift ?? NaN)).toBeCloseTo(-Math.log1p(one.lift ?? NaN), 8);
        // next to −1 a lift has too few digits to say its θ
        if ((other.low ?? -1) < -0.999) return;
        expect(Math.log1p(other.low ?? NaN)).toBeCloseTo(-Math.log1p(one.high ?? NaN), 6);
      }),
    );
  });
  test('one more converted visitor in the arm raises the lift and both ends', () => {
    check(
      fc.property(counts, ({ base, arm, share }) => {
        fc.pre(base > 0 && arm > 0);
        const one = compareCounts({ base, arm, share }, 0.05);
        const more = compareCounts({ base, arm: arm + 1, share }, 0.05);
        expect(more.lift).toBeGreaterThan(one.lift ?? Infinity);
        // null: without end
        if (more.high !== null) expect(more.high).toBeGreaterThan(one.high ?? Infinity);
        expect(more.low).toBeGreaterThanOrEqual(one.low ?? Infinity);
      }),
    );
  });
  test.each<[string, Counts, unknown]>([
    ['nobody', { base: 0, arm: 0, share: 0.5 }, { lift: null, low: null, high: null, p: 1 }],
    ['nobody in the arm', { base: 30, arm: 0, share: 0.5 }, { lift: -1, low: -1, high: expect.any(Number) }],
    [
      'nobody in the base',
      { base: 0, arm: 30, share: 0.5 },
      { lift: null, low: expect.any(Number), high: null },
    ],
    [
      'nearly nobody in the base',
      { base: 1, arm: 658, share: 0.05 },
      { lift: expect.any(Number), low: expect.any(Number), high: null },
    ],
  ])('says what can be said where %s was converted', (_who, one, said) => {
    expect(compareCounts(one, 0.05)).toMatchObject(said as object);
  });
  test('a holdout of a tenth is compared by its planned share', () => {
    const { lift, p } = compareCounts({ base: 100, arm: 900, share: 0.9 }, 0.05);
    expect(lift).toBeCloseTo(0, 12);
    expect(p).toBe(1);
  });
});
