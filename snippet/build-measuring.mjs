// Builds what counts, what tells the site's own analytics, what asks and what recommends, each part by itself, and puts
// all of them into a tag that measures. Publishing cuts out those that a config does not use (shared/publish/choose-measuring.ts).

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readLent } from './borrow.mjs';
import { buildPart } from './build-part.mjs';

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

/** What is lent nothing. */
async function buildAlone(common, file) {
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
    ['counting', buildPart(common, 'snippet/measure/counting.ts', 'createCounting', readLent(at(LENT)))],
    ...Object.entries(PARTS).map(([name, file]) => [name, buildAlone(common, file)]),
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
