// Builds the script of the first paint in pieces, which `compose` (shared/publish/compose.ts) puts together by need.

import { build } from 'esbuild';
import { minify } from 'terser';

const root = new URL('../..', import.meta.url).pathname;

/** Which of its functions a config may need, by the files that they are in. */
const FUNCTIONS = [
  ['snippet/now/start.ts', 'start'],
  [
    'shared/engine/predicate.ts',
    'holdsBy isAlike $eq $ne $gt $gte $lt $lte $in $nin $exists $contains $startsWith $endsWith $size $all $elemMatch $not $and $or $nor',
  ],
  ['shared/engine/dig.ts', 'dig'],
  ['shared/engine/glob.ts', 'readPageQuery'],
  ['shared/engine/lines/page-test.ts', 'outcomeOf placeOfTopics'],
  ['shared/engine/lines/remembered.ts', 'openPage'],
  ['shared/engine/lines/zone.ts', 'withDays'],
  ['snippet/now/own-pages.ts', 'ownPages'],
  ['snippet/now/keep-path.ts', 'keepPath'],
  ['shared/page/page-view.ts', 'readSearch isNotFound'],
  [
    'snippet/observe/arrival.ts',
    'arrivalBy utmEmail utmPaid utmAffiliate utmSocial utmSearch utmReferral hostsAi hostsEmail hostsSearch hostsSocial',
  ],
  ['shared/engine/address.ts', 'readPath'],
  [
    'shared/dom/facts.ts',
    'readLanguage readLanguages readTimeZone readCountry readDevice readOs readBrowser readWidth readScheme readPointer readSaveData',
  ],
  ['snippet/now/read-clock.ts', 'readHour readWeekday'],
  ['snippet/now/read-param.ts', 'readParam'],
  ['shared/engine/place.ts', 'place'],
  ['shared/engine/lines/choose-share.ts', 'chooseShare'],
  ['snippet/remember/seed.ts', 'createSeed'],
].map(([file, names]) => [file, names.split(' ')]);

/** What it may be made of: nothing that folds events, and of time no more than when a page is opened. */
const ALLOWED =
  /^(snippet\/(now\/|find-tag|is-previewed|observe\/(arrival|framed)|preview-link|robot|remember\/seed)|shared\/(dom\/(facts|country)|page\/page-view|engine\/(native|dig|predicate|pattern|glob|address|place|hash|event|profile|lines\/(table|line|ask-page|tree|entry|find-entries|choose-share|page-test|remembered|zone))\.ts))/;

/** esbuild says above each file's code which file it is. */
const FILE = /^\/\/ ((?:snippet|shared)\/\S+\.ts)$/m;

/** Where something is declared at the top; what is done there stands behind what it is done with. */
const DECLARATION = /^(?=(?:async )?(?:var|let|const|function|class)\b)/m;

/** All of them in one script, without what it exports, and the names that these have in it. */
async function bundle(common) {
  const { outputFiles } = await build({
    ...common,
    minify: false,
    stdin: {
      resolveDir: root,
      contents: FUNCTIONS.map(([file, names]) => `export { ${names} } from './${file}';`).join('\n'),
    },
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    write: false,
  });
  const [{ text }] = outputFiles;
  const strangers = [...text.matchAll(new RegExp(FILE, 'gm'))].flatMap(([, file]) =>
    ALLOWED.test(file) ? [] : file,
  );
  if (strangers.length) throw new Error(`the first paint would hold ${strangers.join(', ')}`);
  const [code, exported = ''] = text.split(/^export (?=\{)/m);
  const renamed = exported.match(/[\w$]+ as [\w$]+/g) ?? [];
  const localOf = (name) => renamed.find((one) => one.endsWith(` as ${name}`))?.split(' ')[0] ?? name;
  return { code, localOf };
}

/** The names that a script declares at its top, in order. */
async function readTop(text) {
  const nameCache = {};
  await minify(text, { compress: false, mangle: { toplevel: true }, nameCache });
  return Object.keys(nameCache.vars.props)
    .map((name) => name.slice(1))
    .sort();
}

/** What is declared at the top of a script, each small by itself; by `shorts` one piece calls another. */
async function cut(code, shorts) {
  const props = Object.fromEntries([...shorts].map(([name, short]) => [`$${name}`, short]));
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
          nameCache: { vars: { props: { ...props } } },
          format: { ascii_only: true },
        });
        if (text) pieces.push({ name: file, text: /[;}]$/.test(text) ? text : `${text};` });
      }
  }
  return pieces;
}

/** Which piece declares each name. */
async function findHomes(pieces, shorts) {
  const isTop = new Set(shorts.values());
  const homes = new Map();
  for (const [i, { text }] of pieces.entries())
    for (const name of await readTop(text)) if (isTop.has(name)) homes.set(name, i);
  return homes;
}

const namesIn = (text) => new Set(text.match(/(?<![\w$])_[\da-z]+(?![\w$])/g) ?? []);

/** The places of the other pieces that a piece calls. */
const findNeeds = (piece, pieces, homes) =>
  [...new Set([...namesIn(piece.text)].flatMap((name) => homes.get(name) ?? []))]
    .filter((other) => pieces[other] !== piece)
    .sort((a, b) => a - b);

/**
 * Bundles all, cuts that into what is declared in it, and makes each piece small by itself. What one piece calls another by is
 * named once for all; a local name has one letter and is never one of those.
 *
 * @param common what all builds share
 * @returns {Promise<import('../../shared/publish/compose.ts').Pieces>}
 */
export async function buildPieces(common) {
  const { code, localOf } = await bundle(common);
  const shorts = new Map((await readTop(code)).map((name, i) => [name, `_${i.toString(36)}`]));
  const pieces = await cut(code, shorts);
  const homes = await findHomes(pieces, shorts);
  for (const piece of pieces) piece.needs = findNeeds(piece, pieces, homes);
  const names = Object.fromEntries(
    FUNCTIONS.flatMap(([, names]) => names).map((name) => {
      const short = shorts.get(localOf(name));
      return [name, [short, homes.get(short)]];
    }),
  );
  return { names, pieces };
}
