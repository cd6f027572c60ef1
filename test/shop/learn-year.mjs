// `npm run demo:learn`: a made-up year of the shop's orders, and what `selvedge learn` finds in it beside what it was made
// of; and what goes together in a made-up year of visits. Writes the exports, and the config that it is learned for.
//
//   npm run demo:learn -- --buyers 3000 --seed 1

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildIfOld } from './build-if-old.mjs';
import { products } from './data/products.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const into = join(root, 'dist/shop/year');

const { values } = parseArgs({
  options: { buyers: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
});
const [buyers = 0, seed = 0] = [values.buyers, values.seed].map(Number);
if (!(buyers > 0) || !Number.isInteger(buyers) || !Number.isInteger(seed)) {
  console.error('--buyers is how many, above 0; --seed a whole number.');
  process.exit(2);
}
buildIfOld(root);
mkdirSync(into, { recursive: true });

/** The year is TypeScript, as what it is compared with is. @returns {Promise<typeof import('./year/year.ts')>} */
async function loadYear() {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-year-'));
  try {
    const outfile = join(folder, 'year.mjs');
    const entry = join(root, 'test/shop/year/year.ts');
    await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { openYear } = await loadYear();
const shop = JSON.parse(readFileSync(join(root, 'test/shop/selvedge.json'), 'utf8'));
const yesterday = Math.floor(Date.now() / 864e5) - 1;
const { count, files, tell, tellItems } = openYear(shop, { products, buyers, seed, until: yesterday });
for (const [name, text] of Object.entries(files)) writeFileSync(join(into, name), text);
console.log(
  `${buyers} made-up buyers, ${count} orders in a year: dist/shop/year/orders.csv; visits of others beside it, as events: visits.jsonl, and what is sold: catalog.tsv\n`,
);

/** @param {string[]} words */
const selvedge = (...words) =>
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...words], { cwd: into, encoding: 'utf8' });
const asked = ['learn', 'orders.csv', '--config', 'selvedge.json'];
console.log(selvedge(...asked));
const { parts } = JSON.parse(selvedge(...asked, '--json'));
const found = JSON.parse(readFileSync(join(into, 'learned.json'), 'utf8'));
const together = [
  'visits.jsonl',
  'orders.csv',
  '--what',
  'items',
  '--catalog',
  'catalog.tsv',
  '-o',
  'items.json',
];
console.log(selvedge('learn', ...together));
const { items } = JSON.parse(readFileSync(join(into, 'items.json'), 'utf8'));
const { default: rows } = await import(pathToFileURL(join(into, items.file)).href);
console.log(`What the year was made of, and what was found\n\n${tell(parts, found)}${tellItems(rows)}`);
