// Builds a part of a tag that publishing may cut out, as one expression: a function of what the tag lends to it, to the part.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { borrow, freeNameOf } from './borrow.mjs';
import { shorten } from './shorten.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const BORROWED = /^var (\w+) = (lent\$\w+);$/gm;

/**
 * @param {string} file that exports it, and nothing else of it is asked for
 * @param lent in the order of the parameters, as `borrow` takes it
 */
export async function buildPart(common, file, name, lent) {
  const { outputFiles } = await build({
    ...common,
    minify: false,
    plugins: [...common.plugins, borrow(lent)],
    format: 'esm',
    stdin: { contents: `export { ${name} } from './${file}';`, resolveDir: root },
    target: ['chrome108', 'firefox115', 'safari16.4'],
    write: false,
  });
  const [body, exported = ''] = outputFiles[0].text.split(/^export (?=\{)/m);
  if (exported.replace(/\s/g, '') !== `{${name}};`) throw new Error(`${file} is \`${name}\`, by that name`);
  // by the names under which it knows them
  const known = new Map(Array.from(body.matchAll(BORROWED), ([, own, free]) => [free, own]));
  const parameters = lent.map((one) => known.get(freeNameOf(one.name)) ?? one.name);
  const { code } = await shorten(
    `part = (${parameters}) => { ${body.replace(BORROWED, '')} return ${name}; }`,
    false,
  );
  return code.replace(/^part=/, '').replace(/;$/, '');
}
