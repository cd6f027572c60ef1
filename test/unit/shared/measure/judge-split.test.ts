// The split is judged by the evidence of its definition, and Holm's adjustment by his rule.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustForMany } from '../../../../shared/measure/adjust-for-many.ts';
import { judgeSplit } from '../../../../shared/measure/judge-split.ts';
import { draws } from '../../../support/draws.ts';
import { lnOf, rising } from './exact.ts';

describe('judgeSplit', () => {
  // halves: κ is 1600; a tenth and 0.9: κ is 40000/9, whose parts are no whole numbers
  test.each([
    [5000, 5000],
    [5000, 5500],
    [100, 0],
  ])('is the fraction that it should be for %i and %i in halves', (one, other) => {
    const exact =
      lnOf(rising(800, one) * rising(800, other) * 2n ** BigInt(one + other)) -
      lnOf(rising(1600, one + other));
    const { p } = judgeSplit([
      { visitors: one, share: 0.5 },
      { visitors: other, share: 0.5 },
    ]);
    expect(p / Math.min(1, Math.exp(-exact))).toBeCloseTo(1, 6);
  });
  test('is that of an urn from which visitor after visitor is drawn, with three arms', () => {
    const shares = [0.1, 0.45, 0.45];
    const order = Array.from({ length: 4000 }, (_, i) => (i % 8 === 0 ? 0 : i % 2 ? 1 : 2));
    const k = 1 / (0.0025 * 0.1 * 0.9);
    const seen = [0, 0, 0];
    let evidence = 0;
    order.forEach((arm, before) => {
      const share = shares[arm] ?? 0;
      evidence += Math.log((k * share + (seen[arm] ?? 0)) / (k + before) / share);
      seen[arm] = (seen[arm] ?? 0) + 1;
    });
    const { p, chi, chiP } = judgeSplit(shares.map((share, arm) => ({ share, visitors: seen[arm] ?? 0 })));
    expect(Math.log(p)).toBeCloseTo(Math.min(0, -evidence), 6);
    // two degrees of freedom
    expect(chiP).toBeCloseTo(Math.exp(-chi / 2), 12);
  });
  test('a holdout of 4,620 where 5,000 of 100,000 are planned is broken; χ² says so too', () => {
    const said = judgeSplit([
      { visitors: 4620, share: 0.05 },
      { visitors: 95380, share: 0.95 },
    ]);
    expect(said.isBroken).toBe(true);
    expect(said.chi).toBeCloseTo(380 ** 2 / 5000 + 380 ** 2 / 95000, 9);
    expect(said.chiP).toBeLessThan(1e-6);
  });
  test('what is as planned, one arm alone, and nobody are not', () => {
    const shares = [0.2, 0.8];
    expect(judgeSplit(shares.map((share) => ({ share, visitors: share * 1e6 })))).toMatchObject({
      p: 1,
      chi: 0,
      isBroken: false,
    });
    expect(judgeSplit([{ visitors: 70, share: 1 }]).isBroken).toBe(false);
    expect(judgeSplit(shares.map((share) => ({ share, visitors: 0 }))).p).toBe(1);
  });
});

describe('adjustForMany', () => {
  test.each([
    [
      [0.01, 0.04, 0.03],
      [0.03, 0.06, 0.06],
    ],
    [[0.04], [0.04]],
    [[], []],
    [
      [0.9, 0.8],
      [1, 1],
    ],
  ])('of %j is %j', (ps, adjusted) => {
    expect(adjustForMany(ps).map((p) => Math.round(p * 1e12) / 1e12)).toEqual(adjusted);
  });
  test('never lowers, keeps the order, and is at most what Bonferroni says', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (ps) => {
        const adjusted = adjustForMany(ps);
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * ps.length));
          ps.forEach((q, j) => {
            if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? NaN);
          });
        });
      }),
      { numRuns: draws(1000) },
    );
  });
});
