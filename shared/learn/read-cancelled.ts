// Whether an order was cancelled, by the cell of the column that says so: a day, a yes or no, or the word of a status. What
// is none of these is never guessed: every order of an export would be one too many, or one too few.

import { readDate } from './read-date.ts';

/** In lower case, with spaces for what joins words, without the `wc-` of WooCommerce. */
const plainWord = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/^wc-/, '')
    .replace(/[\s_-]+/g, ' ');

const NO = ['', '0', 'no', 'n', 'false', 'f', 'none', 'null', 'n/a', 'nein', ' '];
const YES = ['1', 'yes', 'y', 'true', 't', 'x', 'ja', 'j'];
/** Orders by their status, whether or not they are paid, sent or partly given back. */
const ORDERS = [
  ...[
    'paid',
    'partially paid',
    'authorized',
    'authorised',
    'complete',
    'completed',
    'processing',
    'processed',
  ],
  ...['pending', 'pending payment', 'on hold', 'holded', 'open', 'new', 'active', 'confirmed', 'ok'],
  ...['shipped', 'partially shipped', 'sent', 'delivered', 'fulfilled', 'partially fulfilled', 'partial'],
  ...['unfulfilled', 'partially refunded', 'success', 'successful', 'done'],
  ...['bezahlt', 'teilweise bezahlt', 'offen', 'neu', 'in bearbeitung', 'bestätigt', 'versendet', 'versandt'],
  ...['geliefert', 'zugestellt', 'abgeschlossen', 'teilweise erstattet'],
];
/** What did not come to be, or was given back whole. */
const NONE = [
  ...[
    'cancelled',
    'canceled',
    'cancel',
    'void',
    'voided',
    'failed',
    'declined',
    'rejected',
    'expired',
    'trash',
  ],
  ...['refunded', 'reversed', 'charged back', 'chargeback', 'annulled'],
  ...['storniert', 'storno', 'abgebrochen', 'fehlgeschlagen', 'abgelehnt', 'abgelaufen', 'erstattet'],
];
const LEFT_OUT = new Set([...YES, ...NONE]);
const COUNTED = new Set([...NO, ...ORDERS]);

/** A column that is called so holds nothing else than when, whether or why. */
const IS_OF_CANCELLING = /cancel|storn|annul/i;

/** undefined: it is not known what the cell says */
export type ReadCancelled = (cell: string) => boolean | undefined;

/**
 * @param column what it is called
 * @param words that were said to mean it; no other then does
 */
export function createCancelledReader(column: string, words: readonly string[] | undefined): ReadCancelled {
  const said = words && new Set(words.map(plainWord));
  const isOfCancelling = IS_OF_CANCELLING.test(column);
  /** of a status there are few */
  const known = new Map<string, boolean | undefined>();
  const read: ReadCancelled = (cell) => {
    const word = plainWord(cell);
    if (said) return said.has(word);
    if (COUNTED.has(word)) return false;
    if (LEFT_OUT.has(word) || isOfCancelling || readDate(cell) !== undefined) return true;
    return undefined;
  };
  return (cell) => {
    if (cell === '') return read(cell);
    if (!known.has(cell) && known.size < 1000) known.set(cell, read(cell));
    return known.has(cell) ? known.get(cell) : read(cell);
  };
}

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
