// Builds the script of the first paint in pieces, which `compose` (shared/publish/compose.ts) puts together by need.

import { build } from 'esbuild';
import { minify } from 'terser';

/** Which of its functions a config may need, by the files that they are in. */
const FUNCTIONS = [
  ['snippet/now/begin.ts', 'begin'],
  // where somebody gets the original everywhere
  ['snippet/now/begin-unless-held-out.ts', 'beginUnlessHeldOut'],
  ['snippet/now/start-unless-held-out.ts', 'startUnlessHeldOut'],
  // only decides: for tests
  ['snippet/now/start.ts', 'start startNow'],
  ['snippet/now/paint.ts', 'paint'],
  ['snippet/now/paint-spoken.ts', 'paintSpoken'],
  ['snippet/now/ask-picture.ts', 'askPicture'],
  ['snippet/now/leave.ts', 'leave'],
  ['snippet/now/kept-list.ts', 'keptList know leaveKnowing'],
  ['shared/dom/text.ts', 'text'],
  ['shared/dom/html.ts', 'html'],
  ['shared/dom/write.ts', 'attribute classes image link'],
  ['shared/dom/insert.ts', 'insert'],
  ['shared/dom/move.ts', 'move'],
  ['shared/dom/rootless.ts', 'wantRootless'],
  ['shared/dom/html-rootless.ts', 'wantHtmlRootless'],
  ['shared/dom/find.ts', 'findRoots isSaid'],
  ['shared/dom/layer.ts', 'lay lift'],
  ['snippet/now/may-change.ts', 'mayChange'],
  ['snippet/now/rules.ts', 'writeRule wearRules takeOff'],
  ['shared/dom/framework.ts', 'isPlain'],
  ['shared/dom/grow.ts', 'grow'],
  ['shared/dom/place.ts', 'settleNodes'],
  ['shared/dom/relocated.ts', 'settlePlace goHome leaveToPage'],
  ['shared/dom/owned.ts', 'isCompared'],
  ['snippet/now/fill.ts', 'fill'],
  ['snippet/now/stated-in.ts', 'statedIn'],
  [
    'shared/engine/predicate.ts',
    'holdsBy isAlike $eq $ne $gt $gte $lt $lte $in $nin $exists $contains $startsWith $endsWith $size $all $elemMatch $not $and $or $nor',
  ],
  ['shared/engine/dig.ts', 'dig'],
  ['shared/engine/glob.ts', 'fitsPages readPageQuery'],
  ['shared/engine/lines/page-test.ts', 'placeOfTopics'],
  ['shared/engine/lines/ask-own.ts', 'askOwn testFact'],
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

/**
 * Names of parts, and of what nobody but these files says of claims and edits: they become short. None of them is the
 * browser's, stands in a table or in storage, or is handed to the rest of the tag (handover.ts, painted.ts).
 */
const INTERNAL =
  'statedIn wantRootless wantHtmlRootless wantCopy lendToDeclared isPlain isOwned isCompared isFree findRoots isSaid mayChange writeRule wearRules takeOff settleNodes settlePlace goHome leaveToPage askPicture ownPages askOwn testFact placeOfTopics fitsPages readPageQuery withDays holdsBy isAlike chooseShare createSeed keepPath readSearch arrivalBy openPage isNotFound operators kinds isMarked isBad isPlaced isDoubted isTaken isStale isPending aspects records problem operations operation rebase waits restarts yields rounds since lost taker element edit change roots again picture watch place show ref tagged arrival'.split(
    ' ',
  );

/** What it may be made of: nothing that folds events, and of time no more than when a page is opened. */
const ALLOWED =
  /^(snippet\/(now\/|find-tag|is-previewed|own-(place|file)|apply\/redirect|redirected|read-active|observe\/(arrival|framed)|preview-link|remember\/seed)|shared\/(dom\/(facts|country|text|html|html-rootless|write|insert|move|in-place|framework|grow|place|relocated|rootless|owned|rule|tokens|base-rules|claim|editable|find|recommend\/(grow-kept|list-rule)|layer|layers|mine|native|page-text|refused|root|scratch|show-by-rule|takes|translated|wanted)|grammar\/(address|allowed|percent|words-for)|page\/(page-view|robot)|engine\/(aspect|collapse|native|dig|predicate|pattern|glob|address|place|held-out|hash|event|profile|lines\/(table|line|ask-own|ask-page|tree|entry|find-entries|choose-share|page-test|remembered|zone|kept-lists))\.ts))/;

/** esbuild says above each file's code which file it is. */
const FILE = /^\/\/ ((?:snippet|shared)\/\S+\.ts)$/m;

/** Where something is declared at the top; what is done there stands behind what it is done with. */
const DECLARATION = /^(?=(?:async )?(?:var|let|const|function|class)\b)/m;

/** All of them in one script, without what it exports, and the names that these have in it. */
async function bundle(common) {
  const { outputFiles, mangleCache } = await build({
    ...common,
    minify: false,
    stdin: {
      resolveDir: common.absWorkingDir,
      contents: FUNCTIONS.map(([file, names]) => `export { ${names} } from './${file}';`).join('\n'),
    },
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    mangleProps: new RegExp(`^(${INTERNAL.join('|')})$`),
    mangleCache: {},
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
  return { code, localOf, keys: mangleCache };
}

/** The names that a script declares at its top, in order. */
async function readTop(text) {
  const nameCache = {};
  await minify(text, { compress: false, mangle: { toplevel: true }, nameCache });
  return Object.keys(nameCache.vars.props)
    .map((name) => name.slice(1))
    .sort();
}

/** What is declared at the top of a script, each with the file that it is in. */
function cut(code) {
  const declarations = [];
  let file = '';
  for (const part of code.split(FILE)) {
    if (/^(snippet|shared)\/\S+$/.test(part)) file = part;
    else
      declarations.push(
        ...part
          .split(DECLARATION)
          .filter((text) => text.trim())
          .map((text) => ({ file, text })),
      );
  }
  return declarations;
}

/** What a published script calls what its pieces share (compose.ts): A … Z, AA … ZZ. */
const LETTERS = ['', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CAPITALS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).slice(1);

/**
 * @param shorts what each name at the top is called in all texts
 * @param kept those by which others call it; undefined: all of it stays
 */
async function makeSmall(text, shorts, kept) {
  const { code } = await minify(text, {
    ecma: 2020,
    compress: kept && {
      passes: 6,
      toplevel: true,
      top_retain: kept,
      // would declare what nobody else knows of
      hoist_props: false,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
    },
    mangle: { toplevel: true, reserved: CAPITALS },
    nameCache: {
      vars: { props: Object.fromEntries([...shorts].map(([name, short]) => [`$${name}`, short])) },
    },
    format: { ascii_only: true },
  });
  return !code || /[;}]$/.test(code) ? code : `${code};`;
}

/** Which of these texts declares each name. */
async function findHomes(texts) {
  const homes = new Map();
  for (const [i, text] of texts.entries()) for (const name of await readTop(text)) homes.set(name, i);
  return homes;
}

const namesIn = (text) => new Set(text.match(/\$_[\da-z]+\$/g) ?? []);

/** The places of the other texts that each calls. */
const findNeeds = (texts, homes) =>
  texts.map((text, i) =>
    [...new Set([...namesIn(text)].flatMap((name) => homes.get(name) ?? []))]
      .filter((other) => other !== i)
      .sort((a, b) => a - b),
  );

/** The functions that need each of these, by number. */
function findNeeding(needs, starts) {
  const needing = needs.map(() => new Set());
  const use = (i, by) => {
    if (needing[i].has(by)) return;
    needing[i].add(by);
    for (const other of needs[i]) use(other, by);
  };
  for (const [by, i] of starts.entries()) use(i, by);
  // the first is in every script, and so is what it needs
  for (const all of needing) if (all.has(0)) for (const by of starts.keys()) all.add(by);
  return needing;
}

/**
 * Bundles all, cuts that into what is declared in it, and makes what is always needed together small together. What one
 * piece calls another by is named once for all. What more functions need comes first: so each piece stands behind those
 * that it needs.
 *
 * @param common what all builds share
 * @returns {Promise<import('../../shared/publish/compose.ts').Pieces>}
 */
export async function buildPieces(common) {
  const { code, localOf, keys } = await bundle(common);
  const top = await readTop(code);
  const shorts = new Map(top.map((name, i) => [name, `$_${i.toString(36)}$`]));
  const declarations = cut(code);
  const named = await Promise.all(declarations.map(({ text }) => makeSmall(text, shorts)));
  const homes = await findHomes(named);
  const needs = findNeeds(named, homes);
  const functions = FUNCTIONS.flatMap(([, names]) => names).map((name) => [name, shorts.get(localOf(name))]);
  const needing = findNeeding(
    needs,
    functions.map(([, short]) => homes.get(short)),
  );
  const groups = new Map();
  for (const [i, by] of needing.entries()) {
    const key = [...by].sort().join();
    if (key) groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  const isFirst = (a, b) => needing[b[0]].size - needing[a[0]].size;
  const pieces = [];
  for (const group of [...groups.values()].sort(isFirst)) {
    const others = [...named.keys()].filter((i) => !group.includes(i));
    const called = namesIn(
      others.map((i) => named[i]).join(';') + functions.map(([, short]) => `;${short}`).join(''),
    );
    const kept = top.filter((name) => called.has(shorts.get(name)));
    const files = new Set(group.map((i) => declarations[i].file));
    const text = await makeSmall(group.map((i) => declarations[i].text).join('\n'), shorts, kept);
    pieces.push({ name: [...files].join(' '), text });
  }
  const texts = pieces.map(({ text }) => text);
  const own = await findHomes(texts);
  for (const name of own.keys())
    if (!name.startsWith('$')) throw new Error(`a piece declares ${name}, which another may too`);
  for (const [i, list] of findNeeds(texts, own).entries()) pieces[i].needs = list;
  return {
    keys,
    names: Object.fromEntries(functions.map(([name, short]) => [name, [short, own.get(short)]])),
    pieces,
  };
}
