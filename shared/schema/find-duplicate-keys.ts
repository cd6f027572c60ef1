// Finds field names that stand twice in one object of a JSON text. JSON.parse keeps the last without a word, so an
// author who edits the first wonders why nothing happens.

import { formatPath, type Problem } from './problem.ts';

/** A mark, a text, or anything else; between them only white space and commas. */
const TOKEN = /[{}[\]:]|"(?:[^"\\]|\\.)*"|[^\s{}[\]:",]+/g;

interface Level {
  /** names seen so far; undefined in a list */
  names: Set<string> | undefined;
  /** where we are in it: the name of a field or the place of an item */
  at: PropertyKey;
}

/** @param text JSON that can be parsed */
export function findDuplicateKeys(text: string): Problem[] {
  const problems: Problem[] = [];
  const levels: Level[] = [];
  let isValue = true;
  /** One more value begins at this level. */
  const step = () => {
    const level = levels.at(-1);
    if (level && !level.names) level.at = Number(level.at) + 1;
  };
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      step();
      levels.push(token === '{' ? { names: new Set(), at: '' } : { names: undefined, at: -1 });
      isValue = token === '[';
    } else if (token === '}' || token === ']') {
      levels.pop();
      isValue = !levels.at(-1)?.names;
    } else if (token === ':') isValue = true;
    else if (isValue || !level?.names) {
      step();
      isValue = !level?.names;
    } else {
      const name: string = JSON.parse(token);
      level.at = name;
      if (level.names.has(name)) problems.push(sayTwice(levels, name));
      level.names.add(name);
    }
  }
  return problems;
}

const sayTwice = (levels: Level[], name: string): Problem => ({
  path: formatPath(levels.map(({ at }) => at)),
  problem: `the field "${name}" is there twice`,
  remedy: 'Keep one of them: browsers take the last and say nothing.',
  severity: 'error',
});
