// The column that says how an order stands, by its name and by what stands in it: where its words are those that are known,
// it says which orders were cancelled. One whose words are the shop's own is told of, and never guessed at.

import { bears } from './bears.ts';
import { STATUS_NAMES } from './column-names.ts';
import { AN_ORDER, MAGENTO, NO_ORDER, plainWord } from './status-words.ts';

export interface StatusColumn {
  place: number;
  /** its words are known */
  isTold: boolean;
}

/** A word that leaves an order out in this shop's exports, and may mean something else in another's. */
export const findOwnWord = (headers: string[]): string | undefined =>
  MAGENTO.columns.every((name) => headers.includes(name)) ? MAGENTO.noOrder : undefined;

/**
 * @param headers as names are compared
 * @param rows some of those below
 * @param taken the places of columns that say something else
 * @returns of several the one whose words are known
 */
export function findStatus(headers: string[], rows: string[][], taken: number[]): StatusColumn | undefined {
  const own = findOwnWord(headers);
  const isKnown = (cell: string): boolean => {
    const word = plainWord(cell);
    return NO_ORDER.has(word) || AN_ORDER.has(word) || word === own;
  };
  const found = STATUS_NAMES.map((name) => headers.indexOf(name))
    .filter((place) => place >= 0 && !taken.includes(place))
    .map((place) => {
      const cells = rows.map((row) => row[place] ?? '');
      return { place, isTold: cells.some((cell) => cell.trim()) && bears(cells, isKnown) };
    });
  return found.find(({ isTold }) => isTold) ?? found[0];
}
