// Makes the shop's file of items anew, of its made-up year, and names it in the shop's config.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { products } from './data/products.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'selvedge-items-'));
try {
  const outfile = join(folder, 'items.mjs');
  const entry = join(here, 'year/shop-items.ts');
  await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', outfile });
  /** @type {typeof import('./year/shop-items.ts')} */
  const { makeShopItems } = await import(pathToFileURL(outfile).href);
  const { name, text } = makeShopItems(products);
  for (const file of readdirSync(here)) if (file.startsWith('selvedge-items-')) rmSync(join(here, file));
  writeFileSync(join(here, name), text);
  const config = join(here, 'selvedge.json');
  const said = readFileSync(config, 'utf8');
  writeFileSync(config, said.replace(/selvedge-items-[0-9a-f]{8}\.js/, name));
  console.log(`test/shop/${name}: made anew`);
} finally {
  rmSync(folder, { recursive: true });
}
