// A list of cards as React and Vue draw it, rendered on the server and hydrated. In the page: `host.set({ items, open })`
// updates it, `host.errors` lists what the framework complained of.

import { createRequire } from 'node:module';
import { build } from 'esbuild';

export type ListFramework = 'react' | 'vue';

const define = {
  'process.env.NODE_ENV': '"production"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
};

const state = "{ items: ['One', 'Two'], open: true }";

const client = `
  const host = (window.host = { errors: [] });
  for (const level of ['error', 'warn']) {
    const was = console[level];
    console[level] = (...all) => { host.errors.push(all.join(' ')); was.apply(console, all); };
  }
  const root = document.getElementById('root');`;

const SOURCES: Record<ListFramework, { app: string; server: string; client: string }> = {
  react: {
    app: `import { createElement as h, useEffect, useState } from 'react';
      export let set;
      export const App = () => {
        const [{ items, open }, put] = useState(${state});
        useEffect(() => { set = (next) => put((was) => ({ ...was, ...next })); window.isHydrated = true; });
        return h('main', null, h('h1', null, 'Shop'), h('div', { style: { height: '300vh' } }),
          open && h('ul', { className: 'list' }, items.map((name) => h('li', { key: name, className: 'card' },
            h('a', { href: '/p/' + name }, h('h3', null, name))))),
          h('p', { id: 'after' }, 'After ', items.length));
      };`,
    server: `import { renderToString } from 'react-dom/server'; import { createElement } from 'react';
      export const html = async () => renderToString(createElement(App));`,
    client: `import { hydrateRoot } from 'react-dom/client'; import { createElement } from 'react';
      ${client}
      hydrateRoot(root, createElement(App), { onRecoverableError: (error) => host.errors.push('recovered: ' + error.message) });
      host.set = (next) => set(next);`,
  },
  vue: {
    app: `export const App = { data: () => (${state}), mounted() { window.isHydrated = true; }, template: '<main><h1>Shop</h1><div style="height:300vh"></div><ul v-if="open" class="list"><li v-for="name of items" :key="name" class="card"><a :href="\\'/p/\\' + name"><h3>{{ name }}</h3></a></li></ul><p id="after">After {{ items.length }}</p></main>' };`,
    server: `import { renderToString } from 'vue/server-renderer'; import { createSSRApp } from 'vue/dist/vue.cjs.prod.js';
      export const html = () => renderToString(createSSRApp(App));`,
    client: `import { createSSRApp } from 'vue/dist/vue.esm-bundler.js';
      ${client}
      const app = createSSRApp(App).mount(root);
      host.set = (next) => Object.assign(app, next);`,
  },
};

async function bundle(framework: ListFramework, side: 'client' | 'server'): Promise<string> {
  const isClient = side === 'client';
  const { app, [side]: own } = SOURCES[framework];
  const { outputFiles } = await build({
    stdin: { contents: `${app}\n${own}`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: isClient ? 'iife' : 'cjs',
    platform: isClient ? 'browser' : 'node',
    conditions: [isClient ? 'browser' : 'node', 'production'],
    define,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** The app's server HTML, and the script that hydrates it in `#root`. */
export async function makeListApp(framework: ListFramework): Promise<{ html: string; script: string }> {
  const [server, script] = await Promise.all([bundle(framework, 'server'), bundle(framework, 'client')]);
  const made = { exports: {} as { html(): Promise<string> } };
  const load = createRequire(`${process.cwd()}/package.json`);
  new Function('module', 'exports', 'require', server)(made, made.exports, load);
  return { html: await made.exports.html(), script };
}
