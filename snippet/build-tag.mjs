// Builds the tag in one file, selvedge-whole.js; the first of two without a config, selvedge.js; what goes on where the first
// has begun, selvedge-later.js; what that shows changes with, selvedge-show.js; and what comes instead after a refusal,
// selvedge-listen.js. Says what they weigh.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { borrow, readExports } from './borrow.mjs';
import { learnedAsPart, putLearned } from './build-learned.mjs';
import { putMeasuring } from './build-measuring.mjs';
import { shorten } from './shorten.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * What the tag may weigh, brotli-compressed, without a config (bytes). Far more than it should: what real pages broke was
 * mended in the tag as it is, and put it over its goal of 28,500. 71 of it are the line that says whose code is inside,
 * as idb's licence asks for. The storage, the explanations and the heavier half of
 * the applier are not needed before the first paint; until they are files of their own this keeps the rest from
 * growing. package.json holds the figure, for the conventions test too.
 */
const BUDGET = JSON.parse(readFileSync(at('package.json'), 'utf8')).config.tagBudget;
/** What the tag may be made of. zod, the panel's libraries and Node have no business on other people's pages. */
const ALLOWED = /^(snippet|shared\/(grammar|engine|dom|page)|node_modules\/idb)\//;

/** Pieces of idb that the tag does not use, and that no tree-shaking can see are unused. */
const UNUSED = [
  // shortcuts (`db.getAll(store)`) and async iterators: a third of it, at its end
  /^const readMethods = [\s\S]*?^(?=export )/m,
  // which request a promise is of: where that cannot be remembered, nobody would hear how it ended
  /^ {4}\/\/ This mapping exists in [\s\S]*?\.set\(promise, request\);$/m,
  // cursors
  /^let cursorAdvanceMethods;$/m,
  /^function getCursorAdvanceMethods[\s\S]*?^}$/m,
  /^ {4}if \(getCursorAdvanceMethods[\s\S]*?^ {4}}$/m,
];
/** What idb does in listeners, where what throws (a page has broken what it needs) would be the page's error. */
const LISTENING = [
  [
    'resolve(wrap(request.result));',
    'try { resolve(wrap(request.result)); } catch (error) { reject(error); }',
  ],
  // a database without its stores would stay: what is not whole is undone
  [
    /upgrade\(wrap\(request\.result\).*$/m,
    'try { upgrade(wrap(request.result)); } catch (error) { request.transaction.abort(); }',
  ],
];
/** idb with these mended and those left out, what it keeps being in maps whose methods a page cannot replace. */
const idbCore = {
  name: 'idb-core',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]idb[\\/]build[\\/]index\.js$/ }, ({ path }) => ({
      contents: [...UNUSED.map((piece) => [piece, '']), ...LISTENING].reduce(
        (code, [piece, instead]) => {
          const changed = code.replace(piece, instead);
          if (changed === code)
            throw new Error(`idb looks different in this version: mend ${piece} in UNUSED or LISTENING`);
          return changed;
        },
        `import { KeptWeakMap as WeakMap } from ${JSON.stringify(at('snippet/remember/kept-weak-map.ts'))};\n${readFileSync(path, 'utf8')}`,
      ),
    }));
  },
};

/** A tag without parts is, byte for byte, what it would be without what counts, asks and recommends: not even its order is another. */
const withoutParts = {
  name: 'without-parts',
  setup({ onLoad }) {
    onLoad(
      {
        filter:
          /snippet.(measure.begin-counting|tell-measured|ask.begin-asking|recommend.begin-recommending)\.ts$/,
      },
      () => ({
        contents:
          'export const beginCounting = undefined, tellMeasured = undefined, findAsked = undefined, fileFor = undefined, forgetAnswers = undefined, findLists = undefined, loadList = undefined, createLate = undefined, serveSuggestions = undefined, fileListsBy = undefined;',
      }),
    );
  },
};

/** For `data-config` the files beside the tag are found another way. */
const findBare = {
  name: 'find-bare',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/find-beside\.ts$/ }, () => ({ path: at('snippet/bare/find-beside.ts') }));
  },
};

