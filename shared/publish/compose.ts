// Puts a script together from parts, as text: those that a config needs, and what they need. The build cuts the parts
// (build.mjs); the CLI and the extension, which has no bundler, call this and get the same bytes. Pure.

export interface Piece {
  /** of the source file that it is made of */
  name: string;
  text: string;
  /** places of other pieces that it uses */
  needs: number[];
}

export interface Pieces {
  /** What a name that others know is called in the texts, and the piece that holds it. */
  names: { [name: string]: [short: string, piece: number] };
  /** In an order in which each comes after those that it needs as it begins. */
  pieces: Piece[];
}

/** Names of functions that others know, by what the script calls them. */
export interface Wanted {
  [key: string]: string | Wanted;
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
export function compose({ names, pieces }: Pieces, start: string, parts: Wanted, table: string): string {
  const wanted = new Set<number>();
  const want = (piece: number): void => {
    if (wanted.has(piece)) return;
    wanted.add(piece);
    pieces[piece]?.needs.forEach(want);
  };
  const find = (name: string): string => {
    const [short, piece] = names[name] ?? [];
    if (short === undefined || piece === undefined)
      throw new Error(`There is no part "${name}". Use selvedge.parts.json of this version.`);
    want(piece);
    return short;
  };
  const first = find(start);
  const write = (wanted: Wanted): string =>
    `{${Object.entries(wanted).map(([key, what]) => {
      const name = /^[\w$]+$/.test(key) ? key : JSON.stringify(key);
      return `${name}:${typeof what === 'string' ? find(what) : write(what)}`;
    })}}`;
  const given = write(parts);
  const code = pieces.filter((_piece, at) => wanted.has(at)).map(({ text }) => text);
  // what is missing as it begins (no Map, no Reflect) ends it there, and is not the page's error
  const caught = 'catch(e){try{console.warn("[selvedge]",e)}catch(e){}}';
  return `(()=>{"use strict";try{${code.join('')}return ${first}(${writeText(table)},${given})}${caught}})()`;
}
