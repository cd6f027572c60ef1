// Numbers that were learned are not for writing by hand: what nobody could have learned is told, or refused.
import { describe, expect, test } from 'vitest';
import type { Buying } from '../../../../shared/engine/conditions/expected-orders.ts';
import { lintLearned } from '../../../../shared/lint/learned.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { broken, SAMPLE } from '../schema/sample.ts';

const lintOf = (purchases: Buying) =>
  lintLearned({ ...SAMPLE, value: { purchases } }).map(({ path }) => path);

describe('what to expect of a buyer', () => {
  test.each<[Buying]>([
    [[0.243, 30.9, 0.793, 2.43]],
    [[0.05, 4, 1, 0.4]],
    [[3, 200, 0.2, 9]],
    [[0.9, 400, 30, 60]],
    [[12, 700, 5000, 90_000]],
  ])('by %j is told', (purchases) => expect(lintOf(purchases)).toEqual([]));

  test.each<[what: string, purchases: Buying]>([
    ['huge', [0.243, 30.9, 1e300, 2.43]],
    ['next to nothing', [0.243, 1e-300, 0.793, 2.43]],
    ['turned round', [2430, 0.793, 0.309, 0.243]],
    ['all huge', [1e300, 1e300, 1e300, 1e300]],
  ])('is not by what is %s', (_, purchases) => expect(lintOf(purchases)).toEqual(['value.purchases']));
});

test.each([
  ['2026-11-30', []],
  // somebody's zone is ahead of another's
  ['2026-12-02', []],
  ['2026-12-04', ['learned.until']],
  ['2062-11-27', ['learned.until']],
  ['2026-09-01', []],
  ['2026-08-31', ['learned.until']],
])('learned until %s, asked on 2026-11-30: %j', (until, paths) => {
  const learned = { at: until, from: '2025-01-01', until };
  const found = lintLearned({ ...SAMPLE, learned }, Date.parse('2026-11-30T12:00:00Z'));
  expect(found.map(({ path }) => path)).toEqual(paths);
});

const pathsOf = (path: (string | number)[], value: unknown) =>
  checkConfig(broken(path, value)).problems.map((problem) => problem.path);

describe('is refused', () => {
  test.each<[what: string, path: (string | number)[], value: unknown, at: string]>([
    [
      'a centre farther than anybody is',
      ['personas', 'groups', 0, 'centre'],
      [1e9, 0, 0],
      'personas.groups[0].centre[0]',
    ],
    ['a mean that is no logarithm', ['personas', 'mean'], [0, -1e300, 0], 'personas.mean[1]'],
    ['a spread that is none', ['personas', 'spread'], [1, 1, 1e300], 'personas.spread[2]'],
    ['a last day before the first', ['learned', 'from'], '2027-01-01', 'learned.from'],
  ])('%s', (_, path, value, at) => expect(pathsOf(path, value)).toEqual([at]));

  test('but not a single day', () => expect(pathsOf(['learned', 'from'], '2026-10-31')).toEqual([]));
  test('nor what was learned', () => expect(checkConfig(SAMPLE).problems).toEqual([]));
});
