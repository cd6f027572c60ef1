// A visitor’s value: whole units, and growth that adds up.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growth, unitsOf } from '../../../../snippet/measure/worth.ts';
import { draws } from '../../../support/draws.ts';

test.each<[cap: number, total: number, units: number, value: number]>([
  [500, 49.9, 50, 50],
  [500, 700, 500, 500],
  [1000, 49, 5, 50],
  [50, 49.94, 499, 49.9],
  [12_345, 1_049, 10, 1000],
  [1, 0.377, 38, 0.38],
])('of at most %d, %d is %d units', (cap, total, units, value) => {
  expect(unitsOf(total, cap)).toBe(units);
  expect(growth(0, units, cap).value).toBe(value);
});

test('what has grown adds up to the whole and to its square, to the last digit', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(0.5, 50, 500, 99_900),
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 20 }),
      (cap, steps) => {
        let units = 0;
        let value = 0;
        let square = 0;
        for (const step of steps) {
          const grown = growth(units, units + step, cap);
          units += step;
          value += grown.value;
          square += grown.square;
        }
        const whole = growth(0, units, cap);
        expect(value).toBeCloseTo(whole.value, 6);
        expect(square / (whole.square || 1)).toBeCloseTo(whole.square ? 1 : 0, 9);
        expect(whole.square).toBeCloseTo(whole.value ** 2, 6);
      },
    ),
    { numRuns: draws(200) },
  ));
