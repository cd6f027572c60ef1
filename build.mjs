// Builds everything that is given away, into dist/. What takes more than a few options is built beside its sources.
//
//   node build.mjs             all of it
//   node build.mjs --out DIR   the same into another folder than dist/
//   node build.mjs --budget    only measures the tag and fails when it is over budget or holds what it must not
//
// The same sources give the same bytes: no dates, no paths, no random names.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { NOTICES, noteNotices, sayBundled } from './cli/build-notices.mjs';
import { buildExtension } from './extension/build.mjs';
import { buildPackage } from './package/build-package.mjs';
import { buildTypes } from './package/build-types.mjs';
import { buildBeside, buildBorrowing } from './snippet/build-beside.mjs';
import { buildBare, buildLater, buildListener, buildShow, buildTag } from './snippet/build-tag.mjs';
import { buildLanguages, buildMirror } from './snippet/mirror/build-mirror.mjs';
import { buildPieces } from './snippet/now/build-pieces.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const { values: wanted } = parseArgs({
  options: { out: { type: 'string', default: at('dist') }, budget: { type: 'boolean', default: false } },
});
const dist = resolve(wanted.out);
const into = (path) => join(dist, path);

const notices = noteNotices(at('.'));
const common = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  absWorkingDir: at('.'),
  define: { VERSION: JSON.stringify(version) },
  plugins: [notices.plugin],
};

/** What the tag loads from beside itself where the browser has no `setHTML`. */
const buildPurify = () =>
  build({
    ...common,
    entryPoints: ['shared/purify/main.ts'],
    outfile: into('selvedge-purify.js'),
    footer: { js: sayBundled(at('.'), 'dompurify').trimEnd() },
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
  });

const idb = sayBundled(at('.'), 'idb');
const { contents: tag, over } = await buildTag(common, idb);
if (wanted.budget) {
  if (over) throw new Error(`selvedge-whole.js is ${over} bytes over its budget: take something out of it`);
} else {
  mkdirSync(into('shop/whole'), { recursive: true });
  // in one step: somebody may be reading it
  writeFileSync(into('selvedge-whole.js.new'), tag);
  renameSync(into('selvedge-whole.js.new'), into('selvedge-whole.js'));
  writeFileSync(into('selvedge.js'), await buildBare(common));
  writeFileSync(into('selvedge-later.js'), await buildLater(common, idb));
  writeFileSync(into('selvedge-measure.js'), await buildLater(common, idb, true));
  writeFileSync(into('selvedge-whole-measure.js'), (await buildTag(common, idb, true)).contents);
  writeFileSync(into('selvedge-show.js'), await buildShow(common));
  writeFileSync(into('selvedge-listen.js'), await buildListener(common));
  await buildPurify();
  for (const room of ['block', 'ask'])
    writeFileSync(into(`selvedge-${room}.js`), await buildBeside(common, `snippet/${room}/main.ts`));
  writeFileSync(
    into('selvedge-recommend.js'),
    await buildBorrowing(common, 'snippet/recommend/main.ts', 'snippet/recommend/lent.ts'),
  );
  writeFileSync(into('selvedge.parts.json'), JSON.stringify(await buildPieces(common)));
  writeFileSync(into('selvedge-panel.js'), `${await buildMirror(common)}${sayBundled(at('.'), 'preact')}`);
  await buildLanguages(common, into('selvedge-languages.js'));
  await buildPackage(common, dist);
  // so that `npx selvedge` runs it in this checkout
  chmodSync(into('cli.js'), 0o755);
  const selvedge = (...words) =>
    execFileSync(process.execPath, [into('cli.js'), ...words], { encoding: 'utf8' });
  const schema = selvedge('schema');
  // an editor reads it: half the bytes without its indents
  writeFileSync(into('selvedge.schema.json'), JSON.stringify(JSON.parse(schema)));
  await buildTypes(JSON.parse(schema), dist);
  // the demo shop's tag, made the way an owner makes it, in two files and in one
  selvedge('bundle', at('test/shop/selvedge.json'), '--two', '-o', into('shop/selvedge.js'));
  selvedge('bundle', at('test/shop/selvedge.json'), '--whole', '-o', into('shop/whole/selvedge.js'));
  // of what the package holds; each zip has its own, which come to more
  writeFileSync(into(NOTICES), notices.write());
  await buildExtension(dist, notices);
}
