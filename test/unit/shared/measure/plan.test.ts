// The plan's numbers: the table that was agreed on, and what must hold between them.
import { describe, expect, test } from 'vitest';
import { type Planned, planVisitors } from '../../../../shared/measure/plan.ts';

const HALVES: Planned = {
  rate: 0.03,
  lift: 0.2,
  share: 0.5,
  segment: 1,
  level: 'exact',
  epsilon: 2,
  alpha: 0.05,
};
const thousands = (planned: Partial<Planned>) => Math.round(planVisitors({ ...HALVES, ...planned }) / 1000);

describe('planVisitors', () => {
  // 3 %, halves: lift, segment, then exact, private at ε 3, 2 and 1, coin; in thousands
  test.each([
    [0.2, 1, [56, 59, 64, 77, 56]],
    [0.2, 0.5, [113, 124, 145, 212, 232]],
    [0.2, 0.2, [282, 355, 499, 1001, 1598]],
    [0.1, 1, [232, 244, 264, 318, 232]],
    [0.1, 0.2, [1162, 1487, 2120, 4317, 6927]],
  ])('at a lift of %d in a segment of %d is the agreed table', (lift, segment, table) => {
    const at = (level: Planned['level'], epsilon = 2) => thousands({ lift, segment, level, epsilon });
    expect([at('exact'), at('private', 3), at('private', 2), at('private', 1), at('coin')]).toEqual(table);
  });
  test('a holdout of a tenth needs about three times the visitors of halves', () => {
    const ratio = planVisitors({ ...HALVES, share: 0.9 }) / planVisitors(HALVES);
    expect(ratio).toBeGreaterThan(2.5);
    expect(ratio).toBeLessThan(3.3);
  });
  test.each<[string, Partial<Planned>, Partial<Planned>]>([
    ['a smaller lift', {}, { lift: 0.1 }],
    ['a smaller rate', {}, { rate: 0.01 }],
    ['a smaller segment', { segment: 0.5 }, { segment: 0.2 }],
    ['more privacy', { level: 'private' }, { level: 'private', epsilon: 1 }],
    ['less alarm', {}, { alpha: 0.01 }],
  ])('%s needs more', (_what, one, other) => {
    expect(planVisitors({ ...HALVES, ...other })).toBeGreaterThan(planVisitors({ ...HALVES, ...one }));
  });
  test('no lift is never found, and a tiny one by nobody alive', () => {
    expect(planVisitors({ ...HALVES, lift: 0 })).toBe(Infinity);
    expect(planVisitors({ ...HALVES, lift: 1e-7 })).toBeGreaterThan(1e12);
  });
  test('everyone at coin is exact', () => {
    expect(planVisitors({ ...HALVES, level: 'coin' })).toBe(planVisitors(HALVES));
  });
});
