// What is to be said of the text of a config, each problem with its line.
import { lintConfig } from '../shared/lint/lint.ts';
import { checkConfig } from '../shared/schema/check.ts';
import type { Config } from '../shared/schema/config.ts';
import { MOST_CHARACTERS } from '../shared/schema/limits.ts';
import { parseJson } from '../shared/schema/parse-json.ts';
import type { Problem } from '../shared/schema/problem.ts';
import { type PlacedProblem, placeProblems } from './place-problems.ts';

export interface JudgedText {
  /** Present when there is no error; warnings may still be there. */
  config?: Config;
  /** Errors first, each group in the order of the file. */
  problems: PlacedProblem[];
}

/**
 * @param now ms since epoch
 * @param advise what else there is to say of one that is fit
 */
export function judgeText(
  text: string,
  now: number,
  advise: (config: Config) => readonly Problem[] = () => [],
): JudgedText {
  const { config, problems } = checkConfig(text);
  if (config) {
    const advice = [...lintConfig(config, now), ...advise(config)];
    return { config, problems: placeProblems([...problems, ...advice], text) };
  }
  // what is too long was not read any further
  if (text.length > MOST_CHARACTERS) return { problems };
  const parsed = parseJson(text);
  return {
    problems:
      'problem' in parsed ? [{ path: '', ...parsed, severity: 'error' }] : placeProblems(problems, text),
  };
}
