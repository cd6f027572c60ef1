// Reads a config file and judges it; a file that cannot be read is told in words with what to do.
import { resolve } from 'node:path';
import { explainReadError } from './explain-file-error.ts';
import { type Io, readNow } from './io.ts';
import { type JudgedText, judgeText } from './judge-text.ts';
import type { PlacedProblem } from './place-problems.ts';
import { readText } from './read-text.ts';

/** @returns undefined after telling why, when the file cannot be read */
export function readConfig(file: string, io: Io): JudgedText | undefined {
  let text: string | PlacedProblem;
  try {
    text = readText(resolve(io.cwd, file));
  } catch (error) {
    io.err(`${explainReadError(error, file)}\n`);
    return undefined;
  }
  return typeof text === 'string' ? judgeText(text, readNow(io)) : { problems: [text] };
}
