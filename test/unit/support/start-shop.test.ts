// `npm start` ends as it is told to: with 0, its port free, no process and no folder left, the browser that it opened closed.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { buildIfOld } from '../../shop/build-if-old.mjs';
import { findPort } from '../../support/find-port.ts';

const TIME = { timeout: 50_000, interval: 20 };

// a build that is old would be made anew by each of them, first
beforeAll(() => buildIfOld('.'), 600_000);

let folder: string;
let started: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'selvedge-start-'));
});
afterEach(() => {
  // where a test has failed: npm's group with all that is in it
  try {
    if (started?.pid) process.kill(-started.pid, 'SIGKILL');
  } catch {}
  rmSync(folder, { recursive: true, force: true });
});

const isTaken = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts it, and answers once it serves. */
async function start(command: string, args: string[], more: Record<string, string> = {}) {
  const port = await findPort();
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(command, args, {
    env: { ...env, PORT: `${port}`, TMPDIR: folder, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  started = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data;
    });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  );
  await vi.waitFor(() => expect(said).toContain('Its access log'), TIME);
  expect(await isTaken(port)).toBe(true);
  return { child, port, ended, said: () => said };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the shop with 0, and frees its port',
  async (signal) => {
    const { child, port, ended, said } = await start(process.execPath, ['test/shop/start.mjs']);
    const before = said();
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(await isTaken(port)).toBe(false);
    expect(said()).toBe(before);
  },
);

test('npm that is told to end leaves no shop behind', async () => {
  const { child, port } = await start('npm', ['start']);
  child.kill('SIGTERM');
  await vi.waitFor(async () => expect(await isTaken(port)).toBe(false), TIME);
});

/** Writes into its profile until it is told to end, and a little then, as browsers do. */
const BROWSER = `#!${process.execPath}
const { mkdirSync, writeFileSync } = require('node:fs');
if (process.argv.includes('--version')) {
  console.log('Chromium 156.0.0.0');
  process.exit(0);
}
const profile = process.argv.find((word) => word.startsWith('--user-data-dir=')).split('=')[1];
let n = 0;
const write = () => {
  mkdirSync(profile + '/Default', { recursive: true });
  writeFileSync(profile + '/Default/' + n++, '');
};
setInterval(write, 1);
process.on('SIGTERM', () => setTimeout(() => process.exit(0), 3000));
write();
writeFileSync(process.env.BROWSER_PID, String(process.pid));
`;

test.skipIf(process.platform === 'win32')('its browser is closed, and the profile goes with it', async () => {
  const file = join(folder, 'browser');
  const pidFile = join(folder, 'pid');
  writeFileSync(file, BROWSER);
  chmodSync(file, 0o755);
  const { child, ended } = await start(process.execPath, ['test/shop/start.mjs'], {
    DISPLAY: ':0',
    CHROMIUM_PATH: file,
    BROWSER_PID: pidFile,
  });
  const pid = await vi.waitFor(() => {
    const read = Number(readFileSync(pidFile, 'utf8'));
    expect(read).toBeGreaterThan(0);
    return read;
  }, TIME);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), TIME);
  expect(readdirSync(folder).sort()).toEqual(['browser', 'pid']);
});