/** All of it in one script. @throws where that would hold what it may not */
async function bundle(common, entry, format, plugins = [], measures = false) {
  const { metafile, outputFiles } = await build({
    ...common,
    define: { ...common.define, MEASURES: String(measures) },
    minify: false,
    plugins: [
      ...common.plugins,
      idbCore,
      learnedAsPart(measures),
      ...(measures ? [] : [withoutParts]),
      ...plugins,
    ],
    entryPoints: [entry],
    format,
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
  return outputFiles[0].text;
}

/** What is missing when the files begin (no Map, no MutationObserver) ends the tag there, and is not the page's error. */
function guard(code) {
  const guarded = code.replace(
    /^"use strict";(.*)$/s,
    (_all, body) => `"use strict";try{${body}}catch(e){try{console.warn("[selvedge]",e)}catch(e){}}`,
  );
  if (guarded === code)
    throw new Error('the tag is to begin with "use strict", inside of which it is guarded');
  return guarded;
}

/** Where publishing puts something in, as text. */
function markPlace(code, place = '__SELVEDGE_CONFIG__') {
  const parts = code.split(place);
  if (parts.length !== 2) throw new Error(`the tag must name the place ${place} once`);
  return parts.join(`"${place}"`);
}

/**
 * @param common what all builds share
 * @param {string} idb the line that says whose code is inside, at the end of each file that holds it: its licence asks for it
 * @param measures whether it counts (snippet/measure); then it has no budget, as only those have it who asked for it
 * @returns {Promise<{ contents: Buffer, over: number }>} the file's bytes, and by how many it is over its budget
 */
export async function buildTag(common, idb, measures = false) {
  const { code } = await shorten(await bundle(common, 'snippet/main.ts', 'iife', [], measures), false);
  // the comment lets V8 compile all of it off the main thread, which a first visit waits for less:
  // https://v8.dev/blog/explicit-compile-hints (`npm run bench:boot` measures it)
  const text = measures ? await putLearned(common, await putMeasuring(common, code)) : code;
  // `;` and not a new line: brotli packs it in 70 bytes less
  const contents = Buffer.from(`//# allFunctionsCalledOnLoad\n${markPlace(guard(text))};${idb}`);
  if (measures) {
    weigh('selvedge-whole-measure.js', contents);
    return { contents, over: 0 };
  }
  const brotli = weigh('selvedge-whole.js', contents, ` (budget ${BUDGET})`);
  return { contents, over: Math.max(0, brotli - BUDGET) };
}

/** The first file where the config is another: what it says of that tells it from a published one. */
export async function buildBare(common) {
  const { code } = await shorten(await bundle(common, 'snippet/bare/main.ts', 'iife', [findBare]), false);
  const contents = Buffer.from(`// __SELVEDGE_CONFIG__: by data-config\n${guard(code)}`);
  weigh('selvedge.js', contents);
  return contents;
}

function weigh(name, contents, more = '') {
  const gzip = gzipSync(contents, { level: 9 }).length;
  const brotli = brotliCompressSync(contents, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;
  console.log(`${name}  ${contents.length} B min, ${gzip} B gzip, ${brotli} B brotli${more}`);
  return brotli;
}

/**
 * A module, asked for by `import()`: what fails in it as it begins is heard there.
 *
 * @param measures whether it counts (snippet/measure)
 */
export async function buildLater(common, idb, measures = false) {
  const { code } = await shorten(await bundle(common, 'snippet/later/main.ts', 'esm', [], measures), true);
  const text = measures ? await putLearned(common, await putMeasuring(common, code)) : code;
  const contents = Buffer.from(`${markPlace(markPlace(text), '__SELVEDGE_SHOW__')}\n${idb}`);
  weigh(measures ? 'selvedge-measure.js' : 'selvedge-later.js', contents);
  return contents;
}

/** What selvedge-show.js has of selvedge-later.js, which lends it (later/lent.ts), by the files that it would be in. */
const LENT = [
  'shared/dom/layers.ts',
  'shared/dom/mine.ts',
  'shared/dom/native.ts',
  'shared/engine/native.ts',
];

/** All that they export. */
async function readAll(common) {
  const files = LENT.map(async (file) => ({ from: at(file), names: await readExports(common, file) }));
  const all = (await Promise.all(files)).flatMap(({ from, names }) =>
    names.map((name) => ({ name, from, as: `lent.${name}` })),
  );
  const twice = all.find(({ name }, i) => all.findIndex((one) => one.name === name) !== i);
  if (twice) throw new Error(`two of the files that are lent export ${twice.name}`);
  return all;
}

/** A module that does nothing until it is begun with what is lent to it. */
export async function buildShow(common) {
  const text = await bundle(common, 'snippet/show/main.ts', 'esm', [borrow(await readAll(common))]);
  const [body, exported = ''] = text.split(/^export (?=\{)/m);
  if (exported.replace(/\s/g, '') !== '{showing};')
    throw new Error('selvedge-show.js is `showing` and nothing else');
  const begin = `export function begin(lent) {
    if (lent.version !== VERSION) throw new Error("the files beside the tag are of another version");
    ${body}
    return showing;
  }`.replace('VERSION', common.define.VERSION);
  const { code } = await shorten(begin, true);
  const contents = Buffer.from(code);
  weigh('selvedge-show.js', contents);
  return contents;
}

/** A module too, asked for after a refusal. */
export async function buildListener(common) {
  const { code } = await shorten(await bundle(common, 'snippet/listen/main.ts', 'esm'), true);
  const contents = Buffer.from(code);
  weigh('selvedge-listen.js', contents);
  return contents;
}
