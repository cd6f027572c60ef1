// Next.js with the app router: server components, a part streamed late, the document hydrated by React.
import { homeComponent, twoComponent } from '../react-page.mjs';

const link = `import NextLink from 'next/link';
const Link = ({ to, ...rest }) => <NextLink href={to} {...rest} />;`;

export const host = {
  name: 'next',
  title: 'Next 16.4, app router, Suspense streaming, `next start`',
  dependencies: { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' },
  files: {
    'next.config.mjs': 'export default { experimental: { cpus: 1 } };',
    'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="en"><head><script src="/selvedge.js"></script></head><body>{children}</body></html>;
}`,
    'app/parts.jsx': `'use client';
import { useState } from 'react';
${link}
${homeComponent('{late}').replace('function Home()', 'function Home({ late })')}
${twoComponent}`,
    'app/page.jsx': `import { Suspense } from 'react';
import { Home, Late } from './parts';
export const dynamic = 'force-dynamic';
async function Slow() { await new Promise((done) => setTimeout(done, 400)); return <Late />; }
export default function Page() { return <Home late={<Suspense fallback={<p>Loading</p>}><Slow /></Suspense>} />; }`,
    'app/two/page.jsx': `import { Two } from '../parts';
export default function Page() { return <Two />; }`,
  },
  build: ['next', 'build'],
  serve: ['next', 'start', '-p', '$PORT'],
};
