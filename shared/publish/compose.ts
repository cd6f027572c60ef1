// Puts a script together from parts, as text: those that a config needs, and what they need. The build cuts the parts
// (snippet/now/build-pieces.mjs); the CLI and the extension, which has no bundler, call this and get the same bytes. Pure.

import { t } from '../words/t.ts';

export interface Piece {
  /** of the source file that it is made of */
  name: string;
  text: string;
  /** places of other pieces that it uses */
  needs: number[];
}

export interface Pieces {
  /** What a part's key is called in the texts, where it is called otherwise. */
  keys?: { [key: string]: string };
  /** What a name that others know is called in the texts, and the piece that holds it. */
  names: { [name: string]: [short: string, piece: number] };
  /** In an order in which each comes after those that it needs as it begins. */
  pieces: Piece[];
}

/** Names of functions that others know, by what the script calls them. */
export interface Wanted {
  [key: string]: string | Wanted;
}

/** What pieces call each other by: unmistakable in any text, and long, as there are many. */
const SHARED = /\$_[\da-z]+\$/g;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Of capitals, which the build leaves to us: A … Z, AA … */
const nameOf = (i: number): string => (LETTERS[Math.floor(i / 26) - 1] ?? '') + LETTERS[i % 26];

/** One script has few of these: those that it needs most often get the shortest names. */
function shortNames(code: string): (name: string) => string {
  const counts = new Map<string, number>();
  for (const [name] of code.matchAll(SHARED)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort(([, a], [, b]) => b - a);
  const shorts = new Map(names.map(([name], i) => [name, nameOf(i)]));
  return (name) => shorts.get(name) ?? name;
}

/** A text as JavaScript that may stand in a script element, and reads the same in a page of any encoding. */
const writeText = (text: string): string =>
  `\`${text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(/<(?=\/?script|!--)/gi, '\\x3C')
    .replace(/[^ -~\n\t]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\``;

/**
 * @param start the function that is called with `table`, and with the other parts
 * @throws Error on a part that there is not: the pieces are of another version
 */
export function compose(
  { keys = {}, names, pieces }: Pieces,
  start: string,
  parts: Wanted,
  table: string,
): string {
  const wanted = new Set<number>();
  const want = (piece: number): void => {
    if (wanted.has(piece)) return;
    wanted.add(piece);
    pieces[piece]?.needs.forEach(want);
  };
  const find = (name: string): string => {
    const [short, piece] = names[name] ?? [];
    if (short === undefined || piece === undefined)
      throw new Error(t`There is no part "${name}". Use selvedge.parts.json of this version.`);
    want(piece);
    return short;
  };
  const write = (wanted: Wanted, call: (name: string) => string): string =>
    `{${Object.entries(wanted).map(([key, what]) => {
      const name = /^[\w$]+$/.test(key) ? key : JSON.stringify(key);
      return `${name}:${typeof what === 'string' ? call(what) : write(what, call)}`;
    })}}`;
  // from here on all pieces are known
  write({ start, parts }, find);
  const code = pieces.flatMap(({ text }, at) => (wanted.has(at) ? text : [])).join('');
  const shortOf = shortNames(code);
  const short = (name: string) => shortOf(find(name));
  const renamed = Object.fromEntries(Object.entries(parts).map(([key, what]) => [keys[key] ?? key, what]));
  // what is missing as it begins (no Map, no Reflect) ends it there, and is not the page's error
  const caught = 'catch(e){try{console.warn("[selvedge]",e)}catch(e){}}';
  const begun = `${short(start)}(${writeText(table)},${write(renamed, short)})`;
  return `(()=>{"use strict";try{${code.replace(SHARED, shortOf)}return ${begun}}${caught}})()`;
}
