// What the runners' JSON reports say, in one form: how many passed, failed and were left out, the names of
// the failed and the reasons of the others.
//
// A runner that crashed or ran nothing has failed: a suite that did not run must not look green. A test that
// failed once and then passed has failed.

/** What a step that could not do its work adds to the sum. */
export const crashed = (what) => ({ passed: 0, failed: 1, skipped: 0, failures: [what], leftOut: {} });

/** No test run, or a bad exit without a failed test, is a failure of the runner itself. */
function settle(counts, exitCode, runner) {
  const isEmpty = counts.passed + counts.failed === 0;
  if (!isEmpty && (exitCode === 0 || counts.failed > 0)) return counts;
  const why = isEmpty ? 'ran no test' : `ended with exit code ${exitCode}`;
  return { ...counts, failed: counts.failed + 1, failures: [...counts.failures, `${runner} ${why}`] };
}

/** A reason is counted as often as something was left out for it. */
function count(reasons) {
  const counts = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/**
 * @param {object | undefined} report vitest's; undefined when it wrote none
 * @param {string} [why] why none of its tests can run here: then they may all be left out
 */
export function countVitest(report, exitCode, why) {
  if (!report) return crashed('vitest wrote no report');
  const { numPassedTests: passed, numFailedTests, numPendingTests = 0, numTodoTests = 0 } = report;
  // a file that cannot be loaded has no tests to fail; one whose hooks fail (no browser came, say) has left them out
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some(({ status }) => status === 'failed'),
  );
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name}: ${fullName}`),
  );
  const skipped = numPendingTests + numTodoTests;
  const counts = {
    passed,
    failed: numFailedTests + broken.length,
    skipped,
    failures: [...failures, ...broken.map(({ name }) => `${name}: cannot be loaded or readied`)],
    leftOut: count(Array(skipped).fill(why ?? 'skipped by the test itself')),
  };
  const isLeftOut = why !== undefined && skipped > 0 && passed === 0 && exitCode === 0;
  return isLeftOut ? counts : settle(counts, exitCode, 'vitest');
}

/** Every test of every project, with the path of titles that leads to it. */
function* allTests(suites, path = []) {
  for (const { title, suites: inner = [], specs = [] } of suites ?? []) {
    const here = [...path, title];
    for (const spec of specs) {
      for (const test of spec.tests) yield { test, name: [...here, spec.title].join(' › ') };
    }
    yield* allTests(inner, here);
  }
}

const MOST_SAID = 1500;

/** What the extension's pages said when a test failed (extension.ts), a line each. */
function tellSaid({ results = [] }) {
  const said = results
    .flatMap(({ attachments = [] }) => attachments)
    .filter(({ name, body }) => name.startsWith('said by ') && body !== undefined);
  return said
    .map(({ name, body }) => {
      const text = Buffer.from(body, 'base64').toString().replace(/\s+/g, ' ').trim();
      return `\n    ${name}: ${text.slice(0, MOST_SAID)}`;
    })
    .join('');
}

/** @param {object | undefined} report Playwright's; undefined when it wrote none */
export function countPlaywright(report, exitCode) {
  if (!report) return crashed('Playwright wrote no report');
  const { expected, flaky, unexpected, skipped } = report.stats;
  const failures = [];
  const reasons = [];
  const projects = new Set();
  let leftOut = 0;
  const all = [...allTests(report.suites)];
  for (const { test } of all) projects.add(test.projectName);
  for (const { test, name } of all) {
    const { status, projectName, annotations = [] } = test;
    const why = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
    const isFlaky = status === 'flaky' ? ' (failed, then passed)' : '';
    if (status === 'unexpected' || isFlaky)
      failures.push(`${projectName}: ${name}${isFlaky}${tellSaid(test)}`);
    if (status === 'skipped') reasons.push(`${projectName}: ${why ?? 'skipped by the test itself'}`);
    // left out of Firefox's list before it began: see chromiumOnly in test.ts
    const only = annotations.find(({ type }) => type === 'Chromium only');
    if (only && projectName === 'chromium' && projects.has('firefox')) {
      leftOut++;
      reasons.push(`firefox: ${only.description}`);
    }
  }
  if (unexpected === 0)
    failures.push(...report.errors.map(({ message = 'an error' }) => message.split('\n')[0]));
  return settle(
    {
      passed: expected,
      failed: unexpected + flaky + (unexpected === 0 ? report.errors.length : 0),
      skipped: skipped + leftOut,
      failures,
      leftOut: count(reasons),
    },
    exitCode,
    'Playwright',
  );
}

/** What was not even listed, counted as one. */
export const addLeftOut = (counts, reason) => ({
  ...counts,
  skipped: counts.skipped + 1,
  leftOut: { ...counts.leftOut, [reason]: 1 },
});

/** @returns the sum of several counts */
export function sumCounts(list) {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [], leftOut: {} };
  for (const counts of list) {
    for (const key of ['passed', 'failed', 'skipped']) sum[key] += counts[key];
    sum.failures.push(...counts.failures);
    for (const [reason, times] of Object.entries(counts.leftOut)) {
      sum.leftOut[reason] = (sum.leftOut[reason] ?? 0) + times;
    }
  }
  return sum;
}

/** @returns {string} `12 passed, 0 failed`, with `, 2 skipped` when any was */
export function sayCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** @returns {string | undefined} one line: how much was left out, and why; undefined when nothing was */
export function sayLeftOut({ skipped, leftOut }) {
  if (!skipped) return undefined;
  const reasons = Object.entries(leftOut).map(([reason, times]) => `${times} × ${reason}`);
  return `left out ${skipped}: ${reasons.join(' · ')}`;
}
