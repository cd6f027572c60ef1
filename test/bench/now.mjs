// What the published files weigh: brotli bytes for a few configs, the first-paint script with and without its table, and
// the rest.
//
//   node build.mjs && node test/bench/now.mjs
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildSync } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (name) => readFileSync(at(`dist/${name}`), 'utf8');
const pieces = JSON.parse(read('selvedge.parts.json'));
const built = {
  pieces,
  later: read('selvedge-later.js'),
  show: read('selvedge-show.js'),
  listen: read('selvedge-listen.js'),
};
const { outputFiles } = buildSync({
  absWorkingDir: at('.'),
  stdin: {
    resolveDir: at('.'),
    contents:
      "export { publishNow } from './shared/publish/publish-now.ts'; export { publishFiles } from './shared/publish/publish-files.ts'; export { compose } from './shared/publish/compose.ts'; export { allParts } from './test/support/all-parts.ts'; export { nowConfigs } from './test/support/now-configs.ts';",
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { publishNow, publishFiles, compose, allParts, nowConfigs } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

const brotli = (text) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const namesIn = (parts) =>
  Object.values(parts).flatMap((part) => (typeof part === 'string' ? [part] : namesIn(part)));

for (const [name, config] of Object.entries(nowConfigs(at('test/shop/selvedge.json')))) {
  const { script, table, parts } = publishNow(pieces, config);
  const { now, later } = publishFiles(built, config);
  const bare = brotli(script.replace(/`\n[^`]*`/, '``'));
  console.log(
    `${name.padEnd(20)} ${String(brotli(script)).padStart(6)} B with its table, ${bare} B without; table ${table.length} B; ${namesIn(parts).join(' ')}`,
  );
  console.log(`  as published ${brotli(now)} B, the rest ${brotli(later)} B`);
}
console.log(`selvedge-show.js ${brotli(built.show)} B, selvedge-listen.js ${brotli(built.listen)} B`);
console.log(`everything on, without a table: ${brotli(compose(pieces, 'begin', allParts(pieces), ''))} B`);
