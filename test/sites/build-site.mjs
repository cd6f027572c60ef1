// Makes one site: its files and pinned packages into the cache folder, then its production build. What is made
// already is kept, until the files or the versions change.
//
// Packages come from npm's own client; install scripts do not run, so nothing else is fetched. The cache lies at
// $SELVEDGE_SITES, else in the user's cache folder. Some frameworks want a newer Node than the tests do: it comes
// as a package too.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export const CACHE =
  process.env.SELVEDGE_SITES ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'selvedge-sites');
const NODE = { name: `node-${process.platform}-${process.arch}`, version: '24.21.0' };
const KEPT = /^(node_modules|package(-lock)?\.json|\.installed)$/;
const MOST_MS = 8 * 60_000;

/** Runs a command in a folder to its end. Rejects with the last lines of what it said. */
export function run(folder, command, args, env = getEnv()) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), MOST_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(said);
      else
        reject(new Error(`${command} ${args.join(' ')}: ${said.trim().split('\n').slice(-12).join('\n')}`));
    });
  });
}

const nodeFolder = join(CACHE, 'node');
const nodeFile = join(nodeFolder, 'node_modules', NODE.name, 'bin', 'node');

/** The environment of everything that belongs to a site: the newer Node first, no telemetry, modest memory. */
export function getEnv(folder = '') {
  const path = [join(folder, 'node_modules', '.bin'), dirname(nodeFile), process.env.PATH];
  return {
    ...process.env,
    PATH: path.join(delimiter),
    NODE_OPTIONS: '--max-old-space-size=4096',
    CI: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
  };
}

export async function install(folder, dependencies, type) {
  mkdirSync(folder, { recursive: true });
  const file = { name: 'host', private: true, type, dependencies };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(file, null, 2));
  await run(folder, 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund']);
}

/**
 * @param host what a file of hosts/ exports
 * @returns its folder, built
 * @throws with the reason, where it cannot be had here
 */
export async function buildSite(host) {
  if (!existsSync(nodeFile)) await install(nodeFolder, { [NODE.name]: NODE.version }, 'module');
  const folder = join(CACHE, host.name);
  const mark = join(folder, '.built');
  const sum = createHash('sha256').update(JSON.stringify(host)).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sum) return folder;
  rmSync(mark, { force: true });
  const wanted = join(folder, '.installed');
  const packages = JSON.stringify([host.dependencies, host.isUntyped]);
  if (!existsSync(wanted) || readFileSync(wanted, 'utf8') !== packages) {
    await install(folder, host.dependencies, host.isUntyped ? undefined : 'module');
    writeFileSync(wanted, packages);
  }
  for (const name of readdirSync(folder))
    if (!KEPT.test(name)) rmSync(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(host.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  for (const command of [host.build, host.buildToo]) {
    const [name, ...args] = command ?? [];
    if (name) await run(folder, name, args, getEnv(folder));
  }
  writeFileSync(mark, sum);
  return folder;
}
