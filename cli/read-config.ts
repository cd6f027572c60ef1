// Reads a config file; a file that cannot be read is told in words with what to do.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lintConfig } from '../shared/lint/lint.ts';
import { type Checked, checkConfig } from '../shared/schema/check.ts';
import type { Io } from './io.ts';

const REMEDIES: Record<string, [what: string, remedy: string]> = {
  ENOENT: ['there is no such file', 'Check the name and the folder'],
  EISDIR: ['this is a folder', 'Name the config file in it'],
  EACCES: ['this file may not be read', 'Give yourself the right to read it'],
};

/** @returns undefined after telling why, when the file cannot be read */
export function readConfig(file: string, io: Io): Checked | undefined {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    io.err(`${file}: ${explainFileError(error, 'Check the file')}\n`);
    return undefined;
  }
  const { config, problems } = checkConfig(text);
  return config ? { config, problems: [...problems, ...lintConfig(config)] } : { problems };
}

export function explainFileError(error: unknown, fallback: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const [what, remedy] = REMEDIES[code ?? ''] ?? [message, fallback];
  return `${what}. ${remedy}.`;
}
