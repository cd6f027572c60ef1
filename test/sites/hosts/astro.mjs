// Astro: a plain server page with React and Svelte islands, hydrated on load, when idle and when seen; ClientRouter.
import { homeComponent } from '../react-page.mjs';

const page = (body) =>
  `<html lang="en"><head><script is:inline src="/selvedge.js"></script><meta charset="utf-8" /><title>Host</title><ClientRouter /></head><body>${body}</body></html>`;

export const host = {
  name: 'astro',
  title: 'Astro 7.3, React and Svelte islands (load, idle, visible), ClientRouter',
  dependencies: {
    '@astrojs/react': '7.0.0',
    '@astrojs/svelte': '9.0.1',
    astro: '7.3.5',
    react: '19.3.1',
    'react-dom': '19.3.1',
    svelte: '5.57.3',
    typescript: '6.0.3',
  },
  files: {
    'astro.config.mjs': `import react from '@astrojs/react';
import svelte from '@astrojs/svelte';
export default { integrations: [react(), svelte()], devToolbar: { enabled: false } };`,
    'src/Home.jsx': `import { useState } from 'react';
const Link = ({ to, ...rest }) => <a href={to} {...rest} />;
${homeComponent('')}
export default Home;`,
    'src/Late.svelte': `<script>let m = $state(0);</script>
<section id="late"><h2 id="late-title">Late ORIGINAL {m}</h2><button id="late-more" onclick={() => m++}>Late ORIGINAL {m}</button><p id="late-near">Late near</p><p id="late-next">Late next {m}</p></section>`,
    'src/Second.jsx': `import { useState } from 'react';
export default function Second() {
  const [n, setN] = useState(0);
  return <div><h1 id="title">Second ORIGINAL {n}</h1><button id="more" onClick={() => setN(n + 1)}>More ORIGINAL {n}</button><p id="near">Near {n}</p><p id="next">Next {n}</p></div>;
}`,
    'src/pages/index.astro': `---
import { ClientRouter } from 'astro:transitions';
import Home from '../Home.jsx';
import Late from '../Late.svelte';
---
${page('<Home client:load /><Late client:visible />')}`,
    'src/pages/two.astro': `---
import { ClientRouter } from 'astro:transitions';
import Second from '../Second.jsx';
---
${page('<main id="second"><Second client:idle /><p><a id="to-home" href="/">To home</a></p></main>')}`,
  },
  build: ['astro', 'build'],
  serve: ['astro', 'preview', '--port', '$PORT'],
};
