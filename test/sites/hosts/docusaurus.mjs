// Docusaurus: static pages that React hydrates in a container, its own router.
import { homeComponent, twoComponent } from '../react-page.mjs';

const page = (component, name) => `import React, { useState } from 'react';
import DocLink from '@docusaurus/Link';
import Layout from '@theme/Layout';
const Link = (props) => <DocLink {...props} />;
${component}
export default function Page() { return <Layout><${name} /></Layout>; }`;

export const host = {
  name: 'docusaurus',
  title: 'Docusaurus 3.10, classic',
  // what it generates mixes both kinds of modules
  isUntyped: true,
  dependencies: {
    '@docusaurus/core': '3.10.2',
    '@docusaurus/preset-classic': '3.10.2',
    '@mdx-js/react': '3.1.1',
    react: '19.3.1',
    'react-dom': '19.3.1',
  },
  files: {
    'docusaurus.config.js': `export default {
  title: 'Host', url: 'http://localhost', baseUrl: '/', onBrokenLinks: 'ignore',
  presets: [['classic', { docs: false, blog: false }]],
  headTags: [{ tagName: 'script', attributes: { src: '/selvedge.js' } }],
};`,
    'src/pages/index.js': page(homeComponent(), 'Home'),
    'src/pages/two.js': page(twoComponent, 'Two'),
  },
  build: ['docusaurus', 'build'],
  serve: ['docusaurus', 'serve', '--port', '$PORT', '--no-open'],
};
