// One small app, written three times: rendered on the server and hydrated by React 19, Vue 3 and Svelte 5.
//
// In the page: `host.set({ n, open, items })` updates it, `host.errors` lists what the framework complained of,
// `host.hydrate()` starts it.

import { build, type Plugin } from 'esbuild';
import { compile } from 'svelte/compiler';

/** `next`: React owns the whole document, and its scripts come from where Next.js puts them. */
export type Framework = 'react' | 'next' | 'vue' | 'svelte';

const define = {
  'process.env.NODE_ENV': '"production"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
};

const state = '{ n: 0, open: true, items: [1, 2, 3] }';

const client = `
  const host = (window.host = { errors: [], set() {}, isReady: false });
  for (const level of ['error', 'warn']) {
    const was = console[level];
    console[level] = (...all) => { host.errors.push(all.join(' ')); was.apply(console, all); };
  }
  const root = document.getElementById('root');
  const mode = document.documentElement.dataset.mode;
  host.hydrate = () => { start(); host.isReady = true; };
  if (mode === 'slow') addEventListener('load', () => setTimeout(host.hydrate, 200)); else host.hydrate();`;

const react = `
  import { createElement as h, useState, useEffect } from 'react';
  export let set = () => {};
  export function App() {
    const [{ n, open, items }, put] = useState(${state});
    useEffect(() => { set = (next) => put((was) => ({ ...was, ...next })); });
    return h('main', { className: n > 1 ? 'page busy' : 'page' },
      h('h1', null, 'ORIGINAL ', n),
      h('p', { className: 'plain' }, 'ORIGINAL' + n),
      h('a', { className: 'cta', href: '/old?' + n, title: 'old' + n }, 'ORIGINAL ' + n),
      h('button', { className: 'more', onClick: () => put((was) => ({ ...was, n: was.n + 1 })) }, 'ORIGINAL ', n, h('i', null, 'ORIGINAL')),
      h('ul', null, items.map((i) => h('li', { key: i, className: 'item i' + i }, 'Item ', i, h('b', null, n)))),
      h('img', { className: 'hero', src: '/old.svg', alt: 'Old' }),
      open && h('section', { className: 'panel' }, h('h2', null, 'ORIGINAL'), h('em', null, 'ORIGINAL'), h('p', null, 'Inside ', n)),
      h('div', { className: 'box' }, h('p', { className: 'first' }, 'First'), h('p', { className: 'second' }, 'Second ', n)));
  }`;

const vueTemplate = `<main :class="n > 1 ? 'page busy' : 'page'"><h1>ORIGINAL {{ n }}</h1><p class="plain">ORIGINAL{{ n }}</p><a class="cta" :href="'/old?' + n" :title="'old' + n">ORIGINAL {{ n }}</a><button class="more" @click="n++">ORIGINAL {{ n }}<i>ORIGINAL</i></button><ul><li v-for="i of items" :key="i" :class="'item i' + i">Item {{ i }}<b>{{ n }}</b></li></ul><img class="hero" src="/old.svg" alt="Old"><section v-if="open" class="panel"><h2>ORIGINAL</h2><em>ORIGINAL</em><p>Inside {{ n }}</p></section><div class="box"><p class="first">First</p><p class="second">Second {{ n }}</p></div></main>`;

const svelteSource = `<script>
  let s = $state(${state});
  export function set(next) { Object.assign(s, next); }
</script>
<main class={s.n > 1 ? 'page busy' : 'page'}><h1>ORIGINAL {s.n}</h1><p class="plain">ORIGINAL{s.n}</p><a class="cta" href={'/old?' + s.n} title={'old' + s.n}>ORIGINAL {s.n}</a><button class="more" onclick={() => s.n++}>ORIGINAL {s.n}<i>ORIGINAL</i></button><ul>{#each s.items as i (i)}<li class={'item i' + i}>Item {i}<b>{s.n}</b></li>{/each}</ul><img class="hero" src="/old.svg" alt="Old">{#if s.open}<section class="panel"><h2>ORIGINAL</h2><em>ORIGINAL</em><p>Inside {s.n}</p></section>{/if}<div class="box"><p class="first">First</p><p class="second">Second {s.n}</p></div></main>`;

