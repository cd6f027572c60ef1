// The same sources give the same bytes, in another folder (this one has a space and an umlaut in its name) and at another
// time: what is given away can be checked against them. The build that is there is compared with a second one elsewhere, so
// dist/ stays as the other tests read it.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every file below a folder, by its path from there, with its hash. */
const readHashes = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );

test('two builds, the same bytes', { timeout: 600_000 }, () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'my shöp '));
  onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }));
  execFileSync(process.execPath, ['build.mjs', '--out', elsewhere], { cwd: root, stdio: 'ignore' });
  const again = readHashes(elsewhere);
  expect(
    readHashes(join(root, 'dist')),
    'Is dist/ older than the sources? Run `npm run build` first',
  ).toMatchObject(again);
  expect(Object.keys(again)).toEqual(expect.arrayContaining(['selvedge.js', 'selvedge-panel.js']));
});
