// In the panel what answers by learned numbers and by stated ones comes later (panel/kit/learned-later.ts).

import { resolve } from 'node:path';

/** @param root the repository's folder */
export const learnedLater = (root) => ({
  name: 'learned-later',
  setup({ onResolve }) {
    const later = resolve(root, 'extension/panel/kit/learned-later.ts');
    onResolve({ filter: /^\.\/((say-)?learned|model|conditions\/stated)\.ts$/ }, ({ importer }) =>
      /[\\/](kinds|say-finding|compile)\.ts$/.test(importer) ? { path: later } : undefined,
    );
  },
});
