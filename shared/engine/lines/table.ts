// A table of lines of text, each a key, a tab and JSON: what a page needs of it is found without parsing the rest, so a
// thousand experiences cost as much as three.

const START = '\n';
const END = '\t';

/** Where a segment stands, by its place in the config: its id, and its tree. */
export const segmentKey = (place: number): string => `#${place}`;

/** Where the settings stand. */
export const SETTINGS = ':';

/** Where that stands which is for pages of several folders. */
export const EVERYWHERE = '*';

/** The first folder of a path, which is the key of what is shown there. @param path as paths are compared */
export const folderOf = (path: string): string => `/${path.split('/')[1] ?? ''}`;

export const writeTable = (lines: [key: string, json: string][]): string =>
  `${lines.map(([key, json]) => START + key + END + json).join('')}${START}`;

/** @returns the JSON behind each line of that key, in order */
export function findLines(table: string, key: string): string[] {
  const found: string[] = [];
  const start = START + key + END;
  for (let at = table.indexOf(start); at >= 0; at = table.indexOf(start, at + 1)) {
    const from = at + start.length;
    found.push(table.slice(from, table.indexOf(START, from)));
  }
  return found;
}
