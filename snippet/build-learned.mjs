// Builds the conditions of learned numbers (shared/engine/conditions/learned.ts) by themselves. A tag with parts holds them
// where the engine names them, until publishing cuts them out (shared/publish/choose-measuring.ts); of a tag without not
// even the name is left, so nobody else has a byte of them.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { shorten } from './shorten.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Where the engine names them, each in the line of its import and in one other. */
const PLACES = {
  'shared/engine/conditions/kinds.ts': 'learnedRules',
  'shared/engine/words.ts': 'learnedWords',
};
const FILES = {
  learnedRules: 'shared/engine/conditions/learned.ts',
  learnedWords: 'shared/engine/learned-words.ts',
};

/** What the tag has anyway and lends to the rules, in this order: nothing of it is in it twice. */
const LENT = {
  tidy: 'shared/engine/conditions/tidy.ts',
  digNumbers: 'shared/engine/dig.ts',
  dayOf: 'shared/engine/event.ts',
  numbersIn: 'shared/engine/predicate.ts',
  ms: 'shared/grammar/duration.ts',
};
const given = (name) => (name === 'learnedRules' ? Object.keys(LENT).join() : '');

const PLACE = /\.\.\.__SELVEDGE_(learned\w+)__\((.*?)\),/g;

/** @param measures whether it is a tag with parts */
export const learnedAsPart = (measures) => ({
  name: 'learned-as-part',
  setup({ onLoad }) {
    onLoad({ filter: /shared.engine.(words|conditions.kinds)\.ts$/ }, ({ path }) => {
      const [, name] = Object.entries(PLACES).find(([file]) => at(file) === path) ?? [];
      if (!name) return undefined;
      let found = 0;
      const lines = readFileSync(path, 'utf8')
        .split('\n')
        .map((line) => {
          if (!new RegExp(`\\b${name}\\b`).test(line)) return line;
          found++;
          if (!measures) return '';
          if (!line.startsWith('import')) return `...__SELVEDGE_${name}__(${given(name)}),`;
          return name === 'learnedRules'
            ? Object.entries(LENT)
                .map(([lent, file]) => `import { ${lent} } from ${JSON.stringify(at(file))};`)
                .join('')
            : '';
        });
      if (found !== 2) throw new Error(`${path} names ${name} in its import and in one other line`);
      return { contents: lines.join('\n'), loader: 'ts' };
    });
  },
});

/** Imports these names from where whoever puts a part in says what they are. */
const borrowed = {
  name: 'borrowed',
  setup({ onLoad }) {
    const names = new Map(Object.entries(LENT).map(([name, file]) => [at(file), name]));
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const name = names.get(path);
      return name && { contents: `export const ${name} = lent$${name};` };
    });
  },
};
const BORROWED = /^var (\w+) = lent\$(\w+);$/gm;

/** In one expression: a function of what is lent. */
async function buildPart(common, name) {
  const { outputFiles } = await build({
    ...common,
    minify: false,
    plugins: [...common.plugins, borrowed],
    entryPoints: [FILES[name]],
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    write: false,
  });
  const [body, exported = ''] = outputFiles[0].text.split(/^export (?=\{)/m);
  if (exported.replace(/\s/g, '') !== `{${name}};`)
    throw new Error(`${FILES[name]} is \`${name}\` and nothing else`);
  const own = new Map(Array.from(body.matchAll(BORROWED), ([, called, lent]) => [lent, called]));
  const parameters = given(name)
    .split(',')
    .filter(Boolean)
    .map((lent) => own.get(lent) ?? lent);
  const { code } = await shorten(
    `part = (${parameters}) => { ${body.replace(BORROWED, '')} return ${name}; }`,
    false,
  );
  return code.replace(/^part=/, '').replace(/;$/, '');
}

/** @param code of a tag with parts */
export async function putLearned(common, code) {
  const parts = new Map();
  for (const name of Object.values(PLACES)) parts.set(name, await buildPart(common, name));
  let put = 0;
  const text = code.replace(PLACE, (_all, name, lent) => {
    put++;
    return `/*part learned*/...(${parts.get(name)})(${lent}),/*part*/`;
  });
  if (put !== parts.size) throw new Error('a tag with parts names each place of what is learned once');
  return text;
}
