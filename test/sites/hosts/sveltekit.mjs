// SvelteKit: Svelte hydrates what the server rendered, from an inline module at the body's end.
export const host = {
  name: 'sveltekit',
  title: 'SvelteKit 3.2, preview',
  dependencies: {
    '@sveltejs/kit': '3.2.0',
    '@sveltejs/vite-plugin-svelte': '7.3.1',
    svelte: '5.57.3',
    typescript: '6.0.3',
    vite: '8.3.8',
  },
  files: {
    'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()] };`,
    'src/app.html': `<!doctype html><html lang="en"><head><script src="/selvedge.js"></script><meta charset="utf-8">%sveltekit.head%</head><body data-sveltekit-preload-data="hover"><div style="display: contents">%sveltekit.body%</div></body></html>`,
    'src/routes/+page.svelte': `<script>let n = $state(0); let m = $state(0);</script>
<main id="home">
<h1 id="title">Home ORIGINAL</h1>
<h2 id="count">Count ORIGINAL {n}</h2>
<button id="more" onclick={() => n++}>More ORIGINAL {n}</button>
<p id="html">Words ORIGINAL {n}</p>
<ul><li id="item">Item ORIGINAL {n}</li><li id="item-next">Item next {n}</li></ul>
<p id="attr" title="old">Attribute {n}</p>
<img id="hero" src="/old.svg" alt="Old" width="20" height="20">
<p id="class" class="base">Class {n}</p>
<p id="style">Style {n}</p>
<p id="hide">Hide ORIGINAL {n}</p>
<p><a id="link" href="/two">Leads to two</a></p>
<p id="near">Near {n}</p>
<p id="next">Next {n}</p>
<div id="list"><article id="one">One {n}</article><article id="two">Two {n}</article><article id="three">Three {n}</article></div>
<section id="late"><h2 id="late-title">Late ORIGINAL {m}</h2><button id="late-more" onclick={() => m++}>Late ORIGINAL {m}</button><p id="late-near">Late near</p><p id="late-next">Late next {m}</p></section>
<p><a id="to-two" href="/two">To two</a></p>
</main>`,
    'src/routes/two/+page.svelte': `<script>let n = $state(0);</script>
<main id="second">
<h1 id="title">Second ORIGINAL {n}</h1>
<button id="more" onclick={() => n++}>More ORIGINAL {n}</button>
<p id="near">Near {n}</p>
<p id="next">Next {n}</p>
<p><a id="to-home" href="/">To home</a></p>
</main>`,
  },
  build: ['vite', 'build'],
  serve: ['vite', 'preview', '--port', '$PORT'],
};
