// ln Γ, χ² and the search for an edge agree with what is known of them by other ways.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquaredAbove } from '../../../../shared/measure/chi-squared.ts';
import { findEdge } from '../../../../shared/measure/find-edge.ts';
import { logBeta, logGamma } from '../../../../shared/measure/log-gamma.ts';
import { draws } from '../../../support/draws.ts';
import { integrate, lnOf, rising } from './exact.ts';

describe('logGamma', () => {
  test.each([1, 2, 3, 7, 14, 15, 16, 30, 171, 1000, 5000])('is ln (n − 1)! at %i', (n) => {
    expect(Math.abs(logGamma(n) - lnOf(rising(1, n - 1)))).toBeLessThan(1e-14 * n * Math.log(n + 2) + 1e-14);
  });
  test('is ln √π at a half, and at n + ½ what whole numbers say', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    // Γ(n + ½) = (2n)! √π / (4^n n!)
    for (const n of [1, 10, 40, 300]) {
      const exact = lnOf(rising(1, 2 * n)) - lnOf(4n ** BigInt(n) * rising(1, n)) + Math.log(Math.PI) / 2;
      expect(Math.abs(logGamma(n + 0.5) - exact)).toBeLessThan(1e-11);
    }
  });
  test('follows Γ(x + 1) = x Γ(x) up to millions', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 3e6, noNaN: true }), (x) => {
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(2e-8);
      }),
      { numRuns: draws(1000) },
    );
  });
  test('logBeta is the logarithm of the integral that defines it', () => {
    const area = integrate((x) => x ** 2.5 * (1 - x) ** 4, 0, 1);
    expect(logBeta(3.5, 5)).toBeCloseTo(Math.log(area), 9);
  });
});

describe('chiSquaredAbove', () => {
  test.each([0.01, 1, 3, 5.99, 40, 200])('is e^(−x/2) with two degrees of freedom at %d', (x) => {
    expect(chiSquaredAbove(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
  });
  test.each([0.2, 1, 2.7, 3.84, 11])('is the area of the normal tails with one at %d', (x) => {
    const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    expect(chiSquaredAbove(x, 1)).toBeCloseTo(2 * integrate(density, Math.sqrt(x), 40), 10);
  });
  // printed in every table of the distribution
  test.each([
    [3.841, 1],
    [7.815, 3],
    [18.307, 10],
    [43.773, 30],
  ])('is a twentieth at %d with %i', (x, freedom) => {
    expect(chiSquaredAbove(x, freedom)).toBeCloseTo(0.05, 4);
  });
  test('is 1 where nothing deviates', () => expect(chiSquaredAbove(0, 3)).toBe(1));
});

test('findEdge finds an edge on either side to the precision of a double', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (edge) => {
      expect(findEdge((x) => x >= edge, 0, 1)).toBe(edge);
      expect(findEdge((x) => x <= -edge, 0, -1)).toBe(-edge);
    }),
    { numRuns: draws(1000) },
  );
});
