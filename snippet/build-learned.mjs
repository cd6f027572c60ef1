// Builds the conditions of learned numbers (shared/engine/conditions/learned.ts), that of models (model.ts), and what a site
// states of its buyers (stated.ts), by themselves. A tag with parts holds them where the engine names them, until publishing cuts them out
// (shared/publish/choose-measuring.ts); of a tag without not even the name is left, so nobody else has a byte of them.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPart } from './build-part.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Where the engine names them, each in its import and in one other line, which is a spread. */
const PLACES = {
  'shared/engine/conditions/kinds.ts': ['learnedRules', 'modelRules'],
  'shared/engine/words.ts': ['learnedWords', 'modelWords', 'statedWords'],
  'shared/engine/compile.ts': ['weighIn', 'stateRule'],
  'shared/engine/decide.ts': ['findWeighed', 'findStated'],
  'shared/engine/explain.ts': ['explainWeighed', 'explainStated'],
  'shared/engine/lines/find-leaf.ts': ['joinLeaf', 'stateLeaf'],
  'shared/engine/lines/line-of.ts': ['joinStates'],
  'shared/engine/lines/lines-of.ts': ['joinPaths'],
  'snippet/later/keep-lines.ts': ['groundsOfStated'],
};
/**
 * Each with the part that it belongs to, and what the tag has anyway and lends to it: nothing of it is in it twice. What
 * is called there is a function.
 */
const NAMED = {
  learnedRules: {
    part: 'learned',
    file: 'shared/engine/conditions/learned.ts',
    lent: {
      tidy: 'shared/engine/conditions/tidy.ts',
      digNumbers: 'shared/engine/dig.ts',
      dayOf: 'shared/engine/event.ts',
      numbersIn: 'shared/engine/predicate.ts',
      ms: 'shared/grammar/duration.ts',
    },
  },
  learnedWords: { part: 'learned', file: 'shared/engine/learned-words.ts', lent: {} },
  modelRules: {
    part: 'model',
    file: 'shared/engine/conditions/model.ts',
    lent: { holds: 'shared/engine/predicate.ts', toJson: 'shared/engine/native.ts' },
  },
  modelWords: { part: 'model', file: 'shared/engine/model-words.ts', lent: {} },
  weighIn: { part: 'model', file: 'shared/engine/weigh.ts', lent: {} },
  findWeighed: { part: 'model', file: 'shared/engine/weigh.ts', lent: {} },
  explainWeighed: { part: 'model', file: 'shared/engine/weigh.ts', lent: {} },
  joinLeaf: {
    part: 'model',
    file: 'shared/engine/lines/join-leaf.ts',
    lent: {
      decodePaths: 'shared/engine/address.ts',
      ruleFor: 'shared/engine/conditions/kinds.ts',
      keyOf: 'shared/engine/hash.ts',
      toJson: 'shared/engine/native.ts',
      edgesOf: 'shared/engine/lines/edges.ts',
      withMarks: 'shared/engine/lines/marks.ts',
      isOfDays: 'shared/engine/lines/of-days.ts',
      openPage: 'shared/engine/lines/open-page.ts',
      pathsIn: 'shared/engine/lines/paths-in.ts',
      findQuestions: 'shared/engine/lines/questions.ts',
    },
  },
  joinStates: { part: 'model', file: 'shared/engine/lines/join-states.ts', lent: {} },
  joinPaths: { part: 'model', file: 'shared/engine/lines/join-states.ts', lent: {} },
  stateRule: {
    part: 'buyer',
    file: 'shared/engine/conditions/stated.ts',
    lent: {
      tidy: 'shared/engine/conditions/tidy.ts',
      digNumbers: 'shared/engine/dig.ts',
      own: 'shared/engine/dig.ts',
      isObject: 'shared/engine/native.ts',
      toJson: 'shared/engine/native.ts',
    },
  },
  statedWords: { part: 'buyer', file: 'shared/engine/stated-words.ts', lent: {} },
  findStated: { part: 'buyer', file: 'shared/engine/find-stated.ts', lent: {} },
  explainStated: { part: 'buyer', file: 'shared/engine/find-stated.ts', lent: {} },
  stateLeaf: {
    part: 'buyer',
    file: 'shared/engine/lines/state-leaf.ts',
    lent: {
      ruleFor: 'shared/engine/conditions/kinds.ts',
      keyOf: 'shared/engine/hash.ts',
      toJson: 'shared/engine/native.ts',
    },
  },
  groundsOfStated: {
    part: 'buyer',
    file: 'shared/engine/lines/grounds-of-stated.ts',
    lent: { toJson: 'shared/engine/native.ts' },
  },
};
/** What only a tag has that writes lines for the next page. */
const OF_LINES = ['joinLeaf', 'joinStates', 'joinPaths', 'stateLeaf', 'groundsOfStated'];

