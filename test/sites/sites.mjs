// Whole sites as tests: real production builds of the frameworks people use, each walked with and without the tag.
//
//   npm run test:sites                     all of them; needs the built tag
//   npm run test:sites -- next astro       some
//
// Writes results.json; `node test/sites/readme-table.mjs` makes README's table of it. Exit 1 when a host has a fault;
// one that cannot be had here is skipped, with the reason, and counted.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build, transform } from 'esbuild';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';
import { buildSite } from './build-site.mjs';
import { config } from './changes.mjs';
import { serveSite } from './serve-site.mjs';
import { COLUMNS, walk } from './walk.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The frame sampler of the other tests, as a function that Playwright sends to the page. */
async function loadSampler() {
  const { code } = await transform(read('../support/frame-sampler.ts'), { loader: 'ts', target: 'es2022' });
  const { sampleFrames } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return sampleFrames;
}

async function makeTag() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { bundle } from '../../shared/publish/bundle.ts'",
      resolveDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const { bundle } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return bundle(read('../../dist/selvedge.js'), config);
}

const file = new URL('results.json', import.meta.url);
const order = [
  'next',
  'react-router',
  'nuxt',
  'sveltekit',
  'astro',
  'angular',
  'qwik',
  'docusaurus',
  'vitepress',
];
const all = readdirSync(new URL('hosts', import.meta.url)).map((name) => name.replace('.mjs', ''));
const named = process.argv.slice(2);
const sorted = [...new Set([...order, ...all])].filter((name) => all.includes(name));
const wanted = named.length ? named : sorted;

const sampler = await loadSampler();
const tag = await makeTag();
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium').path, args: chromiumArgs });
let results = {};
try {
  results = JSON.parse(readFileSync(file, 'utf8')).hosts;
} catch {}
let site;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    site?.close();
    process.exit(2);
  });
let bad = 0;
let skipped = 0;
for (const name of wanted) {
  const { host } = await import(new URL(`hosts/${name}.mjs`, import.meta.url));
  try {
    site = await serveSite(host, await buildSite(host), tag);
  } catch (error) {
    skipped++;
    results[name] = { title: host.title, skipped: error.message.split('\n').at(-1) };
    console.log(`skipped ${name}: ${error.message}`);
    continue;
  }
  try {
    const columns = await walk(browser, site, sampler);
    results[name] = { title: host.title, columns };
    const faults = Object.entries(columns).filter(([, text]) => text !== 'ok');
    if (faults.length) bad++;
    console.log(`${faults.length ? 'FAULTS ' : 'ok     '} ${name}`);
    for (const [column, text] of faults) console.log(`        ${COLUMNS[column]}: ${text}`);
  } catch (error) {
    bad++;
    results[name] = { title: host.title, columns: { errors: error.message } };
    console.log(`FAULTS  ${name}\n        the walk ended: ${error.message}`);
  } finally {
    site.close();
  }
}
const about = { browser: `Chromium ${browser.version()}`, date: new Date().toISOString().slice(0, 10) };
await browser.close();
const hosts = Object.fromEntries(sorted.flatMap((name) => (results[name] ? [[name, results[name]]] : [])));
writeFileSync(file, `${JSON.stringify({ about, hosts }, null, 2)}\n`);
console.log(
  `${wanted.length - bad - skipped} of ${wanted.length} hosts hold, ${bad} have faults, ${skipped} skipped`,
);
process.exit(bad ? 1 : 0);
