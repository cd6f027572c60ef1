// Reads a config file; a file that cannot be read is told in words with what to do.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lintConfig } from '../shared/lint/lint.ts';
import { type Checked, checkConfig } from '../shared/schema/check.ts';
import { explainFileError } from './explain-file-error.ts';
import type { Io } from './io.ts';

/** @returns undefined after telling why, when the file cannot be read */
export function readConfig(file: string, io: Io): Checked | undefined {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    io.err(`${explainFileError(error, 'read', io, file)}\n`);
    return undefined;
  }
  const { config, problems } = checkConfig(text);
  return config ? { config, problems: [...problems, ...lintConfig(config)] } : { problems };
}