const modules: Record<Framework, { app: string; server: string; client: string }> = {
  react: {
    app: react,
    server: `import { renderToString } from 'react-dom/server'; import { createElement } from 'react'; import { App } from 'host-app';
      export const html = async () => renderToString(createElement(App));`,
    client: `import { createRoot, hydrateRoot } from 'react-dom/client'; import { createElement, StrictMode } from 'react'; import { App, set } from 'host-app';
      function start() {
        const onRecoverableError = (error) => host.errors.push('recovered: ' + error.message);
        const element = mode === 'strict' ? createElement(StrictMode, null, createElement(App)) : createElement(App);
        if (mode === 'client') createRoot(root).render(element);
        else hydrateRoot(root, element, { onRecoverableError });
        host.set = (next) => set(next);
      }${client}`,
  },
  next: {
    app: `${react}
      export const Page = () => h('html', { lang: 'en', 'data-mode': 'next' },
        h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, 'Host')),
        h('body', null, h('div', { id: 'shell' }, h(App)), h('script', { src: '/_next/host.js', async: true })));`,
    server: `import { renderToString } from 'react-dom/server'; import { createElement } from 'react'; import { Page } from 'host-app';
      export const html = async () => renderToString(createElement(Page));`,
    client: `import { hydrateRoot } from 'react-dom/client'; import { createElement } from 'react'; import { Page, set } from 'host-app';
      function start() {
        const onRecoverableError = (error) => host.errors.push('recovered: ' + error.message);
        hydrateRoot(document, createElement(Page), { onRecoverableError });
        host.set = (next) => set(next);
      }${client.replace("mode === 'slow'", "document.readyState !== 'complete'")}`,
  },
  vue: {
    app: `export const App = { data: () => (${state}), template: ${JSON.stringify(vueTemplate)} };`,
    server: `import { renderToString } from 'vue/server-renderer'; import { createSSRApp } from 'vue/dist/vue.cjs.prod.js'; import { App } from 'host-app';
      export const html = () => renderToString(createSSRApp(App));`,
    client: `import { createApp, createSSRApp } from 'vue/dist/vue.esm-bundler.js'; import { App } from 'host-app';
      function start() {
        const app = (mode === 'client' ? createApp : createSSRApp)(App).mount(root);
        host.set = (next) => Object.assign(app, next);
      }${client}`,
  },
  svelte: {
    app: svelteSource,
    server: `import { render } from 'svelte/server'; import App from 'host-app';
      export const html = async () => (await render(App)).body;`,
    client: `import { mount, hydrate } from 'svelte'; import App from 'host-app';
      function start() {
        const app = (mode === 'client' ? mount : hydrate)(App, { target: root });
        host.set = (next) => app.set(next);
      }${client}`,
  },
};

const resolveApp = (framework: Framework, generate: 'client' | 'server'): Plugin => ({
  name: 'host app',
  setup(b) {
    b.onResolve({ filter: /^host-app$/ }, () => ({ path: framework, namespace: 'host-app' }));
    b.onLoad({ filter: /.*/, namespace: 'host-app' }, () => {
      const { app } = modules[framework];
      const contents = framework === 'svelte' ? compile(app, { generate }).js.code : app;
      return { contents, resolveDir: process.cwd() };
    });
  },
});

async function bundle(framework: Framework, side: 'client' | 'server'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: modules[framework][side], resolveDir: process.cwd() },
    bundle: true,
    write: false,
    minify: side === 'client',
    format: side === 'client' ? 'iife' : 'cjs',
    platform: side === 'client' ? 'browser' : 'node',
    conditions: side === 'client' ? ['browser', 'svelte', 'production'] : ['node', 'svelte', 'production'],
    define,
    logLevel: 'error',
    plugins: [resolveApp(framework, side)],
  });
  return outputFiles[0]?.text ?? '';
}

const made = new Map<Framework, Promise<{ html: string; script: string }>>();

/** The app's server HTML, and the script that hydrates (or first renders) it in `#root`. */
export function makeApp(framework: Framework): Promise<{ html: string; script: string }> {
  const make = async () => {
    const [server, script] = await Promise.all([bundle(framework, 'server'), bundle(framework, 'client')]);
    const module_ = { exports: {} as { html(): Promise<string> } };
    const { createRequire } = await import('node:module');
    new Function('module', 'exports', 'require', server)(
      module_,
      module_.exports,
      createRequire(`${process.cwd()}/package.json`),
    );
    return { html: await module_.exports.html(), script };
  };
  const app = made.get(framework) ?? make();
  made.set(framework, app);
  return app;
}
