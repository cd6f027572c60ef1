// The rules for Netlify, by Netlify's own reader of such files: what it makes of them, and nothing that it does not understand.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { CACHE, install } from '../sites/build-site.mjs';
import { KEPT } from './cached-files.mjs';
import { readRecipe } from './read-recipe.mjs';

export const title = "Netlify's reader of _headers";

const READER = '@netlify/headers-parser';

export async function tryRecipe() {
  const own = join(CACHE, 'netlify');
  await install(own, { [READER]: '9.0.3' }, 'module');
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-netlify-'));
  try {
    const file = join(folder, '_headers');
    writeFileSync(file, readRecipe('Netlify, Cloudflare Pages', 'text'));
    const { parseAllHeaders } = await import(pathToFileURL(createRequire(join(own, 'x.js')).resolve(READER)));
    const { headers, errors } = await parseAllHeaders({
      headersFiles: [file],
      configHeaders: [],
      minimal: true,
    });
    expect(errors).toEqual([]);
    expect(headers).toEqual(
      Object.entries(KEPT).map(([name, kept]) => ({ for: `/${name}`, values: { 'Cache-Control': kept } })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
