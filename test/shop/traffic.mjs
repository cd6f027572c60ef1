// `npm run demo:traffic`: made-up visitors walk the shop, some days of them; what one variant does is known. Writes the
// access log that its server would have, and the config that was published meanwhile, and has `selvedge report` read both.
//
//   npm run demo:traffic -- --visitors 6000 --lift 0.4 --seed 7

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildIfOld } from './build-if-old.mjs';
import { countedConfig } from './counted-config.mjs';
import { products } from './data/products.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const into = join(root, 'dist/shop');
const DAYS = 21;
/** Its sides are halves for everybody: "24 hours", or how long a thing lasts. */
const EXPERIENCE = 'promise';
const VARIANT = 'life';

const { values } = parseArgs({
  options: {
    visitors: { type: 'string', default: '6000' },
    lift: { type: 'string', default: '0.4' },
    seed: { type: 'string', default: '7' },
  },
});
const [visitors = 0, lift = 0, seed = 0] = [values.visitors, values.lift, values.seed].map(Number);
if (!(visitors > 0) || !(lift > -1) || !Number.isInteger(seed)) {
  console.error('--visitors is how many, above 0; --lift how much more, above -1; --seed a whole number.');
  process.exit(2);
}
buildIfOld(root);
mkdirSync(into, { recursive: true });

/** The walk is TypeScript, as what it walks by is. @returns {Promise<typeof import('./walk-visitors.ts')>} */
async function loadWalk() {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-traffic-'));
  try {
    const outfile = join(folder, 'walk.mjs');
    const entry = join(root, 'test/shop/walk-visitors.ts');
    await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const config = countedConfig(JSON.parse(readFileSync(join(root, 'test/shop/selvedge.json'), 'utf8')));
const { walkVisitors } = await loadWalk();
const from = Math.floor(Date.now() / 864e5) * 864e5 - DAYS * 864e5;
const { lines, truth } = walkVisitors(config, {
  visitors,
  days: DAYS,
  from,
  experience: EXPERIENCE,
  variant: VARIANT,
  lift,
  products: products.map(({ category, id }) => `/${category}/${id}`),
  seed,
});
const file = (name) => join(into, name);
writeFileSync(file('traffic.log'), `${lines.join('\n')}\n`);
writeFileSync(file('traffic.json'), JSON.stringify(config));

console.log(
  `${visitors} made-up visitors in ${DAYS} days, ${lines.length} lines. “${VARIANT}” of “${EXPERIENCE}” does ${lift * 100} % more; what happened:`,
);
for (const [side, { visitors, added }] of Object.entries(truth))
  console.log(`  ${side}: ${visitors} looked at a product, ${added} put one in the basket`);
const words = ['report', file('traffic.log'), '--config', file('traffic.json')];
const report = (...more) =>
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...words, ...more], { encoding: 'utf8' });
console.log(`\nWhat the log says of all that is counted:\n\n${report()}`);
report('--json', '-o', file('traffic.report.json'));
const { experiences } = JSON.parse(readFileSync(file('traffic.report.json'), 'utf8'));
const { goals } = experiences.find(({ id }) => id === EXPERIENCE);
const [found] = goals.find(({ isMain }) => isMain).comparisons;
/** @param {number | null} share */
const percent = (share) => (share === null ? 'nobody knows' : `${Math.round(share * 100)} %`);
console.log(
  `“${VARIANT}” of “${EXPERIENCE}”, which does ${percent(lift)} more: ${found.verdict}, ${percent(found.lift)} (between ${percent(found.low)} and ${percent(found.high)}).\nFor the panel: dist/shop/traffic.report.json`,
);
