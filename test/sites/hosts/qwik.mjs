// Qwik City: nothing is hydrated; the page resumes where the server left it, at the first event.
export const host = {
  name: 'qwik',
  title: 'Qwik 1.20, Qwik City, preview',
  dependencies: {
    '@builder.io/qwik': '1.20.1',
    '@builder.io/qwik-city': '1.20.1',
    typescript: '5.9.3',
    vite: '7.3.8',
  },
  files: {
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        jsx: 'react-jsx',
        jsxImportSource: '@builder.io/qwik',
        module: 'esnext',
        moduleResolution: 'bundler',
        target: 'es2022',
      },
      include: ['src'],
    }),
    'vite.config.js': `import { qwikCity } from '@builder.io/qwik-city/vite';
import { qwikVite } from '@builder.io/qwik/optimizer';
export default { plugins: [qwikCity(), qwikVite()] };`,
    'src/entry.ssr.tsx': `import { renderToStream } from '@builder.io/qwik/server';
import { manifest } from '@qwik-client-manifest';
import Root from './root';
export default (options) => renderToStream(<Root />, { manifest, ...options, containerAttributes: { lang: 'en' } });`,
    'src/entry.preview.tsx': `import { createQwikCity } from '@builder.io/qwik-city/middleware/node';
import qwikCityPlan from '@qwik-city-plan';
import render from './entry.ssr';
export default createQwikCity({ render, qwikCityPlan });`,
    'src/root.tsx': `import { component$ } from '@builder.io/qwik';
import { QwikCityProvider, RouterOutlet } from '@builder.io/qwik-city';
export default component$(() => <QwikCityProvider><head><script src="/selvedge.js"></script><meta charset="utf-8" /><title>Host</title></head><body><RouterOutlet /></body></QwikCityProvider>);`,
    'src/routes/index.tsx': `import { component$, useSignal } from '@builder.io/qwik';
import { Link } from '@builder.io/qwik-city';
const Late = component$(() => { const m = useSignal(0); return <section id="late"><h2 id="late-title">Late ORIGINAL {m.value}</h2><button id="late-more" onClick$={() => m.value++}>Late ORIGINAL {m.value}</button><p id="late-near">Late near</p><p id="late-next">Late next {m.value}</p></section>; });
export default component$(() => {
  const n = useSignal(0);
  // read here, the component is rendered anew with each press
  const figure = n.value;
  return <main id="home">
    <h1 id="title">Home ORIGINAL</h1>
    <h2 id="count">Count ORIGINAL {n.value}</h2>
    <button id="more" onClick$={() => n.value++}>More ORIGINAL {n.value}</button>
    <p id="html">Words ORIGINAL {n.value}</p>
    <ul><li id="item">Item ORIGINAL {n.value}</li><li id="item-next">Item next {n.value}</li></ul>
    <p id="attr" title="old">Attribute {n.value}</p>
    <img id="hero" src="/old.svg" alt="Old" width="20" height="20" />
    <p id="class" class="base">Class {n.value}</p>
    <p id="style">Style {n.value}</p>
    <p id="hide">Hide ORIGINAL {n.value}</p>
    <p><Link id="link" href="/two/">Leads to two</Link></p>
    <p id="near">Near {figure}</p>
    <p id="next">Next {n.value}</p>
    <div id="list"><article id="one">One {n.value}</article><article id="two">Two {n.value}</article><article id="three">Three {n.value}</article></div>
    <Late />
    <p><Link id="to-two" href="/two/">To two</Link></p>
  </main>;
});`,
    'src/routes/two/index.tsx': `import { component$, useSignal } from '@builder.io/qwik';
import { Link } from '@builder.io/qwik-city';
export default component$(() => {
  const n = useSignal(0);
  return <main id="second">
    <h1 id="title">Second ORIGINAL {n.value}</h1>
    <button id="more" onClick$={() => n.value++}>More ORIGINAL {n.value}</button>
    <p id="near">Near {n.value}</p>
    <p id="next">Next {n.value}</p>
    <p><Link id="to-home" href="/">To home</Link></p>
  </main>;
});`,
  },
  build: ['vite', 'build'],
  buildToo: ['vite', 'build', '--ssr', 'src/entry.preview.tsx'],
  serve: ['vite', 'preview', '--port', '$PORT'],
};
