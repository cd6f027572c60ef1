// What personalizing costs a page: Selvedge beside others, on the demo shop's home page, in real Chromium.
//
//   npm run bench                    five rounds, about 25 minutes; writes test/bench/results/
//   npm run bench -- --quick         one round, to see that the instruments work
//   npm run bench -- --only=selvedge,original   some contestants (substrings of their keys)
//   npm run bench -- --only=growth,selvedge     one kind of loads: paint, trace, growth, calm; with a contestant or all
//   --minutes=40 ends with the round that is over then, --rounds=5, --no-build takes dist/ as it is
//
// One run, interleaved: each round loads every page once in every situation, so that what disturbs the machine
// disturbs all alike. Four kinds of loads, because measuring disturbs:
//   paint   the eye (eye.mjs) in the page: what each frame showed, FCP, LCP, CLS; 0, 40, 150 ms latency, and 4×
//   trace   nothing in the page, Chromium's trace: the main thread's own time; 1× and 4× throttle
//   growth  as trace, with 1 to 10,000 experiences; the variant must be there
//   calm    as paint, the tag beside no script at all, again and again: the first paint of a repeat visit
// First visit: a new browser profile. Repeat visit: after another load in the same profile.
// The peers are dependencies of this folder alone and are installed on demand.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { home } from '../shop/pages/home.mjs';
import { layout } from '../shop/pages/layout.mjs';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';
import { makeCases } from './cases.mjs';
import { original, variant } from './changes.mjs';
import { isHeadline, judge, watchPage } from './eye.mjs';
import { renderReport } from './report.mjs';
import { serve } from './serve.mjs';
import { SIZES } from './sizes.mjs';
import { categories, readTrace } from './trace.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const cli = at('../../dist/cli.js');
const option = (name) => process.argv.find((word) => word.startsWith(`--${name}`))?.split('=')[1] ?? '';
const isQuick = process.argv.includes('--quick');
const KINDS = ['paint', 'trace', 'growth', 'calm'];
const words = option('only').split(',').filter(Boolean);
const kinds = KINDS.filter((kind) => words.includes(kind));
const keys = words.filter((word) => !KINDS.includes(word));
/** Whether this part is to run at all. */
const isAsked = (kind) => !kinds.length || kinds.includes(kind);
const isWanted = (key) => !keys.length || keys.some((part) => key.includes(part));
const ROUNDS = Number(option('rounds')) || (isQuick ? 1 : 5);
/** ms; the run ends with the round that is over then. */
const PATIENCE = (Number(option('minutes')) || 40) * 60_000;
const LATENCIES = [0, 40, 150];
const CONTESTANTS = [
  'original',
  'rendered',
  'selvedge',
  'outside',
  'inline',
  'whole',
  'growthbook',
  'growthbook-blocking',
  'dom-mutator',
  'posthog',
  'hidden',
];
const PROOFS = ['proof-flicker', 'proof-blank', 'proof-photo', 'proof-shift'];
/** Loads of each of two pages in the calm, which is about a few milliseconds. */
const CALM = isQuick ? 3 : 30;
const VISITS = ['first', 'repeat'];
/** How long (ms) after `load`, and after what is loaded behind, the eye looks at least: what comes late is seen too. */
const QUIET = 150;
/** How long (ms) after `load`, and after what is loaded behind, a trace listens: enough for what a tag does there. */
const TAIL = 1000;

function install() {
  if (existsSync(at('node_modules/posthog-js')) && existsSync(at('node_modules/@growthbook/growthbook')))
    return;
  console.log('installing the peers into test/bench');
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', at('.')], { stdio: 'inherit' });
}

