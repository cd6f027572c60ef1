// Who takes part: each contestant is a page made from the shop's home page, and the files it asks for.
//
// A contestant is set up as its own documentation says, with a decision it can make on the device. What a server
// of theirs would answer is answered on loopback, at once but for the latency everybody pays.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  byHand,
  domMutations,
  hideRule,
  postHogTransforms,
  renderVariant,
  selvedgeChanges,
} from './changes.mjs';
import { SIZES } from './sizes.mjs';

/**
 * @typedef {{ type: string, body: string | Buffer, age?: number }} File age: seconds it may be kept (0: asked for again)
 * @typedef {{ name: string, html: string, files: Record<string, File>, isVariant: boolean, own: string, modules: string[] }} Case
 *   own: where the script in its head comes from; modules: what has to be loaded later, in that order
 */

const npm = (path) => readFileSync(fileURLToPath(new URL(`node_modules/${path}`, import.meta.url)), 'utf8');
const script = (body) => ({ type: 'text/javascript; charset=utf-8', body, age: 600 });
const json = (value, age = 0) => ({ type: 'application/json', body: JSON.stringify(value), age });

/** First in <head>, where each vendor wants a tag that must not flicker. */
const atTop = (html, tag) =>
  html.replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n    ${tag}`);
const atEndOfHead = (html, tag) => html.replace('</head>', () => `  ${tag}\n  </head>`);

/** An English-speaking visitor with at least one page view: true on the first visit, and it needs the memory. */
const isReader = {
  kind: 'all',
  of: [
    { kind: 'context', key: 'language', is: 'en' },
    { kind: 'count', event: 'page_view', is: { $gte: 1 } },
  ],
};
const everywhere = { version: 1, site: 'bench.example', revision: 1, privacy: { consent: 'implied' } };
const experience = (id, pages, segment, changes) => ({
  id,
  name: id,
  status: 'live',
  pages,
  variants: [{ id: 'a', name: 'A', segment, changes }],
});

export const selvedgeConfig = (when = isReader) => ({
  ...everywhere,
  segments: [{ id: 'reader', name: 'Readers', when }],
  experiences: [experience('hero', ['/'], 'reader', selvedgeChanges)],
});

/** So many segments a site may have: 10,000 experiences share them. */
const MOST_SEGMENTS = 1000;

/** The five changes in (at most) three experiences, among `count`; the others are about other pages and segments. */
export function grownConfig(count) {
  if (count === 1) return selvedgeConfig();
  const [text, image, link, hide, insert] = selvedgeChanges;
  const here = [[text, link], [image], [hide, insert]];
  const others = Array.from({ length: count - here.length }, (_, index) => index);
  return {
    ...everywhere,
    segments: [
      { id: 'reader', name: 'Readers', when: isReader },
      ...others.slice(0, MOST_SEGMENTS).map((index) => ({
        id: `topic-${index}`,
        name: `Looked at topic ${index}`,
        when: {
          kind: 'count',
          event: 'view_item',
          where: { item_category: `topic-${index}` },
          is: { $gte: 2 },
          within: '7d',
        },
      })),
    ],
    experiences: [
      ...others.map((index) =>
        experience(`topic-${index}`, [`/topic-${index}/*`], `topic-${index % MOST_SEGMENTS}`, [
          { kind: 'text', target: { css: '#hero-title' }, value: `More of topic ${index}` },
        ]),
      ),
      ...here.map((changes, index) => experience(`hero-${index}`, ['/'], 'reader', changes)),
    ],
  };
}

const growthBookExperiment = (key, pattern, condition, domMutations, css) => ({
  key,
  manual: false,
  changeId: key,
  status: 'running',
  hashAttribute: 'id',
  hashVersion: 2,
  coverage: 1,
  weights: [0, 1],
  phase: '0',
  urlPatterns: [{ include: true, type: 'simple', pattern }],
  condition,
  meta: [{ key: '0' }, { key: '1' }],
  variations: [
    { domMutations: [], css: '', js: '' },
    { domMutations, css, js: '' },
  ],
});
const growthBookPayload = (count = 1) => ({
  status: 200,
  features: {},
  experiments: Array.from({ length: count }, (_, index) =>
    index < count - 1
      ? growthBookExperiment(
          `topic-${index}`,
          `/topic-${index}/*`,
          { [`topic_${index}`]: { $gte: 2 } },
          [{ selector: '#hero-title', action: 'set', attribute: 'html', value: `More of topic ${index}` }],
          '',
        )
      : growthBookExperiment('hero', '/', { browser: { $exists: true } }, domMutations, hideRule),
  ),
  dateUpdated: '2026-11-20T00:00:00Z',
});

/** https://docs.growthbook.io/lib/script-tag: async before </head>, or (`blocking`) the best it can do: first, not async. */
const growthBook = (html, { blocking = false, count = 1 } = {}) => {
  const attributes =
    'data-client-key="sdk-bench" data-api-host="/gb" data-anti-flicker="true" data-tracking="none" src="/growthbook.js"';
  return {
    html: blocking
      ? atTop(html, `<script ${attributes}></script>`)
      : atEndOfHead(html, `<script async ${attributes}></script>`),
    files: {
      '/growthbook.js': script(npm('@growthbook/growthbook/dist/bundles/auto.min.js')),
      '/gb/api/features/sdk-bench': json(growthBookPayload(count), 30),
    },
    own: '/growthbook.js',
  };
};

