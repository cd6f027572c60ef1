// Writes the files of a tag: all of them or none, and none that is there already.
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { explainWriteError } from './explain-file-error.ts';
import type { Io } from './io.ts';

export interface OwnFile {
  /** As it is said: absolute or from where one stands, as its place was given. */
  path: string;
  /** What it is for, to an owner. */
  what: string;
  text: string;
}

export type Done = 'written' | 'replaced' | 'there already';

/**
 * @param files in the order in which they are written
 * @param optionOf by which another place for one can be given
 * @returns what was done with each
 * @throws Error in words; each file is then as it was before
 */
export function writeFiles(
  files: readonly OwnFile[],
  optionOf: (file: OwnFile) => '-o' | '--beside' | '--pages',
  io: Io,
): Done[] {
  const begun: (() => void)[] = [];
  return files.map((file) => {
    const path = resolve(io.cwd, file.path);
    try {
      const before = readMaybe(path);
      if (before?.equals(Buffer.from(file.text))) return 'there already';
      // where a link leads nowhere, there is nothing to take away
      begun.push(() => (before ? writeFileSync(path, before) : rmSync(realpathSync(path))));
      writeFileSync(path, file.text);
      return before ? 'replaced' : 'written';
    } catch (error) {
      for (const undo of begun.reverse()) attempt(undo);
      throw new Error(explainWriteError(error, file.path, optionOf(file)));
    }
  });
}

/** @throws the file system's error where something else than a file lies there, or one that cannot be put back */
function readMaybe(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function attempt(undo: () => void): void {
  try {
    undo();
  } catch {
    // what kept a file from being written is what is told
  }
}
