// Whether an order was cancelled, by the cell of the column that says so: a day, a yes or no, or the word of a status. What
// is none of these is never guessed: every order of an export would be one too many, or one too few.

import { readDate } from './read-date.ts';
import { AN_ORDER, NO_ORDER, plainWord } from './status-words.ts';

const NO = ['', '0', 'no', 'n', 'false', 'f', 'none', 'null', 'n/a', 'nein'];
const YES = ['1', 'yes', 'y', 'true', 't', 'x', 'ja', 'j'];
const LEFT_OUT = new Set([...YES, ...NO_ORDER]);
const COUNTED = new Set([...NO, ...AN_ORDER]);

/** A column that is called so holds nothing else than when, whether or why. */
const IS_OF_CANCELLING = /cancel|storn|annul/i;

/** undefined: it is not known what the cell says */
export type ReadCancelled = (cell: string) => boolean | undefined;

/**
 * @param column what it is called
 * @param words that were said to mean it; no other then does
 * @param own a word that means it in this shop's exports alone
 */
export function createCancelledReader(
  column: string,
  words: readonly string[] | undefined,
  own?: string,
): ReadCancelled {
  const said = words && new Set(words.map(plainWord));
  const isOfCancelling = IS_OF_CANCELLING.test(column);
  /** of a status there are few */
  const known = new Map<string, boolean | undefined>();
  const read: ReadCancelled = (cell) => {
    const word = plainWord(cell);
    if (said) return said.has(word);
    if (COUNTED.has(word)) return false;
    if (LEFT_OUT.has(word) || word === own || isOfCancelling || readDate(cell) !== undefined) return true;
    return undefined;
  };
  return (cell) => {
    if (cell === '') return read(cell);
    if (!known.has(cell) && known.size < 1000) known.set(cell, read(cell));
    return known.has(cell) ? known.get(cell) : read(cell);
  };
}

/** Words that leave an order out and may be told: known ones, and those that were said. */
export const findToldWords = (words: readonly string[] = [], own?: string): ReadonlySet<string> =>
  new Set([...NO_ORDER, ...words.map(plainWord), ...(own === undefined ? [] : [own])]);

/** How words of a shop's own are said on a command line. */
export const askForWords = (column: string): string =>
  `Say which of its words mean cancelled, and the others count as orders: --map "cancelled=${column}:WORD,WORD".`;

/** `Status:void,returned`: words stand behind the column's name, unless all of it is the name of one. */
export function splitWords(
  said: string,
  isColumn: (name: string) => boolean,
): [column: string, words: string[] | undefined] {
  const at = said.lastIndexOf(':');
  if (at < 0 || isColumn(said)) return [said, undefined];
  const words = said
    .slice(at + 1)
    .split(',')
    .filter((word) => word.trim());
  return words.length ? [said.slice(0, at), words] : [said, undefined];
}
