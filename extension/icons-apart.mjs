// Icons straight from their own files. Their package is one list of all of them, and what imports a list brings along
// whatever anybody takes from it: the panel would open with the icons of all views.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const PACKAGE = 'lucide-preact';
const IMPORT = /import \{([^}]*)\} from 'lucide-preact';/;

/** Each name of an icon, with the file that it is in. */
function readNames(list) {
  const text = readFileSync(list, 'utf8');
  return new Map(
    [...text.matchAll(/^export \{ (.*) \} from '(.*)';$/gm)].flatMap(([, names, file]) =>
      names.split(', ').map((name) => [name.replace('default as ', ''), join(dirname(list), file)]),
    ),
  );
}

export const iconsApart = {
  name: 'icons-apart',
  setup(build) {
    let names;
    build.onStart(async () => {
      const { path } = await build.resolve(PACKAGE, {
        kind: 'import-statement',
        resolveDir: import.meta.dirname,
      });
      names = readNames(path);
    });
    build.onLoad({ filter: /[\\/]extension[\\/]panel[\\/].*\.tsx?$/ }, async ({ path }) => {
      const importOne = (said) => {
        const [name, local = name] = said.split(' as ');
        const file = names.get(name);
        if (!file) throw new Error(`${path}: ${PACKAGE} has no icon ${name}`);
        return `import ${local} from ${JSON.stringify(file)};`;
      };
      const contents = (await readFile(path, 'utf8')).replace(IMPORT, (_import, list) =>
        list
          .split(',')
          .map((said) => said.trim())
          .filter((said) => said && !said.startsWith('type '))
          .map(importOne)
          .join(' '),
      );
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};
