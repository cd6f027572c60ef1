// Walks a JSON text by its places: what JSON.parse does not keep.

/** A mark, a text, or anything else; between them only white space and commas. */
const TOKEN = /[{}[\]:]|"(?:[^"\\]|\\.)*"|[^\s{}[\]:",]+/g;

interface Level {
  /** names seen so far; undefined in a list */
  names: Set<string> | undefined;
  /** where we are in it: the name of a field or the place of an item */
  at: PropertyKey;
}

/** Of the place that is visited now. */
export interface JsonPlace {
  /** As a call, as a text may be nested a million levels deep. */
  path(): PropertyKey[];
  depth(): number;
}

/**
 * @param text JSON that can be parsed, of any depth
 * @param visit is told of every field, every item of a list and the whole: where it begins, a field with its name, and
 *   whether its object had a field of this name before
 */
export function walkJson(
  text: string,
  visit: (index: number, isAgain: boolean, place: JsonPlace) => void,
): void {
  const levels: Level[] = [];
  const place = { path: () => levels.map(({ at }) => at), depth: () => levels.length };
  let isValue = true;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '}' || token === ']') {
      levels.pop();
      isValue = !levels.at(-1)?.names;
    } else if (token === ':') isValue = true;
    else if (level?.names && !isValue) {
      const name: string = JSON.parse(token);
      level.at = name;
      visit(index, level.names.has(name), place);
      level.names.add(name);
    } else {
      // a field was visited with its name
      if (!level?.names) {
        if (level) level.at = Number(level.at) + 1;
        visit(index, false, place);
      }
      if (token === '{' || token === '[')
        levels.push(token === '{' ? { names: new Set(), at: '' } : { names: undefined, at: -1 });
      isValue = !levels.at(-1)?.names;
    }
  }
}
