// Builds everything that is given away, into dist/. One file, read from top to bottom.
//
//   node build.mjs             all of it
//   node build.mjs --out DIR   the same into another folder than dist/
//   node build.mjs --budget    only measures the tag and fails when it is over budget or holds what it must not
//
// The same sources give the same bytes: no dates, no paths, no random names.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { buildExtension } from './extension/build.mjs';
import { buildMirror } from './snippet/mirror/build-mirror.mjs';

const at = (path) => new URL(path, import.meta.url).pathname;
const { version, config } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const { values: wanted } = parseArgs({
  options: { out: { type: 'string', default: at('dist') }, budget: { type: 'boolean', default: false } },
});
const dist = resolve(wanted.out);
const into = (path) => join(dist, path);

/**
 * What the tag may weigh, brotli-compressed, without a config (bytes). Far more than it should: what real pages broke was
 * mended in the tag as it is, and put it over its goal of 28,500. The storage, the explanations and the heavier half of
 * the applier are not needed before the first paint; until they are files of their own this keeps the rest from
 * growing. package.json holds the figure, for the conventions test too.
 */
const BUDGET = config.tagBudget;
/** What the tag may be made of. zod, the panel's libraries and Node have no business on other people's pages. */
const ALLOWED = /^(snippet|shared\/(grammar|engine|dom|page)|node_modules\/idb)\//;

const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  absWorkingDir: at('.'),
  define: { VERSION: JSON.stringify(version) },
};

/** Pieces of idb that the tag does not use, and that no tree-shaking can see are unused. */
const UNUSED = [
  // shortcuts (`db.getAll(store)`) and async iterators: a third of it, at its end
  /^const readMethods = [\s\S]*?^(?=export )/m,
  // cursors
  /^let cursorAdvanceMethods;$/m,
  /^function getCursorAdvanceMethods[\s\S]*?^}$/m,
  /^ {4}if \(getCursorAdvanceMethods[\s\S]*?^ {4}}$/m,
];
/** idb without these, its caches being maps whose methods a page cannot replace. */
const idbCore = {
  name: 'idb-core',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]idb[\\/]build[\\/]index\.js$/ }, ({ path }) => ({
      contents: UNUSED.reduce(
        (code, piece) => {
          if (!piece.test(code))
            throw new Error(`idb looks different in this version: mend ${piece} in UNUSED`);
          return code.replace(piece, '');
        },
        `import { KeptWeakMap as WeakMap } from ${JSON.stringify(at('snippet/remember/kept-weak-map.ts'))};\n${readFileSync(path, 'utf8')}`,
      ),
    }));
  },
};

/** The script tag. */
async function buildTag() {
  const { metafile, outputFiles } = await build({
    ...shared,
    minify: false,
    plugins: [idbCore],
    entryPoints: ['snippet/main.ts'],
    format: 'iife',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    metafile: true,
    write: false,
  });
  const strangers = Object.keys(metafile.inputs).filter((input) => !ALLOWED.test(input));
  if (strangers.length)
    throw new Error(
      `the tag would hold ${strangers.join(', ')}. It may hold only snippet/, shared/{grammar,engine,dom,page}/ and idb: ` +
        'use `import type` for anything else',
    );
  // terser takes another 4 % off what esbuild's own minifier leaves
  const { code } = await minify(outputFiles[0].text, {
    ecma: 2020,
    // `unsafe`: the sources call no built-in by a name that could be another
    compress: {
      passes: 6,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
      keep_fargs: false,
    },
    // a classic script is read in the encoding of its page, whatever that is
    format: { ascii_only: true },
  });
  if (code.split('__SELVEDGE_CONFIG__').length !== 2)
    throw new Error('the tag must name the place of its config once');
  // what is missing when the files begin (no Map, no MutationObserver) ends the tag there, and is not the page's error
  const guarded = code.replace(
    /^"use strict";(.*)$/s,
    (_all, body) => `"use strict";try{${body}}catch(e){try{console.warn("[selvedge]",e)}catch(e){}}`,
  );
  if (guarded === code)
    throw new Error('the tag is to begin with "use strict", inside of which it is guarded');
  // the comment lets V8 compile all of it off the main thread, which a first visit waits for less:
  // https://v8.dev/blog/explicit-compile-hints (`npm run bench:boot` measures it)
  const contents = Buffer.from(
    `//# allFunctionsCalledOnLoad\n${guarded.replace('__SELVEDGE_CONFIG__', '"__SELVEDGE_CONFIG__"')}`,
  );
  const size = {
    min: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    brotli: brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
  console.log(
    `selvedge.js  ${size.min} B min, ${size.gzip} B gzip, ${size.brotli} B brotli (budget ${BUDGET})`,
  );
  if (wanted.budget && size.brotli > BUDGET)
    throw new Error(`selvedge.js is ${size.brotli - BUDGET} bytes over its budget: take something out of it`);
  return contents;
}

/** What the tag loads from beside itself where the browser has no `setHTML`. */
const buildPurify = () =>
  build({
    ...shared,
    entryPoints: ['shared/purify/main.ts'],
    outfile: into('selvedge-purify.js'),
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
  });

/** The command line, with everything it needs inside. */
const buildCli = () =>
  build({
    ...shared,
    entryPoints: ['cli/main.ts'],
    outfile: into('cli.js'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: false,
    banner: {
      // some bundled packages still ask for `require`
      js: "#!/usr/bin/env node\nimport { createRequire as _createRequire } from 'node:module';\nconst require = _createRequire(import.meta.url);",
    },
  });

const tag = await buildTag();
if (!wanted.budget) {
  mkdirSync(into('shop'), { recursive: true });
  // in one step: somebody may be reading it
  writeFileSync(into('selvedge.js.new'), tag);
  renameSync(into('selvedge.js.new'), into('selvedge.js'));
  await buildPurify();
  writeFileSync(into('selvedge-panel.js'), await buildMirror());
  await buildCli();
  // so that `npx selvedge` runs it in this checkout
  chmodSync(into('cli.js'), 0o755);
  const selvedge = (...words) =>
    execFileSync(process.execPath, [into('cli.js'), ...words], { encoding: 'utf8' });
  writeFileSync(into('selvedge.schema.json'), selvedge('schema'));
  // the demo shop's tag, made the way an owner makes it
  selvedge('bundle', at('test/shop/selvedge.json'), '-o', into('shop/selvedge.js'));
  await buildExtension(dist);
}
