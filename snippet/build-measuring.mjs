// Builds what counts, what tells the site's own analytics, what asks and what recommends, each part by itself, and puts
// all of them into a tag that measures. Publishing cuts out those that a config does not use (shared/publish/choose-measuring.ts).

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readLent } from './read-lent.mjs';
import { shorten } from './shorten.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Who can be told, by the files that say how, and what tells them; what asks, and what recommends. */
const PARTS = {
  asking: 'ask/asking',
  suggesting: 'recommend/suggesting',
  rows: 'recommend/keeping-rows',
  telling: 'tell/telling',
  ga4: 'tell/ga4',
  dataLayer: 'tell/data-layer',
  plausible: 'tell/plausible',
  matomo: 'tell/matomo',
  umami: 'tell/umami',
  posthog: 'tell/posthog',
  segment: 'tell/segment',
  rudderstack: 'tell/rudderstack',
  snowplow: 'tell/snowplow',
  mixpanel: 'tell/mixpanel',
  countly: 'tell/countly',
  beacon: 'tell/beacon',
};

/** What the tag has anyway and lends to what counts, by the file that says so: nothing of it is in it twice. */
const LENT = 'snippet/measure/lent.ts';
const PLACE = '__SELVEDGE_NEEDED__';

/** As a free name, until it is a parameter of what is built. */
const parameterOf = (name) => `lent$${name}`;
const BORROWED = /^var (\w+) = (lent\$\w+);$/gm;

/** Takes these names from what is lent, wherever they are imported from. */
const borrowed = (lent) => ({
  name: 'borrowed',
  setup({ onLoad, onResolve }) {
    const folder = dirname(at(LENT));
    const contents = new Map(
      lent.map(({ names, from }) => [
        from.startsWith('.') ? resolve(folder, from) : from,
        names.map((name) => `export const ${name} = ${parameterOf(name)};`).join('\n'),
      ]),
    );
    onResolve({ filter: /^idb$/ }, ({ path }) => ({ path, namespace: 'lent' }));
    onLoad({ filter: /./, namespace: 'lent' }, ({ path }) => ({ contents: contents.get(path) }));
    onLoad({ filter: /\.ts$/ }, ({ path }) =>
      contents.has(path) ? { contents: contents.get(path) } : undefined,
    );
  },
});

/** In one expression: what is lent, in its order, into `createCounting`. */
async function buildCounting(common) {
  const lent = readLent(at(LENT));
  const { outputFiles } = await build({
    ...common,
    minify: false,
    plugins: [...common.plugins, borrowed(lent)],
    entryPoints: ['snippet/measure/counting.ts'],
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    write: false,
  });
  const [body, exported = ''] = outputFiles[0].text.split(/^export (?=\{)/m);
  if (exported.replace(/\s/g, '') !== '{createCounting};')
    throw new Error('snippet/measure/counting.ts is `createCounting` and nothing else');
  // by the names under which the rest knows them
  const known = new Map(Array.from(body.matchAll(BORROWED), ([, own, name]) => [name, own]));
  const parameters = lent.flatMap(({ names }) => names.map((name) => known.get(parameterOf(name))));
  const rest = body.replace(BORROWED, '');
  const { code } = await shorten(`part = (${parameters}) => { ${rest} return createCounting; }`, false);
  return code.replace(/^part=/, '').replace(/;$/, '');
}

async function buildPart(common, file) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [`snippet/${file}.ts`],
    format: 'esm',
    write: false,
  });
  // its short name may be a `$` as well
  const [, body, own] = /^(.*)export\{([\w$]+) as \w+\};$/s.exec(outputFiles[0].text.trim()) ?? [];
  if (own === undefined) throw new Error(`snippet/${file}.ts has one export and nothing else`);
  return `(()=>{${body}return ${own}})()`;
}

/** Each in one expression, behind its name. */
async function buildNeeded(common) {
  const parts = [
    ['counting', buildCounting(common)],
    ...Object.entries(PARTS).map(([name, file]) => [name, buildPart(common, file)]),
  ];
  const texts = await Promise.all(
    parts.map(async ([name, text]) => `/*part ${name}*/${name}:${await text},`),
  );
  return `{${texts.join('')}/*part*/}`;
}

/** @param code of a build that measures, which names the place once */
export async function putMeasuring(common, code) {
  const parts = code.split(PLACE);
  if (parts.length !== 2) throw new Error('a tag that measures must name the place of what does once');
  return parts.join(await buildNeeded(common));
}
