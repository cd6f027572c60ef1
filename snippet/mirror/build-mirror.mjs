// Builds the mirror (the visitor's view), dist/selvedge-panel.js: a module of its own, so that the tag stays small.

import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { shorten } from '../shorten.mjs';

/** What it may weigh, brotli-compressed (bytes). */
export const MIRROR_BUDGET = 13_450;

const minifiedText = {
  name: 'minified-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
};

/** The languages are a file of their own. */
const languagesBeside = {
  name: 'languages-beside',
  setup({ onResolve }) {
    onResolve({ filter: /languages\/main\.ts$/ }, () => ({
      path: './selvedge-languages.js',
      external: true,
    }));
  },
};

/** The view in other languages, dist/selvedge-languages.js. */
export const buildLanguages = (common, outfile) =>
  build({
    ...common,
    entryPoints: ['snippet/mirror/languages/main.ts'],
    outfile,
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
  });

/**
 * @param common what all builds share
 * @returns {Promise<Buffer>} the file's bytes; the same sources give the same bytes
 */
export async function buildMirror(common) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['snippet/mirror/main.tsx'],
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [...common.plugins, minifiedText, languagesBeside],
    minify: false,
    write: false,
  });
  const { code } = await shorten(outputFiles[0].text, true);
  const contents = Buffer.from(code);
  const size = brotliCompressSync(contents).length;
  console.log(`selvedge-panel.js  ${contents.length} B min, ${size} B brotli (budget ${MIRROR_BUDGET})`);
  if (size > MIRROR_BUDGET)
    throw new Error(
      `selvedge-panel.js is ${size - MIRROR_BUDGET} bytes over its budget: take something out of it`,
    );
  return contents;
}
