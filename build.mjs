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
      // long sequences and turned comparisons are shorter, but brotli finds fewer of them alike
      sequences: 5,
      comparisons: false,
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

/**
 * The script of the first paint, in pieces that `compose` (shared/publish/compose.ts) puts together by need: which of
 * its functions a config may need, and where they are.
 */
const NOW = {
  start: 'snippet/now/start.ts',
  holds: 'shared/engine/predicate.ts',
  outcomeOf: 'shared/engine/lines/page-test.ts',
  openPage: 'shared/engine/lines/remembered.ts',
  readArriving: 'snippet/now/read-arriving.ts',
  scrubPath: 'shared/page/scrub.ts',
  readSearch: 'shared/page/page-view.ts',
  readCame: 'snippet/now/read-came.ts',
  isNotFound: 'shared/page/page-view.ts',
  readFacts: 'shared/dom/facts.ts',
  place: 'shared/engine/place.ts',
  chooseShare: 'shared/engine/lines/choose-share.ts',
  createSeed: 'snippet/remember/seed.ts',
};

/** What it may be made of: nothing that folds events, and of time no more than when a page is opened. */
const ALLOWED_NOW =
  /^(snippet\/(now\/|find-tag|is-previewed|observe\/(arrival|framed)|preview-link|robot|remember\/seed)|shared\/(dom\/(facts|country)|page\/(page-view|scrub|names|numbers)|engine\/(native|dig|predicate|pattern|glob|address|place|hash|event|profile|lines\/(table|line|ask-page|tree|entry|find-entries|choose-share|page-test|remembered))\.ts))/;

/** esbuild says above each file's code which file it is. */
const FILE = /^\/\/ ((?:snippet|shared)\/\S+\.ts)$/m;

/** Where something is declared at the top; what is done there stands behind what it is done with. */
const DECLARATION = /^(?=(?:async )?(?:var|let|const|function|class)\b)/m;

/**
 * Bundles all, cuts that into what is declared in it, and makes each piece small by itself. What one piece calls another by is
 * named once for all; a local name has one letter and is never one of those.
 */
async function buildPieces(functions) {
  const { outputFiles } = await build({
    ...shared,
    minify: false,
    stdin: {
      resolveDir: at('.'),
      contents: Object.entries(functions)
        .map(([name, file]) => `export { ${name} } from './${file}';`)
        .join('\n'),
    },
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    write: false,
  });
  const strangers = [...outputFiles[0].text.matchAll(new RegExp(FILE, 'gm'))].flatMap(([, file]) =>
    ALLOWED_NOW.test(file) ? [] : file,
  );
  if (strangers.length) throw new Error(`the first paint would hold ${strangers.join(', ')}`);
  const [code, exported = ''] = outputFiles[0].text.split(/^export (?=\{)/m);
  const nameCache = {};
  await minify(code, { compress: false, mangle: { toplevel: true }, nameCache });
  const shorts = Object.fromEntries(
    Object.keys(nameCache.vars.props)
      .sort()
      .map((name, i) => [name, `_${i.toString(36)}`]),
  );
  const pieces = [];
  let file = '';
  for (const part of code.split(FILE)) {
    if (/^(snippet|shared)\/\S+$/.test(part)) file = part;
    else
      for (const declared of part.split(DECLARATION)) {
        const { code: text } = await minify(declared, {
          ecma: 2020,
          compress: {
            passes: 6,
            unsafe: true,
            unsafe_arrows: true,
            unsafe_methods: true,
            pure_getters: true,
          },
          mangle: { toplevel: true },
          nameCache: { vars: { props: { ...shorts } } },
          format: { ascii_only: true },
        });
        if (text) pieces.push({ name: file, text: /[;}]$/.test(text) ? text : `${text};` });
      }
  }
  const namesIn = (text) => new Set(text.match(/(?<![\w$])_[\da-z]+(?![\w$])/g) ?? []);
  const isTop = new Set(Object.values(shorts));
  const homes = new Map();
  for (const [i, { text }] of pieces.entries()) {
    const { vars } = await readTop(text);
    for (const name of vars) if (isTop.has(name)) homes.set(name, i);
  }
  for (const piece of pieces) {
    const used = [...namesIn(piece.text)].flatMap((name) => homes.get(name) ?? []);
    piece.needs = [...new Set(used)].filter((other) => pieces[other] !== piece).sort((a, b) => a - b);
  }
  const names = Object.fromEntries(
    Object.keys(functions).map((name) => {
      const short = shorts[`$${new RegExp(`(\\w+) as ${name}\\b`).exec(exported)?.[1] ?? name}`];
      return [name, [short, homes.get(short)]];
    }),
  );
  return { names, pieces };
}

/** The names that a script declares at its top. */
async function readTop(text) {
  const nameCache = {};
  await minify(text, { compress: false, mangle: { toplevel: true }, nameCache });
  return { vars: Object.keys(nameCache.vars.props).map((name) => name.slice(1)) };
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
  writeFileSync(into('selvedge.parts.json'), JSON.stringify(await buildPieces(NOW)));
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
