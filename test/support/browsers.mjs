// Finds the browsers that the tests and `npm start` need, and installs them where they are missing.
//
// Order: the environment (CHROMIUM_PATH, FIREFOX_PATH, WEBKIT_PATH), Playwright's own, the system's, then
// `playwright install`, then `apt-get` for root. For Firefox the system's and `apt-get` come before Playwright's:
// only a stock Firefox can load an extension, and it is what visitors have. A path counts only when it answers `--version`, so a
// browser without its libraries is "not found" rather than a strange failure later.
// As a program, `node test/support/browsers.mjs`, it makes sure that Chromium and Firefox are there, and WebKit where
// it can be had: WebKitGTK, of the system or by `apt-get`.
// Plain JavaScript without dependencies other than Playwright: it must run before anything is built.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findWebKit } from './find-webkit.mjs';
import { ensureOldChromium, missingOldChromium } from './old-chromium.mjs';

const playwright = createRequire(import.meta.url)('@playwright/test');

const known = {
  chromium: {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    packages: ['chromium'],
    isStockFirst: false,
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    packages: ['firefox-esr'],
    isStockFirst: true,
  },
  webkit: {
    name: 'WebKit',
    variable: 'WEBKIT_PATH',
    packages: ['webkit2gtk-driver', 'xvfb'],
    isStockFirst: true,
  },
};

const isRoot = process.getuid?.() === 0;
const playwrightCli = join(
  fileURLToPath(import.meta.url),
  '../../..',
  'node_modules/@playwright/test/cli.js',
);

/** Chromium's arguments for tests: no calls home (a closed network refuses them by the hundred), and root needs no sandbox. */
export const chromiumArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** Firefox's preferences for tests: no calls home, and a page that is covered or behind another still paints. */
export const firefoxPrefs = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'captivedetect.canonicalURL': '',
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

/**
 * A page of localhost in the process of the blank page before it: a process for each test took half of its CPU. Two, so
 * that two tabs run beside each other as they do at home. Not for the extension, where it gains nothing.
 */
export const firefoxProcesses = {
  'dom.ipc.processCount': 2,
  'dom.ipc.processPrelaunch.enabled': false,
  'fission.webContentIsolationStrategy': 0,
};

const versions = new Map();

/** @returns {string | undefined} what `path --version` prints, undefined when it cannot run */
function readVersion(path) {
  if (!versions.has(path)) {
    try {
      const out = execFileSync(path, ['--version'], { timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'] });
      versions.set(path, out.toString().trim());
    } catch {
      // not remembered: an installation may cure it
    }
  }
  return versions.get(path);
}

function* candidates(kind) {
  const { commands, places, isStockFirst } = known[kind];
  const own = { path: playwright[kind].executablePath(), origin: 'playwright' };
  if (!isStockFirst) yield own;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const command of commands) yield { path: join(folder, command), origin: 'system' };
  }
  for (const path of places) yield { path, origin: 'system' };
  yield own;
}

/**
 * The browser to test with, without installing anything.
 *
 * @param {'chromium' | 'firefox' | 'webkit'} kind
 * @param {{ stock?: boolean }} [options] `stock` skips Playwright's own build (its Firefox cannot load an extension)
 * @returns {{ path: string, origin: 'environment' | 'playwright' | 'system' } | undefined}
 * @throws when the environment names a browser that does not start: it was asked for, so nothing else will do
 */
export function findBrowser(kind, { stock = false } = {}) {
  if (kind === 'webkit') return findWebKit();
  const { name, variable } = known[kind];
  const wanted = process.env[variable];
  if (wanted) {
    if (readVersion(wanted)) return { path: wanted, origin: 'environment' };
    throw new Error(`${variable}=${wanted} does not start. Point it at ${name}'s program, or unset it.`);
  }
  for (const found of candidates(kind)) {
    if (stock && found.origin === 'playwright') continue;
    if (found.path && existsSync(found.path) && readVersion(found.path)) return found;
  }
  return undefined;
}

/** Runs an installer; only its last line is shown, because a refused download says the same thing many times. */
function run(command, args) {
  const shown = [
    command === process.execPath ? 'npx playwright' : command,
    ...args.filter((arg) => arg !== playwrightCli),
  ];
  console.log(`  $ ${shown.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
    encoding: 'utf8',
    timeout: 900_000,
    maxBuffer: 64e6,
  });
  if (status === 0) return true;
  const said = `${stdout}\n${stderr}`.split('\n').filter((line) => /error|fail|unable|^E:/i.test(line));
  console.log(`    did not work: ${said.at(-1)?.trim() ?? `exit code ${status}`}`);
  return false;
}

const installByPlaywright = (kind) => {
  // Playwright's own WebKit speaks no WebDriver
  if (kind === 'webkit') return;
  run(process.execPath, [playwrightCli, 'install', kind]);
  // it may be there and lack system libraries: a bare container
  if (!findBrowser(kind) && isRoot && existsSync(playwright[kind].executablePath())) {
    run(process.execPath, [playwrightCli, 'install-deps', kind]);
  }
};

const installByApt = (kind) => {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...known[kind].packages]);
};

/**
 * The browser to test with, installed first where it is missing.
 *
 * @param {'chromium' | 'firefox' | 'webkit'} kind
 * @returns {{ path: string, origin: 'environment' | 'playwright' | 'system' }}
 * @throws when it is missing and cannot be installed; the message says what to do
 */
export function ensureBrowser(kind) {
  const { name, variable, packages, isStockFirst } = known[kind];
  let found = findBrowser(kind);
  if (!found) console.log(`${name} is not on this machine. Trying to install it.`);
  const installs = [installByPlaywright, installByApt];
  if (isStockFirst) installs.reverse();
  for (const install of installs) {
    if (found) return found;
    install(kind);
    found = findBrowser(kind);
  }
  if (found) return found;
  throw new Error(
    `${name} is missing and could not be installed. Install it by hand (Debian: apt-get install ${packages.join(' ')}), ` +
      `or set ${variable} to where it is.`,
  );
}

/** @returns {string} one line about a browser that was found, for people */
export function describeBrowser(kind, { path, origin }) {
  const from = {
    environment: `from ${known[kind].variable}`,
    playwright: "Playwright's own",
    system: "this machine's",
  };
  return `${kind === 'webkit' ? 'WebKitGTK MiniBrowser' : readVersion(path)} (${from[origin]}, ${path})`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const kind of ['chromium', 'firefox']) console.log(describeBrowser(kind, ensureBrowser(kind)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
  const old = await ensureOldChromium();
  console.log(
    old ? `Chromium 108 (${old})` : `The tests in an old Chromium are left out: ${missingOldChromium}.`,
  );
  // there is none for macOS and Windows, and no machine must have it: the tests say that they were left out
  try {
    console.log(describeBrowser('webkit', ensureBrowser('webkit')));
  } catch (error) {
    console.log(`The tests in WebKit are left out. ${error.message}`);
    if (process.env.WEBKIT_PATH) process.exitCode = 1;
  }
}
