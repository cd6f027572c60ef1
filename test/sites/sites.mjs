// Whole sites as tests: real production builds of the frameworks people use, each walked with and without the tag.
//
//   npm run test:sites                     all of them; needs the built tag
//   npm run test:sites -- next astro       some
//   TAG=whole npm run test:sites           with the tag in one file; TAG=two with it in two
//
// Writes into results.json what each walk found, once it has ended, where the form is the default; what was found of other
// hosts stays. `node test/sites/write-table.mjs` makes the table of docs/OWNERS.md of it. Exit 1 when a host has a fault; one
// that cannot be had here is skipped, with the reason, and counted.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build, transform } from 'esbuild';
import { chromiumArgs, ensureBrowser } from '../support/browsers.mjs';
import { buildSite } from './build-site.mjs';
import { config } from './changes.mjs';
import { mergeResults } from './results.mjs';
import { serveSite } from './serve-site.mjs';
import { COLUMNS, walk } from './walk.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The frame sampler of the other tests, as a function that Playwright sends to the page. */
async function loadSampler() {
  const { code } = await transform(read('../support/frame-sampler.ts'), { loader: 'ts', target: 'es2022' });
  const { sampleFrames } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return sampleFrames;
}

/** The tag's files by name, as an owner uploads them: in the form that is the default, or in that of TAG. */
async function makeTag() {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { publishTag } from '../../shared/publish/publish-tag.ts'; export { FORM } from '../../shared/publish/form.ts'",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const { publishTag, FORM } = await import(
    `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
  );
  const form = process.env.TAG ?? FORM;
  const { script, rest } = publishTag(form, config, (name) => read(`../../dist/${name}`));
  const files = { 'selvedge.js': script };
  for (const { name, text } of rest) files[name] = text;
  return { form, isDefault: form === FORM, files };
}

const file = new URL('results.json', import.meta.url);
const order = [
  'next',
  'next-pages',
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
const { form, isDefault, files } = await makeTag();
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium').path, args: chromiumArgs });
const date = new Date().toISOString().slice(0, 10);
const walked = { form, browser: `Chromium ${browser.version()}`, date };
/** At once: what was found outlives a run that is stopped. */
function keep(name, row) {
  if (!isDefault) return;
  const hosts = mergeResults(JSON.parse(readFileSync(file, 'utf8')), { [name]: row }, sorted);
  writeFileSync(file, `${JSON.stringify(hosts, null, 2)}\n`);
}
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
    site = await serveSite(host, await buildSite(host), files);
  } catch (error) {
    skipped++;
    keep(name, { title: host.title, skipped: error.message.split('\n').at(-1) });
    console.log(`skipped ${name}: ${error.message}`);
    continue;
  }
  try {
    const columns = await walk(browser, site, sampler);
    keep(name, { title: host.title, walked, columns });
    const faults = Object.entries(columns).filter(([, text]) => text !== 'ok');
    if (faults.length) bad++;
    console.log(`${faults.length ? 'FAULTS ' : 'ok     '} ${name}`);
    for (const [column, text] of faults) console.log(`        ${COLUMNS[column]}: ${text}`);
  } catch (error) {
    bad++;
    keep(name, { title: host.title, walked, columns: { errors: error.message } });
    console.log(`FAULTS  ${name}\n        the walk ended: ${error.message}`);
  } finally {
    site.close();
  }
}
await browser.close();
console.log(
  `${wanted.length - bad - skipped} of ${wanted.length} hosts hold, ${bad} have faults, ${skipped} skipped`,
);
process.exit(bad ? 1 : 0);
