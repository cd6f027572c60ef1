// What a tag lends to a file or a part of its own that is built by itself: names that it has anyway, so that nothing is there
// twice. Wherever one of them is imported from, what is lent stands in its place.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';

/** As a free name, until it is a parameter of what is built. */
export const freeNameOf = (name) => `lent$${name}`;

/**
 * What is lent, as a file says it: nothing but imports, each in one line, and a list of what they name in their order.
 *
 * @returns each name with the file, or the package, that it is of
 */
export const readLent = (file) =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(/^import \{([^}]+)\} from '([^']+)';$/gm),
    ([, names, from]) =>
      names
        .match(/\w+/g)
        .map((name) => ({ name, from: from.startsWith('.') ? resolve(dirname(file), from) : from })),
  ).flat();

/** @returns the names of all that a file exports */
export async function readExports(common, file) {
  const { metafile } = await build({
    ...common,
    entryPoints: [file],
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'out',
  });
  const [{ exports }] = Object.values(metafile.outputs);
  return exports;
}

/** @param lent `{ name, from, as }`: names of files and packages, which have no others then, and what each is instead */
export function borrow(lent) {
  const contents = new Map();
  for (const { name, from, as = freeNameOf(name) } of lent)
    contents.set(from, `${contents.get(from) ?? ''}export const ${name} = ${as};\n`);
  const load = ({ path }) => (contents.has(path) ? { contents: contents.get(path) } : undefined);
  return {
    name: 'borrow',
    setup({ onLoad, onResolve }) {
      const isPackage = /^[^./]/;
      onResolve({ filter: isPackage }, ({ path }) =>
        contents.has(path) ? { path, namespace: 'lent' } : undefined,
      );
      onLoad({ filter: isPackage, namespace: 'lent' }, load);
      onLoad({ filter: /\.ts$/ }, load);
    },
  };
}
