// `npm run test:vendors`: what tells a site's analytics, against the vendors' real scripts. They are installed for this
// alone, into a folder that is kept; none of them asks anybody but a collector on this machine.
//
// dist/ is read: run `node build.mjs` first. What follows goes to the runner: `npm run test:vendors -- -g posthog`.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const own = join(root, 'test/vendors');
const folder = join(root, 'node_modules/.vendors');

mkdirSync(folder, { recursive: true });
for (const name of ['package.json', 'package-lock.json', 'starts'])
  cpSync(join(own, name), join(folder, name), { recursive: true });
execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
await build({
  entryPoints: readdirSync(join(folder, 'starts'))
    .filter((name) => name !== 'collector.js')
    .map((name) => join(folder, 'starts', name)),
  outdir: join(folder, 'scripts'),
  bundle: true,
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  logLevel: 'error',
});
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--config',
    join(own, 'playwright.config.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
