// Reads the repository's own files, for the checks that look at text.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './finding.ts';

export const root = join(import.meta.dirname, '../../..');

const skipped = new Set([
  'node_modules',
  'dist',
  '.git',
  'test-results',
  'playwright-report',
  'package-lock.json',
]);

/** Every file below `folder` whose name ends so, with paths from the root; nothing built or installed. */
export function readSources(folder: string, ...endings: string[]): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return readSources(path, ...endings);
    if (!endings.some((ending) => path.endsWith(ending))) return [];
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  });
}

/** The rooms of the products and what lies in them, and the top folders of the rest. */
export function readRooms(): string[] {
  const foldersIn = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.'))
      .map(({ name }) => (folder === '.' ? name : `${folder}/${name}`));
  const within = (folder: string): string[] => foldersIn(folder).flatMap((room) => [room, ...within(room)]);
  const products = ['shared', 'snippet', 'extension', 'cli'];
  const isInside = (room: string) =>
    room !== 'shared' && room !== 'extension' && !room.startsWith('extension/_locales/');
  return [...foldersIn('.'), ...products.flatMap(within)].filter(isInside);
}
