// How fast an export of orders is learned from (`shared/learn/`), and what it takes of memory: a made-up shop of two
// years; how fast items are, of 100,000 visits. And what a visitor's browser takes to answer the conditions on what was
// learned. Bundles all from the sources, and fails where something takes longer than it may.
//
//   npm run bench:learn              2 million rows
//   npm run bench:learn -- 5         as many million

import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
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

/** Of visits what goes with what: a thousand items, in tens. @returns how many looks */
async function writeVisits(file, visits) {
  const out = createWriteStream(file);
  let [text, looks, seed] = ['session,item,date\n', 0, 1];
  const below = (n) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  for (let visit = 0; visit < visits; visit++) {
    const begin = Date.UTC(2026, 0, 1) + Math.floor((visit / visits) * 300 * 864e5);
    const group = below(100);
    for (let i = 2 + below(9); i > 0; i--, looks++) {
      const item = below(10) < 8 ? 10 * group + below(10) : below(1000);
      text += `v${visit},sku-${item},${new Date(begin + looks * 1000).toISOString().slice(0, 19)}\n`;
    }
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
    text = '';
  }
  await new Promise((resolve) => out.end(text, resolve));
  return looks;
}

/** Seconds that it may take: of 2 million orders, and of 100,000 visits. */
const LIMITS = { orders: 10, items: 20 };

function hold(what, seconds) {
  const limit = LIMITS[what];
  if (seconds <= limit) return `${seconds.toFixed(2)} s (of ${limit})`;
  process.exitCode = 1;
  return `${seconds.toFixed(2)} s, and may take ${limit}: TOO SLOW`;
}

/** Read, tested and packed, as the command does it. */
async function learnItems({ readExports, learn, createItemStore }, visits) {
  const file = join(folder, 'visits.csv');
  const looks = await writeVisits(file, visits);
  const began = process.cpuUsage();
  const options = { map: {}, event: 'purchase', value: 'value', latest: Infinity, items: createItemStore() };
  const { orders, rows } = await readExports([file], { ...options, pipe: process.stdin, tell() {} });
  const weigh = (text) => brotliCompressSync(text).length;
  const { parts } = learn(orders, rows, {
    what: ['items'],
    seed: 1,
    at: '2026-11-28',
    items: { together: 3, each: 20, most: 60_000, weigh },
  });
  const { status, report } = parts.items;
  console.log(
    `${report.visits} visits, ${looks} looks at ${rows.items.ids.length} items: ${status}, ` +
      `${report.bytes} bytes, in ${hold('items', secondsSince(began))}`,
  );
  if (status !== 'learned') process.exitCode = 1;
}

/** What it takes of one processor, whatever else the machine does. */
function secondsSince(began) {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** The conditions on what was learned, of a buyer with so many order days. */
async function askLearned(orderDays) {
  const { compile } = await bundle('shared/engine/compile.ts', 'compile');
  const { decide } = await bundle('shared/engine/decide.ts', 'decide');
  const { record } = await bundle('shared/engine/fold.ts', 'fold');
  const { createProfile } = await bundle('shared/engine/profile.ts', 'profile');
  const now = Date.UTC(2026, 10, 20);
  const asked = [
    { kind: 'persona', id: 'a' },
    { kind: 'expected', within: '90d', is: { $gte: 1 } },
    { kind: 'expected', of: 'value', within: '90d', is: { $gte: 100 } },
    { kind: 'alive', is: { $lt: 0.5 } },
    // what others take, for comparison: most of it is deciding anything at all
    { kind: 'count', event: 'purchase', is: { $gte: 3 } },
    { kind: 'since', event: 'purchase', is: { $lt: '9d' } },
  ];
  const group = (id, centre) => ({ id, name: id, description: '', centre, share: 0.5 });
  const config = {
    version: 1,
    site: '',
    revision: 1,
    personas: {
      mean: [3.5, 0.5, 4],
      spread: [1, 0.6, 1],
      groups: [group('a', [-1, 1, 1]), group('b', [1, -0.8, -1]), group('c', [0, 0, 0])],
    },
    value: { purchases: [0.7, 30, 0.8, 2.5], spend: [6, 4, 15] },
    segments: asked.map((when, i) => ({ id: `s${i}`, name: '', when })),
    experiences: [],
  };
  const program = compile(config);
  const profile = createProfile(program);
  for (let i = orderDays; i > 0; i--)
    record(program, profile, 'purchase', { value: 60, transaction_id: `t${i}` }, now - i * 864e5);
  const rounds = 20_000;
  const cost = asked.map((_, i) => {
    const ask = (at) =>
      decide({ kind: 'segment', id: `s${i}` }, { program, profile, facts: {}, now: at }).value;
    for (let k = 0; k < rounds; k++) ask(now + k);
    const began = process.cpuUsage();
    for (let k = 0; k < rounds; k++) ask(now + k);
    return (1e6 * secondsSince(began)) / rounds;
  });
  const said = cost.map((us, i) => `${asked[i].kind}${asked[i].of ? ' (value)' : ''} ${us.toFixed(1)} µs`);
  console.log(`a buyer with ${orderDays} order days: ${said.join(', ')}`);
}

try {
  for (const orderDays of [2, 12, 100]) await askLearned(orderDays);
  const { readExports } = await bundle('cli/learn/read-exports.ts', 'read');
  const { learn } = await bundle('shared/learn/learn.ts', 'learn');
  const { createItemStore } = await bundle('shared/learn/items/item-store.ts', 'store');
  await learnItems({ readExports, learn, createItemStore }, 100_000);
  const file = join(folder, 'orders.csv');
  await write(file);
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
        `read in ${read.toFixed(2)} s, all in ${hold('orders', secondsSince(began) / Math.max(1, million / 2))}; ` +
        `${parts.rfm.report.buyers} buyers; most memory so far ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
