// `npm run tables`: makes the tables of the documents anew, from the schema and the sources.
//
// test/unit/docs/tables.test.ts fails when a document was not made anew.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Sources are TypeScript: bundled in memory, as build.mjs does, and read from there. */
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['docs/tables/fill-tables.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { fillTables } = await import(`data:text/javascript;base64,${source}`);

const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
for (const path of documents) {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  const filled = fillTables(text);
  if (filled === text) continue;
  writeFileSync(file, filled);
  console.log(`${path}: made anew`);
}
