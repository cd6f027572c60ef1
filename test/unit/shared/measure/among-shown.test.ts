// What symbols say of those shown: unbiased, and the same as counts where nothing is randomized.
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  chancesOf,
  compareManyGroups,
  compareOneGroup,
  EXACT,
  shareOfTruth,
} from '../../../../shared/measure/among-shown.ts';
import { compareCounts } from '../../../../shared/measure/compare-counts.ts';
import { compareValues } from '../../../../shared/measure/compare-values.ts';

/** The answers to expect of so many converted visitors who were shown it, and who were not (one group). */
function expected(visitors: number, shown: number, notShown: number, epsilon: number): Answers {
  const { truth, other } = chancesOf(epsilon, 1);
  return { visitors, own: truth * shown + other * notShown, others: other * shown + truth * notShown };
}

test.each([
  [1, 1],
  [2, 1],
  [1, 3],
])('chances at ε %d with %i groups add up, and their ratio is e^ε', (epsilon, groups) => {
  const { truth, other } = chancesOf(epsilon, groups);
  expect(truth + groups * other).toBeCloseTo(1, 12);
  expect(Math.log(truth / other)).toBeCloseTo(epsilon, 12);
});

describe('one group', () => {
  test.each([0.5, 1, 2, 4])('at ε %d the lift among those shown comes out of expected answers', (epsilon) => {
    // a tenth is in the segment: 300 and 390 of them converted, 2,700 of the others in each arm
    const [base, arm] = [expected(1e5, 300, 2700, epsilon), expected(1e5, 390, 2700, epsilon)];
    const { truth } = chancesOf(epsilon, 1);
    // as the others' are the same in both, only the base's share of truth is approximate: none here
    expect(shareOfTruth(base, arm, chancesOf(epsilon, 1))).toBeCloseTo((300 * truth) / base.own, 9);
    const said = compareOneGroup(base, arm, 0.5, chancesOf(epsilon, 1), 0.05);
    expect(said.lift).toBeCloseTo(0.3, 9);
    expect(said.low).toBeLessThan(0.3);
    expect(said.high).toBeGreaterThan(0.3);
    expect(said.p).toBe(compareCounts({ base: base.own, arm: arm.own, share: 0.5 }, 0.05).p);
  });
  test('the interval holds 0 exactly where that of the answers does', () => {
    const [base, arm] = [expected(1e5, 3000, 300, 1), expected(1e5, 3900, 300, 1)];
    const said = compareOneGroup(base, arm, 0.5, chancesOf(1, 1), 0.05);
    expect(said.p).toBeLessThan(0.05);
    expect(said.low).toBeGreaterThan(0);
  });
  test('nothing is said where hardly anybody was shown it', () => {
    const [base, arm] = [expected(1e5, 5, 3000, 1), expected(1e5, 9, 3000, 1)];
    expect(compareOneGroup(base, arm, 0.5, chancesOf(1, 1), 0.05)).toMatchObject({ lift: null, low: null });
  });
  test('at exact it is what counts say', () => {
    const [base, arm] = [
      { visitors: 1000, own: 40, others: 9 },
      { visitors: 1000, own: 70, others: 3 },
    ];
    expect(compareOneGroup(base, arm, 0.5, EXACT, 0.05)).toEqual(
      compareCounts({ base: 40, arm: 70, share: 0.5 }, 0.05),
    );
  });
});

describe('two groups', () => {
  test('sums are those of one number for each visitor', () => {
    const chances = chancesOf(2, 2);
    const [own, others] = [chances.truth - chances.other, chances.other];
    const each = ({ visitors, own: mine, others: theirs }: Answers) => {
      const values = [
        ...Array<number>(mine).fill((1 - others) / own),
        ...Array<number>(theirs).fill(-others / own),
      ];
      return {
        visitors,
        value: values.reduce((sum, value) => sum + value, 0),
        squares: values.reduce((sum, value) => sum + value ** 2, 0),
      };
    };
    const base = { visitors: 9000, own: 210, others: 340 };
    const arm = { visitors: 9100, own: 290, others: 330 };
    const said = compareManyGroups(base, arm, chances, 0.05);
    const other = compareValues(each(base), each(arm), 0.05);
    for (const key of ['lift', 'low', 'high', 'p'] as const)
      expect(said[key]).toBeCloseTo(other[key] ?? NaN, 9);
  });
  test('nothing is said before 100 of the symbol in each arm', () => {
    const base = { visitors: 9000, own: 99, others: 340 };
    const arm = { visitors: 9100, own: 290, others: 330 };
    expect(compareManyGroups(base, arm, chancesOf(2, 2), 0.05)).toEqual({
      lift: null,
      low: null,
      high: null,
      p: 1,
    });
  });
});
