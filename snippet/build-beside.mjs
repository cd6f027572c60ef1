// Builds what the tag loads from beside itself when somebody first needs it: one module each, made as small as the tag.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { borrow, freeNameOf, readExports, readLent } from './borrow.mjs';
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

/** What of a file that lends something is not lent: it stays only where it is used. */
const MISSING = /missing\$\w+/;

/** All that these files export, as what is not lent of them is not to be had. */
async function readAll(common, lent) {
  const files = [...new Set(lent.map(({ from }) => from))];
  const isLent = (name, from) => lent.some((one) => one.name === name && one.from === from);
  const all = files.map(async (from) =>
    (await readExports(common, from)).map((name) => ({
      name,
      from,
      ...(!isLent(name, from) && { as: `/* @__PURE__ */ missing$${name}()` }),
    })),
  );
  return (await Promise.all(all)).flat();
}

/**
 * A module that does nothing until it is begun with what the tag lends to it, and is begun once.
 *
 * @param {string} lentBy the file that says what that is
 */
export async function buildBorrowing(common, entry, lentBy) {
  const lent = readLent(at(lentBy));
  const text = await bundle(common, entry, [borrow(await readAll(common, lent))]);
  const [missing] = MISSING.exec(text) ?? [];
  if (missing)
    throw new Error(`${lentBy} lends all that ${entry} has of the same files: ${missing} is not lent`);
  const [body, exported = ''] = text.split(/^export (?=\{)/m);
  if (!/^\{[\w\s,]+\};\s*$/.test(exported)) throw new Error(`${entry} exports what it has by its own names`);
  const parameters = lent.map(({ name }) => freeNameOf(name));
  const begin = `let begun;
  export const begin = ([version, ${parameters}]) => begun ??= (() => {
    if (version !== ${common.define.VERSION}) throw new Error("the files beside the tag are of another version");
    ${body}
    return ${exported}
  })();`;
  return (await shorten(begin, true)).code;
}
