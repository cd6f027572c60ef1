// Small apps that take over their server's HTML late, in part, or under a name nobody knows.
//
// Each has the same part (`#part`: a heading, a button that counts, words, a list), rendered on the server.
// In the page: `host.go()` lets the part be hydrated, `host.errors` lists what the framework complained of.

import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { build, type Plugin } from 'esbuild';
import { compile } from 'svelte/compiler';

export interface LateApp {
  name: string;
  /** the HTML as the server sends it: what comes later is a piece of its own; `HEAD` stands for the tag */
  makePieces(): Promise<string[]>;
  /** a module script */
  makeScript(): Promise<string>;
  /** whether the framework says that it will come, so that no time is too long: `host.go()` is the test's to call */
  isSure: boolean;
}

const define = {
  'process.env.NODE_ENV': '"production"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
};

const start = `
  const host = (window.host = { errors: [], go() {} });
  for (const level of ['error', 'warn']) {
    const was = console[level];
    console[level] = (...all) => { host.errors.push(all.join(' ')); was.apply(console, all); };
  }
  const onRecoverableError = (error) => host.errors.push('recovered: ' + error.message);
  const asked = new Promise((done) => { host.go = done; });`;

/** By itself, once the page has been seen. */
const soon = "addEventListener('load', () => requestAnimationFrame(() => setTimeout(host.go)));";

const reactPart = `
  import { createElement as h, Suspense, use, useState } from 'react';
  export function Part() {
    const [n, put] = useState(0);
    return h('section', { id: 'part' }, h('h2', null, 'Old ', n), h('button', { id: 'press', onClick: () => put(n + 1) }, 'Old ', n),
      h('ul', null, h('li', { id: 'item' }, 'Old ', n), h('li', { id: 'next' }, 'Next ', n)), h('p', { id: 'one' }, 'One ', n), h('p', { id: 'two' }, 'Two ', n));
  }
  const Late = ({ wait }) => { use(wait); return h(Part); };
  export const Boundary = ({ wait }) => h('main', null, h('h1', null, 'Head'), h(Suspense, { fallback: h('p', null, 'Loading') }, h(Late, { wait })));
  export const Whole = () => h('html', null, h('head', null, h('title', null, 'Host'), h('script', { src: '/dom.js' }), h('script', { src: '/start.js' }), h('script', { type: 'module', src: '/host.js' })), h('body', null, h('div', null, h(Part))));`;

const vuePart = `
  import { defineAsyncComponent } from 'vue';
  const Part = { data: () => ({ n: 0 }), template: \`<section id="part"><h2>Old {{ n }}</h2><button id="press" @click="n++">Old {{ n }}</button><ul><li id="item">Old {{ n }}</li><li id="next">Next {{ n }}</li></ul><p id="one">One {{ n }}</p><p id="two">Two {{ n }}</p></section>\` };
  export const make = (hydrate) => ({ components: { Late: defineAsyncComponent({ loader: async () => Part, hydrate }) }, template: '<main><h1>Head</h1><Late /></main>' });`;

const sveltePart = `<script>let n = $state(0);</script>
<section id="part"><h2>Old {n}</h2><button id="press" onclick={() => n++}>Old {n}</button><ul><li id="item">Old {n}</li><li id="next">Next {n}</li></ul><p id="one">One {n}</p><p id="two">Two {n}</p></section>`;

const sources: Record<string, string> = {
  'react-part': reactPart,
  'vue-part': vuePart,
  'svelte-part': sveltePart,
};

const parts = (generate: 'client' | 'server'): Plugin => ({
  name: 'parts',
  setup(b) {
    b.onResolve({ filter: /^(react|vue|svelte)-part$/ }, ({ path }) => ({ path, namespace: 'part' }));
    b.onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => {
      const source = sources[path] ?? '';
      const contents = path === 'svelte-part' ? compile(source, { generate }).js.code : source;
      return { contents, resolveDir: process.cwd() };
    });
    // the template is compiled in the page
    if (generate === 'client') {
      b.onResolve({ filter: /^vue$/ }, () => ({
        path: `${process.cwd()}/node_modules/vue/dist/vue.esm-bundler.js`,
      }));
    }
  },
});

async function bundle(contents: string, side: 'client' | 'server'): Promise<string> {
  const isClient = side === 'client';
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: isClient ? 'esm' : 'cjs',
    platform: isClient ? 'browser' : 'node',
    conditions: isClient ? ['browser', 'svelte', 'production'] : ['node', 'svelte', 'production'],
    define,
    logLevel: 'error',
    plugins: [parts(side)],
  });
  return outputFiles[0]?.text ?? '';
}

async function run<T>(contents: string): Promise<T> {
  const made = { exports: {} as T };
  const code = await bundle(contents, 'server');
  new Function('module', 'exports', 'require', code)(
    made,
    made.exports,
    createRequire(`${process.cwd()}/package.json`),
  );
  return made.exports;
}

type Render = (done: () => void, late: Promise<void>) => { pipe(to: Writable): void };

