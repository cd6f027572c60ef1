// Finds field names that stand twice in one object of a JSON text. JSON.parse keeps the last without a word, so an
// author who edits the first wonders why nothing happens.

import { t } from '../words/t.ts';
import { formatPath, type Problem } from './problem.ts';
import { walkJson } from './walk-json.ts';

/** @param text JSON that can be parsed */
export function findDuplicateKeys(text: string): Problem[] {
  const problems: Problem[] = [];
  walkJson(text, (_index, isAgain, place) => {
    if (isAgain) problems.push(sayTwice(place.path()));
  });
  return problems;
}

const sayTwice = (path: PropertyKey[]): Problem => ({
  path: formatPath(path),
  problem: t`the field "${String(path.at(-1))}" is there twice`,
  remedy: t`Keep one of them: browsers take the last and say nothing.`,
  severity: 'error',
});
