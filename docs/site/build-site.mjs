// `npm run docs` builds the site of the documents into dist/docs, with VitePress, which is installed for this alone, into a
// folder that is kept: nobody else needs its 100 MB.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = join(root, 'node_modules/.docs-site');

/** What is read, and what the documents show and lead to. */
const SOURCES = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs',
  'extension/store',
  'test/shop/pictures',
  'test/bench/results/bench.md',
];

mkdirSync(site, { recursive: true });
for (const name of ['package.json', 'package-lock.json'])
  cpSync(join(root, 'docs/site', name), join(site, name));
for (const name of SOURCES) {
  rmSync(join(site, name), { recursive: true, force: true });
  cpSync(join(root, name), join(site, name), { recursive: true });
}
rmSync(join(site, '.vitepress'), { recursive: true, force: true });
cpSync(join(root, 'docs/site/config.mjs'), join(site, '.vitepress/config.mjs'));

const run = (program, args) => execFileSync(program, args, { cwd: site, stdio: 'inherit' });
run('npm', ['ci', '--no-audit', '--no-fund']);
run(process.execPath, [
  'node_modules/vitepress/bin/vitepress.js',
  'build',
  '--outDir',
  join(root, 'dist/docs'),
]);
