// `npm start`: serves the demo shop on this machine only, says what to try, opens a browser where there is a
// display. Builds first what is not built yet.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { buildIfOld } from './build-if-old.mjs';
import { countedConfig } from './counted-config.mjs';
import { isBranded } from './is-branded.mjs';
import { createShop } from './server.mjs';
import { printStories } from './stories.mjs';

/** Whose end is this one's: a program that stops npm ends the shell between, which tells nobody. */
const parent = process.ppid;

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env.PORT ?? 4600);
const site = `http://localhost:${port}`;

/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

async function sizeLine() {
  const sizes = [];
  for (const [name, when] of [
    ['selvedge.js', 'before the first paint'],
    ['selvedge-later.js', 'once the page is shown'],
    ['selvedge-show.js', 'where something is shown'],
  ]) {
    const file = await readFile(join(root, 'dist/shop', name)).catch(() => undefined);
    if (!file)
      return `dist/shop/${name} is missing: run \`npm run build\` first. The shop shows its original pages.`;
    sizes.push(`${name} ${kB(brotliCompressSync(file).length)} (${when})`);
  }
  return `The tag, brotli: ${sizes.join(', ')}`;
}

const advice = `
  Try this (each takes half a minute; a card on the shop’s pages says it, too)

${printStories(site)}

  Ask the page why: open the console and type   selvedge.segments()   or   selvedge.explain('tents')
  Begin again as a stranger:                    await selvedge.forget()

  Ctrl-C ends it.
`;

/** Whether somebody could see a window. */
const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Opens a browser of its own with the extension in it. @returns {Promise<() => Promise<void>>} closes it */
async function openBrowser() {
  const { findBrowser } = await import('../support/browsers.mjs');
  const path = findBrowser('chromium')?.path;
  if (!path) throw new Error('no Chromium was found');
  const profile = await mkdtemp(join(tmpdir(), 'selvedge-demo-'));
  const extension = join(root, 'dist/chrome');
  const flags = [`--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
  if (existsSync(join(extension, 'manifest.json'))) {
    flags.push(`--load-extension=${extension}`, `--disable-extensions-except=${extension}`);
  }
  if (isBranded(path))
    console.log(
      `  This is Google Chrome, which loads no extension by itself: open chrome://extensions there, turn on
  “Developer mode”, choose “Load unpacked” and ${extension}. Chromium needs none of that.\n`,
    );
  if (process.platform === 'linux' && process.getuid?.() === 0) flags.push('--no-sandbox');
  const child = spawn(path, [...flags, site], { stdio: 'ignore' });
  child.on('error', (error) =>
    console.log(`  The browser did not start (${error.message}). Open ${site} yourself.`),
  );
  child.on('exit', (code) => {
    if (code) console.log(`  The browser ended with code ${code}. Open ${site} yourself.`);
  });
  return async () => {
    child.removeAllListeners('exit');
    // what is still ending writes its profile anew
    const isOver = child.exitCode !== null || child.signalCode !== null || !child.pid;
    const ended = isOver || new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
  };
}

buildIfOld(root);

/** Lets the extension publish to this shop, until it is stopped. */
const token = process.env.TOKEN ?? randomBytes(9).toString('base64url');
/** Every answer has a line there, which `selvedge report` reads; with COUNT=1 what helps is counted in it. */
const logged = join(root, 'dist/shop/access.log');
mkdirSync(join(root, 'dist/shop'), { recursive: true });
const log = createWriteStream(logged, { flags: 'a' });
const isCounting = process.env.COUNT === '1';
const own = isCounting && JSON.parse(await readFile(join(root, 'test/shop/selvedge.json'), 'utf8'));
const counting = isCounting
  ? { isCounting, tag: /** @type {const} */ ('beside'), config: countedConfig(own) }
  : {};
const server = createServer(
  createShop({ root, token, isGuided: true, site, log: (line) => void log.write(`${line}\n`), ...counting })
    .handle,
);
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`
      : `The shop could not start: ${error.message}`,
  );
  process.exit(1);
});
let close = async () => {};
const stop = async () => {
  server.close();
  server.closeAllConnections();
  await close();
  process.exit(0);
};
// before anything is said: who reads it may end it at once
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
setInterval(() => process.ppid !== parent && stop(), 500).unref();
server.listen(port, '127.0.0.1', async () => {
  console.log(`\n  Marram, the demo shop of Selvedge: ${site}\n\n  ${await sizeLine()}${advice}
  Publish to it from the extension: PUT ${site}/selvedge.js with the token ${token}
  (kept in memory until it is stopped)

  Its access log: dist/shop/access.log${isCounting ? ', in which what helps is counted' : ' (COUNT=1 npm start counts in it what helps)'}
`);
  if (!hasDisplay()) return;
  try {
    close = await openBrowser();
  } catch (error) {
    console.log(
      `  No browser was opened (${error instanceof Error ? error.message : error}). Open ${site} yourself.`,
    );
  }
});
