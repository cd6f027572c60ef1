// A real ClickHouse server in a folder of its own, where one is installed. As root on Debian it is installed when missing
// (clickhouse-server, of 2018: 10 MB to load); elsewhere the tests that need it are left out.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { findPort } from '../../../support/find-port.ts';

/** How it is called, by itself or as a part of the one program that newer releases are. */
const PROGRAMS = [['clickhouse-server'], ['clickhouse', 'server']];
const isThere = (name = ''): boolean => spawnSync('which', [name]).status === 0;
const findProgram = () => PROGRAMS.find(([name]) => isThere(name));

function install(): void {
  if (process.getuid?.() !== 0 || !isThere('apt-get')) return;
  const run = (...words: string[]): boolean =>
    spawnSync('apt-get', words, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    }).status === 0;
  const get = () => run('install', '-y', '--no-install-recommends', 'clickhouse-server');
  // a bare machine has no lists yet
  if (!get() && run('update')) get();
}

if (!findProgram()) install();
const program = findProgram();
export const isInstalled = program !== undefined;

export interface ClickHouse {
  address: string;
  /** @throws Error with the server's words */
  run(sql: string): Promise<string>;
  stop(): Promise<void>;
}

const settings = (folder: string, [http, tcp, between]: number[], all: number[]): string => `<yandex>
  <logger><level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/errors.log</errorlog></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${between}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host><path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <users_config>${folder}/accounts.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>10000000</mark_cache_size>
  <remote_servers><shards>${all
    .map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`)
    .join('')}</shards></remote_servers>
</yandex>`;
const ACCOUNTS = `<yandex><profiles><default></default></profiles><quotas><default></default></quotas>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
</yandex>`;

async function begin(folder: string, ports: number[], all: number[]): Promise<ClickHouse> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.xml'), settings(folder, ports, all));
  writeFileSync(join(folder, 'accounts.xml'), ACCOUNTS);
  const [name = '', ...words] = program ?? [];
  const child: ChildProcess = spawn(name, [...words, `--config-file=${join(folder, 'config.xml')}`], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const address = `http://127.0.0.1:${ports[0]}/`;
  async function run(sql: string): Promise<string> {
    const answer = await fetch(address, { method: 'POST', body: sql });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  }
  await vi.waitFor(() => run('SELECT 1'), { timeout: 200_000, interval: 100 });
  return {
    address,
    run,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** @returns as many servers, which are the shards of a cluster of that name */
export async function startClickHouse(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-clickhouse-'));
  const ports: number[][] = [];
  for (let i = 0; i < count; i++) ports.push([await findPort(), await findPort(), await findPort()]);
  const all = ports.map(([, tcp = 0]) => tcp);
  const servers: ClickHouse[] = [];
  for (const [i, own] of ports.entries()) servers.push(await begin(join(folder, String(i)), own, all));
  return {
    servers,
    async stop() {
      for (const server of servers) await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
