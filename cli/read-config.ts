// Reads a config file and judges it, with the file of items beside it; a file that cannot be read is told in words with what to do.
import { dirname, resolve } from 'node:path';
import { adviseItems } from './advise-items.ts';
import { explainReadError } from './explain-file-error.ts';
import { type Io, readNow } from './io.ts';
import { type JudgedText, judgeText } from './judge-text.ts';
import type { PlacedProblem } from './place-problems.ts';
import { readText } from './read-text.ts';

/** @returns undefined after telling why, when the file cannot be read */
export function readConfig(file: string, io: Io): JudgedText | undefined {
  const path = resolve(io.cwd, file);
  let text: string | PlacedProblem;
  try {
    text = readText(path);
  } catch (error) {
    io.err(`${explainReadError(error, file)}\n`);
    return undefined;
  }
  if (typeof text !== 'string') return { problems: [text] };
  return judgeText(text, readNow(io), (config) => adviseItems(config, dirname(path)));
}