/** What React's server sends of the shell, and what it sends once the late part is there. */
async function streamReact(element: string): Promise<string[]> {
  const { render } = await run<{ render: Render }>(`
    import { renderToPipeableStream } from 'react-dom/server'; import { createElement } from 'react'; import { Boundary, Part, Whole } from 'react-part';
    export const render = (onShellReady, wait) => renderToPipeableStream(${element}, { onShellReady });`);
  let open = () => {};
  const late = new Promise<void>((done) => {
    open = done;
  });
  const pieces = ['', ''];
  let at = 0;
  await new Promise<void>((done) => {
    const to = new Writable({
      write(chunk, _encoding, next) {
        pieces[at] += chunk;
        next();
      },
      final(next) {
        next();
        done();
      },
    });
    const stream = render(() => {
      stream.pipe(to);
      setImmediate(() => {
        at = 1;
        open();
      });
    }, late);
  });
  return pieces.filter(Boolean);
}

const inPage = (body: string, head = '') =>
  `<!doctype html><html><head><title>Host</title>HEAD<script type="module" src="/host.js"></script>${head}</head><body>${body}`;

const astro = `customElements.define('astro-island', class extends HTMLElement {});`;

export const lateApps: LateApp[] = [
  {
    name: 'React hydrates the document',
    isSure: false,
    makePieces: () => streamReact('createElement(Whole)'),
    makeScript: () =>
      bundle(
        `import { hydrateRoot } from 'react-dom/client'; import { createElement } from 'react'; import { Whole } from 'react-part'; ${start} ${soon}
        asked.then(() => hydrateRoot(document, createElement(Whole), { onRecoverableError }));`,
        'client',
      ),
  },
  {
    name: 'React: a part streamed late, and what it waits for comes later still',
    isSure: true,
    async makePieces() {
      const [shell = '', ...rest] = await streamReact('createElement(Boundary, { wait })');
      return [inPage(`<div class="any">${shell}</div>`), ...rest];
    },
    makeScript: () =>
      bundle(
        `import { hydrateRoot } from 'react-dom/client'; import { createElement } from 'react'; import { Boundary } from 'react-part'; ${start}
        hydrateRoot(document.querySelector('.any'), createElement(Boundary, { wait: asked }), { onRecoverableError });`,
        'client',
      ),
  },
  {
    name: 'React in an island that is hydrated by a click',
    isSure: true,
    async makePieces() {
      const [html = ''] = await streamReact('createElement(Part)');
      return [inPage(`<main><h1>Head</h1><astro-island ssr="" client="click">${html}</astro-island></main>`)];
    },
    makeScript: () =>
      bundle(
        `import { hydrateRoot } from 'react-dom/client'; import { createElement, startTransition } from 'react'; import { Part } from 'react-part'; ${start} ${astro}
        const island = document.querySelector('astro-island');
        asked.then(() => { startTransition(() => hydrateRoot(island, createElement(Part), { onRecoverableError })); island.removeAttribute('ssr'); });`,
        'client',
      ),
  },
  {
    name: 'Vue: a component that is hydrated when asked for',
    isSure: true,
    async makePieces() {
      const { html } = await run<{ html: Promise<string> }>(`
        import { renderToString } from 'vue/server-renderer'; import { createSSRApp } from 'vue'; import { make } from 'vue-part';
        export const html = renderToString(createSSRApp(make()));`);
      return [inPage(`<div class="any">${await html}</div>`)];
    },
    makeScript: () =>
      bundle(
        `import { createSSRApp } from 'vue'; import { make } from 'vue-part'; ${start}
        createSSRApp(make((hydrate) => { asked.then(hydrate); })).mount('.any');`,
        'client',
      ),
  },
  {
    name: 'Svelte in a container of no known name',
    isSure: false,
    async makePieces() {
      const { html } = await run<{ html: Promise<string> }>(`
        import { render } from 'svelte/server'; import Part from 'svelte-part';
        export const html = Promise.resolve(render(Part)).then(({ body }) => body);`);
      return [inPage(`<div class="any">${await html}</div>`)];
    },
    makeScript: () =>
      bundle(
        `import { hydrate } from 'svelte'; import Part from 'svelte-part'; ${start} ${soon}
        asked.then(() => hydrate(Part, { target: document.querySelector('.any') }));`,
        'client',
      ),
  },
  {
    name: 'Svelte: a second island, where a first one is hydrated already',
    isSure: true,
    async makePieces() {
      const { html } = await run<{ html: Promise<string> }>(`
        import { render } from 'svelte/server'; import Part from 'svelte-part';
        export const html = Promise.resolve(render(Part)).then(({ body }) => body);`);
      const other = (await html).replace(/ id="\w+"/g, '');
      return [
        inPage(
          `<astro-island ssr="" class="first">${other}</astro-island><astro-island ssr="" class="any">${await html}</astro-island>`,
        ),
      ];
    },
    makeScript: () =>
      bundle(
        `import { hydrate } from 'svelte'; import Part from 'svelte-part'; ${start} ${astro}
        const wake = (css) => { const target = document.querySelector(css); hydrate(Part, { target }); target.removeAttribute('ssr'); };
        wake('.first');
        asked.then(() => wake('.any'));`,
        'client',
      ),
  },
];
