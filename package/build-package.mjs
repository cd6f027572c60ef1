// Builds what runs in Node: the command line and what a program imports. They share their chunks, which is most of them.
// build.mjs calls it.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

/** By where it lies in dist/, without its ending. */
const ENTRIES = {
  cli: 'cli/main.ts',
  'lib/selvedge': 'package/selvedge.ts',
  'lib/node': 'package/node.ts',
  'lib/global': 'package/global.ts',
  'lib/vite': 'plugins/vite.ts',
  'lib/next': 'plugins/next.ts',
};

/** What tags are made of and no page is served: in the package they are one file, a fifth of their size. */
const SOURCES = ['selvedge-whole.js', 'selvedge-whole-measure.js', 'selvedge.parts.json'];

/** Brotli, whose window holds all of it: most of one is in another. Without a date. cli/read-built.ts reads it. */
function packSources(dist) {
  const texts = SOURCES.map((name) => [name, readFileSync(join(dist, name), 'utf8')]);
  const packed = brotliCompressSync(JSON.stringify(Object.fromEntries(texts)), {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  });
  writeFileSync(join(dist, 'selvedge.sources.br'), packed);
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