/** Selvedge's own CLI makes the files, the way an owner makes them. @returns the files by name, of a config and flags */
function makeTag() {
  if (!process.argv.includes('--no-build'))
    execFileSync(process.execPath, [at('../../build.mjs')], { stdio: 'ignore' });
  return (config, ...flags) => {
    const folder = mkdtempSync(join(tmpdir(), 'selvedge-bench-'));
    try {
      const at = (name) => join(folder, name);
      writeFileSync(at('config.json'), JSON.stringify(config));
      const words = ['bundle', at('config.json'), '-o', at('selvedge.js'), ...flags];
      if (flags.includes('--inline')) words.push('--beside', folder);
      // piped, so that what it says is told where it fails; it warns of each of 10,000 experiences
      execFileSync(process.execPath, [cli, ...words], { stdio: 'pipe', maxBuffer: 1e8 });
      const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
      return Object.fromEntries(names.map((name) => [name, readFileSync(at(name), 'utf8')]));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

install();
const page = layout(home(), 'none');
const isMade = (key) => {
  if (PROOFS.includes(key)) return isAsked('paint') || isAsked('calm');
  return isWanted(key) && (!/-\d+$/.test(key) || isAsked('growth'));
};
const cases = await makeCases(page, makeTag(), isMade);
const server = await serve(cases);
const path = (await ensureBrowser('chromium')).path;
const browser = await chromium.launch({
  executablePath: path,
  args: [
    ...chromiumArgs,
    // nobody but the servers of this file
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost',
    // PostHog shows nothing to what it takes for a robot
    '--disable-blink-features=AutomationControlled',
  ],
});
const userAgent = (await (await browser.newPage()).evaluate(() => navigator.userAgent)).replace(
  'Headless',
  '',
);
const strangers = new Set();
/** @type {{ key: string, kind: string, visit: string, latency: number, rate: number, round: number }[]} */
const rows = [];

/** A new visitor: a browser profile of its own. */
async function newVisitor() {
  const context = await browser.newContext({
    userAgent,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  });
  const tab = await context.newPage();
  tab.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !/(^|\.)localhost$/.test(hostname)) strangers.add(hostname);
  });
  const cdp = await context.newCDPSession(tab);
  return { context, tab, cdp };
}

/** One load with the eye in the page. */
async function look({ tab, cdp }, key, latency, rate) {
  const { isVariant, modules } = cases[key];
  server.take(key, latency);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  await tab.goto(`${server.site(key, latency)}/`);
  const seen = await tab
    .waitForFunction(
      (is) => globalThis.__eye.isSettled(is),
      [isVariant, key.startsWith('proof') ? 800 : QUIET, modules],
      { timeout: 8000, polling: 50 },
    )
    .then(
      () => true,
      () => false,
    );
  const eye = await tab.evaluate(() => globalThis.__eye);
  const { requests, bytes, missing } = server.take(key, latency);
  if (missing.length) strangers.add(`${key} asks for ${missing.join(' ')}`);
  const judged = judge(eye, { original, variant });
  const counted = await tab.evaluate(() => globalThis.__eye.countBytes());
  if (!seen)
    throw new Error(
      `${key}: the page does not show what it should after 8 s. Frames: ${JSON.stringify(eye.frames.slice(-2))}, photos: ${JSON.stringify(eye.photos)}`,
    );
  const flicker = isVariant ? judged.flicker : 0;
  return {
    ...judged,
    flicker,
    first: eye.first,
    largest: eye.largest,
    shift: eye.shift,
    blocked: eye.blocked,
    requests,
    sent: bytes,
    ...counted,
  };
}

/** One load with nothing in the page, traced. */
async function trace({ tab, cdp }, key, rate) {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const url = `${server.site(key, 0)}/`;
  await browser.startTracing(tab, { categories });
  const { modules: wanted } = cases[key];
  const arrived = wanted.map((name) =>
    tab.waitForEvent('requestfinished', {
      predicate: (request) => new URL(request.url()).pathname === `/${name}`,
      timeout: 15_000,
    }),
  );
  await Promise.all([tab.goto(url), ...arrived]);
  await new Promise((resolve) => setTimeout(resolve, TAIL));
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const { modules, ...figures } = readTrace(traceEvents, url, cases[key].own);
  // what is not there yet would be missing in the sum
  if (String(modules) !== String(wanted))
    throw new Error(`${key}: its trace shows the modules ${modules}, not ${wanted}`);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  // last, as asking the page puts half a megabyte of Playwright's into its heap
  if (cases[key].isVariant)
    await tab.waitForFunction(isHeadline, variant.headline, { timeout: 8000 }).catch(() => {
      throw new Error(`${key}: the page does not show its variant`);
    });
  return { ...figures, heap: usedSize };
}

