// How fast an export of orders is learned from (`shared/learn/`), and what it takes of memory: a made-up shop of two
// years. Bundles the learner from the sources.
//
//   npm run bench:learn              2 million rows
//   npm run bench:learn -- 5         as many million

import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const million = Number(process.argv[2] ?? 2);
const ROWS = million * 1e6;
const BUYERS = ROWS / 4;
const DAYS = 730;
const folder = mkdtempSync(join(tmpdir(), 'selvedge-bench-'));

async function bundle(entry, name) {
  const outfile = join(folder, `${name}.mjs`);
  await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', outfile });
  return import(pathToFileURL(outfile).href);
}

async function write(file) {
  const out = createWriteStream(file);
  let text = 'Name,Email,Created at,Total,Notes\n';
  for (let i = 0; i < ROWS; i++) {
    const buyer = (i * 7919) % BUYERS;
    const day = new Date(Date.UTC(2024, 10, 1) + Math.floor((i / ROWS) * DAYS) * 864e5).toISOString();
    text += `#${i},buyer-${buyer}@shop.example,${day.slice(0, 10)} 10:${String(i % 60).padStart(2, '0')}:00,${10 + (i % 9000) / 100},"a, b"\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
    text = '';
  }
  await new Promise((resolve) => out.end(text, resolve));
}

try {
  const { readExports } = await bundle('cli/learn/read-exports.ts', 'read');
  const { learn } = await bundle('shared/learn/learn.ts', 'learn');
  const file = join(folder, 'orders.csv');
  await write(file);
  const secondsSince = (began) => {
    // what it takes of one processor, whatever else the machine does
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  };
  for (const retention of ['180d', '730d']) {
    globalThis.gc?.();
    const began = process.cpuUsage();
    const options = { map: { order: 'Name' }, event: 'purchase', value: 'value', toWall: undefined };
    const { orders, rows } = await readExports([file], { ...options, pipe: process.stdin, tell() {} });
    const read = secondsSince(began);
    const config = {
      version: 1,
      site: '',
      revision: 1,
      privacy: { retention },
      segments: [],
      experiences: [],
    };
    const { parts } = learn(orders, rows, { what: ['rfm'], seed: 1, config, at: '2026-11-28' });
    console.log(
      `${orders.count} orders (${Math.round(statSync(file).size / 1e6)} MB), remembering ${retention}: ` +
        `read in ${read.toFixed(2)} s, all in ${secondsSince(began).toFixed(2)} s; ` +
        `${parts.rfm.report.buyers} buyers; most memory so far ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
