// The rules for Cloudflare Pages, by its own runtime on this machine.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, install } from '../sites/build-site.mjs';
import { expectCached, makeSite } from './cached-files.mjs';
import { readRecipe } from './read-recipe.mjs';
import { findPort, waitUntilUp } from './serve.mjs';

export const title = 'Cloudflare Pages, by wrangler 4.86';

/** The day that this version's runtime knows. */
const DATE = '2026-05-01';

export async function tryRecipe() {
  const own = join(CACHE, 'cloudflare');
  await install(own, { wrangler: '4.86.0' }, 'module');
  const { folder, site, remove } = makeSite();
  writeFileSync(join(site, '_headers'), readRecipe('Netlify, Cloudflare Pages', 'text'));
  const port = await findPort();
  const where = ['--ip', '127.0.0.1', '--port', `${port}`, '--compatibility-date', DATE];
  const program = join(own, 'node_modules/wrangler/bin/wrangler.js');
  const child = spawn(process.execPath, [program, 'pages', 'dev', site, ...where], {
    cwd: folder,
    // asks nobody, and tells nobody
    env: {
      ...process.env,
      HOME: folder,
      CI: '1',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const ended = new Promise((done) => child.once('exit', done)).then(() => (isOver = true));
  const origin = `http://127.0.0.1:${port}`;
  try {
    await waitUntilUp(
      origin,
      () => isOver,
      () => said,
    );
    await expectCached(origin, (name, text) => writeFileSync(join(site, name), text));
  } finally {
    if (!isOver) process.kill(-child.pid, 'SIGTERM');
    await ended;
    remove();
  }
  return undefined;
}
