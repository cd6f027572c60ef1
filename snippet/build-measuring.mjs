// Builds what tells the site's own analytics, each adapter by itself, and puts all of them into a tag that counts. Publishing
// cuts out those that a config does not use.

import { build } from 'esbuild';

/** Who can be told, by the files that say how (snippet/tell), and what tells them. */
const TELLS = {
  core: 'telling',
  ga4: 'ga4',
  dataLayer: 'data-layer',
  plausible: 'plausible',
  matomo: 'matomo',
  umami: 'umami',
  posthog: 'posthog',
  segment: 'segment',
  rudderstack: 'rudderstack',
  snowplow: 'snowplow',
  mixpanel: 'mixpanel',
  countly: 'countly',
  beacon: 'beacon',
};

/** Each in one expression, behind its name: publishing leaves those that a config uses (shared/publish/choose-tells.ts). */
async function buildTells(common) {
  const texts = await Promise.all(
    Object.entries(TELLS).map(async ([name, file]) => {
      const { outputFiles } = await build({
        ...common,
        entryPoints: [`snippet/tell/${file}.ts`],
        format: 'esm',
        write: false,
      });
      const body = outputFiles[0].text.trim().replace(/export\{(\w+) as \w+\};$/, 'return $1');
      return `/*tell ${name}*/${name}:(()=>{${body}})(),`;
    }),
  );
  return `{${texts.join('')}/*tell*/}`;
}

/** @param code of a build that counts, which names the place once */
export async function putTells(common, code) {
  const parts = code.split('__SELVEDGE_TELL__');
  if (parts.length !== 2) throw new Error('what tells the site’s analytics must name its place once');
  return parts.join(await buildTells(common));
}
