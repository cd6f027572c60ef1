// How fast an access log is read (`cli/log/`), and what it keeps of it: a made-up day of a shop, one line in 20 a
// ping. Bundles the reader from the sources.
//
//   npm run bench:log              4 million lines
//   npm run bench:log -- 20        as many million

import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const million = Number(process.argv[2] ?? 4);
const LINES = million * 1e6;
const PINGS_EVERY = 20;
const folder = mkdtempSync(join(tmpdir(), 'selvedge-bench-'));

async function bundle() {
  const outfile = join(folder, 'read-logs.mjs');
  await build({
    entryPoints: ['cli/log/read-logs.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

const agent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36';
const lineOf = (request, i) =>
  `203.0.113.${i % 256} - - [28/Nov/2026:07:${String(i % 60).padStart(2, '0')}:37 +0000] "GET ${request} HTTP/2.0" 200 5120 "https://shop.example/" "${agent}"\n`;
const pingOf = (i) =>
  `/selvedge-ping?v=1&e=tents&o=1&a=${i % 2 ? 'on' : 'holdout'}&r=${i.toString(36).padStart(12, '0')}`;

async function write(file) {
  const out = createWriteStream(file);
  let text = '';
  for (let i = 0; i < LINES; i++) {
    text += lineOf(i % PINGS_EVERY ? `/tents/${i % 997}` : pingOf(i), i);
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
    text = '';
  }
  await new Promise((resolve) => out.end(text, resolve));
}

try {
  const { readLogs } = await bundle();
  const file = join(folder, 'access.log');
  await write(file);
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const began = process.cpuUsage();
    const { lines, pings } = await readLogs([file], { path: '/selvedge-ping', pipe: process.stdin });
    // what it takes of one processor, whatever else the machine does
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    const kept = process.memoryUsage().heapUsed - before;
    console.log(
      `${lines} lines (${Math.round(statSync(file).size / 1e6)} MB), ${pings} pings: ${seconds.toFixed(2)} s, ` +
        `${(lines / seconds / 1e6).toFixed(2)} million lines a second; heap +${Math.round(kept / 1e6)} MB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
