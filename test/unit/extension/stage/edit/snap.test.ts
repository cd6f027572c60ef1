// A length that is dragged snaps to one of the page's own where it is near, and to nothing where the author says so.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snap, stepOn } from '../../../../../extension/stage/edit/snap.ts';
import { draws } from '../../../../support/draws.ts';

const steps = [0, 4, 8, 16, 24].map((px) => ({ px, says: `--space-${px}` }));

test.each([
  ['near one', 14.2, 4, 16],
  ['nearer to another', 5.9, 4, 4],
  ['far from all', 30.4, 4, 30],
  ['told not to', 15.6, 0, 16],
  ['told not to, beside one', 15.4, 0, 15],
])('%s', (_what, px, reach, to) => expect(snap(px, steps, reach).px).toBe(to));

const drawn = fc.array(fc.record({ px: fc.integer({ min: 0, max: 300 }), says: fc.string() }), {
  maxLength: 12,
});
const length = fc.double({ min: -50, max: 400, noNaN: true });

test('it never goes further than its reach, to the nearest, and is a whole pixel otherwise', () => {
  fc.assert(
    fc.property(length, drawn, fc.integer({ min: 0, max: 8 }), (px, all, reach) => {
      const { px: to, step } = snap(px, all, reach);
      if (step) {
        expect(Math.abs(to - px)).toBeLessThanOrEqual(reach);
        for (const other of all) expect(Math.abs(step.px - px)).toBeLessThanOrEqual(Math.abs(other.px - px));
      } else {
        expect(Number.isInteger(to)).toBe(true);
        if (reach > 0) for (const other of all) expect(Math.abs(other.px - px)).toBeGreaterThan(reach);
      }
    }),
    { numRuns: draws(3000) },
  );
});

test('by keys: the next of the page’s own in that direction, always further, and back again', () => {
  expect(stepOn(9, steps, 1)).toMatchObject({ px: 16, step: { says: '--space-16' } });
  expect(stepOn(16, steps, -1).px).toBe(8);
  expect(stepOn(24, steps, 1)).toEqual({ px: 34 });
  fc.assert(
    fc.property(length, drawn, fc.constantFrom(1 as const, -1 as const), (px, all, by) => {
      const { px: to, step } = stepOn(px, all, by);
      expect(by * (to - px)).toBeGreaterThan(0);
      if (step)
        for (const other of all) expect(by * (other.px - px) > 0 && by * (to - other.px) > 0).toBe(false);
    }),
    { numRuns: draws(3000) },
  );
});
