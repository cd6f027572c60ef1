// Reads a config file and judges it; a file that cannot be read is told in words with what to do.
import { resolve } from 'node:path';
import { lintConfig } from '../shared/lint/lint.ts';
import { checkConfig } from '../shared/schema/check.ts';
import type { Config } from '../shared/schema/config.ts';
import { MOST_CHARACTERS } from '../shared/schema/limits.ts';
import { parseJson } from '../shared/schema/parse-json.ts';
import { explainReadError } from './explain-file-error.ts';
import type { Io } from './io.ts';
import { type PlacedProblem, placeProblems } from './place-problems.ts';
import { readText } from './read-text.ts';

export interface ReadConfig {
  /** Present when there is no error; warnings may still be there. */
  config?: Config;
  /** Errors first, each group in the order of the file. */
  problems: PlacedProblem[];
}

/** @returns undefined after telling why, when the file cannot be read */
export function readConfig(file: string, io: Io): ReadConfig | undefined {
  let text: string | PlacedProblem;
  try {
    text = readText(resolve(io.cwd, file));
  } catch (error) {
    io.err(`${explainReadError(error, file)}\n`);
    return undefined;
  }
  return typeof text === 'string' ? judge(text) : { problems: [text] };
}

function judge(text: string): ReadConfig {
  const { config, problems } = checkConfig(text);
  if (config) return { config, problems: placeProblems([...problems, ...lintConfig(config)], text) };
  // what is too long was not read any further
  if (text.length > MOST_CHARACTERS) return { problems };
  const parsed = parseJson(text);
  return {
    problems:
      'problem' in parsed ? [{ path: '', ...parsed, severity: 'error' }] : placeProblems(problems, text),
  };
}
