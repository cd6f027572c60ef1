// When `npm start` builds: not what `npm ci` has just built.

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { isOld } from '../../shop/build-if-old.mjs';

let root: string;
const touch = (path: string, at: number) => utimesSync(join(root, path), at, at);
function write(path: string, at: number) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  touch(path, at);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'selvedge-old-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const file of ['build.mjs', 'package.json', 'package-lock.json', 'test/shop/selvedge.json'])
    write(file, 1000);
  for (const room of ['cli', 'extension', 'package', 'plugins', 'shared/dom', 'snippet']) {
    write(`${room}/a.ts`, 1000);
    touch(room, 1000);
  }
  touch('shared', 1000);
  write('dist/selvedge-firefox.zip', 2000);
});

test('a build that is newer than all sources is not made again', () => expect(isOld(root)).toBe(false));

test.each<[string, () => void]>([
  ['nothing is built', () => rmSync(join(root, 'dist'), { recursive: true })],
  ['a source has changed', () => touch('shared/dom/a.ts', 3000)],
  ['a source is gone', () => rmSync(join(root, 'shared/dom/a.ts'))],
  ['the packages are others', () => touch('package-lock.json', 3000)],
  ["the shop's config has changed", () => touch('test/shop/selvedge.json', 3000)],
])('it is made where %s', (_name, change) => {
  change();
  expect(isOld(root)).toBe(true);
});
