// React Router in framework mode: the server streams, React hydrates the whole document.
import { homeComponent, twoComponent } from '../react-page.mjs';

export const host = {
  name: 'react-router',
  title: 'React Router 8.4, framework mode, SSR, streamed loader',
  dependencies: {
    '@react-router/dev': '8.4.0',
    '@react-router/node': '8.4.0',
    '@react-router/serve': '8.4.0',
    isbot: '5.2.3',
    react: '19.3.1',
    'react-dom': '19.3.1',
    'react-router': '8.4.0',
    vite: '8.3.8',
  },
  files: {
    'vite.config.js': `import { reactRouter } from '@react-router/dev/vite';
export default { plugins: [reactRouter()] };`,
    'app/routes.js': `import { index, route } from '@react-router/dev/routes';
export default [index('home.jsx'), route('two', 'two.jsx')];`,
    'app/root.jsx': `import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router';
export function Layout({ children }) {
  return <html lang="en"><head><script src="/selvedge.js"></script><meta charSet="utf-8" /><Meta /><Links /></head>
    <body>{children}<ScrollRestoration /><Scripts /></body></html>;
}
export default function App() { return <Outlet />; }`,
    'app/home.jsx': `import { Suspense, useState } from 'react';
import { Await, Link } from 'react-router';
export function loader() { return { late: new Promise((done) => setTimeout(() => done('late'), 400)) }; }
${homeComponent('{late}').replace('function Home()', 'function Home({ late })')}
export default function Route({ loaderData }) {
  return <Home late={<Suspense fallback={<p>Loading</p>}><Await resolve={loaderData.late}>{() => <Late />}</Await></Suspense>} />;
}`,
    'app/two.jsx': `import { useState } from 'react';
import { Link } from 'react-router';
${twoComponent}
export default Two;`,
  },
  build: ['react-router', 'build'],
  serve: ['react-router-serve', './build/server/index.js'],
};
