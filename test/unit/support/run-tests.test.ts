// `npm test` never looks green when something did not run.

import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, sayCounts } from '../../support/run-tests.mjs';

const vitest = (passed: number, failed: number, pending = 0, files: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  testResults: files,
});
const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0, errors: object[] = []) => ({
  stats: { expected, unexpected, flaky, skipped },
  errors,
});

describe('vitest', () => {
  test.each<[name: string, report: object | undefined, exitCode: number, says: string]>([
    ['all passed', vitest(3, 0), 0, '3 passed, 0 failed'],
    ['some failed', vitest(3, 2, 1), 1, '3 passed, 2 failed, 1 skipped'],
    ['no report is a crash', undefined, 0, '0 passed, 1 failed'],
    ['nothing ran', vitest(0, 0), 0, '0 passed, 1 failed'],
    ['a bad exit without a failed test', vitest(3, 0), 1, '3 passed, 1 failed'],
    [
      'a file that cannot be loaded',
      vitest(3, 0, 0, [{ status: 'failed', assertionResults: [] }]),
      1,
      '3 passed, 1 failed',
    ],
  ])('%s', (_name, report, exitCode, says) => expect(sayCounts(countVitest(report, exitCode))).toBe(says));
});

describe('Playwright', () => {
  test.each<[name: string, report: object | undefined, exitCode: number, says: string]>([
    ['all passed', playwright(3, 0), 0, '3 passed, 0 failed'],
    ['a retry passed', playwright(3, 0, 1), 0, '4 passed, 0 failed'],
    ['some failed', playwright(3, 2, 0, 1), 1, '3 passed, 2 failed, 1 skipped'],
    ['no report is a crash', undefined, 1, '0 passed, 1 failed'],
    ['nothing ran', playwright(0, 0), 0, '0 passed, 1 failed'],
    ['only skipped', playwright(0, 0, 0, 4), 0, '0 passed, 1 failed, 4 skipped'],
    ['a spec that cannot be loaded', playwright(0, 0, 0, 0, [{}]), 1, '0 passed, 1 failed'],
  ])('%s', (_name, report, exitCode, says) =>
    expect(sayCounts(countPlaywright(report, exitCode))).toBe(says),
  );
});