/** What is lent to a part has a name of its own there, lest the file knows it already, or lends it to another. */
const nameAt = (lent, part) => `${lent}$${part}`;

/** What it is called with, where it is called. */
const readCall = (line, name) => new RegExp(`\\b${name}(\\(.*\\)),$`).exec(line)?.[1] ?? '';

/** One named thing as its part, or not at all. */
function replaceNamed(path, text, name, measures) {
  const { lent } = NAMED[name];
  let found = 0;
  const lines = text.split('\n').map((line) => {
    if (!new RegExp(`\\b${name}\\b`).test(line)) return line;
    found++;
    if (!measures) return '';
    if (!line.startsWith('import'))
      return `...__SELVEDGE_${name}__(${Object.keys(lent).map((one) => nameAt(one, name))})${readCall(line, name)},`;
    return Object.entries(lent)
      .map(([one, file]) => `import { ${one} as ${nameAt(one, name)} } from ${JSON.stringify(at(file))};`)
      .join('');
  });
  if (found !== 2) throw new Error(`${path} names ${name} in its import and in one other line`);
  return lines.join('\n');
}

/** The spread as far as what is lent; what it is called with, if it is, is all that may follow before the next. */
const PLACE = /\.\.\.__SELVEDGE_(\w+)__\(([\w$,]*)\)((?:\((?:[\w$,]|\(\))*\))?,?)/g;

/** @param measures whether it is a tag with parts */
export const learnedAsPart = (measures) => ({
  name: 'learned-as-part',
  setup({ onLoad }) {
    const known = new Map(Object.keys(PLACES).map((file) => [at(file), file]));
    onLoad({ filter: /shared.engine.*\.ts$|snippet.later.keep-lines\.ts$/ }, ({ path }) => {
      const file = known.get(path);
      if (!file) return undefined;
      let text = readFileSync(path, 'utf8');
      for (const name of PLACES[file]) text = replaceNamed(path, text, name, measures);
      return { contents: text, loader: 'ts' };
    });
  },
});

/** Each name with the file that it is of. */
const lentTo = (name) =>
  Object.entries(NAMED[name].lent).map(([one, file]) => ({ name: one, from: at(file) }));

/** @param code of a tag with parts: it writes lines for the next page, or it does not */
export async function putLearned(common, code) {
  const places = [...code.matchAll(PLACE)].map(([, name]) => name);
  const parts = new Map();
  for (const name of Object.keys(NAMED)) {
    const times = places.filter((one) => one === name).length;
    if (times > 1 || (times < 1 && !OF_LINES.includes(name)))
      throw new Error(`a tag with parts names ${name} once`);
    if (times) parts.set(name, await buildPart(common, NAMED[name].file, name, lentTo(name)));
  }
  return code.replace(
    PLACE,
    (_all, name, lent, call) => `/*part ${NAMED[name].part}*/...(${parts.get(name)})(${lent})${call}/*part*/`,
  );
}
