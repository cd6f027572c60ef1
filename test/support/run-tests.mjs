// `npm test`: everything, from a bare machine to one plain line, `N passed, N failed`.
//
// Builds, runs the unit tests and those of programs (vitest), finds or installs the browsers, runs the end-to-end tests in WebKit
// (vitest) and in Chromium and Firefox (Playwright), and sums them: what is fast comes first, so that a fault
// is seen early. It fails when a test fails, and also when a runner crashes or runs nothing; no test is tried
// twice. What was left out is counted, with the reason, in one line.
// For developers: `npm test -- unit`, `npm test -- programs`, `npm test -- webkit`, `npm test -- e2e`, and anything after that goes to
// the runner: `npm test -- e2e loop --project=firefox`. `npm run test:long` is the unit tests and those
// end-to-end tests that draw their inputs, with all of their draws (see draws.ts), or leave rows out of Firefox otherwise;
// then what the tag does in Chromium once more, with the tag in one file.

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  addLeftOut,
  countPlaywright,
  countVitest,
  crashed,
  sayCounts,
  sayLeftOut,
  sumCounts,
} from './count-tests.mjs';
import { findWebKit, missingWebKit } from './find-webkit.mjs';
import { findOldChromium, missingOldChromium } from './old-chromium.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const playwright = join(root, 'node_modules/@playwright/test/cli.js');

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

async function runVitest(title, file, args, why) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(title, [vitest, 'run', ...reporters, ...args]);
  return countVitest(readReport(file), code, why);
}

const runUnit = (file, args) =>
  runVitest('unit tests', file, ['--project', 'unit', '--project', 'alone', ...args]);
const runPrograms = (file, args) => runVitest('tests of programs', file, ['--project', 'programs', ...args]);

const runWebKit = (file, args) =>
  runVitest(
    'end-to-end tests in WebKit',
    file,
    ['--config', 'vitest.webkit.config.ts', ...args],
    findWebKit() ? undefined : `webkit: ${missingWebKit}`,
  );

async function runPlaywright(file, args, title = 'end-to-end tests in Chromium and Firefox', given = {}) {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...given };
  const code = await run(title, [playwright, 'test', '--reporter=list,json', ...args], env);
  const counts = countPlaywright(readReport(file), code);
  return findOldChromium() ? counts : addLeftOut(counts, `chromium-108: ${missingOldChromium}`);
}

const runWhole = (file, args) =>
  runPlaywright(
    file,
    ['--project=chromium', ...['dom', 'hosts', 'loop', 'trust'].map((name) => `test/e2e/${name}`), ...args],
    'the tag in one file, in Chromium',
    { TAG: 'whole' },
  );

/** In the order in which they run. */
const steps = {
  unit: { name: 'unit (vitest)', run: runUnit, needsBrowsers: false },
  programs: { name: 'programs (vitest)', run: runPrograms, needsBrowsers: false },
  webkit: { name: 'end to end, WebKit (vitest)', run: runWebKit, needsBrowsers: true },
  e2e: {
    name: 'end to end, Chromium and Firefox (Playwright)',
    run: (file, args) => runPlaywright(file, args),
    needsBrowsers: true,
  },
  whole: { name: 'the tag in one file (Playwright)', run: runWhole, needsBrowsers: true },
};

/** What `npm test` runs. */
const USUAL = ['unit', 'programs', 'webkit', 'e2e'];

/** The specs below this folder that draw their inputs, or run whole in the long run alone. */
const findDrawing = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).filter(
    (file) =>
      /\.(spec|test)\.ts$/.test(file) &&
      /\b(draws\(|manyDraws\b|isLong\b|longInFirefox\()/.test(readFileSync(join(root, folder, file), 'utf8')),
  );

/** @returns {{ only: string[], argsOf(step: string): string[] }} which steps, and what goes to their runners */
function plan([first, ...rest]) {
  if (first === 'long') {
    process.env.SELVEDGE_LONG = '1';
    const args = {
      unit: ['--test-timeout=3600000'],
      programs: [],
      webkit: ['--test-timeout=3600000', ...findDrawing('test/webkit')],
      e2e: ['--timeout=3600000', ...findDrawing('test/e2e')],
      whole: ['--timeout=3600000'],
    };
    return { only: Object.keys(steps), argsOf: (step) => [...args[step], ...rest] };
  }
  if (first in steps) return { only: [first], argsOf: () => rest };
  return { only: USUAL, argsOf: () => [first, ...rest].filter(Boolean) };
}

async function main(given) {
  const { only, argsOf } = plan(given);
  const reports = mkdtempSync(join(tmpdir(), 'selvedge-tests-'));
  const results = [];
  const add = (name, counts) => {
    results.push(counts);
    console.log(`\n${name}: ${sayCounts(counts)}`);
    for (const failure of counts.failures) console.log(`  failed: ${failure.replaceAll(root, '')}`);
  };
  try {
    let isReady = (await run('build', ['build.mjs'])) === 0;
    let hasBrowsers = false;
    if (!isReady) add('build', crashed('the build'));
    for (const step of only) {
      const { name, run: runStep, needsBrowsers } = steps[step];
      if (isReady && needsBrowsers && !hasBrowsers) {
        hasBrowsers = (await run('browsers', ['test/support/browsers.mjs'])) === 0;
        if (!hasBrowsers) add('browsers', crashed('a browser is missing'));
        isReady = hasBrowsers;
      }
      if (isReady) add(name, await runStep(join(reports, `${step}.json`), argsOf(step)));
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  const total = sumCounts(results);
  console.log('');
  if (results.length > 1) {
    for (const failure of total.failures) console.log(`failed: ${failure.replaceAll(root, '')}`);
  }
  const leftOut = sayLeftOut(total);
  if (leftOut) console.log(leftOut);
  console.log(sayCounts(total));
  return total.failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
