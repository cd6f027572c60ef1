// Next.js with the pages router: rendered on the server, the whole document's body hydrated by React, a part that comes late.
import { homeComponent, twoComponent } from '../react-page.mjs';

const link = `import NextLink from 'next/link';
import { useEffect, useState } from 'react';
const Link = ({ to, ...rest }) => <NextLink href={to} {...rest} />;`;

export const host = {
  name: 'next-pages',
  title: 'Next 16.4, pages router, `getServerSideProps`, `next start`',
  dependencies: { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' },
  files: {
    'next.config.mjs': 'export default { experimental: { cpus: 1 } };',
    'pages/_document.jsx': `import { Head, Html, Main, NextScript } from 'next/document';
export default function Document() {
  return <Html lang="en"><Head><script src="/selvedge.js"></script></Head><body><Main /><NextScript /></body></Html>;
}`,
    'pages/index.jsx': `${link}
function Later() {
  const [isThere, setThere] = useState(false);
  useEffect(() => { const timer = setTimeout(() => setThere(true), 400); return () => clearTimeout(timer); }, []);
  return isThere ? <Late /> : <p>Loading</p>;
}
${homeComponent('<Later />')}
export const getServerSideProps = async () => ({ props: {} });
export default Home;`,
    'pages/two.jsx': `${link.replace('useEffect, ', '')}
${twoComponent}
export default Two;`,
  },
  build: ['next', 'build'],
  serve: ['next', 'start', '-p', '$PORT'],
};
