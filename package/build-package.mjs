// Builds what runs in Node: the command line and what a program imports. They share their chunks, which is most of them.
// build.mjs calls it.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { gzipSync, strToU8 } from 'fflate';

/** By where it lies in dist/, without its ending. */
const ENTRIES = {
  cli: 'cli/main.ts',
  'lib/selvedge': 'package/selvedge.ts',
  'lib/node': 'package/node.ts',
  'lib/global': 'package/global.ts',
  'lib/vite': 'plugins/vite.ts',
  'lib/next': 'plugins/next.ts',
};

/** What tags are made of and no page is served: in the package they are one file, a third of their size. */
const SOURCES = ['selvedge-whole.js', 'selvedge-whole-measure.js', 'selvedge.parts.json'];

/** Without a date: the same sources give the same bytes. cli/read-built.ts reads it. */
function packSources(dist) {
  const texts = SOURCES.map((name) => [name, readFileSync(join(dist, name), 'utf8')]);
  const packed = gzipSync(strToU8(JSON.stringify(Object.fromEntries(texts))), { level: 9, mtime: 0 });
  writeFileSync(join(dist, 'selvedge.sources.gz'), packed);
}

export async function buildPackage(common, dist) {
  const { metafile } = await build({
    ...common,
    entryPoints: ENTRIES,
    outdir: dist,
    chunkNames: 'lib/chunk-[hash]',
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  packSources(dist);
  // chunks of an earlier build
  const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const name of readdirSync(join(dist, 'lib')))
    if (name.endsWith('.js') && !made.has(name)) rmSync(join(dist, 'lib', name));
}
