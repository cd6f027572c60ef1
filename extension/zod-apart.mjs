// zod in two copies: what opens the panel needs little of it (zod/mini), what comes by need all of it (zod). In one copy
// esbuild puts what anybody needs of a module into the one file that all of them load first. What zod is set to do, both
// read from the global object.

import { readFile } from 'node:fs/promises';

const SUFFIX = '?whole';
const asked = { isAsked: true };
const whole = { isWhole: true };

export const zodApart = {
  name: 'zod-apart',
  setup(build) {
    async function resolveWhole({ path, importer, kind, resolveDir }) {
      const found = await build.resolve(path, { importer, kind, resolveDir, pluginData: asked });
      return { path: found.path, errors: found.errors, sideEffects: found.sideEffects, suffix: SUFFIX };
    }
    build.onResolve({ filter: /^zod$/ }, (args) =>
      args.pluginData === asked ? undefined : resolveWhole(args),
    );
    build.onResolve({ filter: /^\./ }, (args) =>
      args.pluginData === whole ? resolveWhole(args) : undefined,
    );
    build.onLoad({ filter: /[\\/]zod[\\/]/ }, async ({ path, suffix }) =>
      suffix === SUFFIX ? { contents: await readFile(path), loader: 'js', pluginData: whole } : undefined,
    );
  },
};
