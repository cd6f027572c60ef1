// Writes the file of items (items-file.ts): the same items, the same bytes.

import { FIRST_SIGN, type ItemsFile, MOST_ITEMS, SIGNS } from './items-file.ts';

const signOf = (value: number): string => String.fromCharCode(FIRST_SIGN + value);

/**
 * @param rows for each item in order the ranks of its neighbours, the nearest first
 * @throws RangeError where the form has no sign for it
 */
export function packRows(rows: readonly ArrayLike<number>[]): string {
  if (rows.length > MOST_ITEMS) throw new RangeError(`${rows.length} items, of at most ${MOST_ITEMS}`);
  let text = '';
  for (const row of rows) {
    if (row.length >= SIGNS) throw new RangeError(`${row.length} neighbours, of at most ${SIGNS - 1}`);
    text += signOf(row.length);
    for (const rank of Array.from(row)) {
      if (!(rank >= 0 && rank < rows.length)) throw new RangeError(`there is no item of rank ${rank}`);
      text += signOf(Math.floor(rank / SIGNS)) + signOf(rank % SIGNS);
    }
  }
  return text;
}

/** A text of a script, as it may stand in a page of any encoding, and within a script element. */
const literalOf = (json: string): string =>
  `'${json.replace(/[\\']/g, '\\$&').replace(/<(?=\/?script|!--)/gi, '\\x3C')}'`;

/** What cannot stand in a text of a script, or not in each encoding, JSON says by its number. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The text of the file. */
export const packItems = (file: ItemsFile): string => `export default ${literalOf(jsonOf(file))};\n`;
