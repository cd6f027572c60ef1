// What the file system refused, in words: which file, why, and what to do.
import { relative } from 'node:path';
import type { Io } from './io.ts';

type Words = Record<string, [what: string, remedy: string]>;

const READ: Words = {
  ENOENT: ['there is no such file', 'Check the name and the folder'],
  EISDIR: ['this is a folder', 'Name the config file in it'],
  EACCES: ['this file may not be read', 'Give yourself the right to read it'],
};
const ELSEWHERE = 'Choose another place with -o';
const WRITE: Words = {
  ENOENT: ['there is no such folder', `Make it first. Or: ${ELSEWHERE.toLowerCase()}`],
  ENOTDIR: ['a file stands where the folder should be', ELSEWHERE],
  EISDIR: ['a folder has this name', ELSEWHERE],
  EACCES: ['nothing may be written there', `Give yourself the right to. Or: ${ELSEWHERE.toLowerCase()}`],
  EROFS: ['nothing can be written there', ELSEWHERE],
  ENOSPC: ['the disk is full', 'Make space and run it again'],
};

/** @param error of the file system, or one that already speaks in words, which is repeated as it is */
export function explainFileError(error: unknown, doing: 'read' | 'write', io: Io, named?: string): string {
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (code === undefined) return error instanceof Error ? message : String(error);
  const [what, remedy] = (doing === 'read' ? READ : WRITE)[code] ?? [message, 'Check the file'];
  return `${named ?? relative(io.cwd, path ?? '')}: ${what}. ${remedy}.`;
}