/** First and repeat visit of one page in one situation. */
async function visit(kind, key, round, { latency = 0, rate = 1 } = {}) {
  const visitor = await newVisitor();
  try {
    if (kind === 'paint') await visitor.tab.addInitScript(watchPage, { original, variant });
    for (const visit of VISITS) {
      const figures =
        kind === 'paint' ? await look(visitor, key, latency, rate) : await trace(visitor, key, rate);
      rows.push({ key, kind, visit, latency, rate, round, ...figures });
      if (visit === 'first') {
        // what is stored is stored behind; then one more load, so that the browser has met the script twice
        await visitor.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        await visitor.tab.reload();
        await visitor.tab.evaluate(() => globalThis.selvedge?.ready);
      }
    }
  } finally {
    await visitor.context.close();
  }
}

/** Repeat visits of two pages in turn, each by one visitor. */
async function keepCalm(latency) {
  const keys = ['original', 'selvedge'];
  const visitors = await Promise.all(keys.map(newVisitor));
  for (const visitor of visitors) await visitor.tab.addInitScript(watchPage, { original, variant });
  for (let round = -2; round < CALM; round++)
    for (const [index, key] of keys.entries()) {
      const figures = await look(visitors[index], key, latency, 1);
      if (round >= 0) rows.push({ key, kind: 'calm', visit: 'repeat', latency, rate: 1, round, ...figures });
    }
  for (const { context } of visitors) await context.close();
}

const began = Date.now();
const rotate = (list, by) => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];
const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`;

let rounds = 0;
try {
  for (const key of PROOFS) if (cases[key]) await visit('paint', key, 0);
  console.log(`${elapsed()}  the instruments are proved on pages with known faults`);
  if (isAsked('calm') && ['original', 'selvedge'].every(isWanted))
    for (const latency of [0, 40]) await keepCalm(latency);
  console.log(`${elapsed()}  the first paint is measured in calm`);
  for (let round = 0; round < ROUNDS; round++) {
    const started = Date.now();
    const jobs = [
      ...LATENCIES.flatMap((latency) => CONTESTANTS.map((key) => ['paint', key, { latency }])),
      ...CONTESTANTS.map((key) => ['paint', key, { rate: 4 }]),
      ...[1, 4].flatMap((rate) => CONTESTANTS.map((key) => ['trace', key, { rate }])),
      ...SIZES.flatMap((size) => ['selvedge', 'growthbook'].map((key) => ['growth', `${key}-${size}`, {}])),
    ];
    // what one load does not tell is told by the others: half an hour is not to be lost by it
    for (const [kind, key, situation] of rotate(
      jobs.filter(([kind, key]) => isAsked(kind) && isWanted(key)),
      round * 7,
    ))
      await visit(kind, key, round, situation).catch((error) => {
        if (!browser.isConnected()) throw error;
        strangers.add(`${kind} of ${key} in round ${round + 1} was lost: ${error.message.split('\n')[0]}`);
      });
    rounds++;
    console.log(`${elapsed()}  round ${round + 1} of ${ROUNDS}`);
    if (Date.now() - began + (Date.now() - started) > PATIENCE) break;
  }
} finally {
  await browser.close();
  server.close();
}
if (strangers.size) console.log(`NOT CLEAN: ${[...strangers].join(', ')}`);

const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
const versionOf = (name) => lock[`node_modules/${name}`].version;
const results = {
  about: {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    load: loadavg().map((value) => Math.round(value * 10) / 10),
    browser: `Chromium ${browser.version()}`,
    rounds,
    seconds: Math.round((Date.now() - began) / 1000),
    peers: {
      GrowthBook: versionOf('@growthbook/growthbook'),
      'dom-mutator': versionOf('dom-mutator'),
      'posthog-js': versionOf('posthog-js'),
    },
    strangers: [...strangers],
  },
  weights: server.weigh(),
  names: Object.fromEntries(Object.entries(cases).map(([key, { name }]) => [key, name])),
  rows,
};
mkdirSync(at('results'), { recursive: true });
const name = isQuick || words.length ? 'quick' : 'bench';
writeFileSync(at(`results/${name}.json`), `${JSON.stringify(results)}\n`);
const report = renderReport(results);
writeFileSync(at(`results/${name}.md`), report);
console.log(report);