/** https://posthog.com/docs/libraries/js: the snippet, which loads array.js; web experiments have to be switched on. */
function postHog(html, original) {
  const stub =
    '!function(t,e){var o,n,p,r;e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){function g(t,e){var o=e.split(".");2==o.length&&(t=t[o[0]],e=o[1]),t[e]=function(){t.push([e].concat(Array.prototype.slice.call(arguments,0)))}}(p=t.createElement("script")).type="text/javascript",p.async=!0,p.src=s.api_host+"/static/array.js",(r=t.getElementsByTagName("script")[0]).parentNode.insertBefore(p,r);var u=e;for(void 0!==a?u=e[a]=[]:a="posthog",u.people=u.people||[],o="capture register onFeatureFlags".split(" "),n=0;n<o.length;n++)g(u,o[n]);e._i.push([i,s,a])},e.__SV=1)}(document,window.posthog||[]);' +
    'posthog.init("phc_bench",{api_host:location.origin,disable_web_experiments:false,autocapture:false,capture_pageview:false,disable_session_recording:true,disable_surveys:true,persistence:"localStorage"})';
  const remote = {
    token: 'phc_bench',
    hasFeatureFlags: true,
    supportedCompression: [],
    autocapture_opt_out: true,
    sessionRecording: false,
    surveys: false,
    heatmaps: false,
    capturePerformance: false,
    siteApps: [],
  };
  return {
    html: atEndOfHead(html, `<script>${stub}</script>`),
    files: {
      '/static/array.js': script(npm('posthog-js/dist/array.js')),
      '/array/phc_bench/config.js': script('0'),
      '/array/phc_bench/config': json(remote),
      '/flags/': json({
        flags: {},
        featureFlags: {},
        featureFlagPayloads: {},
        errorsWhileComputingFlags: false,
        ...remote,
      }),
      '/api/web_experiments/': json({
        experiments: [
          {
            id: 1,
            name: 'hero',
            variants: {
              test: {
                conditions: { url: '/', urlMatchType: 'icontains' },
                transforms: postHogTransforms(original),
              },
            },
          },
        ],
      }),
      '/e/': json({ status: 1 }),
    },
    own: '/',
  };
}

async function domMutator() {
  const contents = `import mutate from 'dom-mutator';
    if (navigator.language.startsWith('en')) {
      for (const mutation of ${JSON.stringify(domMutations)}) mutate.declarative(mutation);
      mutate.declarative({ selector: '.ribbon', action: 'set', attribute: 'style', value: 'display:none' });
    }`;
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0].text;
}

/** https://support.google.com/optimize/answer/7100284 (2021), with the changes by hand in the async file. */
const asyncHidden = (html) => ({
  html: atTop(
    html,
    `<style>.async-hide{opacity:0!important}</style><script>document.documentElement.classList.add('async-hide');window.unhide=function(){document.documentElement.classList.remove('async-hide')};setTimeout(unhide,4000)</script><script async src="/changes.js"></script>`,
  ),
  files: {
    '/changes.js': script(
      `(function(){function go(){if(navigator.language.startsWith('en')){${byHand}}unhide()}document.readyState==='loading'?addEventListener('DOMContentLoaded',go):go()})()`,
    ),
  },
  own: '/changes.js',
});

