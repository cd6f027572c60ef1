// The same sources give the same bytes: what is given away can be checked against them.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Every file of dist/ with its hash. */
const readHashes = () =>
  Object.fromEntries(
    readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(root.length),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
const build = () => execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'ignore' });

test('two builds, the same bytes', { timeout: 240_000 }, () => {
  build();
  const first = readHashes();
  build();
  expect(readHashes()).toEqual(first);
  expect(Object.keys(first)).toEqual(expect.arrayContaining(['dist/selvedge.js', 'dist/selvedge-panel.js']));
});
