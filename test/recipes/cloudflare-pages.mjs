// The rules for Cloudflare Pages, by its own runtime on this machine.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, install } from '../sites/build-site.mjs';
import { makeSite } from './cached-files.mjs';
import { readRecipe } from './read-recipe.mjs';
import { runServer } from './run-server.mjs';
import { findPort } from './serve.mjs';

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
  try {
    await runServer({
      program: process.execPath,
      args: [program, 'pages', 'dev', site, ...where],
      // asks nobody, and tells nobody
      env: {
        ...process.env,
        CI: '1',
        CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        WRANGLER_SEND_METRICS: 'false',
      },
      folder,
      port,
      site,
    });
  } finally {
    remove();
  }
  return undefined;
}
