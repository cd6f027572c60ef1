// `--pages DIR`: one file for each item, for the owner's template to print into the item's page. The folder is learn's own:
// what it wrote there before, of items that are gone, goes; where anything else lies, nothing is read and nothing written.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PageFile } from '../../shared/learn/items/split-pages.ts';
import { explainReadError, explainWriteError } from '../explain-file-error.ts';
import type { Io } from '../io.ts';
import { writeFiles } from '../write-files.ts';

/** How each begins, as `splitPages` writes it. */
const BEGINNING = /^\{"version":1,"made":"\d{4}-\d\d-\d\d","id":"/;

/** Without those that begin with a point (`.gitkeep`, `.DS_Store`): none of ours does. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const isOwn = (path: string): boolean => BEGINNING.test(readFileSync(path, 'utf8').slice(0, 60));

/** @returns why nothing may be written there, and what to do */
export function refuseFolder(folder: string, cwd: string): string | undefined {
  const at = resolve(cwd, folder);
  try {
    const other = namesIn(at).find((name) => !name.endsWith('.json') || !isOwn(join(at, name)));
    return other === undefined
      ? undefined
      : `--pages ${folder}: "${other}" lies there, which \`selvedge learn\` has not written. Name a folder of its own.`;
  } catch (error) {
    return `--pages ${explainReadError(error, folder)}`;
  }
}

/** @throws Error in words; then no file is another than before */
export function writePages(pages: readonly PageFile[], folder: string, io: Io): void {
  const at = resolve(io.cwd, folder);
  try {
    mkdirSync(at, { recursive: true });
  } catch (error) {
    throw new Error(explainWriteError(error, folder, '--pages'));
  }
  const names = new Set(pages.map(({ name }) => name));
  writeFiles(
    pages.map(({ name, text }) => ({ path: join(folder, name), what: 'what goes with an item', text })),
    () => '--pages',
    io,
  );
  for (const name of namesIn(at)) if (!names.has(name)) rmSync(join(at, name));
}