/** Pages with a known fault of 300 ms, to prove that the instruments see it. */
function makeProofs(rendered, original) {
  const late = (act) =>
    atTop(rendered, `<script>addEventListener('load',()=>setTimeout(()=>{${act}},300))</script>`);
  return {
    'proof-flicker': late('')
      .replace(
        'setTimeout(()=>{}',
        `setTimeout(()=>{document.querySelector('#hero-title').textContent=${JSON.stringify('Warm tents for short days')}}`,
      )
      .replace(/(<h1 id="hero-title">)[^<]*/, `$1${original}`),
    'proof-blank': late("document.documentElement.style.opacity=''").replace(
      '<html',
      '<html style="opacity:0"',
    ),
    'proof-photo': late("document.querySelector('#hero-image').src='/assets/images/hero-winter.svg'").replace(
      'src="/assets/images/hero-winter.svg"',
      'src="/assets/images/hero-morning.svg"',
    ),
    'proof-shift': late(
      "const d=document.createElement('p');d.style.height='300px';document.body.prepend(d)",
    ),
  };
}

const LATER = 'selvedge-later.js';
const SHOW = 'selvedge-show.js';

/**
 * @param {string} page the shop's home page without any tag
 * @param {(config: object, ...flags: string[]) => Record<string, string>} publish makes Selvedge's files
 * @param {(key: string) => boolean} isWanted
 * @returns {Promise<Record<string, Case>>} those that are wanted
 */
export async function makeCases(page, publish, isWanted) {
  const html = page.replace('id="hero-image"', 'id="hero-image" elementtiming="photo"');
  const rendered = renderVariant(html);
  const filesOf = (files) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`/${name}`, script(text)]));
  const external = (config, form) => ({
    html: atTop(html, '<script src="/selvedge.js"></script>'),
    files: filesOf(publish(config, form)),
    own: '/selvedge.js',
  });
  const inTwo = (config) => ({ ...external(config, '--two'), modules: [LATER, SHOW] });
  const inline = (config) => {
    const { 'selvedge.js': element, ...beside } = publish(config, '--two', '--inline');
    return {
      html: atTop(html, element.replace(/<!--.*?-->\s*/s, '')),
      files: filesOf(beside),
      own: '/',
      modules: [LATER, SHOW],
    };
  };
  const nobody = { kind: 'count', event: 'page_view', is: { $gte: 1000 } };
  const mutations = script(await domMutator());
  /** @type {Record<string, () => Partial<Case>>} */
  const makers = {
    original: () => ({ name: 'no script, the original', html, isVariant: false }),
    rendered: () => ({ name: 'no script, already the variant', html: rendered }),
    selvedge: () => ({ name: 'Selvedge', ...inTwo(selvedgeConfig()) }),
    inline: () => ({ name: 'Selvedge, `--inline`', ...inline(selvedgeConfig()) }),
    whole: () => ({ name: 'Selvedge, `--whole`', ...external(selvedgeConfig(), '--whole') }),
    growthbook: () => ({ name: 'GrowthBook, async + anti-flicker', ...growthBook(html) }),
    'growthbook-blocking': () => ({
      name: 'GrowthBook, blocking + anti-flicker',
      ...growthBook(html, { blocking: true }),
    }),
    'dom-mutator': () => ({
      name: 'dom-mutator, decision by hand',
      html: atTop(html, '<script src="/mutations.js"></script>'),
      files: { '/mutations.js': mutations },
      own: '/mutations.js',
    }),
    posthog: () => ({ name: 'PostHog web experiment', ...postHog(html, html) }),
    hidden: () => ({ name: 'async tag + hidden page', ...asyncHidden(html) }),
    outside: () => ({
      name: 'Selvedge, visitor in no segment',
      ...inTwo(selvedgeConfig(nobody)),
      isVariant: false,
      modules: [LATER],
    }),
  };
  for (const count of SIZES) {
    makers[`selvedge-${count}`] = () => ({
      name: `Selvedge, ${count} experiences`,
      ...inTwo(grownConfig(count)),
    });
    makers[`growthbook-${count}`] = () => ({
      name: `GrowthBook, ${count} experiences`,
      ...growthBook(html, { blocking: true, count }),
    });
  }
  for (const [key, html] of Object.entries(makeProofs(rendered, 'Gear for the long way home')))
    makers[key] = () => ({ name: key, html });
  const usual = { files: {}, isVariant: true, own: '', modules: [] };
  return Object.fromEntries(
    Object.entries(makers)
      .filter(([key]) => isWanted(key))
      .map(([key, make]) => [key, { ...usual, ...make() }]),
  );
}
