// `npm test`: everything, from a bare machine to one plain line, `N passed, N failed`.
//
// Finds or installs the browsers, builds, runs the unit tests (vitest), then the end-to-end tests
// (Playwright, Chromium and Firefox), and sums both. It fails when a test fails, and also when a runner
// crashes or runs nothing: a suite that did not run must not look green.
// For developers: `npm test -- unit`, `npm test -- e2e`, and anything after that goes to the runner:
// `npm test -- e2e loop --project=firefox`.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = (path) => join(root, 'node_modules', path);

/** Runs one program with its output on this terminal; answers its exit code (1 when a signal ended it). */
function run(title, args, env = {}) {
  console.log(`\n— ${title}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Reads a runner's JSON report; undefined when it wrote none, which is what a crash looks like. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What a step that could not do its work adds to the sum. */
const crashed = { passed: 0, failed: 1, skipped: 0 };

/** @returns {{ passed: number, failed: number, skipped: number }} a crash outside any test counts as one failure */
export function countVitest(report, exitCode) {
  if (!report) return crashed;
  const { numPassedTests: passed, numFailedTests, numPendingTests = 0, numTodoTests = 0 } = report;
  // a file that cannot be loaded has no tests to fail
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  return settle(
    { passed, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests },
    exitCode,
  );
}

/** @returns {{ passed: number, failed: number, skipped: number }} a test that passed on a retry counts as passed */
export function countPlaywright(report, exitCode) {
  if (!report) return crashed;
  const { expected, flaky, unexpected, skipped } = report.stats;
  const failed = unexpected + (unexpected === 0 ? report.errors.length : 0);
  return settle({ passed: expected + flaky, failed, skipped }, exitCode);
}

/** No test run, or a bad exit without a failed test, is a failure of the runner itself. */
function settle(counts, exitCode) {
  const isEmpty = counts.passed + counts.failed === 0;
  return isEmpty || (exitCode !== 0 && counts.failed === 0)
    ? { ...counts, failed: counts.failed + 1 }
    : counts;
}

/** @returns {string} `12 passed, 0 failed`, with `, 2 skipped` when any was */
export function sayCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

async function main([only, ...rest]) {
  const isNamed = only === 'unit' || only === 'e2e';
  const filters = isNamed ? rest : [only, ...rest].filter(Boolean);
  const reports = mkdtempSync(join(tmpdir(), 'selvedge-tests-'));
  const results = [];
  try {
    const hasBrowsers = only === 'unit' || (await run('browsers', ['test/support/browsers.mjs'])) === 0;
    const isBuilt = (await run('build', ['build.mjs'])) === 0;
    if (!isBuilt) results.push(['build', crashed]);
    if (isBuilt && only !== 'e2e') {
      const file = join(reports, 'vitest.json');
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters];
      const code = await run('unit tests', [bin('vitest/vitest.mjs'), ...args]);
      results.push(['unit (vitest)', countVitest(readReport(file), code)]);
    }
    if (!hasBrowsers) results.push(['browsers', crashed]);
    else if (isBuilt && only !== 'unit') {
      const file = join(reports, 'playwright.json');
      // one more try, because a loaded machine can lose a Firefox page; it is said, not hidden
      const args = ['test', '--reporter=list,json', '--retries=1', ...filters];
      const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
      const code = await run('end-to-end tests', [bin('@playwright/test/cli.js'), ...args], env);
      const report = readReport(file);
      const again = report?.stats.flaky ? `, ${report.stats.flaky} of them on a second try` : '';
      results.push([`end to end (Playwright${again})`, countPlaywright(report, code)]);
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log('');
  for (const [name, counts] of results) {
    console.log(`${name}: ${sayCounts(counts)}`);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  console.log(sayCounts(total));
  return total.failed === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
