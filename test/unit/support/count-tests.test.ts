// `npm test` never looks green when something did not run, and says what was left out.

import { describe, expect, test } from 'vitest';
import {
  addLeftOut,
  countPlaywright,
  countVitest,
  crashed,
  sayCounts,
  sayLeftOut,
  sumCounts,
} from '../../support/count-tests.mjs';

const vitest = (passed: number, failed: number, pending = 0, files: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  testResults: files,
});
const playwright = (
  expected: number,
  unexpected: number,
  flaky = 0,
  skipped = 0,
  errors: object[] = [],
  suites: object[] = [],
) => ({ stats: { expected, unexpected, flaky, skipped }, errors, suites });

describe('vitest', () => {
  test.each<[name: string, report: object | undefined, exitCode: number, says: string]>([
    ['all passed', vitest(3, 0), 0, '3 passed, 0 failed'],
    ['some failed', vitest(3, 2, 1), 1, '3 passed, 2 failed, 1 skipped'],
    ['no report is a crash', undefined, 0, '0 passed, 1 failed'],
    ['nothing ran', vitest(0, 0), 0, '0 passed, 1 failed'],
    ['a bad exit without a failed test', vitest(3, 0), 1, '3 passed, 1 failed'],
    [
      'a file that cannot be loaded',
      vitest(3, 0, 0, [{ name: 'a.ts', status: 'failed', assertionResults: [] }]),
      1,
      '3 passed, 1 failed',
    ],
    [
      'a file whose browser did not start',
      vitest(3, 0, 1, [{ name: 'a.ts', status: 'failed', assertionResults: [{ status: 'skipped' }] }]),
      1,
      '3 passed, 1 failed, 1 skipped',
    ],
  ])('%s', (_name, report, exitCode, says) => expect(sayCounts(countVitest(report, exitCode))).toBe(says));

  test('names what failed', () => {
    const files = [
      { name: 'a.ts', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'does x' }] },
      { name: 'b.ts', status: 'failed', assertionResults: [] },
      { name: 'c.ts', status: 'failed', assertionResults: [{ status: 'skipped', fullName: 'does y' }] },
    ];
    expect(countVitest(vitest(3, 1, 0, files), 1).failures).toEqual([
      'a.ts: does x',
      'b.ts: cannot be loaded or readied',
      'c.ts: cannot be loaded or readied',
    ]);
  });

  test('all skipped for a known reason is left out, not failed', () => {
    const counts = countVitest(vitest(0, 0, 4), 0, 'webkit: there is none');
    expect(sayCounts(counts)).toBe('0 passed, 0 failed, 4 skipped');
    expect(sayLeftOut(counts)).toBe('left out 4: 4 × webkit: there is none');
  });
});

describe('Playwright', () => {
  test('tells what the extension said when a test failed, in a line that ends', () => {
    const attach = (name: string, text: string) => ({ name, body: Buffer.from(text).toString('base64') });
    const attachments = [
      attach('said by /panel.html', `The sheet ended early.\n\n  Try again. ${'x'.repeat(5000)}`),
      attach('trace', 'never told'),
    ];
    const tests = [{ projectName: 'chromium', status: 'unexpected', results: [{ attachments }] }];
    const suites = [{ title: 'a.spec.ts', specs: [{ title: 'one', tests }] }];
    const [failure = ''] = countPlaywright(playwright(0, 1, 0, 0, [], suites), 1).failures;
    expect(failure).toMatch(
      /^chromium: a\.spec\.ts › one\n {4}said by \/panel\.html: The sheet ended early\. Try again\. x+$/,
    );
    expect(failure.length).toBeLessThan(1700);
    expect(failure).not.toContain('never told');
  });

  test.each<[name: string, report: object | undefined, exitCode: number, says: string]>([
    ['all passed', playwright(3, 0), 0, '3 passed, 0 failed'],
    ['what passed on a second try has failed', playwright(3, 0, 1), 0, '3 passed, 1 failed'],
    ['some failed', playwright(3, 2, 0, 1), 1, '3 passed, 2 failed, 1 skipped'],
    ['no report is a crash', undefined, 1, '0 passed, 1 failed'],
    ['nothing ran', playwright(0, 0), 0, '0 passed, 1 failed'],
    ['only skipped', playwright(0, 0, 0, 4), 0, '0 passed, 1 failed, 4 skipped'],
    ['a spec that cannot be loaded', playwright(0, 0, 0, 0, [{}]), 1, '0 passed, 1 failed'],
  ])('%s', (_name, report, exitCode, says) =>
    expect(sayCounts(countPlaywright(report, exitCode))).toBe(says),
  );

  const one = (projectName: string, status: string, annotations: object[] = []) => ({
    projectName,
    status,
    annotations,
  });
  const only = [{ type: 'Chromium only', description: 'it speaks CDP' }];
  const suites = [
    {
      title: 'a.spec.ts',
      specs: [
        { title: 'one', tests: [one('chromium', 'unexpected'), one('firefox', 'expected')] },
        { title: 'two', tests: [one('chromium', 'expected', only)] },
      ],
      suites: [
        {
          title: 'in',
          specs: [
            {
              title: 'three',
              tests: [
                one('chromium', 'flaky'),
                one('firefox', 'skipped', [{ type: 'skip', description: 'no tab freezes' }]),
              ],
            },
            { title: 'four', tests: [one('chromium', 'expected'), one('firefox', 'skipped')] },
          ],
        },
      ],
    },
  ];

  test('names what failed, and why something was left out, before the start too', () => {
    const counts = countPlaywright(playwright(3, 1, 1, 2, [], suites), 1);
    expect(sayCounts(counts)).toBe('3 passed, 2 failed, 3 skipped');
    expect(counts.failures).toEqual([
      'chromium: a.spec.ts › one',
      'chromium: a.spec.ts › in › three (failed, then passed)',
    ]);
    expect(sayLeftOut(counts)).toBe(
      'left out 3: 1 × firefox: it speaks CDP · 1 × firefox: no tab freezes · 1 × firefox: skipped by the test itself',
    );
  });

  test('a run in Chromium alone left nothing out', () => {
    const alone = [
      { title: 'a.spec.ts', specs: [{ title: 'two', tests: [one('chromium', 'expected', only)] }] },
    ];
    expect(sayLeftOut(countPlaywright(playwright(1, 0, 0, 0, [], alone), 0))).toBe(undefined);
  });
});

test('what was not even listed is left out all the same', () => {
  const counts = addLeftOut(countVitest(vitest(1, 0), 0), 'no such browser');
  expect(sayCounts(counts)).toBe('1 passed, 0 failed, 1 skipped');
  expect(sayLeftOut(counts)).toBe('left out 1: 1 × no such browser');
});

test('the sum keeps every failure and adds up reasons', () => {
  const skipped = countVitest(vitest(1, 0, 2), 0, 'no reason');
  const sum = sumCounts([skipped, crashed('the build'), skipped]);
  expect(sayCounts(sum)).toBe('2 passed, 1 failed, 4 skipped');
  expect(sum.failures).toEqual(['the build']);
  expect(sum.leftOut).toEqual({ 'no reason': 4 });
});
