// Builds dist/ where it is missing, or older than what it is made of: `npm ci` has just built it, and a second build says
// nothing new.

import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Written last by build.mjs. */
const BUILT = 'dist/selvedge-firefox.zip';
const SOURCES = [
  'build.mjs',
  'package.json',
  'package-lock.json',
  'cli',
  'extension',
  'package',
  'plugins',
  'shared',
  'snippet',
  'test/shop/selvedge.json',
];

/** Of a file, or of a folder and all in it: a folder changes when something in it goes. */
function changedAt(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** @param {string} root */
export function isOld(root) {
  const built = statSync(join(root, BUILT), { throwIfNoEntry: false });
  return !built || SOURCES.some((path) => changedAt(join(root, path)) > built.mtimeMs);
}

/** @param {string} root */
export function buildIfOld(root) {
  if (isOld(root)) execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
}
