// What every recipe for a server must do: the tag is asked for anew within five minutes, what has a hash is kept, the rest a
// day; and who has an old tag and asks gets the new one.

import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const dist = new URL('../../dist/', import.meta.url);
const FIVE_MINUTES = 'max-age=300';
const FOR_EVER = 'max-age=31536000, immutable';
const A_DAY = 'max-age=86400';

/** By the files that `selvedge bundle` writes; test/unit/docs/install.test.ts holds these names against it. */
export const KEPT = {
  'selvedge.js': FIVE_MINUTES,
  'selvedge-later.js': FOR_EVER,
  'selvedge-show.js': FOR_EVER,
  'selvedge-listen.js': FOR_EVER,
  'selvedge-panel.js': A_DAY,
  'selvedge-languages.js': A_DAY,
  'selvedge-purify.js': A_DAY,
  'selvedge-block.js': A_DAY,
  'selvedge-ask.js': A_DAY,
  'selvedge-recommend.js': A_DAY,
};

/** A folder of a site with the tag's files. Of a date that is past, as servers tell versions apart by seconds. */
export function makeSite() {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-recipe-'));
  const site = join(folder, 'site');
  mkdirSync(site);
  for (const name of Object.keys(KEPT)) writeFileSync(join(site, name), readFileSync(new URL(name, dist)));
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Site</title>');
  // a server may give up being root
  for (const path of [folder, site]) chmodSync(path, 0o755);
  return { folder, site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * @param {string} origin
 * @param {(name: string, text: string) => void} write puts another file in the place of one
 */
export async function expectCached(origin, write) {
  for (const [name, kept] of Object.entries(KEPT))
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(`${origin}/${name}?3f9a`, { method });
      expect({ name, status: response.status, kept: response.headers.get('cache-control') }).toEqual({
        name,
        status: 200,
        kept,
      });
      expect(response.headers.get('content-type'), name).toMatch(/^(text|application)\/javascript/);
      expect(await response.text()).toHaveLength(
        method === 'HEAD' ? 0 : readFileSync(new URL(name, dist), 'utf8').length,
      );
    }
  // nothing else of the site is kept by these rules
  expect((await fetch(`${origin}/index.html`)).headers.get('cache-control') ?? '').not.toMatch(
    /300|86400|31536000/,
  );

  const first = await fetch(`${origin}/selvedge.js`);
  const etag = first.headers.get('etag');
  await first.arrayBuffer();
  const askAgain = () => fetch(`${origin}/selvedge.js`, { headers: { 'if-none-match': etag } });
  const same = await askAgain();
  expect({ status: same.status, kept: same.headers.get('cache-control') ?? FIVE_MINUTES }).toEqual({
    status: 304,
    kept: FIVE_MINUTES,
  });
  write('selvedge.js', '/* everything is stopped */');
  const stopped = await askAgain();
  expect({
    status: stopped.status,
    text: await stopped.text(),
    kept: stopped.headers.get('cache-control'),
  }).toEqual({
    status: 200,
    text: '/* everything is stopped */',
    kept: FIVE_MINUTES,
  });
}
