// Builds what the tag loads from beside itself when somebody first needs it: one module each, made as small as the tag.

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readLent } from './read-lent.mjs';
import { shorten } from './shorten.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function bundle(common, entry, plugins = []) {
  const { outputFiles } = await build({
    ...common,
    minify: false,
    plugins: [...common.plugins, ...plugins],
    entryPoints: [entry],
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    write: false,
  });
  return outputFiles[0].text;
}

/** @returns {Promise<string>} the module's text; the same sources give the same bytes */
export const buildBeside = async (common, entry) => (await shorten(await bundle(common, entry), true)).code;

/** As a free name, until it is a parameter of what is built. */
const LENT = 'lent$';
/** What of a file that lends something is not lent: it stays only where it is used. */
const MISSING = /missing\$\w+/;

/** Takes what is lent from there, wherever it is imported from. */
const borrow = (common, lent) => ({
  name: 'borrow',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const names = lent.get(path);
      if (!names) return undefined;
      const { metafile } = await build({
        ...common,
        entryPoints: [path],
        format: 'esm',
        metafile: true,
        write: false,
      });
      const [{ exports }] = Object.values(metafile.outputs);
      const instead = (name) => (names.includes(name) ? LENT + name : `/* @__PURE__ */ missing$${name}()`);
      return { contents: exports.map((name) => `export const ${name} = ${instead(name)};`).join('\n') };
    });
  },
});

/**
 * A module that does nothing until it is begun with what the tag lends to it, and is begun once.
 *
 * @param {string} lentBy the file that says what that is
 */
export async function buildBorrowing(common, entry, lentBy) {
  const lent = readLent(at(lentBy));
  const folder = dirname(at(lentBy));
  const files = new Map(lent.map(({ names, from }) => [resolve(folder, from), names]));
  const text = await bundle(common, entry, [borrow(common, files)]);
  const [missing] = MISSING.exec(text) ?? [];
  if (missing)
    throw new Error(`${lentBy} lends all that ${entry} has of the same files: ${missing} is not lent`);
  const [body, exported = ''] = text.split(/^export (?=\{)/m);
  if (!/^\{[\w\s,]+\};\s*$/.test(exported)) throw new Error(`${entry} exports what it has by its own names`);
  const parameters = lent.flatMap(({ names }) => names.map((name) => LENT + name));
  const begin = `let begun;
  export const begin = ([version, ${parameters}]) => begun ??= (() => {
    if (version !== ${common.define.VERSION}) throw new Error("the files beside the tag are of another version");
    ${body}
    return ${exported}
  })();`;
  return (await shorten(begin, true)).code;
}
