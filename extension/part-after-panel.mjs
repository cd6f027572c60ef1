// What is loaded on demand says that it comes after the panel. So whatever the panel opens with is needed by every part as
// well, and esbuild, which makes a file of each set of modules that the same parts need, makes one file of all of it:
// one request, and fewer bytes than the same in sixteen.

import { join, relative } from 'node:path';

/** @param {string} root of the sources @param {string} panel what opens first, from there */
export const partAfterPanel = (root, panel) => ({
  name: 'part-after-panel',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) =>
      // from the root: the names of files come of it, and are the same in any checkout
      kind === 'dynamic-import'
        ? { path: relative(root, join(resolveDir, path)).replaceAll('\\', '/'), namespace: 'part' }
        : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
      contents: `import './${panel}'; export * from './${path}';`,
      resolveDir: root,
    }));
  },
});
