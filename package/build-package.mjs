// Builds what runs in Node: the command line and what a program imports. They share their chunks, which is most of them.
// build.mjs calls it.

import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** By where it lies in dist/, without its ending. */
const ENTRIES = {
  cli: 'cli/main.ts',
  'lib/selvedge': 'package/selvedge.ts',
  'lib/node': 'package/node.ts',
  'lib/global': 'package/global.ts',
  'lib/vite': 'plugins/vite.ts',
};

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
  // chunks of an earlier build
  const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const name of readdirSync(join(dist, 'lib')))
    if (name.endsWith('.js') && !made.has(name)) rmSync(join(dist, 'lib', name));
}
