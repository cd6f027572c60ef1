// Reads the text of a file of items (items-file.ts) where nothing is run: in the panel, of a file that somebody gives it.

const LITERAL = /^export default '((?:[^\\'\r\n]|\\(?:x3C|[\\']))*)';\s*$/;

/** @returns what the file exports; undefined where it is none that `packItems` wrote */
export const unpackItems = (text: string): string | undefined =>
  LITERAL.exec(text)?.[1]?.replace(/\\(x3C|.)/g, (_, sign: string) => (sign === 'x3C' ? '<' : sign));
