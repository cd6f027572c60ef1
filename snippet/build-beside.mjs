// Builds what the tag loads from beside itself when somebody first needs it: one module each, made as small as the tag.

import { build } from 'esbuild';
import { shorten } from './shorten.mjs';

/** @returns {Promise<string>} the module's text; the same sources give the same bytes */
export async function buildBeside(common, entry) {
  const { outputFiles } = await build({
    ...common,
    minify: false,
    entryPoints: [entry],
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    write: false,
  });
  const { code } = await shorten(outputFiles[0].text, true);
  return code;
}
